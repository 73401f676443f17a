"""Who is the coordinator? A name and a number for who has a ground; logged, told, not guessed."""

import pytest

from landfast.access.apart import keep_apart
from landfast.access.queries import course_roles, events, looks
from landfast.access.rules import Apart
from landfast.course.rules.lookup import PAGE, TRIES_AN_HOUR, LookupGround
from landfast.journeys.find_coordinator import find_coordinator
from landfast.kernel.refusals import NotAllowed, TooMany, Wrong
from landfast.messages.rules import NEWS
from tests.factories.courses import assessed_course
from tests.factories.emergencies import CPR, known_course
from tests.factories.town import as_

OTHER = "0202801234"


@pytest.fixture
def lived(town):
    return known_course(town)


def asks(actor, cpr=CPR):
    with as_(actor):
        return find_coordinator(actor=actor, cpr=cpr, ground=LookupGround.ADMITTED)


def test_a_ward_gets_name_and_number_and_who_picks_up_and_no_access(town, lived):
    found = asks(town.anna)
    assert found.coordinator.name == "Karen Koordinator"
    assert found.coordinator.phone
    assert found.unit.id == town.coordination
    with as_(town.anna):
        assert course_roles(town.anna, lived.id) == frozenset()


def test_she_sees_the_look_and_she_and_the_coordinator_are_told(town, lived):
    asks(town.anna)
    with as_(lived.citizen):
        [look] = [row for row in looks(lived.id) if row.what == PAGE]
        assert events(lived.id)[0].kind == "coordinator.looked_up"
    assert look.allowed
    told = NEWS["coordinator.looked_up"]
    assert told.citizen
    assert told.holders


def test_a_number_that_opens_nothing_says_nothing_and_guessing_ends(town, lived):
    for _ in range(TRIES_AN_HOUR):
        assert asks(town.anna, OTHER) is None
    with pytest.raises(TooMany, match="too_many_lookups"):
        asks(town.anna)
    assert asks(town.bo).coordinator


def test_that_somebody_is_referred_is_not_found(town):
    assessed_course(town, cpr=OTHER)
    assert asks(town.anna, OTHER) is None


def test_one_who_is_kept_apart_is_not_found(town, lived):
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=lived.id, why=Apart.KNOWN, leader=town.dorte.person_id
        )
    assert asks(town.anna) is None


def test_citizens_do_not_look_up_and_a_number_has_ten_digits(town, lived):
    with pytest.raises(NotAllowed):
        asks(lived.citizen)
    with pytest.raises(Wrong):
        asks(town.anna, "12")
