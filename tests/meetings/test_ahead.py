"""Which meeting is next, for a course and for Monday."""

from datetime import timedelta

from landfast.insight.monday import monday
from landfast.kernel import clock
from landfast.meetings import queries
from tests.factories.meetings import held_meeting, prepared_meeting
from tests.factories.town import as_


def test_a_meeting_that_should_have_begun_is_still_next_that_day(town):
    met = prepared_meeting(town, call=True)
    with as_(town.karen):
        starts = queries.next_meeting(met.course_id).starts_at
    late = starts.astimezone(clock.DENMARK).replace(hour=23, minute=30)
    for moment, is_next in ((late, True), (late + timedelta(hours=1), False)):
        with clock.at(moment), as_(town.karen):
            assert bool(queries.next_meeting(met.course_id)) is is_next


def test_monday_shows_the_meetings_of_today_and_tomorrow_only(town):
    met = prepared_meeting(town, call=True)
    with as_(town.karen):
        assert monday(town.karen).meets == []
        starts = queries.next_meeting(met.course_id).starts_at
    with clock.at(starts - timedelta(days=1)):
        with as_(town.karen):
            assert [one.meeting.id for one in monday(town.karen).meets] == [met.id]
        with as_(town.bo):
            assert monday(town.bo).meets == []


def test_the_last_and_the_next_meeting_come_together(town):
    met = held_meeting(town)
    with as_(town.karen):
        last, ahead = queries.last_and_next([met.course_id])
    assert last[met.course_id].id == met.id
    assert ahead == {}
