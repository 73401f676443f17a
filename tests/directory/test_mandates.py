"""Who may promise what alone, who decides the rest, and who stands in for whom."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.actor import SYSTEM
from landfast.directory.actions.mandates import name_deciders, take_mandate, write_mandate
from landfast.directory.queries import mandates as queries
from landfast.directory.rules.mandates import Decider, Mandate, Service, check_mandate, whom_to_ask
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.factories.town import as_, leaves
from tests.refusing import refused

A, B, C = uuid4(), uuid4(), uuid4()
CHAIN = [Decider(A, B), Decider(C, None)]


@pytest.mark.parametrize(
    ("there", "above", "asked"),
    [
        ({A, B, C}, 0, (A, None, 0)),
        ({B, C}, 0, (B, A, 0)),
        ({C}, 0, (C, None, 1)),
        ({A, B, C}, 1, (C, None, 1)),
        ({A, B}, 1, None),
        (set(), 0, None),
    ],
)
def test_the_nearest_at_work_is_asked_or_who_stands_in(there, above, asked):
    found = whom_to_ask(CHAIN, there, above=above)
    assert asked == (found and (found.person, found.stands_in_for, found.level))


def test_nobody_asks_herself():
    assert whom_to_ask(CHAIN, {A, C}, never=A).person == C


def may(unit, role="home_support", **said):
    usual = {"service": Service.DAILY, "amount": 5000, "weeks": 12, "first": today()}
    return Mandate(unit, role, **usual | said)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"role": "nobody"}, "no_role"),
        ({"amount": -1}, "amount"),
        ({"weeks": 0}, "weeks"),
        ({"last": today() - timedelta(days=1)}, "backwards"),
    ],
)
def test_a_mandate_names_a_role_and_figures_that_can_be_meant(said, code):
    with refused(code):
        check_mandate(may(uuid4(), **said), {"home_support"})


@pytest.fixture
def sanne(town):
    return town.hire("Sanne Social", town.social, "leader")


def test_a_leader_writes_changes_and_takes_back_what_a_role_may_promise(town, sanne):
    with as_(sanne):
        key = write_mandate(actor=sanne, mandate=may(town.social))
        [row] = queries.mandates_of(town.social)
        more = may(town.social, amount=8000)
        write_mandate(actor=sanne, mandate=more, mandate_id=key, seen=row.seen)
        with refused("changed_since"):
            write_mandate(actor=sanne, mandate=more, mandate_id=key, seen=row.seen)
        can = queries.mandates_for([town.bo.person_id, town.vibeke.person_id])
        assert [one.amount for one in can[town.bo.person_id].mandates] == [8000]
        assert can[town.vibeke.person_id].mandates == ()
        take_mandate(actor=sanne, unit_id=town.social, mandate_id=key)
        assert queries.mandates_of(town.social) == []


def test_a_mandate_of_the_unit_above_holds_below_and_only_in_its_time(town, sanne):
    with as_(SYSTEM):
        team = people.add_unit(
            organisation_id=town.municipality, name="Hjemmevejlederne", parent_id=town.social
        )
    town.hire("Emma Elev", team, "home_support")
    with as_(sanne):
        write_mandate(actor=sanne, mandate=may(town.social))
        later = may(team, first=today() + timedelta(days=2))
        write_mandate(actor=sanne, mandate=later)
        [one] = queries.mandates_for([town.emma.person_id])[town.emma.person_id].mandates
        assert one.unit == town.social


def test_nobody_else_writes_them_by_the_page_or_by_force(town, sanne):
    with as_(town.bo), pytest.raises(NotAllowed):
        write_mandate(actor=town.bo, mandate=may(town.social))
    with as_(town.lars), pytest.raises(NotAllowed):
        name_deciders(actor=town.lars, unit_id=town.social, deciders=[])
    forged = (
        "insert into directory_decider (id, unit_id, position, person_id, hours)"
        f" values (uuidv7(), '{town.social}', 0, '{town.bo.person_id}', 1)"
    )
    with as_(town.bo), pytest.raises(DatabaseError, match="row-level security"):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(forged)


def test_without_a_word_from_the_unit_its_own_leaders_decide(town, sanne):
    with as_(town.karen):
        found = queries.suggested(town.social)
        assert (found.name, found.unit_name) == ("Sanne Social", "Social og Handicap")
        assert queries.suggested(town.social, never=sanne.person_id) is None
        assert [one.person for one in queries.chain_of(town.coordination)] == [
            town.dorte.person_id, town.lars.person_id
        ]  # fmt: skip


def test_whom_the_unit_names_comes_first_and_the_deputy_while_away(town, sanne):
    chain = [Decider(town.vibeke.person_id, town.solveig.person_id, 8)]
    with as_(sanne):
        name_deciders(actor=sanne, unit_id=town.social, deciders=chain)
        assert queries.suggested(town.social).name == "Vibeke Visitator"
    with as_(SYSTEM):
        people.note_leave(
            person_id=town.vibeke.person_id, starts_on=today(), ends_on=None,
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    with as_(town.karen):
        found = queries.suggested(town.social)
        assert (found.name, found.stands_in_for) == ("Solveig Sagsbehandler", "Vibeke Visitator")
        assert found.choice.hours == 8
    leaves(town.solveig, today() - timedelta(days=1))
    with as_(town.karen):
        assert queries.suggested(town.social).name == "Sanne Social"


def test_deciders_are_employed_and_nobody_stands_in_for_herself(town, sanne):
    bo = town.bo.person_id
    with as_(sanne):
        for deciders, code in (
            ([Decider(bo, bo)], "own_deputy"),
            ([Decider(bo, None), Decider(bo, None)], "twice"),
            ([Decider(uuid4(), None)], "not_staff"),
            ([Decider(bo, None, 0)], "hours"),
        ):
            with refused(code):
                name_deciders(actor=sanne, unit_id=town.social, deciders=deciders)
