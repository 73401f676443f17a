"""Reads of formats: a row as the rules know it, and which ones a course can use."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.rules import Part
from landfast.meetings.rules.formats import (
    AgendaBy,
    AgendaWhen,
    Citizen,
    Form,
    mays,
    musts,
    part_rules,
)


@dataclass(frozen=True)
class FormatRow:
    """A version of a format, and whose it is; without an organisation it is shipped."""

    id: UUID
    form: Form
    version: int
    organisation_id: UUID | None
    created_at: datetime

    @property
    def code(self) -> str:
        """What courses and programmes know it by."""
        return self.form.code

    @property
    def is_shipped(self) -> bool:
        """Does it belong to nobody in particular?"""
        return self.organisation_id is None


def form_of(row: models.Format) -> Form:
    """A row as the rules know it."""
    return Form(
        row.code, row.name, row.output, row.source, Citizen(row.citizen),
        musts(row.must_attend), mays(row.may_attend), part_rules(row.parts),
        AgendaBy(row.agenda_by), AgendaWhen(row.agenda_when), tuple(row.agenda_points),
        row.minutes_long, row.shortest, row.longest, row.notice_days, row.within_days,
        row.reflects, tuple(Part(one) for one in row.speaks_first), row.makes_agreements,
        row.needs_next_date, row.speaks_responsibility, row.off_screen, row.origin,
    )  # fmt: skip


def formats(organisation_id: UUID | None = None) -> list[FormatRow]:
    """The current formats: those that are shipped, and an organisation's own."""
    whose = Q(organisation=None) | Q(organisation_id=organisation_id)
    rows = models.Format.objects.filter(whose, replaced_at=None)
    return [_row(row) for row in rows.order_by("origin", "organisation_id", "name", "id")]


def current(code: str) -> FormatRow:
    """The version of a format that is in use."""
    row = models.Format.objects.filter(code=code, replaced_at=None).first()
    if row is None:
        raise NotFound
    return _row(row)


def _row(row: models.Format) -> FormatRow:
    return FormatRow(row.id, form_of(row), row.version, row.organisation_id, row.created_at)
