"""Who has left, or covered in a course that ended, holds nothing in it any more."""

from datetime import timedelta

import pytest

from landfast.course import models
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy, step_out_who_left
from landfast.course.queries.holding import holders
from landfast.journeys.cover_absence import cover_absence
from landfast.journeys.hand_over import accept_course, offer_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.run_organisation import end_employment
from landfast.journeys.start_course import start_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound, NotNow
from landfast.people import queries as people
from tests.course.test_one_coordinator import acting_as, at_once
from tests.factories.courses import assessed_course, started_course
from tests.factories.town import as_, leaves
from tests.own import settled
from tests.refusing import refused


@pytest.fixture
def lived(town):
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    return lived


def held(lived):
    with as_(lived.citizen):
        return holders(lived.id)


def covers(town, lived, who, days=4):
    with as_(town.karen):
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=who.person_id, starts_on=today(),
            ends_on=today() + timedelta(days=days),
        )  # fmt: skip


def keeper(town):
    """Whoever employs in the coordinating unit, and sees no citizen."""
    return town.hire("Tove Administrator", town.coordination, "org_admin")


def desk_of(person, unit):
    [found] = [one for one in people.desks([unit]) if one.row.person.id == person.person_id]
    return found.row.id


def test_a_deputy_who_leaves_covers_no_more_and_another_can(town, lived):
    covers(town, lived, town.mads)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.mads.person_id, loss=Loss.LEFT)
    assert (held(lived).deputy, held(lived).second) == (None, None)
    with as_(town.dorte):
        cover_absence(actor=town.dorte, person_id=town.karen.person_id, until=today())
    assert held(lived).deputy.name == "Dorte Daglig"


def test_an_employment_that_ends_now_leaves_no_second_and_no_deputy(town, lived):
    covers(town, lived, town.mads)
    tove = keeper(town)
    with as_(tove):
        end_employment(
            actor=tove, employment_id=desk_of(town.mads, town.coordination), last_day=None,
            at_once=True,
        )  # fmt: skip
    assert (held(lived).deputy, held(lived).second) == (None, None)
    with as_(lived.citizen):
        [gone] = models.Second.objects.filter(course_id=lived.id)
        assert gone.ended_at


def test_one_whose_last_day_has_gone_is_stepped_out_by_the_clock_once(town, lived):
    leaves(town.mads, today() - timedelta(days=1))
    with as_(town.dorte):
        cover_absence(actor=town.dorte, person_id=town.karen.person_id, until=today())
    assert held(lived).deputy.name == "Dorte Daglig", "the second has left, and can do nothing"
    with as_(None):
        assert (step_out_who_left(), step_out_who_left()) == (1, 0)
    assert held(lived).second is None
    assert held(lived).deputy.name == "Dorte Daglig", "who works here covers on"


def test_who_has_left_is_not_named_to_cover(town, lived):
    leaves(town.mads, today() - timedelta(days=1))
    with refused("not_employed", "person"):
        covers(town, lived, town.mads)


def test_nobody_covers_a_course_that_begins_again_the_same_day(town, lived):
    covers(town, lived, town.mads)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        reopen_course(actor=lived.citizen, course_id=lived.id)
    assert held(lived).deputy is None


def test_the_former_coordinator_reads_on_as_long_as_agreed_however_late_the_yes(town, lived):
    with as_(town.karen):
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.nina.person_id, reason="Flytter"
        )
    with clock.at(clock.now() + timedelta(days=15)):
        with as_(town.nina):
            accept_course(actor=town.nina, handover_id=offer)
            row = models.Handover.objects.get(id=offer)
            assert row.overlap_until == today() + timedelta(days=14)


def test_one_is_appointed_and_leaves_in_the_same_second(own_database):
    """Two real connections: whoever comes second meets what the first has done."""
    town = settled()
    lived = assessed_course(town)
    tove, desk = keeper(town), desk_of(town.nina, town.coordination)
    met = at_once(
        acting_as(town.dorte, lambda: start_course(
            actor=town.dorte, course_id=lived.id, person_id=town.nina.person_id, reason="Plads",
            said_yes=True,
        )),
        acting_as(tove, lambda: end_employment(
            actor=tove, employment_id=desk, last_day=None, at_once=True
        )),
    )  # fmt: skip
    assert sum(one is None for one in met) == 1, met
    assert isinstance(next(one for one in met if one), NotNow | NotFound)
    with as_(lived.citizen):
        holds = models.Coordinatorship.objects.filter(course_id=lived.id, ended_at=None).exists()
    assert holds is bool(people.employments(person_id=town.nina.person_id))
