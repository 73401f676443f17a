"""What units raise and agree is changed by whose it is, in the database too."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from landfast.circles import models
from landfast.circles.actions import agreeing, raising
from landfast.circles.actions.agreeing import Proposed
from landfast.circles.rules.agreeing import AgreementState
from landfast.circles.rules.cases import CaseState
from landfast.circles.rules.kinds import Kind
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from tests.factories.circles import circle
from tests.factories.town import as_


def soon():
    return today() + timedelta(days=5)


def later():
    return today() + timedelta(days=14)


YES, NO = {"state": AgreementState.AGREED}, {"state": AgreementState.DECLINED}
KEPT, LATER = {"state": AgreementState.KEPT}, {"due_on": later}
BACK, SUMMED = {"state": CaseState.WITHDRAWN}, {"state": CaseState.HANDLED}


@pytest.fixture
def board(town):
    return circle(town, Kind.BOARD)


def may_change(table, row, said):
    """Does a row take this from the one who acts? It is taken back again."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                on_the_day = {name: it() if callable(it) else it for name, it in said.items()}
                done = table.objects.filter(id=row).update(**on_the_day) == 1
        except DatabaseError:
            done = False
        transaction.set_rollback(True)
    return done


def promised(town, board, unit):
    with as_(town.karen):
        return agreeing.propose(
            actor=town.karen, circle_id=board.id, proposed=Proposed("Ring i god tid", unit, soon())
        )


def changes(row, who, *said):
    with as_(who):
        more = [one | {"answered_by_id": who.person_id} if one in (YES, NO) else one
                for one in said]  # fmt: skip
        return [one for one, full in zip(said, more, strict=True)
                if may_change(models.Agreement, row, full)]  # fmt: skip


def test_a_units_promise_is_answered_moved_and_closed_by_the_unit_alone(town, board):
    asked = promised(town, board, town.ward)
    agreed = promised(town, board, town.coordination)
    every = (YES, NO, KEPT, LATER, {"text": "Andet"}, {"owner_unit_id": town.coordination})
    for who in (town.karen, town.solveig, town.lars):  # who asked, who sits there, who leads it
        assert changes(asked, who, *every) == [], who
    assert changes(asked, town.anna, *every) == [YES, NO]
    assert changes(agreed, town.karen, *every[1:]) == [KEPT, LATER]
    assert changes(agreed, town.anna, *every[1:]) == []


def test_nobody_writes_a_yes_into_another_units_promise(town, board):
    row = {
        "circle_id": board.id, "text": "Ring", "owner_unit_id": town.ward, "due_on": soon(),
        "proposed_by_id": town.karen.person_id, "state": "agreed", "created_at": now(),
        "answered_by_id": town.karen.person_id,
    }  # fmt: skip
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.Agreement.objects.bulk_create([models.Agreement(**row)])


def test_a_theme_is_taken_back_by_who_raised_it_and_summed_at_the_table(town, board):
    with as_(town.karen):
        theme = raising.raise_theme(
            actor=town.karen, circle_id=board.id, raised_from=town.coordination,
            text="Kør hjem", why="Det går galt i weekenden",
        )  # fmt: skip
    sitting = board.plans()
    summed = SUMMED | {"sitting_id": sitting, "summary": {"action": "Mit"}}
    every = (BACK, summed, {"words": "Andet"})

    def may(who):
        with as_(who):
            return [one for one in every if may_change(models.Theme, theme, one)]

    assert [may(who) for who in (town.karen, town.anna, town.lars, town.bo)] == [[BACK], [], [], []]
    with clock.at(now() + timedelta(days=3, hours=1)):
        assert may(town.anna) == [summed]
        assert may(town.bo) == []
