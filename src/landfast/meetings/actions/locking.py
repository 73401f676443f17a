"""Finding and locking what is written, after access was asked."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound
from landfast.meetings import models


def locked(actor: Actor, meeting_id: UUID, permission: Permission) -> models.Meeting:
    """The meeting, locked until the transaction ends; what is hidden does not exist."""
    require(actor, permission, course=_course_of(models.Meeting, meeting_id))
    return (
        models.Meeting.objects.select_for_update(of=("self",))
        .select_related("format")
        .get(id=meeting_id)
    )


def touch(meeting: models.Meeting) -> None:
    """Somebody is still at the table: a meeting that nobody touches closes itself."""
    meeting.touched_at = now()
    meeting.save(update_fields=["touched_at"])


def locked_minutes(actor: Actor, minutes_id: UUID, permission: Permission) -> models.Minutes:
    """One version of the minutes, locked."""
    require(actor, permission, course=_course_of(models.Minutes, minutes_id))
    return models.Minutes.objects.select_for_update().get(id=minutes_id)


def _course_of(table: type[models.Meeting] | type[models.Minutes], row_id: UUID) -> UUID:
    found = table.objects.filter(id=row_id).values_list("course_id", flat=True).first()
    if found is None:
        raise NotFound
    return found
