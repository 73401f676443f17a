"""Reads of record mailboxes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.directory import models
from landfast.directory.rules.record_box import may_leave
from landfast.kernel.clock import now, today


@dataclass(frozen=True)
class RecordBoxRow:
    """Where a unit's record hears of news; since when it waits, and what went wrong last."""

    address: str
    waiting_since: datetime | None
    failure: str
    is_given_up: bool


def record_box(unit_id: UUID) -> RecordBoxRow:
    """The unit's own; without an address when it has none."""
    row = models.RecordBox.objects.filter(unit_id=unit_id).first()
    if row is None:
        return RecordBoxRow("", None, "", False)
    gave_up = row.waiting_since is None and bool(row.failure)
    return RecordBoxRow(row.address, row.waiting_since, row.failure, gave_up)


def due_boxes() -> list[UUID]:
    """Mailboxes to which a mail may leave now. For the clock's jobs."""
    rows = models.RecordBox.objects.filter(waiting_since__isnull=False).order_by("waiting_since")
    return [row.id for row in rows if may_leave(row.last_sent_on, row.try_at, now(), today())]
