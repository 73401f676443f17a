"""What the citizen wants others to know, statutory roles, and how the course ended."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery

from landfast.course import models
from landfast.course.rules.words import Ending


@dataclass(frozen=True)
class ProfileRow:
    """The citizen's statement, strengths, energy and largest meeting; empty until written.

    Of her energy, too, whoever may not read it learns nothing.
    """

    statement: str = ""
    strengths: str = ""
    energy: int | None = None
    energy_on: date | None = None
    largest_meeting: int | None = None
    language: str = ""
    children: int = 0
    card_code: UUID | None = None
    """What her card opens, while she has a code on it."""
    worked: str = ""
    talk_at: str = ""
    energy_by_another: bool = False
    """She said it, and somebody else wrote it down."""


@dataclass(frozen=True)
class StatutoryRow:
    """A role that the law places elsewhere and that goes on."""

    id: UUID
    role: str
    holder: str
    does: str


@dataclass(frozen=True)
class ClosingRow:
    """How the course ended, in words."""

    ending: Ending
    done: str
    not_done: str
    who_carries_on: str
    way_back: str
    final_talk_on: date | None
    moves_to: str
    told_on: str


def profile(course_id: UUID) -> ProfileRow:
    """The citizen's profile; every field empty when nobody has written yet."""
    said = models.Energy.objects.filter(course_id=OuterRef("course_id"))
    rows = models.Profile.objects.filter(course_id=course_id).annotate(
        energy=Subquery(said.values("energy")),
        energy_on=Subquery(said.values("said_on")),
        energy_by_another=Subquery(said.values("by_another")),
    )
    row = rows.first()
    if row is None:
        return ProfileRow()
    return ProfileRow(
        row.statement, row.strengths, row.energy, row.energy_on, row.largest_meeting, row.language,
        row.children, row.card_code, row.worked, row.talk_at, bool(row.energy_by_another),
    )  # fmt: skip


def statutory_roles(course_id: UUID) -> list[StatutoryRow]:
    """Lovbestemte roller, der fortsætter (domain 0.7)."""
    rows = models.StatutoryRole.objects.filter(course_id=course_id, ended_on=None)
    return [
        StatutoryRow(row.id, row.role, row.holder, row.does)
        for row in rows.order_by("created_at", "id")
    ]


def closing(course_id: UUID) -> ClosingRow | None:
    """How the course ended the last time, where it was written down.

    What was written when it closed once says nothing of the day on which she stopped later.
    """
    as_it_ended = Q(course__ending="") | Q(course__ending=F("ending"))
    rows = models.Closing.objects.filter(as_it_ended, course_id=course_id)
    row = rows.order_by("-created_at", "-id").first()
    if row is None:
        return None
    return ClosingRow(
        Ending(row.ending), row.done, row.not_done, row.who_carries_on, row.way_back,
        row.final_talk_on, row.moves_to, row.told_on,
    )  # fmt: skip
