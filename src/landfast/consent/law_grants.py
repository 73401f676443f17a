"""Reads of what the law lets somebody read without a consent."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from landfast.access.rules import Topic
from landfast.consent import models
from landfast.consent.rules import Basis
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.reading import ID, INSTANT, Once


@dataclass(frozen=True)
class ByLawRow:
    """Who reads about what, on which ground, why, until when, and who decided it."""

    id: UUID
    who: str
    basis: Basis
    topics: tuple[Topic, ...]
    reason: str
    until: date
    given_by: str


_BY_LAW = Once(
    lambda course, moment: models.ByLaw.objects.filter(
        course_id=course, ended_at=None, ends_at__gt=moment
    ).order_by("-given_at", "-id").values_list(
        "id", "person__name", "basis", "topics", "reason", "ends_at", "given_by__name"
    ), ID, INSTANT,
)  # fmt: skip


def by_law(course_id: UUID) -> list[ByLawRow]:
    """What runs now, the newest first."""
    return [
        ByLawRow(
            row.id, row.person__name, Basis(row.basis), tuple(map(Topic, row.topics)), row.reason,
            date_in_denmark(row.ends_at) - timedelta(days=1), row.given_by__name,
        )
        for row in _BY_LAW(course_id, now())
    ]  # fmt: skip
