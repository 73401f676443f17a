"""The frame in two windows: nobody agrees to, or saves over, a frame that they did not see."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel.clock import DENMARK, now
from landfast.meetings import actions, queries
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_
from tests.web.meetings.frames import seen_in

SENT = {"minutes_long": "60", "answers": "after_each", "largest": "3"}


@pytest.fixture
def met(town):
    return prepared_meeting(town, call=True)


def at(name, met):
    return reverse(name, args=[met.course_id, met.id])


def page_of(client, met):
    return client.get(at("prepare_meeting", met)).content.decode()


def stands(met):
    with as_(met.karen):
        return queries.meeting(met.id)


def moves(actor, met, days, **changes):
    """Another saves the frame meanwhile: the new time, and it as it is typed."""
    to = (now() + timedelta(days=days)).replace(hour=11, minute=0, second=0, microsecond=0)
    with as_(actor):
        actions.set_frame(actor=actor, meeting_id=met.id, frame=frame(starts_at=to, **changes))
    return to, f"{to.astimezone(DENMARK):%Y-%m-%dT%H:%M}"


def typed(met, **more):
    frame_ = stands(met)
    at_ = f"{frame_.starts_at.astimezone(DENMARK):%Y-%m-%dT%H:%M}"
    words = {name: getattr(frame_, name) for name in ("place", "breaks", "not_to_talk_about")}
    return {**SENT, "starts_at": at_, **words, **more}


def test_her_yes_is_to_the_time_that_she_saw(met, signed_in):
    # given that the meeting was moved, and her page says when to
    jytte = signed_in(met.lived.citizen)
    moves(met.karen, met, 12)
    seen = seen_in(page_of(jytte, met))
    # when it is moved again before she says yes
    to, _typed = moves(met.karen, met, 13)
    late = jytte.post(at("agree_frame", met), {"seen": seen})
    # then nothing is agreed, and the page shows the new time with its yes
    shown = late.content.decode()
    assert late.status_code == 422
    assert "Mødet er ændret, siden du åbnede siden." in shown
    assert to.astimezone(DENMARK).isoformat() in shown
    assert stands(met).frame_agreed_at is None
    jytte.post(at("agree_frame", met), {"seen": seen_in(shown)})
    assert stands(met).frame_agreed_at is not None


def test_a_yes_without_what_was_seen_is_none(met, signed_in):
    moves(met.karen, met, 12)
    assert signed_in(met.lived.citizen).post(at("agree_frame", met)).status_code == 422
    assert stands(met).frame_agreed_at is None


def test_an_older_page_saves_over_nothing_that_came_meanwhile(met, signed_in):
    # given Karen's page with the frame, and that Jytte moves the meeting and says what not
    karen = signed_in(met.karen)
    sent = typed(met, breaks="Hvert kvarter", seen=seen_in(page_of(karen, met)))
    to, as_typed = moves(met.lived.citizen, met, 12, not_to_talk_about="Gælden")
    # when Karen saves what she typed
    late = karen.post(at("set_frame", met), sent)
    shown = late.content.decode()
    # then hers stands as it was, and the page has Karen's words beside the new time
    assert late.status_code == 422
    assert "Mødet er ændret, siden du åbnede siden." in shown
    assert 'href="#ramme">Gå til rammen' in shown
    assert "Det står der nu" in shown
    assert 'value="Hvert kvarter"' in shown
    assert f'value="{as_typed}"' in shown
    assert "<dd>Gælden</dd>" in shown
    after = stands(met)
    assert (after.starts_at, after.breaks) == (to, frame().breaks)
    assert after.frame_agreed_at is not None
    # and saved again it is Karen's change to what Jytte wanted
    assert ">\nGælden</textarea>" in shown
    again = {**sent, "starts_at": as_typed, "not_to_talk_about": "Gælden", "seen": seen_in(shown)}
    assert karen.post(at("set_frame", met), again).status_code == 302
    after = stands(met)
    assert (after.starts_at, after.breaks) == (to, "Hvert kvarter")
    assert after.not_to_talk_about == "Gælden"


def test_what_both_have_changed_stays_as_typed_beside_what_stands(met, signed_in):
    karen = signed_in(met.karen)
    sent = typed(met, place="Rådhuset", seen=seen_in(page_of(karen, met)))
    moves(met.lived.citizen, met, 12, place="Biblioteket", largest=2)
    late = karen.post(at("set_frame", met), {**sent, "minutes_long": "mange"})
    shown = late.content.decode()
    assert late.status_code == 422
    assert "Mødet er ændret" not in shown, "what cannot be read is told first"
    assert 'value="mange"' in shown
    assert 'value="Rådhuset"' in shown
    assert "<dd>Biblioteket</dd>" in shown
    assert "<dd>2</dd>" in shown


def test_a_draft_of_an_older_frame_shows_what_stands(met, signed_in):
    karen = signed_in(met.karen)
    page_of(karen, met)
    draft = typed(met, breaks="Hvert kvarter")
    kept = {"kladde": at("set_frame", met), **draft}
    assert karen.post(reverse("keep_draft"), kept).status_code == 204
    moves(met.lived.citizen, met, 12, place="Biblioteket")
    shown = page_of(karen, met)
    assert 'value="Hvert kvarter"' in shown
    assert "<dd>Biblioteket</dd>" in shown
