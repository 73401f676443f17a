"""How often rules find something across courses: numbers for those who lead, no citizen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class Counted:
    """One rule in one unit: what stands, came and ended, and in how many courses and hands."""

    unit_id: UUID
    code: str
    open: int
    came: int
    ended: int
    days: float | None
    courses: int
    holders: int


def counted(unit_ids: Iterable[UUID], since: datetime) -> list[Counted]:
    """The rules about us in these units; the database answers for those that the reader leads."""
    with connection.cursor() as cursor:
        cursor.execute("select * from redthread_counted(%s, %s)", [list(unit_ids), since])
        return [Counted(*row) for row in cursor.fetchall()]
