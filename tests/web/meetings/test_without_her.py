"""A meeting that is held without her is never told as hers, and waits for no yes to its frame."""

import pytest
from django.urls import reverse

from landfast.meetings import actions, queries
from landfast.meetings.rules import Stage
from landfast.meetings.rules.without import Ground
from tests.factories.meetings import Met, frame, load_formats
from tests.factories.network import named_by_citizen
from tests.factories.plan import with_team
from tests.factories.town import as_

HERS = ("Forbered dit møde", "Du vælger, hvad det handler om", "Sig ja til rammen", "Kan ikke nu")


@pytest.fixture
def met(town):
    """A forum about Jytte, made ready by Karen: a theme, Bo and Anna, a day."""
    load_formats()
    lived = with_team(town, town.bo, town.anna)
    with as_(town.karen):
        meeting = actions.open_meeting(
            actor=town.karen, course_id=lived.id, format_code="M-06",
            leader_id=town.karen.person_id,
            because=actions.Because("Vi er i tvivl", Ground.CONSENT, "Sagt i går"),
        )  # fmt: skip
        actions.add_theme(actor=town.karen, meeting_id=meeting, words="Søvn og uro")
        for person in (town.bo, town.anna):
            guest = actions.Guest("Kender hende", person.person_id, role="home_support")
            actions.add_participant(actor=town.karen, meeting_id=meeting, guest=guest)
        actions.set_frame(actor=town.karen, meeting_id=meeting, frame=frame())
    return Met(meeting, lived, town.karen, town.bo, town.anna)


def page(client, name, met):
    return client.get(reverse(name, args=[met.course_id, met.id])).content.decode()


def test_it_is_called_without_a_yes_of_hers_that_nobody_has_given(met, signed_in):
    karen = signed_in(met.karen)
    prepared = page(karen, "prepare_meeting", met)
    assert "Notér borgerens ja" not in prepared
    assert "Forbered et møde uden Jytte" in prepared
    assert "Indkald mødet" in prepared
    call = reverse("call_meeting", args=[met.course_id, met.id])
    assert karen.post(call, {"reason": "Alle kender hende"}).status_code == 302
    assert "kommer selv" not in page(karen, "prepare_meeting", met)
    assert "kommer selv" not in page(karen, "hold_meeting", met)
    bo = signed_in(met.bo).get(reverse("invitations")).content.decode()
    assert "kommer selv" not in bo
    course = karen.get(reverse("course", args=[met.course_id])).content.decode()
    assert "I skal mødes uden Jytte" in course


def test_her_own_pages_say_that_it_is_without_her_and_that_she_can_stop_it(met, signed_in):
    hers = signed_in(met.lived.citizen)
    every = hers.get(reverse("my_meetings")).content.decode()
    assert "Et møde uden dig" in every
    seen = page(hers, "prepare_meeting", met)
    assert "Du hører om det bagefter" in seen
    assert "kan du aflyse det" in seen
    first = hers.get(reverse("my_course")).content.decode()
    assert "Vi gør dit næste møde klar" not in first
    for words in HERS:
        assert words not in every + seen + first


def test_at_the_table_nobody_waits_for_her_or_has_heard_her(met, signed_in):
    karen = signed_in(met.karen)
    with as_(met.karen):
        actions.call_meeting(actor=met.karen, meeting_id=met.id, because="Alle kender hende")
        guests = {one.id for one in queries.meeting(met.id).guests}
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=guests)
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.THEMES)
    room = page(karen, "hold_meeting", met)
    assert "Hvad tænker du? Fortæl det til de andre." in room
    assert "lytter imens" not in room
    assert "rakte hånden op" not in room


def test_nobody_close_to_her_is_asked_and_the_words_are_theirs(met, signed_in):
    karen, hers = signed_in(met.karen), signed_in(met.lived.citizen)
    near = f"r{named_by_citizen(met.lived)}"
    prepared = page(karen, "prepare_meeting", met)
    assert f'value="{near}"' not in prepared
    assert "Med borgerens egne ord." not in prepared
    assert f'value="{near}"' not in page(hers, "my_meeting_guests", met)
    sent = {"guest": near, "why": "Er tæt på"}
    wrong = karen.post(reverse("add_guest", args=[met.course_id, met.id]), sent)
    assert wrong.status_code == 422
    with as_(met.karen):
        assert all(one.relation_id is None for one in queries.meeting(met.id).guests)
