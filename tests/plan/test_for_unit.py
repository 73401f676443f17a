"""A leader promises for a unit and names who keeps it; it changes hands by that one's own yes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from landfast.kernel.clock import today
from landfast.plan import actions, models, queries
from landfast.plan.actions.for_unit import accept_for_unit, hand_back, name_keeper, take_over
from landfast.plan.rules.for_unit import name_by, name_is_missing
from tests.factories.plan import join, proposed, with_team
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def leader(town):
    return town.hire("Lise Leder", town.social, "leader")


@pytest.fixture
def course(town, leader):
    return with_team(town, leader, town.bo, town.anna)


@pytest.fixture
def promised(town, course, leader):
    agreement = proposed(town, course, None)
    with as_(leader):
        accept_for_unit(actor=leader, agreement_id=agreement, unit_id=town.social)
    return agreement


def stands(town, course, agreement):
    with as_(town.karen):
        return queries.agreement(agreement, course.id)


def test_the_leaders_yes_counts_and_a_name_is_due(town, course, leader, promised):
    row = stands(town, course, promised)
    assert (row.counts, row.maker.id, row.for_unit_id) == (True, leader.person_id, town.social)
    assert row.name_by == name_by(today())
    assert not name_is_missing(row.name_by, row.name_by)
    assert name_is_missing(row.name_by, row.name_by + timedelta(days=1))


def test_only_who_leads_the_unit_promises_for_it(town, course, leader):
    agreement = proposed(town, course, None)
    for actor, unit in ((town.bo, town.social), (leader, town.ward)):
        with refused("not_your_unit"), as_(actor):
            accept_for_unit(actor=actor, agreement_id=agreement, unit_id=unit)


def test_it_changes_hands_by_the_yes_of_who_was_named(town, course, leader, promised):
    with as_(leader):
        name_keeper(actor=leader, agreement_id=promised, person=town.bo.person_id)
    assert stands(town, course, promised).maker.id == leader.person_id
    for other in (town.anna, leader):
        with refused("not_the_named"), as_(other):
            take_over(actor=other, agreement_id=promised)
    with as_(town.bo):
        take_over(actor=town.bo, agreement_id=promised)
    row = stands(town, course, promised)
    assert (row.maker.id, row.name_by, row.named_id) == (town.bo.person_id, None, None)
    with as_(town.bo):
        actions.report_agreement(actor=town.bo, agreement_id=promised, report=actions.Report.KEPT)


def test_who_is_named_is_of_the_unit_and_in_the_team(town, course, leader, promised):
    for person in (town.anna, town.solveig, leader):
        with refused("not_of_the_unit", "person"), as_(leader):
            name_keeper(actor=leader, agreement_id=promised, person=person.person_id)
    with refused("not_the_leader"), as_(town.bo):
        name_keeper(actor=town.bo, agreement_id=promised, person=town.bo.person_id)


def test_who_was_named_says_no_and_it_is_the_leaders_until_another_says_yes(
    town, course, leader, promised
):
    other = town.hire("Ole Støtte", town.social, "home_support")
    join(town, course, other)
    about = {"agreement_id": promised}
    with refused("not_the_named"), as_(town.bo):
        hand_back(actor=town.bo, why="Har ikke tid", **about)
    with as_(leader):
        name_keeper(actor=leader, person=town.bo.person_id, **about)
    with refused("missing", "why"), as_(town.bo):
        hand_back(actor=town.bo, why=" ", **about)
    for nobody in (town.anna, leader, town.bo):
        with refused("not_of_the_unit", "instead"), as_(town.bo):
            hand_back(actor=town.bo, why="Tid", instead=nobody.person_id, **about)
    with as_(town.bo):
        hand_back(actor=town.bo, why="Har ikke tid", instead=other.person_id, **about)
    row = stands(town, course, promised)
    assert (row.maker.id, row.named_id, row.suggested_id) == (
        leader.person_id, None, other.person_id,
    )  # fmt: skip
    assert row.name_by == name_by(today()), "the leader's days run on"
    with refused("not_the_named"), as_(other):
        take_over(actor=other, **about)
    with as_(leader):
        name_keeper(actor=leader, person=other.person_id, **about)
    with as_(other):
        take_over(actor=other, **about)
    assert stands(town, course, promised).maker.id == other.person_id


@pytest.mark.parametrize("whom", ["bo", "karen"])
def test_the_database_gives_a_promise_to_nobody_who_was_not_asked(town, course, promised, whom):
    with (
        as_(town.karen), pytest.raises(IntegrityError, match="by a yes alone"),
        transaction.atomic(),
    ):  # fmt: skip
        models.Agreement.objects.filter(id=promised).update(maker_id=getattr(town, whom).person_id)
