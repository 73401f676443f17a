"""Finding and locking what is written, after access was asked."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.reading import ID, Once
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.taking import own_seat
from landfast.meetings.rules import Attends, TurnKind, turns

_OF_MEETING = Once(lambda row: models.Meeting.objects.filter(id=row).values_list("course_id"), ID)
_OF_MINUTES = Once(lambda row: models.Minutes.objects.filter(id=row).values_list("course_id"), ID)


def locked(actor: Actor, meeting_id: UUID, permission: Permission) -> models.Meeting:
    """The meeting, locked until the transaction ends; what is hidden does not exist."""
    require(actor, permission, course=_course_of(_OF_MEETING, meeting_id))
    return (
        models.Meeting.objects.select_for_update(of=("self",))
        .select_related("format")
        .get(id=meeting_id)
    )


def touch(meeting: models.Meeting) -> None:
    """Somebody is still at the table: a meeting that nobody touches closes itself."""
    meeting.touched_at = now()
    meeting.save(update_fields=["touched_at", "hand_up_at", "hand_waits"])


def heard(meeting: models.Meeting, said: turns.Said) -> None:
    """Her hand is down when she has had the word; it waits no longer when another has ended."""
    if said.seat is None and said.kind in turns.ANSWERS | turns.HEARD:
        meeting.hand_up_at = None
    if said.kind is not TurnKind.GIVEN:
        meeting.hand_waits = False


def locked_minutes(actor: Actor, minutes_id: UUID, permission: Permission) -> models.Minutes:
    """One version of the minutes, locked."""
    require(actor, permission, course=_course_of(_OF_MINUTES, minutes_id))
    return models.Minutes.objects.select_for_update().get(id=minutes_id)


def to_make(actor: Actor, meeting_id: UUID) -> Permission:
    """What is asked of who drafts minutes: the one who was named to take them need not lead."""
    may = own_seat(actor, meeting_id).makes
    return Permission.MEETING_ANSWER if may else Permission.MEETING_LEAD


def locked_to_write(actor: Actor, minutes_id: UUID) -> models.Minutes:
    """One version of the minutes, locked, for who leads or takes them."""
    about = models.Minutes.objects.filter(id=minutes_id).values_list("meeting_id", flat=True)
    meeting_id = about.first()
    if meeting_id is None:
        raise NotFound
    takes = own_seat(actor, meeting_id).takes
    return locked_minutes(
        actor, minutes_id, Permission.MEETING_ANSWER if takes else Permission.MEETING_LEAD
    )


def _course_of(courses: Once, row_id: UUID) -> UUID:
    found = courses(row_id)
    if not found:
        raise NotFound
    course: UUID = found[0].course_id
    return course


def comes(meeting: models.Meeting, attends: Attends, represented_by: str = "") -> None:
    """How she takes part: a row of its own, beside the meeting."""
    said = {"attends": attends, "represented_by": represented_by}
    meeting.coming, _new = models.Coming.objects.update_or_create(
        meeting=meeting, defaults=said, create_defaults={**said, "course_id": meeting.course_id}
    )
