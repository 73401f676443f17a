"""The history of a course: how long in each state, and what happened, in plain words."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from landfast.access.queries import events
from landfast.course import models
from landfast.course.rules.history import PLAIN, plain_kind
from landfast.course.rules.words import State
from landfast.kernel.clock import date_in_denmark, now


@dataclass(frozen=True)
class Stay:
    """How long a course was in one state."""

    state: State
    since: datetime
    until: datetime | None
    reason: str
    by: str

    @property
    def days(self) -> int:
        """Days in the state, so far."""
        return ((self.until or now()) - self.since).days


@dataclass(frozen=True)
class Happening:
    """One line of the history, in plain words."""

    at: datetime
    on: date
    sentence: str
    by: str


def stays_of(course_id: UUID) -> list[Stay]:
    """The states a course has been in, in order, with the time in each (product A5)."""
    rows = list(
        models.StateChange.objects.filter(course_id=course_id)
        .select_related("actor").order_by("at", "created_at", "id")
    )  # fmt: skip
    ends = [row.at for row in rows[1:]] + [None]
    return [
        Stay(State(row.after), row.at, until, row.reason, row.actor.name)
        for row, until in zip(rows, ends, strict=True)
    ]


def history(course_id: UUID, limit: int = 40) -> list[Happening]:
    """What happened in the course itself, newest first, as far as the viewer reaches."""
    return [
        Happening(row.at, date_in_denmark(row.at), plain_kind(row.kind), row.actor)
        for row in events(course_id, PLAIN, limit)
    ]
