"""The first page knows the meeting while it is made ready, and what it waits for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.journeys.prepare_meeting import begin_meeting
from landfast.kernel.clock import in_denmark, now
from landfast.kernel.danish import day
from landfast.meetings import actions
from landfast.meetings.queries import meetings_of
from landfast.meetings.rules import Attends, MeetingState
from landfast.meetings.rules.formats import Citizen
from landfast.web.mine import meetings_present, present
from tests.factories.meetings import held_meeting, load_formats, prepared_meeting
from tests.factories.town import as_


@pytest.fixture
def met(town):
    return prepared_meeting(town)


def first_page(signed_in, met):
    return signed_in(met.lived.citizen).get("/mit/").content.decode()


def test_a_meeting_that_is_prepared_stands_with_its_day_and_her_next_step(met, signed_in):
    page = first_page(signed_in, met)
    assert "Der er ikke aftalt et møde" not in page
    assert "Vi gør dit næste møde klar." in page
    assert day(in_denmark(now() + timedelta(days=10))) in page
    assert f"/forloeb/{met.course_id}/moeder/{met.id}/" in page
    assert "Kan du ikke komme" not in page, "nobody has been asked to come yet"


def test_the_agreed_day_does_not_vanish_when_the_next_meeting_is_begun(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        begin_meeting(actor=met.karen, course_id=met.course_id, format_code="M-01")
    page = first_page(signed_in, met)
    assert "Vi gør dit næste møde klar." in page
    assert "Hvad skal det handle om? Du bestemmer." in page
    assert day(in_denmark(now() + timedelta(days=42))) in page


def test_the_agreed_day_is_made_ready_in_one_touch_from_either_page(town, signed_in):
    """Four pages, two of them of one name, stood between her and the theme."""
    met = held_meeting(town)
    load_formats()
    me = signed_in(met.lived.citizen)
    ready = f'action="{reverse("meetings", args=[met.course_id])}"'
    for address in ("/mit/", "/mit/moeder/"):
        page = me.get(address).content.decode()
        assert day(in_denmark(now() + timedelta(days=42))) in page
        assert ready in page
        assert "Gør mødet klar" in page
    begun = me.post(reverse("meetings", args=[met.course_id]))
    assert begun.status_code == 302
    page = me.get(begun.url).content.decode()
    assert "Skriv, hvad mødet skal handle om" in page
    assert day(in_denmark(now() + timedelta(days=42))) in page
    with as_(met.lived.citizen):
        kinds = {row.format for row in meetings_of(met.course_id)}
    assert len(kinds) == 1, "the next one is as the last one was"
    assert ready not in me.get("/mit/").content.decode(), "it is being made ready"


def test_who_only_prepares_is_not_shown_a_page_of_the_same_name(town, signed_in):
    met = prepared_meeting(town)
    me = signed_in(met.lived.citizen)
    page = me.get(f"/forloeb/{met.course_id}/moeder/{met.id}/forbered/").content.decode()
    assert "Gå til mine møder" in page
    assert f'href="{reverse("meetings", args=[met.course_id])}"' not in page


def test_each_thing_that_the_meeting_waits_for_is_asked_in_turn(town, signed_in):
    load_formats()
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        [row] = meetings_of(met.course_id)
    waits = {
        "Hvad skal det handle om": replace(row, themes=0),
        "Hvem skal med": replace(row, guests=0),
        "Hvornår passer det": replace(row, starts_at=now() - timedelta(days=1)),
        "Passer tid og sted": replace(row, is_frame_agreed=False),
        "Alt er klar": row,
    }
    for asked, one in waits.items():
        assert present.step_to_meeting(one).why.startswith(asked)


def test_in_an_open_dialogue_no_theme_is_asked_for_beforehand(town):
    met = prepared_meeting(town, "M-02")
    with as_(met.lived.citizen):
        [row] = meetings_of(met.course_id)
    assert (row.themes, row.agenda_before) == (0, False)
    assert present.step_to_meeting(row).why.startswith("Alt er klar")
    assert "ved starten" in meetings_present.meeting_card(row).note


def test_a_meeting_that_was_called_comes_before_one_that_is_prepared(town, met):
    with as_(met.lived.citizen):
        [row] = meetings_of(met.course_id)
    called = replace(row, state=MeetingState.CALLED, starts_at=now() + timedelta(days=30))
    assert present.next_meeting([row, called]) is called
    assert present.next_meeting([replace(row, starts_at=None), row]) is row


def test_a_called_meeting_that_was_changed_asks_her_first(met):
    with as_(met.lived.citizen):
        [row] = meetings_of(met.course_id)
    called = replace(row, state=MeetingState.CALLED, starts_at=now() + timedelta(days=3))
    changed = replace(called, is_frame_agreed=False)
    asks = "Dit møde er ændret. Passer det dig?"
    assert present.step_to_meeting(changed).sentence == asks
    asked_to = replace(changed, citizen=Citizen.INVITED)
    begun = replace(changed, starts_at=now() - timedelta(hours=1))
    for one in (replace(changed, is_frame_agreed=True), asked_to, begun):
        assert present.step_to_meeting(one).sentence != asks


def test_a_day_that_went_by_meanwhile_is_said_no_more(met):
    with as_(met.lived.citizen):
        [row] = meetings_of(met.course_id)
    gone = replace(row, starts_at=now() - timedelta(days=2))
    assert meetings_present.meeting_card(gone).when is None
    assert present.step_to_meeting(gone).when is None


def test_minutes_come_first_and_the_meeting_stands_below_them(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        made = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=made)
        begin_meeting(actor=met.karen, course_id=met.course_id, format_code="M-01")
    page = first_page(signed_in, met)
    assert "Referatet fra mødet er klar" in page
    assert "Vi er ved at gøre mødet klar" in page


def test_an_agreed_day_stands_below_minutes_that_wait_for_her(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        made = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=made)
    page = first_page(signed_in, met)
    assert "Referatet fra mødet er klar" in page
    assert "Der er ikke aftalt et møde" not in page
    assert day(in_denmark(now() + timedelta(days=42))) in page
    assert "Gør mødet klar" in page


def test_who_has_said_that_she_cannot_that_day_is_not_asked_again(town, signed_in):
    met = prepared_meeting(town, call=True)
    hers = signed_in(met.lived.citizen)
    assert "Kan du ikke komme" in hers.get("/mit/").content.decode()
    with as_(met.lived.citizen):
        actions.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.NOT_TODAY
        )
    page = hers.get("/mit/").content.decode()
    assert "Du har sagt, at du ikke kan den dag." in page
    assert "Kan du ikke komme" not in page


def test_a_meeting_that_others_called_off_is_gone_aloud(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        begun = begin_meeting(actor=met.karen, course_id=met.course_id, format_code="M-01")
        actions.cancel_meeting(actor=met.karen, meeting_id=begun, reason="Bo er på kursus")
    me = signed_in(met.lived.citizen)
    page = me.get("/mit/").content.decode()
    assert "Mødet er aflyst." in page
    assert "Bo er på kursus" in page
    assert day(in_denmark(now() + timedelta(days=42))) in page
    mine = me.get("/mit/moeder/").content.decode()
    assert "Møder, der er aflyst" in mine
    assert "Bo er på kursus" in mine
    rows = signed_in(met.karen).get(reverse("meetings", args=[met.course_id])).content.decode()
    assert "Aflyst" in rows


def test_what_she_called_off_herself_is_not_told_to_her_as_news(met, signed_in):
    with as_(met.lived.citizen):
        actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
    me = signed_in(met.lived.citizen)
    assert "Mødet er aflyst." not in me.get("/mit/").content.decode()
    mine = me.get("/mit/moeder/").content.decode()
    assert "Mødet er aflyst." in mine
