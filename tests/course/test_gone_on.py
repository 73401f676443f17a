"""A coordinator who was lost reads who has her courses, while she is away and some weeks after."""

from datetime import timedelta

import pytest

from landfast.access.apart import keep_apart
from landfast.access.rules import Apart
from landfast.course.queries.gone_on import SHOWN_DAYS, gone_on
from landfast.journeys.hand_over import accept_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.people import actions as people
from tests.course.baton import offered
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def lives(town):
    return [started_course(town, name) for name in ("Anna Ask", "Bent Berg", "Carla Carlsen")]


def is_lost(town, ends_on=None):
    with as_(town.dorte):
        lose_coordinator(
            actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE, ends_on=ends_on
        )


def goes_to_mads(town, lived):
    offer = offered(town, lived, town.mads, by=town.dorte)
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)


def seen_by(actor):
    with as_(actor):
        return [(one.name, one.covers, one.holds) for one in gone_on(actor)]


def test_she_reads_who_covers_and_who_is_coordinator_now_and_nobody_else_does(town, lives):
    is_lost(town)
    assert seen_by(town.karen) == [("Dorte Daglig", 3, 0)]
    goes_to_mads(town, lives[0])
    assert seen_by(town.karen) == [("Dorte Daglig", 2, 0), ("Mads Makker", 0, 1)]
    assert seen_by(town.mads) == seen_by(town.dorte) == []


def test_what_she_holds_again_and_what_is_over_is_not_counted(town, lives):
    is_lost(town)
    with as_(town.karen):
        people.come_back(person_id=town.karen.person_id)
    offer = offered(town, lives[0], town.karen, by=town.dorte)
    with as_(town.karen):
        accept_course(actor=town.karen, handover_id=offer)
    assert seen_by(town.karen) == [("Dorte Daglig", 2, 0)]


def test_one_that_is_kept_apart_is_not_counted(town, lives):
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=lives[0].id, why=Apart.COLLEAGUE,
            leader=town.lars.person_id,
        )  # fmt: skip
    is_lost(town)
    assert seen_by(town.karen) == [("Dorte Daglig", 2, 0)]


@pytest.mark.parametrize(("after", "is_shown"), [(SHOWN_DAYS, True), (SHOWN_DAYS + 1, False)])
def test_it_stands_for_some_weeks_after_a_leave_however_long(town, lives, after, is_shown):
    back = today() + timedelta(days=90)
    is_lost(town, ends_on=back)
    with clock.at(now() + timedelta(days=60)):
        assert seen_by(town.karen) == [("Dorte Daglig", 3, 0)]
    with clock.at(now() + timedelta(days=90 + after)):
        assert bool(seen_by(town.karen)) is is_shown
