"""What a leader reads of promises and questions in the units: numbers and moments, at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from landfast.kernel.clock import today
from landfast.kernel.ids import UnitId
from landfast.kernel.reading import Question, answered
from landfast.plan.queries.rows import OverdueRow
from landfast.plan.rules.deadlines import leader_threshold

_ASKED = """
select unit_id, overdue, at_leader, null::timestamptz, null::timestamptz, null::timestamptz
  from plan_overdue_by_unit(%s, %s)
union all
select unit_id, null, null, asked_at, answered_at, answer_by
  from plan_decision_times(%s::uuid[], %s)
union all
select null, unnamed, late, null, null, null from plan_names_due(%s)
"""


@dataclass(frozen=True)
class Took:
    """How long one answer took, or has taken until now."""

    unit_id: UUID
    asked_at: datetime
    answered_at: datetime | None
    answer_by: datetime | None


@dataclass(frozen=True)
class OfUnits:
    """Agreements past their date by their makers' unit; how long answers took, by unit asked."""

    late: list[OverdueRow]
    took: list[Took]
    unnamed: int
    """How many of the actor's own yeses for a unit nobody is asked to keep yet."""
    names_late: int
    """Of these, how many past the last day to ask somebody."""


def of_units(unit_ids: Collection[UUID], since: datetime) -> OfUnits:
    """What `asking_of_units` asks; one query."""
    return answered(asking_of_units(unit_ids, since))


def asking_of_units(unit_ids: Collection[UUID], since: datetime) -> Question[OfUnits]:
    """What is late in the units that the actor oversees, and when these were asked and answered.

    No citizen, no text and no person leaves the functions (D-figures of domain A7).
    """
    day = today()
    values = [day, leader_threshold(day), list(unit_ids), since, day]
    return Question(_ASKED, values, _of_units)


def _of_units(rows: Collection[tuple[Any, ...]]) -> OfUnits:
    ((_, unnamed, names_late, *_rest),) = (row for row in rows if row[0] is None)
    of_a_unit = [row for row in rows if row[0] is not None]
    return OfUnits(
        [OverdueRow(UnitId(unit), n, led) for unit, n, led, asked, *_ in of_a_unit if not asked],
        [Took(unit, asked, *rest) for unit, _, _, asked, *rest in of_a_unit if asked],
        unnamed, names_late,
    )  # fmt: skip
