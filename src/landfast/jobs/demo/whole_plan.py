"""A plan that is in use: numbers over time, how meetings were, plans of others, a leader asked."""

from datetime import time, timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.directory.rules.mandates import Service
from landfast.jobs.demo.life import Life
from landfast.jobs.demo.meetings import Meeting
from landfast.jobs.demo.promises import terms
from landfast.kernel.clock import today
from landfast.meetings import actions as table
from landfast.plan.actions import (
    Interim,
    ask_decision,
    price_agreement,
    propose_agreement,
    rate_wish,
)
from landfast.plan.actions.deciding import Asking
from landfast.plan.actions.elsewhere import PlanFacts, note_demand, note_plan
from landfast.plan.rules.deciding import Shown
from landfast.plan.rules.elsewhere import DemandKind, PlanKind, When
from landfast.plan.rules.mandate import Cost

TUESDAY = 1
FACES = ("heard", "useful", "clear")


def rate(life: Life, *numbers: int) -> None:
    """The citizen sets a number on each wish; they are drawn over time."""
    for (_, wish), number in zip(life.wishes, numbers, strict=True):
        life.do(life.citizen, rate_wish, wish_id=wish, rating=number)


def feel(life: Life, meeting: Meeting, hers: int) -> None:
    """Everybody who was there says how the meeting was: hers is seen, the others' as a mean."""
    there = [who for who in meeting.seats.values() if who is not None]
    for who in (life.citizen, life.coordinator, *there):
        faces = (hers, hers, max(hers - 1, 1)) if who == life.citizen else (4, 3, 4)
        life.do(
            who, table.give_pulse, meeting_id=meeting.id,
            answers=dict(zip(FACES, faces, strict=True)),
        )  # fmt: skip


def plans_of_others(life: Life) -> None:
    """Three plans that others keep; two of them want different things of the same morning."""
    job = _plan(life, PlanKind.MY_PLAN, "Jobcentret", starts=60, review=20)
    _demand(life, job, DemandKind.COME, "Samtale om job", When(None, TUESDAY, time(9), time(11)))
    cure = _plan(life, PlanKind.TREATMENT, "Psykiatrisk afsnit P4", starts=40, review=30)
    _demand(
        life, cure, DemandKind.REST, "Ro om formiddagen", When(None, TUESDAY, time(8), time(12))
    )
    _plan(
        life, PlanKind.DISCHARGE, "Psykiatrisk afsnit P4", starts=40, review=15,
        parties="Psykiatrisk afsnit P4, Fjordby Kommune og Lægehuset Havnegade",
    )  # fmt: skip


def _plan(
    life: Life, kind: PlanKind, owner: str, *, starts: int, review: int, parties: str = ""
) -> UUID:
    facts = PlanFacts(
        kind, owner, starts_on=today() - timedelta(days=starts),
        review_on=today() + timedelta(days=review), parties=parties,
    )  # fmt: skip
    return life.in_course(life.coordinator, note_plan, facts=facts)


def _demand(life: Life, made: UUID, kind: DemandKind, words: str, when: When) -> None:
    life.in_course(life.coordinator, note_demand, plan_id=made, kind=kind, words=words, when=when)


def ask_a_leader(life: Life, maker: Actor, leader: Actor) -> None:
    """More than the maker may promise: the words apply for it, and something holds meanwhile."""
    more = terms(life, maker, due_in=8, text="Bostøtte tre aftener om ugen i stedet for en")
    made = life.in_course(life.coordinator, propose_agreement, terms=more, maker=maker.person_id)
    cost = Cost(Service.DAILY, 14400, 16)
    life.do(life.coordinator, price_agreement, agreement_id=made, cost=cost)
    question, reason = (
        "Må Bente komme tre aftener om ugen?",
        "Aftenerne er de sværeste, og det er mere, end bostøtten må love alene.",
    )
    life.do(
        life.coordinator, ask_decision, agreement_id=made, decider=leader.person_id,
        question=question, reason=reason,
        asking=Asking(
            question, reason, (Shown.COST, Shown.INTERIM),
            Interim("Bente ringer de to andre aftener", maker.person_id),
        ),
    )  # fmt: skip
