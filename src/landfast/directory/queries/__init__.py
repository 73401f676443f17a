"""Reads of units: what they do, and which numbers are answered when."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from landfast.directory import models, rules
from landfast.directory.rules import Line
from landfast.kernel.business_days import is_holiday
from landfast.kernel.clock import DENMARK, now
from landfast.people import queries as people
from landfast.people.queries import UnitRow


@dataclass(frozen=True)
class UnitProfile:
    """The public face of a unit (J1): what it does, under which law, what it decides."""

    unit: UnitRow
    does: str
    law: str
    can_decide: str
    cannot_decide: str
    checked_on: date | None
    for_relatives: str = ""
    """What it offers those who are close to a citizen."""


def answer_lines(unit_id: UUID) -> list[Line]:
    """The chain of numbers: the unit's own lines, then its organisation's (B5)."""
    rows = models.AnswerLine.objects.filter(
        Q(unit_id=unit_id) | Q(unit=None, organisation__units=unit_id)
    ).distinct()
    return [
        _line(row)
        for row in sorted(rows, key=lambda row: (row.unit_id is None, row.position, str(row.id)))
    ]


def own_lines(unit_id: UUID) -> list[Line]:
    """The unit's own numbers, in the order in which they are tried."""
    rows = models.AnswerLine.objects.filter(unit_id=unit_id)
    return [_line(row) for row in rows.order_by("position", "id")]


def organisation_lines(organisation_id: UUID) -> list[Line]:
    """The numbers that come after every unit's own."""
    rows = models.AnswerLine.objects.filter(organisation_id=organisation_id, unit=None)
    return [_line(row) for row in rows.order_by("position", "id")]


def _line(row: models.AnswerLine) -> Line:
    return Line(row.name, row.phone, frozenset(row.weekdays), row.opens, row.closes, row.always)


def who_answers(unit_id: UUID, at: datetime | None = None) -> Line | None:
    """The number that is answered at this moment, or None when nobody is there."""
    return answering(answer_lines(unit_id), at)


def answering(lines: list[Line], at: datetime | None = None) -> Line | None:
    """The one of these that is answered at this moment."""
    local = (at or now()).astimezone(DENMARK)
    return rules.who_answers(lines, local, holiday=is_holiday(local.date()))


def profile(unit_id: UUID) -> UnitProfile | None:
    """What a unit says of itself; a unit that has said nothing has its name and number only."""
    unit = people.unit(unit_id)
    if unit is None:
        return None
    row = models.UnitProfile.objects.filter(unit_id=unit_id).first()
    if row is None:
        return UnitProfile(unit, "", "", "", "", None)
    return UnitProfile(
        unit, row.does, row.law, row.can_decide, row.cannot_decide, row.checked_on,
        row.for_relatives,
    )  # fmt: skip
