"""Any story that can be told can be replayed: random cases, seeded."""

import json
from datetime import date, timedelta
from random import Random

import pytest

from landfast.access.actor import SYSTEM, Actor
from landfast.access.session import acting
from landfast.course import models as course
from landfast.course.rules.states import NEEDS_COORDINATOR
from landfast.course.rules.words import State
from landfast.journeys.replay_case import replay
from landfast.meetings.actions import load_shipped_formats
from landfast.people import models as people
from landfast.people.rules import PersonKind, roles
from landfast.plan import models as plan
from landfast.programmes.rules import NeedArea
from landfast.redthread import casefile
from landfast.redthread.casefile.reader import TYPES
from tests.factories.shipped import load_shipped
from tests.factories.town import build_town
from tests.journeys.test_replay_case import on_stage

FEW, MANY = 6, 60
ROLES, NEEDS, TYPE = sorted(roles()), [need.value for need in NeedArea], sorted(TYPES)


def some(dice, rows, most=4):
    return dice.sample(rows, dice.randint(0, most))


def a_day(dice):
    return (date(2024, 1, 1) + timedelta(days=dice.randint(0, 500))).isoformat()


def agreement(dice):
    return {
        "id": f"a{dice.randint(1, 6)}", "text_da": "Ringe",
        "owner_role": dice.choice([*ROLES, None]),
        "due": dice.choice([a_day(dice), None]), "status": "open", "needs": some(dice, NEEDS),
        "decision_by": dice.choice([None, "visitator"]), "followup": dice.choice(["Ringe", None]),
    }  # fmt: skip


def data(dice):
    """Any fields, whatever the type of the event."""
    statuses = ["given", "refused", "withdrawn", "expired"]
    values = {
        "agreements": [agreement(dice) for _ in range(dice.randint(0, 3))],
        "consents": [{"to": dice.choice(ROLES), "status": dice.choice(statuses)}],
        "attendees": ["citizen", *some(dice, ROLES)], "absent": some(dice, ROLES),
        "format": dice.choice(["M-01", "M-02", "M-06", "M-99", None]),
        "themes": some(dice, NEEDS), "next_meeting": dice.choice([None, a_day(dice)]),
        "no_next_meeting_decided": dice.random() < 0.5, "max_size": dice.choice([None, 3, 99]),
        "from": dice.choice(ROLES), "to": dice.choice([*ROLES, *State]), "role": dice.choice(ROLES),
        "review_date": a_day(dice), "wish": dice.choice(["ro", "", "x" * 3000]),
        "demands": [{"by": "gp", "tag": "rest"}], "kind": "homelessness", "los_days": 3,
        "unknown_field": 1, "reason": None,
    }  # fmt: skip
    return {name: values[name] for name in some(dice, sorted(values), 9)}


def event(dice, number):
    kind, facts = dice.choice(TYPE), data(dice)
    if kind == "state_change":
        facts["to"] = dice.choice(list(State))
    return {
        "id": f"E{number}", "date": a_day(dice), "precision": "month", "type": kind,
        "text_da": dice.choice(["", "Det skete."]), "involved": ["citizen", *some(dice, ROLES)],
        "sectors": [], "needs_open": some(dice, NEEDS), "data": facts,
    }  # fmt: skip


def a_case(seed):
    dice = Random(seed)
    events = [event(dice, number) for number in range(dice.randint(1, 25))]
    case = {
        "case_id": f"tilfældig-{seed}", "citizen": {"alias": "Prøve", "age": dice.randint(18, 90)},
        "programme": dice.choice(["OPUS", "F-ACT", "", "Ukendt"]), "events": events,
        "consent_tracking": dice.random() < 0.5,
    }  # fmt: skip
    return casefile.read(json.dumps(case))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "seed", [*range(FEW), *(pytest.param(n, marks=pytest.mark.prove) for n in range(FEW, MANY))]
)
def test_any_story_is_accounted_for_and_forces_no_guard(seed):
    load_shipped()
    with acting(SYSTEM):
        load_shipped_formats(actor=SYSTEM)
    build_town()
    case = a_case(seed)
    report = replay(case=case, acting=on_stage)
    told = {(row.event, row.field) for row in report.taken}
    assert {(e.id, name) for e in case.events for name in ("", *e.data)} <= told
    if report.course_id is None:
        return
    [person] = people.Person.objects.filter(kind=PersonKind.CITIZEN).order_by("-created_at")[:1]
    with acting(Actor(person.id, PersonKind.CITIZEN)):
        [row] = course.Course.objects.order_by("scope_id")
        held = course.Coordinatorship.objects.filter(ended_at=None).count()
        accepted = plan.Agreement.objects.exclude(accepted_at=None).count()
        stored = set(course.Observation.objects.order_by("id").values_list("reference", flat=True))
    assert held == (1 if State(row.state) in NEEDS_COORDINATOR else 0)
    assert accepted == 0
    left_out = {line.event for line in report.taken if line.how == "left_out"}
    assert stored | left_out >= {e.id for e in case.events}
