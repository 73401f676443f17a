"""What is read, by whom, and in how many queries."""

from datetime import timedelta

import pytest

from landfast.kernel import clock
from landfast.kernel.refusals import NotFound
from landfast.plan import actions, models, queries
from landfast.plan.queries.of_units import of_units
from landfast.plan.rules.words import Standing
from tests.factories.plan import accepted, in_days, not_kept, proposed, wished, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return with_team(town, town.bo, town.anna)


def test_the_plan_is_read_in_four_queries(town, lived, django_assert_num_queries):
    wish = wished(lived)
    for _ in range(3):
        accepted(town, lived, town.bo, wish_id=wish, practical_problem="")
    proposed(town, lived, town.anna)
    with as_(lived.citizen):
        actions.add_step(actor=lived.citizen, course_id=lived.id, text="Går en tur", wish_id=wish)
        with django_assert_num_queries(4):
            plan = queries.plan_of(lived.id)
    assert len(plan.wishes[0].agreements) == 3
    assert len(plan.practical) == 1
    assert [step.text for step in plan.wishes[0].steps] == ["Går en tur"]


def test_what_is_put_away_keeps_its_agreements(town, lived):
    wish = wished(lived)
    accepted(town, lived, town.bo, wish_id=wish)
    with as_(lived.citizen):
        actions.set_standing(actor=lived.citizen, wish_id=wish, standing=Standing.ASIDE)
        plan = queries.plan_of(lived.id)
    assert plan.living == ()
    assert len(plan.aside[0].agreements) == len(plan.agreements) == 1


def test_a_stranger_the_ward_and_the_leader_see_no_row(town, lived):
    wish = wished(lived)
    agreement = accepted(town, lived, town.bo, wish_id=wish)
    with as_(lived.citizen):
        actions.add_step(actor=lived.citizen, course_id=lived.id, text="Går en tur")
    tables = (models.Wish, models.OwnStep, models.Agreement, models.AgreementChange)
    for actor in (town.peter, town.mads, town.dorte, town.lars, None):
        with as_(actor):
            assert [table.objects.count() for table in tables] == [0, 0, 0, 0]
            with pytest.raises(NotFound):
                queries.agreement(agreement, lived.id)
    for actor in (town.bo, town.karen, lived.citizen):
        with as_(actor):
            assert all(table.objects.count() for table in tables)


def test_an_agreement_is_not_found_under_another_course(town, lived):
    agreement = accepted(town, lived, town.bo)
    other = with_team(town, town.bo, name="Jens Hansen")
    with as_(town.bo), pytest.raises(NotFound):
        queries.agreement(agreement, other.id)


def test_the_team_that_can_promise_are_employees_only(town, lived):
    with as_(lived.citizen):
        names = [row.name for row in queries.team_of(lived.id)]
    assert names == ["Karen Koordinator", "Bo Bostøtte", "Anna Afsnit"]


def test_agreements_of_a_maker_across_citizens(town, lived):
    accepted(town, lived, town.bo)
    accepted(town, with_team(town, town.bo, name="Jens Hansen"), town.bo)
    not_kept(town, lived, town.bo)
    with as_(town.bo):
        assert len(queries.agreements_of_maker(town.bo)) == 2
        assert len(queries.recent_of_maker(town.bo)) == 1
    with as_(town.karen):
        assert queries.agreements_of_maker(town.karen) == []


def overdue_for(actor, days):
    with clock.at(clock.now() + timedelta(days=days)), as_(actor):
        return [(row.unit_id, row.overdue, row.at_leader) for row in
                of_units([], clock.now()).late]  # fmt: skip


def test_a_leader_reads_counts_for_her_own_units_and_nothing_else(town, lived):
    leader = town.hire("Sanne Leder", town.social, "leader")
    accepted(town, lived, town.bo, due_on=in_days(3))
    accepted(town, lived, town.anna, due_on=in_days(3))
    proposed(town, lived, town.bo, due_on=in_days(3))
    with as_(lived.citizen):
        actions.add_step(
            actor=lived.citizen, course_id=lived.id, text="Går en tur", remind_on=in_days(1)
        )
    assert overdue_for(leader, 3) == []
    assert overdue_for(leader, 4) == [(town.social, 1, 0)]
    assert overdue_for(leader, 30) == [(town.social, 1, 1)]
    for other in (town.lars, town.bo, town.karen, lived.citizen):
        assert overdue_for(other, 30) == []
    with as_(leader):
        assert models.Agreement.objects.count() == 0
