"""What a leader reads of promises and questions in the units: numbers and moments, at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.kernel.clock import today
from landfast.kernel.ids import UnitId
from landfast.plan.queries.rows import OverdueRow
from landfast.plan.rules.deadlines import leader_threshold

_ASKED = """
select unit_id, overdue, at_leader, null::timestamptz, null::timestamptz, null::timestamptz
  from plan_overdue_by_unit(%s, %s)
union all
select unit_id, null, null, asked_at, answered_at, answer_by
  from plan_decision_times(%s::uuid[], %s)
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


def of_units(unit_ids: Collection[UUID], since: datetime) -> OfUnits:
    """What is late in the units that the actor oversees, and when these were asked and answered.

    No citizen, no text and no person leaves the functions (D-figures of domain A7).
    """
    day = today()
    with connection.cursor() as cursor:
        cursor.execute(_ASKED, [day, leader_threshold(day), list(unit_ids), since])
        rows = cursor.fetchall()
    return OfUnits(
        [OverdueRow(UnitId(unit), count, led) for unit, count, led, asked, *_ in rows if not asked],
        [Took(unit, asked, *rest) for unit, _, _, asked, *rest in rows if asked],
    )
