"""Who is the coordinator? A name and a number for who has a ground; logged, told, not guessed."""

import pytest
from django.db import connection

from landfast.access.apart import keep_apart
from landfast.access.looks.told import looks
from landfast.access.queries import course_roles, events
from landfast.access.rules import Apart
from landfast.course.rules.lookup import (
    NAMED_BY,
    PAGE,
    TRIES_AN_HOUR,
    LookupGround,
    grounds_of,
)
from landfast.journeys.find_coordinator import find_coordinator
from landfast.kernel.refusals import NotAllowed, TooMany, Wrong
from landfast.kernel.sealed import marks
from landfast.messages.rules import NEWS
from landfast.people.rules import OrganisationKind, roles
from tests.factories.courses import assessed_course
from tests.factories.emergencies import CPR, known_course
from tests.factories.town import as_

OTHER = "0202801234"


@pytest.fixture
def lived(town):
    return known_course(town)


def asks(actor, cpr=CPR, ground=LookupGround.ADMITTED):
    with as_(actor):
        return find_coordinator(actor=actor, cpr=cpr, ground=ground)


def in_sql(actor, ground):
    """As somebody asks who writes the application's own SQL."""
    with as_(actor), connection.cursor() as cursor:
        cursor.execute(
            "select said from course_find_coordinator(%s::text[], %s)", [marks(CPR), ground]
        )
        return cursor.fetchone()[0]


def test_a_ward_gets_name_and_number_and_who_picks_up_and_no_access(town, lived):
    found = asks(town.anna)
    assert found.held.holder.name == "Karen Koordinator"
    assert found.held.holder.phone
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
    assert asks(town.peter).held.holder


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


def test_a_ground_is_named_by_those_whose_work_it_is_and_the_others_ring(town, lived):
    region, state = OrganisationKind.REGION, OrganisationKind.STATE
    both = [LookupGround.ADMITTED, LookupGround.ACUTE]
    assert grounds_of([(region, "ward_staff")]) == both
    assert grounds_of([(state, "probation")]) == [LookupGround.PROBATION]
    assert grounds_of([(OrganisationKind.PRACTICE, "gp")]) == [LookupGround.ACUTE]
    assert grounds_of([(state, "ward_staff"), (region, "probation"), (state, "police")]) == []
    for houses in NAMED_BY.values():
        assert {role for found in houses.values() for role in found} <= roles().keys()
    for actor, ground in (
        (town.bo, LookupGround.ADMITTED), (town.karen, LookupGround.ACUTE),
        (town.anna, LookupGround.PROBATION),
    ):  # fmt: skip
        with pytest.raises(Wrong, match="not_your_ground"):
            asks(actor, ground=ground)


def test_the_database_gives_each_role_in_each_house_the_grounds_that_the_rule_gives(town, lived):
    """Every role, kind of house and ground: the rule is the oracle."""
    every = [(kind, role) for kind in OrganisationKind for role in roles()]
    given = {
        (ground, post) for post in every for ground in LookupGround if ground in grounds_of([post])
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "select g, k, r from unnest(%s::text[]) g, unnest(%s::text[]) k, unnest(%s::text[]) r"
            " where course_gives_lookup(g, k, r)",
            [list(LookupGround), list(OrganisationKind), list(roles())],
        )
        told = {(ground, (kind, role)) for ground, kind, role in cursor.fetchall()}
    assert told == given
    assert [in_sql(town.anna, ground.value) for ground in LookupGround] == [
        "found", "found", "nobody",
    ]  # fmt: skip
    assert [in_sql(town.bo, ground) for ground in (*LookupGround, "", "x")] == ["nobody"] * 5
