"""Her meeting on her own page: calm first, and each change a screen with one idea (C2)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from landfast.web.meetings.hers import PARTS, WITHOUT_HER
from tests.factories.meetings import frame, prepared_meeting, running_meeting
from tests.factories.town import as_
from tests.web.meetings.frames import seen_in


@pytest.fixture
def met(town):
    return prepared_meeting(town, call=True)


def at(name, met):
    return reverse(name, args=[met.course_id, met.id])


def calm(client, met):
    return client.get(at("prepare_meeting", met)).content.decode()


def screen(client, met, part):
    return client.get(at(f"my_meeting_{part}", met))


def stands(met):
    with as_(met.karen):
        return queries.meeting(met.id)


def test_the_page_says_when_where_who_and_why_and_asks_nothing(met, signed_in):
    page = calm(signed_in(met.lived.citizen), met)
    row = stands(met)
    assert row.place in page
    assert f'datetime="{row.starts_at.astimezone().isoformat()[:10]}' in page
    for guest in row.guests:
        assert guest.name in page
        assert guest.why in page
    assert row.themes[0].words in page
    assert at("attend_otherwise", met) in page
    main = page.split("<main")[1].split("</main")[0]
    assert "<textarea" not in main
    assert 'class="form-input"' not in main
    assert "<select" not in main


def test_every_change_is_one_touch_from_the_page_and_has_its_own_screen(met, signed_in):
    client = signed_in(met.lived.citizen)
    page = calm(client, met)
    for part in PARTS:
        assert f'href="{at(f"my_meeting_{part}", met)}"' in page
        assert screen(client, met, part).status_code == 200, part


@pytest.mark.parametrize(
    ("part", "said", "name"),
    [
        ("place", {"place": "Biblioteket", "avoid_places": "Rådhuset"}, "place"),
        ("length", {"minutes_long": "45", "breaks": ""}, "minutes_long"),
        ("not_about", {"not_to_talk_about": "Gælden"}, "not_to_talk_about"),
        ("seat", {"seating": "Ved døren", "answers": "by_hand"}, "seating"),
        ("size", {"largest": "3"}, "largest"),
        ("beside", {"companion": "Ulla", "interpreter": ""}, "companion"),
    ],
)
def test_a_screen_changes_its_own_and_leaves_the_rest(met, signed_in, part, said, name):
    client, before = signed_in(met.lived.citizen), stands(met)
    seen = seen_in(screen(client, met, part).content.decode())
    sent = client.post(at(f"my_meeting_{part}", met), {**said, "seen": seen})
    assert sent.url == at("prepare_meeting", met)
    after = stands(met)
    assert str(getattr(after, name)) == said[name]
    for other in ("starts_at", "place", "minutes_long", "breaks", "seating", "largest", "answers"):
        if other not in said and other != "answers":
            assert getattr(after, other) == getattr(before, other), other


def test_what_cannot_be_saved_is_said_and_kept_on_its_screen(met, signed_in):
    client = signed_in(met.lived.citizen)
    seen = seen_in(screen(client, met, "length").content.decode())
    wrong = client.post(
        at("my_meeting_length", met),
        {"minutes_long": "3", "breaks": "Ofte", "seen": seen},
    )
    assert wrong.status_code == 422
    assert "mellem 10 og 240" in wrong.content.decode()
    assert 'value="Ofte"' in wrong.content.decode()


def test_a_change_over_a_time_that_she_has_not_seen_shows_it_first(met, signed_in):
    # given her screen for the place, and that the meeting is moved meanwhile
    client = signed_in(met.lived.citizen)
    seen = seen_in(screen(client, met, "place").content.decode())
    to = (now() + timedelta(days=12)).replace(hour=11, minute=0, second=0, microsecond=0)
    with as_(met.karen):
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=to))
    # when she saves the place
    late = client.post(at("my_meeting_place", met), {"place": "Biblioteket", "seen": seen})
    shown = late.content.decode()
    # then nothing is agreed, the new time stands beside her words, and once more is a yes to it
    assert late.status_code == 422
    assert "Mødet er ændret, siden du åbnede siden." in shown
    assert "<dt>Hvornår?</dt>" in shown
    assert 'value="Biblioteket"' in shown
    assert stands(met).frame_agreed_at is None
    again = {"place": "Biblioteket", "seen": seen_in(shown)}
    assert client.post(at("my_meeting_place", met), again).status_code == 302
    after = stands(met)
    assert (after.place, after.starts_at) == ("Biblioteket", to)
    assert after.frame_agreed_at is not None


def test_who_prepares_beside_her_and_a_meeting_that_is_over_have_no_such_screens(met, signed_in):
    karen, client = signed_in(met.karen), signed_in(met.lived.citizen)
    assert screen(karen, met, "place").url == at("prepare_meeting", met)
    with as_(met.karen):
        actions.cancel_meeting(actor=met.karen, meeting_id=met.id, reason="Sygdom")
    assert screen(client, met, "place").url == at("prepare_meeting", met)
    assert "Lav noget om" not in calm(client, met)


def test_a_guest_that_cannot_be_asked_is_told_on_the_screen_of_guests(met, signed_in):
    client = signed_in(met.lived.citizen)
    sent = client.post(at("add_guest", met), {"guest": "p1", "why": "Kender mig godt"})
    shown = sent.content.decode()
    assert sent.status_code == 422
    assert "<h1>Hvem der er med</h1>" in shown
    assert 'value="Kender mig godt"' in shown


def test_a_draft_is_put_back_on_its_own_screen_only(met, signed_in):
    client = signed_in(met.lived.citizen)
    where = at("my_meeting_place", met)
    client.post(reverse("keep_draft"), {"kladde": where, "place": "Hos min søster"})
    assert 'value="Hos min søster"' in screen(client, met, "place").content.decode()
    assert "Hos min søster" not in screen(client, met, "whole").content.decode()


def test_of_a_meeting_without_her_she_changes_no_time_or_place(town):
    assert not WITHOUT_HER & {part for part, one in PARTS.items() if one.names}


def test_what_she_sends_when_the_meeting_has_begun_is_refused_with_her_words_kept(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.lived.citizen)
    late = {"minutes_long": "45", "breaks": "Hver halve time", "seen": ""}
    answer = client.post(at("my_meeting_length", met), late)
    assert answer.status_code in (409, 422)
    page = answer.content.decode()
    assert "Hver halve time" in page
    assert 'role="alert"' in page
    assert screen(client, met, "length").status_code == 302
