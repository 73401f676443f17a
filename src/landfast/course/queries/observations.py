"""What was told about the time outside Landfast."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course import models
from landfast.course.queries.courses import CourseFrame, course_page
from landfast.course.rules.observation import KINDS
from landfast.course.rules.words import Precision
from landfast.people.rules import role_name


@dataclass(frozen=True)
class ObservationRow:
    """An observation as a list shows it."""

    id: UUID
    kind: str
    kind_name: str
    happened_on: date
    precision: Precision
    roles: tuple[str, ...]
    words: str
    source: str
    recorded_by: str


def observations(course_id: UUID, limit: int = 200) -> list[ObservationRow]:
    """The observations of a course, newest first."""
    rows = models.Observation.objects.filter(course_id=course_id).select_related("recorded_by")
    return [
        ObservationRow(
            row.id, row.kind, KINDS.get(row.kind, row.kind), row.happened_on,
            Precision(row.precision), tuple(role_name(role) for role in row.roles), row.words,
            row.source, row.recorded_by.name,
        )
        for row in rows.order_by("-happened_on", "-id")[:limit]
    ]  # fmt: skip


def observed(actor: Actor, course_id: UUID) -> tuple[CourseFrame, list[ObservationRow]]:
    """Open the record and read all its observations."""
    view = course_page(actor, course_id, "Det, der er sket")
    return view.frame, observations(course_id)
