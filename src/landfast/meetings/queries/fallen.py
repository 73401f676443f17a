"""The meetings that end with a course, and those that fell away with it and lie ahead still."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from landfast.access.queries import events
from landfast.kernel.clock import now
from landfast.kernel.ids import CourseId, MeetingId
from landfast.meetings import models
from landfast.meetings.rules import Ended, MeetingState
from landfast.meetings.rules.inviting import hears_nothing
from landfast.meetings.rules.preparing import AHEAD


@dataclass(frozen=True)
class AheadRow:
    """A meeting that lies ahead, or would: when, who leads it, and with whom, by name."""

    id: MeetingId
    course_id: CourseId
    starts_at: datetime | None
    """None: there is no day yet, or it went by while the meeting was made ready."""
    place: str
    leader: str
    names: tuple[str, ...]
    runs: bool
    """It is held just now."""
    untold: tuple[str, ...]
    """Whom nothing is written to: they hear of it from a person, or not at all (C4)."""
    is_called: bool = False
    """Have they been asked to it? Of one that is made ready nobody has heard."""


def lying_ahead(course_id: UUID) -> list[AheadRow]:
    """What ends when the course does: made ready, called or running; the nearest first."""
    return _rows(models.Meeting.objects.filter(course_id=course_id, state__in=list(AHEAD)))


def fallen(course_id: UUID) -> list[AheadRow]:
    """What fell away with the course, lies ahead still and waits for her choice: nearest first.

    The rule is `rules.fallen.is_fallen`.
    """
    ahead = Q(starts_at__isnull=True) | Q(starts_at__gt=now())
    rows = _rows(
        models.Meeting.objects.filter(
            ahead, course_id=course_id, state=MeetingState.CANCELLED, ended=Ended.WITH_COURSE
        )
    )
    called = were_called(course_id) if rows else frozenset()
    return [replace(row, is_called=row.id in called) for row in rows]


def were_called(course_id: UUID) -> frozenset[UUID]:
    """The meetings of the course that people have been asked to, whatever became of them."""
    called = events(course_id, ["meeting.called"])
    return frozenset(one.object_id for one in called if one.object_id)


def _rows(found: QuerySet[models.Meeting]) -> list[AheadRow]:
    rows = found.select_related("leader").prefetch_related(
        "participants__person", "participants__relation", "participants__invite"
    )
    known = [_row(row) for row in rows.order_by("starts_at", "id")]
    return sorted(known, key=lambda row: row.starts_at is None)


def _row(row: models.Meeting) -> AheadRow:
    there = sorted(row.participants.all(), key=lambda one: (one.position, one.id))
    runs = row.state == MeetingState.RUNNING
    has_day = runs or bool(row.starts_at and row.starts_at > now())
    return AheadRow(
        MeetingId(row.id), CourseId(row.course_id), row.starts_at if has_day else None, row.place,
        row.leader.name, tuple(_name(one) for one in there), runs,
        tuple(_name(one) for one in there if _is_untold(one)),
        row.state == MeetingState.CALLED,
    )  # fmt: skip


def _is_untold(one: models.Participant) -> bool:
    invite = getattr(one, "invite", None)
    return one.person_id is None and hears_nothing(invite.address if invite else "")


def _name(one: models.Participant) -> str:
    if one.person:
        return one.person.name
    return one.relation.name if one.relation else ""
