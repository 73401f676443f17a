"""Meetings that were held, and who sat there: what the story line shows of them (D7)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.kernel.clock import date_in_denmark
from landfast.meetings import models
from landfast.meetings.rules import Ended, MeetingState


@dataclass(frozen=True)
class Seated:
    """An employee or one of her own at the table: a name, a role, and whether they came."""

    name: str
    role: str
    is_professional: bool
    was_there: bool

    @property
    def is_absent(self) -> bool:
        """One of us who was asked and did not come; her own people owe nobody that."""
        return self.is_professional and not self.was_there


@dataclass(frozen=True)
class HeldRow:
    """A meeting that was held."""

    id: UUID
    format: str
    on: date
    leader: str
    seated: tuple[Seated, ...]


def held_meetings(course_id: UUID) -> list[HeldRow]:
    """The meetings that were held, the oldest first; two queries."""
    rows = models.Meeting.objects.filter(
        course_id=course_id, state=MeetingState.HELD, held_at__isnull=False
    ).exclude(ended=Ended.WITH_COURSE)
    found = rows.order_by("held_at", "id").values_list(
        "id", "format__name", "starts_at", "held_at", "leader__name"
    )
    seated = _seated(course_id)
    return [
        # typed in or ended later, it was held when it was called for; never before that
        HeldRow(key, name, date_in_denmark(min(starts or held, held)), leader, tuple(seated[key]))
        for key, name, starts, held, leader in found
        if held
    ]  # fmt: skip


def _seated(course_id: UUID) -> dict[UUID, list[Seated]]:
    people = models.Participant.objects.filter(
        course_id=course_id, meeting__state=MeetingState.HELD
    ).order_by("position", "id")
    found: dict[UUID, list[Seated]] = defaultdict(list)
    for meeting, person, staff, relation, role, there in people.values_list(
        "meeting_id", "person_id", "person__name", "relation__name", "role", "was_there"
    ):
        name = staff if person else relation
        found[meeting].append(Seated(name or "", role, person is not None, there is not False))
    return found
