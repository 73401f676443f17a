"""How long a decision takes, by unit: the middle one of all answers, never one leader's (D4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID

from landfast.kernel.business_hours import business_hours_between
from landfast.kernel.clock import now
from landfast.plan.queries.of_units import Took

LOOKS_BACK = timedelta(days=182)
FEW = 3
"""Fewer answers than these are not a unit's pace but somebody's (D)."""


@dataclass(frozen=True)
class Pace:
    """A unit's answers in the last half year, in business hours."""

    unit_id: UUID
    answered: int
    middle: float | None
    """None while there are too few to tell."""
    waits: int
    late: int
    longest: float
    """How long the oldest one that waits has waited."""


def paces(took: Iterable[Took]) -> list[Pace]:
    """Each unit that was asked something, those who keep people waiting first."""
    at = now()
    by_unit: dict[UUID, list[Took]] = {}
    for row in took:
        by_unit.setdefault(row.unit_id, []).append(row)
    found = [pace_of(unit, rows, at) for unit, rows in by_unit.items()]
    return sorted(
        found, key=lambda one: (-one.late, -one.waits, -(one.middle or 0), str(one.unit_id))
    )


def pace_of(unit_id: UUID, rows: Iterable[Took], at: datetime) -> Pace:
    """One unit's."""
    took: list[float] = []
    waits: list[float] = []
    late = 0
    for row in rows:
        hours = business_hours_between(row.asked_at, row.answered_at or at)
        (took if row.answered_at else waits).append(hours)
        late += row.answered_at is None and row.answer_by is not None and row.answer_by < at
    middle = median(took) if len(took) >= FEW else None
    return Pace(unit_id, len(took), middle, len(waits), late, max(waits, default=0))
