"""Early signs of a course, newest first, while they are kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.course import models
from landfast.course.rules.signal import SignalKind
from landfast.course.rules.signal_ground import SeenAs
from landfast.kernel.clock import today


@dataclass(frozen=True)
class SignalRow:
    """A sign: what, when, in which words, by whom, and until when it is kept."""

    id: UUID
    kind: SignalKind
    seen_on: date
    words: str
    by: str
    expires_on: date
    seen_as: SeenAs
    met_on: date | None
    """The day of the meeting, of a sign that a guest of one saw."""


def signals(course_id: UUID) -> list[SignalRow]:
    """What was seen and is not forgotten."""
    rows = models.Signal.objects.filter(course_id=course_id, expires_on__gt=today())
    return [
        SignalRow(
            row.id, SignalKind(row.kind), row.seen_on, row.words, row.recorded_by.name,
            row.expires_on, SeenAs(row.seen_as), row.met_on,
        )
        for row in rows.select_related("recorded_by").order_by("-seen_on", "-id")
    ]  # fmt: skip
