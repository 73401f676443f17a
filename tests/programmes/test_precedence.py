"""Functions that courses take over (forrang): the leader group's list."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from landfast.course.rules.statutory import ROLES
from landfast.journeys.decide_precedence import list_function, see_lists
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.programmes import models, queries, rules
from landfast.programmes.actions import remove_precedence
from tests.factories.town import as_

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("name", ["Værge", "  koordinerende sagsbehandler i ressourceforløb"])
def test_a_statutory_role_goes_on(name):
    with pytest.raises(Wrong, match="fortsætter"):
        rules.check_not_statutory(name, ROLES)


def test_what_the_law_does_not_place_can_be_taken_over():
    rules.check_not_statutory("Tovholder i jobcentret", ROLES)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"function": " "}, "function"),
        ({"function": "x" * 81}, "function"),
        ({"reason": ""}, "reason"),
        ({"decided_on": TODAY + timedelta(days=1)}, "decided_on"),
    ],
)
def test_the_list_says_what_why_and_when(said, field):
    whole = {"function": "Tovholder", "reason": "Én er nok", "decided_on": TODAY} | said
    with pytest.raises(Wrong) as refusal:
        rules.check_precedence(**whole, today=TODAY)
    assert refusal.value.field == field


def test_a_function_stands_once_however_it_is_written():
    with pytest.raises(Wrong, match="allerede"):
        rules.check_not_listed("TOVHOLDER  i jobcentret", ["Tovholder i jobcentret"])


def listed(town, actor, function="Tovholder i jobcentret"):
    with as_(actor):
        return list_function(
            actor=actor, unit_id=town.coordination, function=function, reason="Én er nok",
            decided_on=today(),
        )  # fmt: skip


def test_the_leader_writes_and_takes_off_and_the_second_is_told(town):
    key = listed(town, town.lars)
    with as_(town.lars):
        remove_precedence(actor=town.lars, precedence_id=key, reason="Aftalen er sagt op")
        assert queries.precedence(town.coordination) == []
        [gone] = queries.precedence(town.coordination, removed=True)
        assert (gone.removed_on, gone.removed_reason) == (today(), "Aftalen er sagt op")
        with pytest.raises(NotNow, match="imens"):
            remove_precedence(actor=town.lars, precedence_id=key, reason="Igen")
    assert listed(town, town.lars) != key, "what was taken off can be decided again"


def test_only_the_leader_of_the_unit_decides(town):
    key = listed(town, town.lars)
    for actor in (town.karen, town.dorte, town.anna):
        with pytest.raises(NotAllowed):
            listed(town, actor, "Støtteperson")
        with as_(actor), pytest.raises(NotAllowed):
            remove_precedence(actor=actor, precedence_id=key, reason="Nej")
        with as_(actor):
            assert see_lists(actor) == []


def test_the_database_lets_nobody_else_write(town):
    key = listed(town, town.lars)
    with as_(town.dorte):
        row = models.Precedence(
            unit_id=town.coordination, function="Min", reason="Min", decided_on=today(),
            created_at=now(),
        )  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save(force_insert=True)
        assert models.Precedence.objects.filter(id=key).update(function="Andet") == 0
