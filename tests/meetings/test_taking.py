"""Who was named to take the minutes writes them; who leads says who gets them (A12, C6)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.insight.monday import monday
from landfast.insight.waiting import Waits
from landfast.kernel import clock
from landfast.kernel.refusals import NotAllowed
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.taking import makes_draft, takes_minutes
from tests.factories.meetings import held_meeting
from tests.factories.town import as_


@pytest.fixture
def met(town):
    """A meeting that was held, at which Bo took the minutes; an own format has that part."""
    met = held_meeting(town)
    with as_(met.karen):
        models.Participant.objects.filter(id=met.guests["bo"]).update(part="minute_taker")
    return met


def made(met, who):
    with as_(who):
        return actions.make_minutes(actor=who, meeting_id=met.id)


def told(who):
    with as_(who):
        return [one.due.what for one in monday(who).waits]


def test_who_was_named_and_was_there_takes_them_and_a_guest_makes_no_draft():
    assert takes_minutes("minute_taker", was_there=True)
    assert not takes_minutes("minute_taker", was_there=False)
    assert not takes_minutes("reflector", was_there=True)
    assert makes_draft("minute_taker", was_there=True, is_guest=False)
    assert not makes_draft("minute_taker", was_there=True, is_guest=True)
    assert makes_draft("minute_taker", was_there=True, is_guest=True, closed_itself=True)


def test_drafts_out_of_the_notes_puts_right_and_shows_the_citizen(met):
    minutes = made(met, met.bo)
    with as_(met.bo):
        row = queries.newest(met.id)
        assert any(theme["said"] for theme in row.content["themes"])
        actions.edit_minutes(
            actor=met.bo, minutes_id=minutes, citizen_said="Jeg vil sove", themes={}
        )
        actions.show_minutes(actor=met.bo, minutes_id=minutes)
    with as_(met.lived.citizen):
        assert queries.newest(met.id).citizen_said == "Jeg vil sove"


def test_who_leads_goes_on_with_it_and_says_who_gets_it(met):
    minutes = made(met, met.bo)
    with as_(met.bo), pytest.raises(NotAllowed):
        actions.publish_minutes(actor=met.bo, minutes_id=minutes, recipients=[])
    with as_(met.karen):
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
        actions.note_seen_beside(actor=met.karen, minutes_id=minutes)
        actions.publish_minutes(
            actor=met.karen, minutes_id=minutes, recipients=[met.guests["anna"]]
        )
    with as_(met.bo):
        assert queries.newest(met.id).state is MinutesState.PUBLISHED
        with pytest.raises(NotAllowed):
            actions.recall_minutes(actor=met.bo, minutes_id=minutes, reason="Forkert")


def test_nobody_else_at_the_table_writes_or_reads_the_draft(met):
    with pytest.raises(NotAllowed):
        made(met, met.anna)
    made(met, met.bo)
    for who, count in ((met.bo, 1), (met.anna, 0)):
        with as_(who):
            assert len(queries.minutes_of(met.id)) == count
            assert models.Turn.objects.filter(meeting_id=met.id).exists() == bool(count)


@pytest.mark.parametrize(
    "change",
    [
        "update meetings_minutes set state = 'published'",
        "update meetings_turn set text = 'x'",
        "delete from meetings_turn",
    ],
)
def test_the_database_lets_her_send_nothing_out_and_change_no_note(met, change):
    made(met, met.bo)
    changed = 0
    with as_(met.bo), connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(change)
                changed = cursor.rowcount
        except DatabaseError:
            pass
    assert not changed


def test_who_takes_them_is_told_until_the_citizen_has_them(met):
    assert told(met.bo) == [Waits.WRITE]
    minutes = made(met, met.bo)
    assert told(met.bo) == [Waits.WRITE]
    assert told(met.anna) == []
    with as_(met.bo):
        actions.show_minutes(actor=met.bo, minutes_id=minutes)
    assert told(met.bo) == []


def test_who_holds_the_course_is_told_once(met):
    with as_(met.karen):
        models.Meeting.objects.filter(id=met.id).update(leader_id=met.bo.person_id)
        models.Participant.objects.filter(id=met.guests["bo"]).update(person_id=met.karen.person_id)
    assert told(met.karen) == [Waits.MINUTES]


def test_what_nobody_wrote_is_asked_for_thirty_days(met):
    with clock.at(clock.now() + timedelta(days=29)):
        assert told(met.bo) == [Waits.WRITE]
    with clock.at(clock.now() + timedelta(days=31)):
        assert told(met.bo) == []
