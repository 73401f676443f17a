"""Meetings that nobody ends: the course ends, or the room was left open."""

from datetime import timedelta

import pytest

from landfast.journeys import hold_meeting as journey
from landfast.journeys.note_death import note_death
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotNow
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import Ended, MeetingState, TurnKind
from tests.factories.meetings import at, held_meeting, prepared_meeting, running_meeting, say
from tests.factories.town import as_


def clock_strikes(chore):
    with as_(None):
        return chore()


def test_a_stop_ends_a_running_meeting_at_once_and_nothing_said_there_is_kept(town):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg vil ikke mere")
    citizen = met.lived.citizen
    with as_(citizen):
        stop_course(actor=citizen, course_id=met.course_id)
        (row,) = queries.meetings_of(met.course_id)
        assert (row.state, row.ended) == (MeetingState.HELD, Ended.WITH_COURSE)
        assert not models.Turn.objects.exists()
    with as_(met.karen), pytest.raises(Exception):  # noqa: B017, PT011 - her access has ended
        actions.note_present(actor=met.karen, meeting_id=met.id, present=[])


def test_a_death_during_a_meeting_ends_it_too(town):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Ord")
    with as_(met.karen):
        note_death(actor=met.karen, course_id=met.course_id, died_on=clock.today())
    with as_(met.lived.citizen):
        assert not models.Turn.objects.exists()


def test_a_stop_takes_the_notes_of_a_held_meeting_and_what_lay_ahead(town):
    met = held_meeting(town)
    with as_(met.lived.citizen):
        assert models.Turn.objects.exists()
        stop_course(actor=met.lived.citizen, course_id=met.course_id)
        assert not models.Turn.objects.exists()
        assert queries.meeting(met.id).ended == ""


def test_what_was_called_falls_away_with_the_course(town):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        stop_course(actor=met.lived.citizen, course_id=met.course_id)
        (row,) = queries.meetings_of(met.course_id)
    assert row.state is MeetingState.CANCELLED


@pytest.mark.parametrize(
    ("touched", "looked", "closes"),
    [
        (at(2026, 3, 2, 10), at(2026, 3, 2, 22), False),
        (at(2026, 3, 2, 10), at(2026, 3, 3, 1), True),
        (at(2026, 3, 2, 22), at(2026, 3, 3, 1), False),
        (at(2026, 3, 2, 22), at(2026, 3, 3, 3), True),
    ],
)
def test_a_meeting_closes_when_nobody_touched_it_since_the_day_before(
    town, touched, looked, closes
):
    met = running_meeting(town)
    with as_(met.karen):
        models.Meeting.objects.filter(id=met.id).update(touched_at=touched)
    with clock.at(looked):
        assert clock_strikes(actions.close_left_open) == closes


def test_a_meeting_left_open_closes_itself_once_and_nobody_writes_in_it(town):
    met = running_meeting(town)
    assert clock_strikes(actions.close_left_open) == 0
    with clock.at(now() + timedelta(days=1, hours=5)):
        assert clock_strikes(actions.close_left_open) == 1
        assert clock_strikes(actions.close_left_open) == 0
    with as_(met.karen):
        row = queries.meeting(met.id)
        assert (row.state, row.ended) == (MeetingState.HELD, Ended.ITSELF)
        with pytest.raises(NotNow):
            actions.note_present(actor=met.karen, meeting_id=met.id, present=[])


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_notes_go_thirty_days_after_the_last_word_though_no_minutes_came(town, days, kept):
    met = held_meeting(town)
    with as_(met.lived.citizen):
        last = models.Turn.objects.order_by("-at").values_list("at", flat=True)[0]
    with clock.at(last + timedelta(days=days)):
        clock_strikes(actions.forget_turns)
    with as_(met.lived.citizen):
        assert models.Turn.objects.exists() is kept


def test_minutes_can_still_be_written_when_the_notes_are_gone(town):
    met = held_meeting(town)
    with clock.at(now() + timedelta(days=40)):
        clock_strikes(actions.forget_turns)
    with as_(met.karen):
        journey.write_minutes(actor=met.karen, meeting_id=met.id)
        (row,) = queries.minutes_of(met.id)
    assert row.citizen_said == ""
