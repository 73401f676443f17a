"""What was told about the time outside Landfast."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course import models
from landfast.course.queries.courses import CourseFrame, course_page
from landfast.course.rules.facts import Fact, Line, read, to_settle
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
    facts: tuple[Fact, ...] = ()


def observations(course_id: UUID, limit: int = 200) -> list[ObservationRow]:
    """The observations of a course, newest first."""
    rows = models.Observation.objects.filter(course_id=course_id).select_related("recorded_by")
    return [
        ObservationRow(
            row.id, row.kind, KINDS.get(row.kind, row.kind), row.happened_on,
            Precision(row.precision), tuple(role_name(role) for role in row.roles), row.words,
            row.source, row.recorded_by.name, tuple(read(row.facts)),
        )
        for row in rows.order_by("-happened_on", "-id")[:limit]
    ]  # fmt: skip


@dataclass(frozen=True)
class Observed:
    """All that was told, and what it leaves to be settled."""

    frame: CourseFrame
    rows: list[ObservationRow]
    to_settle: list[Line]


def observed(actor: Actor, course_id: UUID) -> Observed:
    """Open the record and read all its observations."""
    view = course_page(actor, course_id, "Det, der er sket")
    told = models.Observation.objects.filter(course_id=course_id)
    in_order = told.order_by("happened_on", "id").values_list("facts", flat=True)
    return Observed(view.frame, observations(course_id), to_settle(list(in_order)))
