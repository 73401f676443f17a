"""Helpers who have said that they stop, and who comes instead (B6)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.kernel.ids import PersonId
from landfast.network import models


@dataclass(frozen=True)
class Leaving:
    """Who stops, when, with what they help, and who comes instead, if anybody is known yet."""

    id: UUID
    person_id: PersonId
    name: str
    role: str
    helps_with: str
    leaves_on: date
    follower_id: PersonId | None
    follower: str
    waits: bool
    """She has said that she would rather wait with somebody new."""


def leaving(course_id: UUID) -> list[Leaving]:
    """Those of the team who stop, the first to go first. One query."""
    rows = models.Member.objects.filter(course_id=course_id, until=None, leaves_on__isnull=False)
    found = rows.select_related("person", "follower").order_by("leaves_on", "id")
    return [
        Leaving(
            row.id, PersonId(row.person_id), row.person.name, row.role, row.helps_with,
            row.leaves_on, PersonId(row.follower_id) if row.follower_id else None,
            row.follower.name if row.follower else "", row.waits_at is not None,
        )
        for row in found if row.leaves_on
    ]  # fmt: skip
