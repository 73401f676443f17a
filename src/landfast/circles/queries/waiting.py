"""Cases that have waited too long, for who leads: where, since when and who raised it. No text."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.circles.rules.waiting import Late, too_long_since
from landfast.kernel.clock import now


@dataclass(frozen=True)
class LateRow:
    """One case, as who leads is told of it."""

    what: Late
    since: datetime
    circle_id: UUID
    circle: str
    raised_by: str
    phone: str
    unit: str


def late_cases() -> list[LateRow]:
    """Of circles that the actor keeps, and of units that she leads; the longest first."""
    asked = [too_long_since(what, now()) for what in (Late.ON_THE_LIST, Late.UNTOLD)]
    with connection.cursor() as cursor:
        cursor.execute("select * from circles_late_cases(%s, %s)", asked)
        return [LateRow(Late(what), *row) for what, *row in cursor.fetchall()]
