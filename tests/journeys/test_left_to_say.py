"""A course ends with a meeting ahead: who is close and gets no mail is told by who held it."""

import pytest

from landfast.access.queries import events
from landfast.journeys.note_death import note_death
from landfast.journeys.see_my_agreements import see_my_agreements
from landfast.journeys.stop_course import stop_course
from landfast.kernel import danish
from landfast.kernel.clock import date_in_denmark, today
from landfast.meetings.actions import call_meeting
from landfast.meetings.queries import meetings_of
from tests.factories.meetings import prepared_meeting
from tests.factories.parts import proxy_of
from tests.factories.town import as_


@pytest.fixture
def met(town):
    return prepared_meeting(town)


def called(met):
    with as_(met.karen):
        call_meeting(actor=met.karen, meeting_id=met.id)
        [row] = [one for one in meetings_of(met.course_id) if one.id == met.id]
    return date_in_denmark(row.starts_at)


def left(actor):
    with as_(actor):
        return [(row.text, row.due_on) for row in see_my_agreements(actor=actor).tasks]


def stops(met):
    with as_(met.lived.citizen):
        stop_course(actor=met.lived.citizen, course_id=met.course_id)


def test_who_held_it_is_asked_to_say_it_to_those_who_get_no_mail(met):
    day = called(met)
    stops(met)
    assert left(met.karen) == [
        (f"Sig det til Min søster Birthe: mødet {danish.day(day)} er aflyst.", day)
    ]
    with as_(met.lived.citizen):
        assert "plan.left_to_say" in {one.kind for one in events(met.course_id)}


def test_of_a_meeting_that_nobody_had_been_called_to_nobody_is_told(met):
    stops(met)
    assert left(met.karen) == []
    with as_(met.lived.citizen):
        assert "plan.left_to_say" not in {one.kind for one in events(met.course_id)}


def test_after_a_death_who_wrote_it_down_has_it_still_each_reader_named_once(met):
    day = called(met)
    proxy_of(met.lived)
    with as_(met.karen):
        note_death(actor=met.karen, course_id=met.course_id, died_on=today())
    assert set(left(met.karen)) == {
        (f"Sig det til Min søster Birthe: mødet {danish.day(day)} er aflyst.", day),
        ("Sig det til Birthe Jensen, der læste for Jytte: forløbet er slut.", None),
    }


def test_who_ends_it_herself_tells_those_who_read_for_her_herself(met):
    proxy_of(met.lived)
    stops(met)
    assert left(met.karen) == []
