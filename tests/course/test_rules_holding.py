"""Who acts, who stands beside, who covers: no database."""

from uuid import UUID

import pytest

from landfast.course.rules.holding import (
    Holder,
    Holders,
    Why,
    in_place_of,
    is_covered,
    is_there,
    who_covers,
    who_deputises,
    who_is_told,
    who_rings,
)
from landfast.kernel.ids import PersonId, UnitId

KAREN, MADS, DORTE, LARS = (PersonId(UUID(int=number)) for number in range(1, 5))


def held(holder=KAREN, deputy=None, second=None, *, is_cover=False) -> Holders:
    people = (Holder(one, str(one.int), "", "") if one else None for one in (deputy, second))
    has = Holder(holder, "1", "", "") if holder else None
    return Holders(UnitId(UUID(int=9)), has, is_cover, *people)


def keys(people) -> list[PersonId]:
    return [one.person_id for one in people]


def test_in_the_agreed_time_the_deputy_acts_and_else_who_has_it():
    assert held().acts.person_id == KAREN
    assert held(second=MADS).acts.person_id == KAREN
    assert held(deputy=MADS).acts.person_id == MADS
    assert held(None).acts is None


@pytest.mark.parametrize(
    ("deputy", "second", "beside", "chain"),
    [
        (None, None, None, [KAREN]),
        (None, MADS, MADS, [KAREN, MADS]),
        (MADS, MADS, None, [KAREN, MADS]),
        (LARS, MADS, MADS, [KAREN, LARS, MADS]),
    ],
)
def test_the_second_who_covers_stands_once(deputy, second, beside, chain):
    found = held(deputy=deputy, second=second)
    assert (found.beside.person_id if found.beside else None) == beside
    assert keys(found.chain) == chain


def test_they_are_asked_for_in_turn_as_what_they_are():
    turns = held(second=MADS).turns
    assert [(why, one.person_id) for why, one in turns] == [
        (Why.COORDINATOR, KAREN), (Why.SECOND, MADS),
    ]  # fmt: skip
    assert held(None).turns == []


@pytest.mark.parametrize(
    ("leads", "actor", "away", "gone", "covers"),
    [
        ([DORTE, LARS], LARS, [], None, LARS),  # who acts and is a lead
        ([DORTE, LARS], LARS, [LARS], None, LARS),  # away on paper, and acting all the same
        ([DORTE, LARS], MADS, [], None, DORTE),
        ([DORTE, LARS], MADS, [DORTE], None, LARS),
        ([DORTE, LARS], MADS, [DORTE, LARS], None, DORTE),
        ([DORTE, LARS], MADS, [LARS], DORTE, LARS),
        ([DORTE], DORTE, [], DORTE, None),
        ([], MADS, [], None, None),
    ],
)
def test_a_lead_covers_who_acts_or_is_at_work_and_never_who_is_gone(
    leads, actor, away, gone, covers
):
    assert who_covers(leads, actor=actor, away=away, gone=gone) == covers


def test_the_second_deputises_when_at_work_and_else_who_acts():
    assert who_deputises(MADS, actor=DORTE, there={MADS}) == MADS
    assert who_deputises(MADS, actor=DORTE, there=()) == DORTE
    assert who_deputises(None, actor=DORTE, there={MADS}) == DORTE


def test_who_covers_and_is_away_covers_nothing():
    assert is_covered(MADS, [KAREN])
    assert not is_covered(MADS, [KAREN, MADS])
    assert not is_covered(None, [])


@pytest.mark.parametrize(
    ("deputy", "second", "away", "told"),
    [
        (None, None, [], [KAREN]),
        (None, MADS, [], [KAREN]),
        (None, MADS, [KAREN], [KAREN, MADS]),
        (MADS, MADS, [KAREN], [KAREN, MADS]),
        (LARS, MADS, [], [KAREN, LARS]),
        (LARS, MADS, [KAREN], [KAREN, LARS, MADS]),
        (None, MADS, [MADS], [KAREN]),
    ],
)
def test_who_has_it_and_who_covers_are_told_and_of_one_away_the_second(deputy, second, away, told):
    assert keys(who_is_told(held(deputy=deputy, second=second), away)) == told


def test_who_was_named_does_it_while_in_the_team_and_at_work():
    assert is_there(MADS, team=[KAREN, MADS], away=[KAREN])
    assert not is_there(MADS, team=[KAREN], away=[])
    assert not is_there(MADS, team=[MADS], away=[MADS])


@pytest.mark.parametrize(
    ("named", "found", "away", "instead"),
    [
        (DORTE, held(), [], [KAREN]),
        (DORTE, held(deputy=MADS), [KAREN], [MADS]),
        (KAREN, held(second=MADS), [KAREN], [MADS]),
        (DORTE, held(second=MADS), [KAREN, MADS], [KAREN, MADS]),  # somebody has to be named
        (KAREN, held(), [KAREN], []),
        (DORTE, held(None), [], []),
    ],
)
def test_in_place_of_one_who_is_gone_it_is_who_is_told_and_at_work(named, found, away, instead):
    assert keys(in_place_of(named, held=found, away=away)) == instead


@pytest.mark.parametrize(
    ("leads", "is_there", "away", "rings"),
    [
        ([DORTE], True, [], MADS),
        ([DORTE], False, [], DORTE),
        ([DORTE, LARS], False, [DORTE], LARS),
        ([MADS, DORTE], False, [], DORTE),  # chosen, and a lead too
        ([MADS], False, [], MADS),
        ([], False, [], MADS),
    ],
)
def test_who_was_chosen_rings_or_a_lead_in_that_place(leads, is_there, away, rings):
    assert who_rings(MADS, leads, is_there=is_there, away=away) == rings
