"""Writing down the plans that others keep for the citizen, and what they ask of her (D5)."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound
from landfast.plan import models
from landfast.plan.rules import elsewhere as rules
from landfast.plan.rules.elsewhere import DemandKind, PlanKind, When


@dataclass(frozen=True)
class PlanFacts:
    """What stands about a plan: whose it is, the law, its dates; between whom, where that counts.

    Without a law the one that is usual for its kind is written.

    `asked_on`: when the citizen was asked to take part (a coordination plan, § 13 b).
    """

    kind: PlanKind
    owner: str
    name: str = ""
    phone: str = ""
    law: str = ""
    starts_on: date | None = None
    review_on: date | None = None
    ends_on: date | None = None
    parties: str = ""
    asked_on: date | None = None


@action
def note_plan(*, actor: Actor, course_id: UUID, facts: PlanFacts) -> UUID:
    """There is a plan elsewhere: it is listed, not copied."""
    require(actor, Permission.AGREEMENT_PROPOSE, course=course_id)
    facts = _checked(facts)
    row = models.OtherPlan(
        course_id=course_id, written_by_id=actor.person_id, created_at=now(), **asdict(facts)
    )
    row.save(force_insert=True)
    record(actor, "plan.other_noted", row)
    return row.id


@action
def correct_plan(*, actor: Actor, course_id: UUID, plan_id: UUID, facts: PlanFacts) -> None:
    """What stands about a plan is put right; who wrote it last is shown."""
    row = _plan(actor, course_id, plan_id)
    facts = _checked(facts)
    for name, value in asdict(facts).items():
        setattr(row, name, value)
    row.written_by_id = actor.person_id
    row.save(update_fields=[*asdict(facts), "written_by"])
    record(actor, "plan.other_corrected", row)


@action
def end_plan(*, actor: Actor, course_id: UUID, plan_id: UUID) -> None:
    """The plan does not apply any more; neither does what it asked."""
    row = _plan(actor, course_id, plan_id)
    row.ended_at = now()
    row.save(update_fields=["ended_at"])
    record(actor, "plan.other_ended", row)


@action
def note_demand(
    *, actor: Actor, course_id: UUID, plan_id: UUID, kind: DemandKind, words: str, when: When
) -> UUID:
    """What the plan asks of the citizen, and when."""
    plan = _plan(actor, course_id, plan_id)
    rules.check_demand(words, when)
    row = models.Demand(
        course_id=course_id, other_plan=plan, kind=kind, words=words.strip(), created_at=now(),
        written_by_id=actor.person_id, **asdict(when),
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "plan.demand_noted", row)
    return row.id


@action
def end_demand(*, actor: Actor, course_id: UUID, demand_id: UUID) -> None:
    """It is not asked any more."""
    require(actor, Permission.AGREEMENT_PROPOSE, course=course_id)
    found = models.Demand.objects.filter(id=demand_id, course_id=course_id, ended_at=None)
    row = found.select_for_update().first()
    if row is None:
        raise NotFound
    row.ended_at = now()
    row.save(update_fields=["ended_at"])
    record(actor, "plan.demand_ended", row)


def _plan(actor: Actor, course_id: UUID, plan_id: UUID) -> models.OtherPlan:
    """The plan, locked, while it applies; the actor may write it."""
    require(actor, Permission.AGREEMENT_PROPOSE, course=course_id)
    found = models.OtherPlan.objects.filter(id=plan_id, course_id=course_id, ended_at=None)
    row = found.select_for_update().first()
    if row is None:
        raise NotFound
    return row


def _checked(facts: PlanFacts) -> PlanFacts:
    rules.check_plan(facts.owner, facts.starts_on, facts.ends_on)
    rules.check_parties(facts.kind, facts.parties)
    rules.check_said(facts.kind, facts.asked_on, today())
    return replace(facts, law=facts.law or rules.LAWS.get(facts.kind, ""))
