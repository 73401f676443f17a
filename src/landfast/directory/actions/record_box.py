"""A unit's record mailbox: set by its administrator, marked by what happens, told by the clock."""

from collections.abc import Callable, Collection
from datetime import datetime
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post
from landfast.access.rules import Permission, Topic
from landfast.directory import models
from landfast.directory.rules import record_box as rules
from landfast.kernel.clock import now, today
from landfast.kernel.ids import UnitId
from landfast.people import queries as people
from landfast.people.rules import as_seen, check_unchanged


@action
def set_record_box(*, actor: Actor, unit_id: UnitId, address: str, seen: str | None = None) -> None:
    """Where the unit's record hears that there is something new; empty for nowhere (D8)."""
    require_post(actor, Permission.ORGANISATION_RUN, unit=unit_id)
    rules.check_address(address)
    row = models.RecordBox.objects.select_for_update().filter(unit_id=unit_id).first()
    row = row or models.RecordBox(unit_id=unit_id, created_at=now())
    if seen is not None:
        check_unchanged(seen, as_seen(row.address))
    row.address = address.strip()
    row.waiting_since, row.try_at, row.tries, row.failure = None, None, 0, ""
    row.save()
    record(
        actor, "directory.record_box_set", row, topic=Topic.FRAME, unit=unit_id,
        is_on=bool(row.address),
    )  # fmt: skip


@action(asks=False, tells=False)
def note_for_records(*, person_ids: Collection[UUID]) -> int:
    """These employees have something for their records: their units' mailboxes are marked.

    For the clock's jobs, which read the events: it leaves none itself. How many were marked.
    """
    boxes = {row.unit_id: row for row in models.RecordBox.objects.exclude(address="")}
    if not boxes or not person_ids:
        return 0
    parents: dict[UUID, UUID | None] = {row.id: row.parent_id for row in people.all_units()}
    found = {
        box
        for job in people.employments(person_ids=person_ids)
        if (box := rules.box_of(job.unit_id, parents, boxes))
    }
    waits = models.RecordBox.objects.filter(unit_id__in=found, waiting_since=None)
    return waits.update(waiting_since=now(), failure="", tries=0, try_at=None)


@action(asks=False, tells=False)
def tell_record_box(
    *,
    box_id: UUID,
    send: Callable[[str], str],
    next_try: Callable[[int, datetime], datetime | None],
) -> bool | None:
    """One mail to one mailbox, whatever waits; did it leave? None when another job has it.

    For the clock's jobs. After the last try it is given up until there is news again; whoever keeps
    the unit sees so.
    """
    row = models.RecordBox.objects.select_for_update(skip_locked=True).filter(
        id=box_id, waiting_since__isnull=False
    ).first()  # fmt: skip
    if row is None or not rules.may_leave(row.last_sent_on, row.try_at, now(), today()):
        return None
    row.failure = send(row.address)
    if not row.failure:
        row.waiting_since, row.last_sent_on, row.tries, row.try_at = None, today(), 0, None
    else:
        row.tries += 1
        row.try_at = next_try(row.tries, now())
        if row.try_at is None:
            row.waiting_since = None
    row.save(update_fields=["waiting_since", "last_sent_on", "tries", "try_at", "failure"])
    return not row.failure
