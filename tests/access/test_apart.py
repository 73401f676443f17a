"""A citizen who is kept apart vanishes for all but named people; and what could tell of her."""

import pytest
from django.db import connection

from landfast.access import models
from landfast.access.apart import keep_apart, lift_apart
from landfast.access.apart_rows import kept_apart
from landfast.access.looks.looking import open_record
from landfast.access.rules import Apart
from landfast.consent import models as consents
from landfast.course import models as courses
from landfast.course.actions.changing import ask_for_another
from landfast.course.actions.observing import record_observation
from landfast.course.queries import logged_names, oversight
from landfast.course.queries.holding import holders
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.mend_mistake import propose_moving
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from tests.factories.emergencies import known_course, opens
from tests.factories.plan import wished
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def lived(town):
    course = known_course(town)
    wished(course)
    town.hire("Dina Dpo", town.coordination, "dpo")
    return course


def apart(town, lived, *, by=None, leader=None):
    actor, leader = by or town.karen, leader or town.dorte
    with as_(actor):
        keep_apart(actor=actor, course_id=lived.id, why=Apart.COLLEAGUE, leader=leader.person_id)


def sees(actor, lived):
    with as_(actor):
        return courses.Course.objects.filter(scope_id=lived.id).exists()


def counted(actor, unit):
    with as_(actor):
        return sum(one.count for one in oversight.counted([unit]).states)


def test_the_unit_sees_nothing_and_the_named_people_what_they_saw(town, lived):
    assert [sees(who, lived) for who in (town.dorte, town.lars)] == [True, True]
    apart(town, lived)
    seen = {name: sees(getattr(town, name), lived) for name in ("karen", "dorte", "lars", "nina")}
    assert seen == {"karen": True, "dorte": True, "lars": False, "nina": False}
    assert sees(lived.citizen, lived)
    with as_(lived.citizen):
        assert kept_apart(lived.id).leader == "Dorte Daglig"
    with as_(town.lars), pytest.raises(NotFound):
        open_record(town.lars, lived.id, "Forløbet")


def test_no_count_no_search_no_number_and_no_key_tells_of_her(town, lived):
    before = counted(town.lars, town.coordination)
    with as_(town.dina):
        assert logged_names.find_citizen("Jytte") == {lived.id: "Jytte Jensen"}
    apart(town, lived)
    assert counted(town.lars, town.coordination) == before - 1
    with as_(town.dina):
        assert logged_names.find_citizen("Jytte") == {}
        assert logged_names.names_of([lived.id]) == {}
    assert opens(town.anna) is None
    with as_(town.anna):
        assert consents.Emergency.objects.filter(course=None).count() == 1


def test_whatever_opens_it_to_a_unit_leaves_nothing(town, lived):
    apart(town, lived)
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute(
            "insert into access_grant (id, created_at, scope_id, unit_id, post, role, ground,"
            " topic, level, starts_at, given_by_id, reason, situation) values (uuidv7(), now(), %s,"
            " %s, 'any', 'recipient', 'consent', 'housing', 'read', now(), %s, 'x', 'always')",
            [lived.id, town.social, town.karen.person_id],
        )
        assert cursor.rowcount == 0


def told(kind, fact):
    return models.Event.objects.get(kind=kind).facts[fact]


def test_only_the_leader_who_was_named_is_told_what_leaders_are_told(town, lived):
    named = [str(town.lars.person_id)]
    apart(town, lived, leader=town.lars)
    with as_(lived.citizen):
        ask_for_another(actor=lived.citizen, course_id=lived.id)
    with as_(town.karen):
        assert told("change.asked", "leads") == named
        row = record_observation(
            actor=town.karen, course_id=lived.id, kind="admission", happened_on=today(),
            source="Datter",
        )  # fmt: skip
        propose_moving(
            actor=town.karen, course_id=lived.id, thing="course_observation", row_id=row,
            target=None, why="En anden ringede", hint="Yrsa",
        )  # fmt: skip
        assert told("mistake.move_proposed", "to") == named


def test_the_leader_who_was_named_covers_and_no_daily_lead_beside(town, lived):
    apart(town, lived, leader=town.lars)
    with as_(town.lars):
        lose_coordinator(actor=town.lars, person_id=town.karen.person_id, loss=Loss.LEFT)
        assert holders(lived.id).holder.person_id == town.lars.person_id
    assert not sees(town.dorte, lived)


def test_lifted_the_leaders_see_it_again(town, lived):
    apart(town, lived)
    with as_(town.dorte), refused("not_your_role"):
        lift_apart(actor=town.dorte, course_id=lived.id)
    with as_(town.karen):
        lift_apart(actor=town.karen, course_id=lived.id)
    assert [sees(who, lived) for who in (town.dorte, town.lars)] == [True, True]
    with as_(town.karen), refused("not_kept_apart"):
        lift_apart(actor=town.karen, course_id=lived.id)


def test_a_leader_of_the_unit_is_named_and_only_who_holds_it_does_so(town, lived):
    for nobody in (town.mads, town.solveig):
        with refused("cannot_be_kept_apart"):
            apart(town, lived, leader=nobody)
    for other in (lived.citizen, town.dorte):
        with refused("not_your_role"):
            apart(town, lived, by=other)
    with refused("not_found"):
        apart(town, lived, by=town.bo)
    apart(town, lived)
    with refused("cannot_be_kept_apart"):
        apart(town, lived)
    with as_(town.bo):
        assert models.KeptApart.objects.count() == 0
