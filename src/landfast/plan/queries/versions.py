"""The plan over time: how agreements stood on a day, and the citizen's own numbers."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.kernel.clock import date_in_denmark
from landfast.plan import models
from landfast.plan.rules import versions
from landfast.plan.rules.versions import Changed, Stood
from landfast.plan.rules.words import AgreementState, StepState


@dataclass(frozen=True)
class Kept:
    """All agreements of a course with their history; asked for any day."""

    rows: tuple[Stood, ...]
    lines: dict[UUID, list[Changed]]

    def on(self, day: date) -> dict[UUID, Stood]:
        """How all stood at the end of a day."""
        found = (versions.on_day(row, self.lines[row.id], day) for row in self.rows)
        return {row.id: row for row in found if row}

    def days(self) -> list[date]:
        """The days on which something changed, newest first: the plan's versions."""
        return sorted({line.day for lines in self.lines.values() for line in lines}, reverse=True)


def kept_versions(course_id: UUID) -> Kept:
    """All that is needed to say how the plan stood on any day; two queries."""
    rows = models.Agreement.objects.filter(course_id=course_id).order_by("due_on", "id")
    changes = models.AgreementChange.objects.filter(course_id=course_id).order_by("at", "id")
    lines: dict[UUID, list[Changed]] = defaultdict(list)
    for one in changes:
        day = date_in_denmark(one.at)
        state = AgreementState(one.after)
        lines[one.agreement_id].append(Changed(day, state, one.old_text, one.old_due_on))
    stood = (Stood(row.id, row.text, AgreementState(row.state), row.due_on) for row in rows)
    return Kept(tuple(stood), lines)


@dataclass(frozen=True)
class Rating:
    """A number that the citizen gave a wish on a day."""

    wish_id: UUID
    said_on: date
    rating: int


def ratings(course_id: UUID) -> list[Rating]:
    """Her own numbers, oldest first; of several on one day the last."""
    rows = models.WishRating.objects.filter(course_id=course_id).order_by("said_on", "id")
    last = {(row.wish_id, row.said_on): row.rating for row in rows}
    return [Rating(wish, day, rating) for (wish, day), rating in last.items()]


@dataclass(frozen=True)
class Done:
    """A step of her own that is done: for which wish, when, what."""

    wish_id: UUID | None
    day: date
    what: str


def done_by_her(course_id: UUID) -> list[Done]:
    """Her own share: the steps that she has done herself, oldest first."""
    rows = models.OwnStep.objects.filter(
        course_id=course_id, state=StepState.DONE, relation=None, done_on__isnull=False
    ).order_by("done_on", "id")
    return [Done(row.wish_id, row.done_on, row.text) for row in rows if row.done_on]


def kept_on(course_id: UUID) -> list[tuple[UUID, date, str]]:
    """Promises that were kept for a wish: which wish, when, what."""
    rows = models.Agreement.objects.filter(
        course_id=course_id, state=AgreementState.KEPT, wish__isnull=False,
        reported_at__isnull=False,
    ).order_by("reported_at", "id")  # fmt: skip
    return [
        (row.wish_id, date_in_denmark(row.reported_at), row.text)
        for row in rows
        if row.wish_id and row.reported_at
    ]
