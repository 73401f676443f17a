"""Reads of the citizen's word on each recipient."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.consent import models
from landfast.consent.rules import ConsentState, How
from landfast.kernel.ids import PersonId


@dataclass(frozen=True)
class ConsentRow:
    """One word of the citizen: to whom, what for, how she said it, until when."""

    id: UUID
    recipient_id: PersonId
    recipient: str
    profession: str
    state: ConsentState
    how: How
    purpose: str
    said_at: datetime
    recorded_by: str
    ended_at: datetime | None

    @property
    def stands(self) -> bool:
        """Is it the citizen's present word?"""
        return self.ended_at is None


def consents(course_id: UUID, *, standing_only: bool = False) -> list[ConsentRow]:
    """What the citizen has said yes and no to (samtykker), the present words first."""
    rows = models.Consent.objects.filter(course_id=course_id).select_related(
        "recipient", "recorded_by"
    )
    if standing_only:
        rows = rows.filter(ended_at=None)
    found = [
        ConsentRow(
            row.id, PersonId(row.recipient_id), row.recipient.name, row.recipient.profession,
            ConsentState(row.state), How(row.how), row.purpose, row.said_at,
            row.recorded_by.name, row.ended_at,
        )
        for row in rows.order_by("-said_at", "-id")
    ]  # fmt: skip
    return sorted(found, key=lambda row: not row.stands)


def allowed(course_id: UUID) -> frozenset[PersonId]:
    """Who may read the course because the citizen has said yes."""
    rows = models.Consent.objects.filter(
        course_id=course_id, ended_at=None, state=ConsentState.GIVEN
    )
    return frozenset(PersonId(pk) for pk in rows.values_list("recipient_id", flat=True))
