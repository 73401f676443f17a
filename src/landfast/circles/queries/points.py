"""What units have raised and agreed, and figures without persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from landfast.circles import models
from landfast.circles.queries.standing import LISTED
from landfast.circles.rules.agreeing import OPEN, AgreementState
from landfast.circles.rules.cases import CaseState
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class ThemeRow:
    """A theme: what, why here, who raised it, and what was written about it."""

    id: UUID
    circle_id: UUID
    words: str
    why: str
    raised_by_id: PersonId
    raised_by: str
    raised_from: str
    raised_at: datetime
    state: CaseState
    sitting_id: UUID | None
    summary: dict[str, str]


@dataclass(frozen=True)
class AgreementRow:
    """An agreement between units."""

    id: UUID
    circle_id: UUID
    circle: str
    text: str
    owner_unit_id: UnitId
    owner_unit: str
    owner: str
    due_on: date
    follow_up: str
    state: AgreementState
    proposed_by: str
    words: str
    sitting_id: UUID | None


@dataclass(frozen=True)
class Figures:
    """A unit in figures: courses that run, promises past their day, decisions that wait."""

    unit: str
    courses: int
    late: int
    waits: int


def _themes(**which: Any) -> list[ThemeRow]:
    rows = models.Theme.objects.select_related("raised_by", "raised_from").filter(**which)
    return [
        ThemeRow(
            row.id, row.circle_id, row.words, row.why, PersonId(row.raised_by_id),
            row.raised_by.name, row.raised_from.name, row.created_at, CaseState(row.state),
            row.sitting_id, row.summary,
        )
        for row in rows.order_by("created_at", "id")[:LISTED]
    ]  # fmt: skip


def waiting_themes(circle_id: UUID) -> list[ThemeRow]:
    """What is to be talked about, in the order it was raised."""
    return _themes(circle_id=circle_id, state=CaseState.WAITING)


def themes_of(sitting_id: UUID) -> list[ThemeRow]:
    """What was talked about at a meeting."""
    return _themes(sitting_id=sitting_id)


def theme(theme_id: UUID) -> ThemeRow:
    """One theme."""
    found = _themes(id=theme_id)
    if not found:
        raise NotFound
    return found[0]


def _agreements(which: Q) -> list[AgreementRow]:
    rows = models.Agreement.objects.select_related("circle", "owner_unit", "owner", "proposed_by")
    return [
        AgreementRow(
            row.id, row.circle_id, row.circle.name, row.text, UnitId(row.owner_unit_id),
            row.owner_unit.name, row.owner.name if row.owner else "", row.due_on, row.follow_up,
            AgreementState(row.state), row.proposed_by.name, row.words, row.sitting_id,
        )
        for row in rows.filter(which).order_by("due_on", "created_at", "id")[:LISTED]
    ]  # fmt: skip


def carried_over(circle_id: UUID) -> list[AgreementRow]:
    """What is open stands on every agenda until it is closed, the oldest day first."""
    return _agreements(Q(circle_id=circle_id, state__in=list(OPEN)))


def agreed_at(sitting_id: UUID) -> list[AgreementRow]:
    """What was agreed at a meeting, whatever became of it."""
    return _agreements(Q(sitting_id=sitting_id))


def owned_by(units: Iterable[UnitId]) -> list[AgreementRow]:
    """What these units have taken on, or are asked to, and what is not closed yet."""
    return _agreements(Q(owner_unit_id__in=list(units), state__in=list(OPEN)))


def agreement(agreement_id: UUID) -> AgreementRow:
    """One agreement."""
    found = _agreements(Q(id=agreement_id))
    if not found:
        raise NotFound
    return found[0]


def figures(circle_id: UUID) -> list[Figures]:
    """Counts of the units that sit at a board meeting, for those who sit there; no person."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select u.name, f.courses, f.late, f.waits from circles_figures(%s) f"
            " join people_unit u on u.id = f.unit_id order by u.name, u.id",
            [circle_id],
        )
        return [Figures(*row) for row in cursor.fetchall()]
