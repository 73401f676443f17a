"""Reads of what the law lets somebody read without a consent."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from landfast.access.rules import Topic
from landfast.consent import models
from landfast.consent.rules import Basis
from landfast.kernel.clock import DENMARK, now


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


def by_law(course_id: UUID) -> list[ByLawRow]:
    """What runs now, the newest first."""
    rows = models.ByLaw.objects.filter(course_id=course_id, ended_at=None, ends_at__gt=now())
    return [
        ByLawRow(
            row.id, row.person.name, Basis(row.basis), tuple(map(Topic, row.topics)), row.reason,
            row.ends_at.astimezone(DENMARK).date() - timedelta(days=1), row.given_by.name,
        )
        for row in rows.select_related("person", "given_by").order_by("-given_at", "-id")
    ]  # fmt: skip
