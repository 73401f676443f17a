"""Everything that was told of the time outside Landfast, as the story line shows it (D7)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.course import models
from landfast.course.rules.words import Precision
from landfast.kernel.reading import ID, Once


@dataclass(frozen=True)
class ToldRow:
    """An observation with the roles and sectors in it, as codes."""

    id: UUID
    kind: str
    on: date
    precision: Precision
    roles: tuple[str, ...]
    sectors: tuple[str, ...]
    words: str
    came: tuple[str, ...]
    """Of a meeting: who was there, when that was told."""
    stayed_away: tuple[str, ...]


_TOLD = Once(
    lambda course: models.Observation.objects.filter(course_id=course)
    .order_by("happened_on", "happened_at", "id")
    .values_list(
        "id", "kind", "happened_on", "precision", "roles", "sectors", "words",
        "facts__attendees", "facts__absent",
    ),
    ID,
)  # fmt: skip


def told_of(course_id: UUID) -> list[ToldRow]:
    """The observations of a course, the oldest first; one query."""
    return [
        ToldRow(
            row[0], row[1], row[2], Precision(row[3]), tuple(row[4]), tuple(row[5]), row[6],
            tuple(row[7] or ()), tuple(row[8] or ()),
        )
        for row in _TOLD(course_id)
    ]  # fmt: skip
