"""A new coordinator whom the citizen has been told of, before and after it begins (B6)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.course import models
from landfast.course.rules.announcing import was_announced
from landfast.course.rules.words import HandoverState
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import PersonId


@dataclass(frozen=True)
class Announced:
    """Who comes, whom after, when, why, and whether she knew before it began."""

    taker_id: PersonId
    taker: str
    giver_id: PersonId
    giver: str
    reason: str
    begins_on: date
    lies_ahead: bool
    is_due: bool
    """Its day is there, and the new one has not begun: the one of now goes on."""
    was_told: bool


@dataclass(frozen=True)
class AskedOver:
    """Somebody is asked to take a course over, and has not answered."""

    taker: str
    giver: str


def asked_over(course_id: UUID) -> AskedOver | None:
    """Who is asked to take the course over, until the answer or the day that was set."""
    row = (
        models.Handover.objects.filter(
            course_id=course_id, state=HandoverState.OFFERED, promised_at=None
        )
        .select_related("taker", "giver").first()
    )  # fmt: skip
    return AskedOver(row.taker.name, row.giver.name) if row else None


def announced(course_id: UUID) -> Announced | None:
    """The newest change of coordinator: one that was told and lies ahead, or the last that came."""
    rows = models.Handover.objects.filter(course_id=course_id).exclude(
        state__in=(HandoverState.REFUSED, HandoverState.WITHDRAWN)
    )
    row = (
        rows.exclude(state=HandoverState.OFFERED, promised_at=None)
        .select_related("taker", "giver").order_by("-created_at", "-id").first()
    )  # fmt: skip
    if row is None:
        return None
    ahead = row.state == HandoverState.OFFERED
    set_on = row.begins_on or today()  # a promise has its day (constraint)
    began = set_on if ahead or row.answered_at is None else date_in_denmark(row.answered_at)
    promised = date_in_denmark(row.promised_at) if row.promised_at else None
    return Announced(
        PersonId(row.taker_id), row.taker.name, PersonId(row.giver_id), row.giver.name,
        row.reason, began, ahead, ahead and began <= today(), was_announced(promised, began),
    )  # fmt: skip
