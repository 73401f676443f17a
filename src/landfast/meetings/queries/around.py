"""The last meeting and the next one of many courses, and invitations that ask something."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from landfast.kernel.clock import DENMARK, now
from landfast.kernel.ids import CourseId, MeetingId
from landfast.kernel.reading import ID, Once, Question, answered
from landfast.meetings import models
from landfast.meetings.rules import Attends, MeetingState, MinutesState
from landfast.meetings.rules.taking import Writes


class Near(NamedTuple):
    """A meeting as a list across citizens names it."""

    id: MeetingId
    course_id: CourseId
    starts_at: datetime | None
    place: str
    """Of those today and tomorrow; of others where it is held is not read."""
    minutes_state: MinutesState | None
    comes: Attends | None = None
    """How she has said that she takes part, of those ahead; nothing when she has said nothing."""


_TO_WRITE = frozenset(Writes)


class Invites(NamedTuple):
    """A meeting ahead whose invitations ask something of who holds the course."""

    course_id: UUID
    meeting_id: UUID
    failed: int
    proposed: int


class Timed(NamedTuple):
    """When a meeting of a course is, and whether it is still to come."""

    id: MeetingId
    state: MeetingState
    starts_at: datetime | None


_TIMES = Once(
    lambda course: models.Meeting.objects.filter(course_id=course)
    .order_by("-starts_at", "-id").values_list("id", "state", "starts_at"), ID,
)  # fmt: skip


def times_of(course_id: UUID) -> list[Timed]:
    """All meetings of a course by their times, the newest first; no more is read of them."""
    return [Timed(row.id, MeetingState(row.state), row.starts_at) for row in _TIMES(course_id)]


@dataclass(frozen=True)
class Around:
    """The last meeting held and the next one of each course; what asks for a word or a text."""

    met: dict[UUID, Near] = field(default_factory=dict)
    ahead: dict[UUID, Near] = field(default_factory=dict)
    invites: list[Invites] = field(default_factory=list)
    to_write: list[tuple[Writes, Near]] = field(default_factory=list)
    """After meetings that somebody else leads: minutes, and what the reflector heard."""


def around(course_ids: Collection[UUID]) -> Around:
    """What `asking_around` asks; one query."""
    return answered(asking_around(course_ids))


def asking_around(course_ids: Collection[UUID]) -> Question[Around]:
    """Meetings near today in these courses, as far as the actor holds them; one query.

    One that should have begun is next all day. Asked before anything is logged (decision 32).
    """
    morning = now().astimezone(DENMARK).replace(hour=0, minute=0, second=0, microsecond=0)
    return Question(
        # by name: a later version's column is no matter to a process of this one
        "select what, id, course_id, starts_at, place, minutes, failed, proposed, comes"
        "  from meetings_near(%s::uuid[], %s, %s)",
        [list(course_ids), morning, morning + timedelta(days=2)],
        _around,
    )


def _around(rows: Iterable[tuple[Any, ...]]) -> Around:
    found = Around()
    for what, key, course, starts, place, minutes, failed, proposed, how in rows:
        if what == "asks":
            found.invites.append(Invites(course, key, failed, proposed))
            continue
        written = MinutesState(minutes) if minutes else None
        near = Near(key, course, starts, place, written, Attends(how) if how else None)
        if what in _TO_WRITE:
            found.to_write.append((Writes(what), near))
        else:
            (found.met if what == "held" else found.ahead)[course] = near
    return found
