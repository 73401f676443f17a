"""The plans that others keep for the citizen, and what they ask of her."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from landfast.kernel.clock import today
from landfast.plan import models
from landfast.plan.rules.elsewhere import Asked, Clash, DemandKind, PlanKind, When, clashes


@dataclass(frozen=True)
class DemandRow(Asked):
    """One thing that a plan asks; `plan` is the plan's key."""

    id: UUID
    words: str


@dataclass(frozen=True)
class OtherPlanRow:
    """A plan elsewhere, with what it asks while it applies."""

    id: UUID
    kind: PlanKind
    name: str
    owner: str
    phone: str
    law: str
    starts_on: date | None
    review_on: date | None
    ends_on: date | None
    parties: str
    asked_on: date | None
    written_by: str
    written_at: datetime
    ended_at: datetime | None
    demands: tuple[DemandRow, ...]

    def runs_on(self, day: date) -> bool:
        """Does it apply that day?"""
        return self.ended_at is None and (self.ends_on is None or self.ends_on >= day)


@dataclass(frozen=True)
class OtherPlans:
    """Those that apply, those that are over, and which demands do not fit."""

    running: list[OtherPlanRow]
    over: list[OtherPlanRow]
    clashes: list[tuple[Clash, DemandRow, DemandRow]]

    def of(self, demand: DemandRow) -> OtherPlanRow:
        """The plan that asks it."""
        return next(row for row in self.running if row.id == demand.plan)


def other_plans(course_id: UUID) -> OtherPlans:
    """All plans elsewhere that are known, the nearest review first; two queries."""
    asked: dict[UUID, list[DemandRow]] = {}
    demands = models.Demand.objects.filter(course_id=course_id, ended_at=None)
    for row in demands.order_by("created_at", "id"):
        when = When(row.day, row.weekday, row.begins, row.ends)
        demand = DemandRow(row.other_plan_id, DemandKind(row.kind), when, row.id, row.words)
        asked.setdefault(row.other_plan_id, []).append(demand)
    plans = models.OtherPlan.objects.filter(course_id=course_id).select_related("written_by")
    found = plans.order_by("review_on", "created_at", "id")
    rows = [_row(one, tuple(asked.get(one.id, ()))) for one in found]
    running = [row for row in rows if row.runs_on(today())]
    over = [row for row in rows if not row.runs_on(today())]
    return OtherPlans(running, over, clashes(one for row in running for one in row.demands))


def _row(row: models.OtherPlan, demands: tuple[DemandRow, ...]) -> OtherPlanRow:
    return OtherPlanRow(
        row.id, PlanKind(row.kind), row.name, row.owner, row.phone, row.law, row.starts_on,
        row.review_on, row.ends_on, row.parties, row.asked_on, row.written_by.name,
        row.created_at, row.ended_at, demands,
    )  # fmt: skip
