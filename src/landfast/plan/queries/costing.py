"""What a promise costs, and who pays."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.directory.rules.mandates import Service
from landfast.plan import models
from landfast.plan.rules.mandate import Cost, Share


@dataclass(frozen=True)
class CostRow:
    """What has to be granted for a promise, its bill, and whether the bill is quarrelled about."""

    cost: Cost
    shares: tuple[Share, ...]
    set_at: datetime
    disputed_at: datetime | None
    dispute: str


def cost_of(agreement_id: UUID) -> CostRow | None:
    """What this promise costs; None when it needs no grant."""
    row = models.Cost.objects.filter(agreement_id=agreement_id).first()
    return cost_row(row) if row else None


def cost_row(row: models.Cost) -> CostRow:
    """A row as the rules know it."""
    shares = (Share(UUID(one["unit"]), one["name"], one["percent"]) for one in row.shares)
    return CostRow(
        Cost(Service(row.service), row.amount, row.weeks), tuple(shares), row.set_at,
        row.disputed_at, row.dispute,
    )  # fmt: skip
