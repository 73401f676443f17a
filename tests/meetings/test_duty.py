"""A duty to attend: own staff count as coming until they say no; others are asked (C3)."""

from datetime import timedelta

import pytest

from landfast.access.actor import SYSTEM
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.refusals import Wrong
from landfast.meetings import actions, queries
from landfast.meetings.actions import Guest
from landfast.meetings.rules import Reply
from landfast.people.actions import note_leave
from landfast.people.rules import LeaveKind
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_


def replies(met):
    with as_(met.karen):
        there = {one.id: one for one in queries.meeting(met.id).guests}
    return {name: (there[seat].reply, there[seat].by_duty) for name, seat in met.guests.items()}


def away(person, on):
    note_leave(person_id=person.person_id, starts_on=on, ends_on=on, kind=LeaveKind.PLANNED)


def test_nobody_comes_by_duty_before_the_meeting_is_called(town):
    assert set(replies(prepared_meeting(town)).values()) == {(Reply.ASKED, False)}


def test_own_staff_come_by_duty_and_others_are_asked(town):
    assert replies(prepared_meeting(town, call=True)) == {
        "bo": (Reply.COMES, True),
        "anna": (Reply.ASKED, False),
        "sister": (Reply.ASKED, False),
    }


def test_own_staff_on_leave_that_day_are_asked(town):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        on = date_in_denmark(queries.meeting(met.id).starts_at)
    with as_(SYSTEM):
        away(town.bo, on)
    with as_(met.lived.citizen):
        actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)
    assert replies(met)["bo"] == (Reply.ASKED, False)


def test_a_word_of_ones_own_takes_the_place_of_duty(town):
    met = prepared_meeting(town, call=True)
    with as_(town.bo):
        actions.answer_invitation(
            actor=town.bo, participant_id=met.guests["bo"], reply=Reply.BY_PHONE
        )
    assert replies(met)["bo"] == (Reply.BY_PHONE, False)


def test_a_no_has_a_reason_and_a_new_time_binds_anew(town):
    met = prepared_meeting(town, call=True)
    no = {"actor": town.bo, "participant_id": met.guests["bo"], "reply": Reply.DECLINED}
    with as_(town.bo):
        with pytest.raises(Wrong, match="hvorfor"):
            actions.answer_invitation(**no)
        actions.answer_invitation(**no, reason="Kursus")
    assert replies(met)["bo"] == (Reply.DECLINED, False)
    with as_(met.lived.citizen):
        later = frame(starts_at=now() + timedelta(days=20))
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=later)
    assert replies(met)["bo"] == (Reply.COMES, True)


def test_who_is_asked_to_a_called_meeting_comes_by_duty(town):
    met = prepared_meeting(town, call=True)
    town.hire("Else Ekstra", town.social, "home_support")
    guest = Guest("I stedet for Bo", town.staff["else"].person_id, role="home_support")
    with as_(met.lived.citizen):
        met.guests["else"] = actions.ask_guest(
            actor=met.lived.citizen, meeting_id=met.id, guest=guest
        )
    assert replies(met)["else"] == (Reply.COMES, True)
