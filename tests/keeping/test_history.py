"""A random life of many days: no state is skipped, all is taken back but what is gone."""

from datetime import timedelta
from random import Random

import pytest
from django.db import connection

from landfast.keeping import actions, queries
from landfast.keeping.rules import HoldKind, KeepState, Kind, Rule, may_step
from landfast.kernel import clock
from landfast.kernel.refusals import Refusal
from tests.factories.catalogue import mentions
from tests.factories.courses import started_course
from tests.factories.keeping import case_of, kept_on, officers, on, over
from tests.factories.town import as_
from tests.own import settled

LIVES = 3
DAYS = 14


def act(town, case, dice):
    """What an officer may think of, allowed or not."""
    actor = dice.choice([town.dina, town.arne])
    later = clock.today() + timedelta(days=dice.randint(1, 60))
    me = {"actor": actor, "case_id": case.id}
    with as_(actor):
        match dice.randrange(6):
            case 0:
                actions.take_back(why="Fortryder", until=later, **me)
            case 1:
                until = dice.choice([None, later])
                actions.hold(kind=HoldKind.COMPLAINT, why="Klage", until=until, **me)
            case 2:
                for one in queries.holds(case.id).get(case.id, []):
                    actions.lift(actor=actor, hold_id=one.id)
            case 3:
                actions.postpone(why="Tilsyn", until=later, **me)
            case 4:
                actions.note_delivery(receipt="A 1", **me)
            case 5:
                actions.confirm_delivery(receipt="A 1", **me)


def may_all_be_taken_back(town, case, day):
    """From wherever it stands, back to where the team reaches it; then undone."""
    with on(day), connection.cursor() as cursor:
        cursor.execute("select count(*) from access_grant")  # the connection is awake
        while (state := KeepState(case_of_id(town, case).state)) in (
            KeepState.BLOCKED, KeepState.DELIVERED,
        ):  # fmt: skip
            with as_(town.dina):
                actions.take_back(
                    actor=town.dina, case_id=case.id, why="Kan det?",
                    until=day + timedelta(days=1) if state is KeepState.BLOCKED else None,
                )  # fmt: skip
    return case_of_id(town, case).state == KeepState.CLOSED


def case_of_id(town, case):
    from landfast.keeping import models

    with as_(town.dina):
        return models.Case.objects.get(id=case.id)


@pytest.mark.parametrize("seed", range(LIVES))
def test_whatever_happens_no_state_is_skipped_and_only_what_is_gone_stays_gone(own_database, seed):
    dice = Random(seed)
    town = settled()
    officers(town)
    with as_(town.dina):
        actions.set_years(
            actor=town.dina, organisation_id=town.municipality, kind=Kind.COURSE,
            rule=Rule(1, delivers=bool(seed % 2), source="Plan", wait_days=30),
        )  # fmt: skip
    course = over(started_course(town))
    keys = [course.id, course.citizen_id, course.citizen.person_id]
    case = case_of(town, course)
    day = case.block_on - timedelta(days=20)
    for _ in range(DAYS):
        day += timedelta(days=dice.randint(1, 40))
        kept_on(day)
        with on(day):
            for _ in range(dice.randint(0, 2)):
                try:
                    act(town, case, dice)
                except Refusal:
                    continue
    row = case_of_id(town, case)
    if row.state != KeepState.DELETED:
        assert mentions(own_database, keys)
        assert may_all_be_taken_back(town, case, day)
        with on(day):
            for actor in (town.dina, town.arne):
                with as_(actor):
                    for one in queries.holds(case.id).get(case.id, []):
                        actions.lift(actor=actor, hold_id=one.id)
    with as_(town.dina):
        steps = queries.changes(case.id)
    for before, after in [(one.before, one.after) for one in steps]:
        assert before is after is KeepState.CLOSED or may_step(before, after), (before, after)
    assert [one.before for one in steps[1:]] == [one.after for one in steps[:-1]]
    if row.state == KeepState.DELETED:
        assert mentions(own_database, keys) == {}
