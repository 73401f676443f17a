"""Reads of programmes and their criteria."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.kernel.refusals import NotFound
from landfast.programmes import models
from landfast.programmes.rules import DEFAULT_PROGRAMME, CoordinationModel


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme as courses use it."""

    id: UUID
    code: str
    name: str
    target: str
    coordination_model: CoordinationModel
    caseload_cap: int
    caseload_cap_new: int
    meeting_formats: tuple[str, ...]
    phases: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class CriterionRow:
    """One target-group criterion (domain A4)."""

    id: UUID
    code: str
    text: str
    help: str
    source: str


def _programme(row: models.Programme) -> ProgrammeRow:
    return ProgrammeRow(
        row.id, row.code, row.name, row.target, CoordinationModel(row.coordination_model),
        row.caseload_cap, row.caseload_cap_new, tuple(row.meeting_formats), tuple(row.phases),
        row.source,
    )  # fmt: skip


def programmes() -> list[ProgrammeRow]:
    """All programmes, by name."""
    return [_programme(row) for row in models.Programme.objects.order_by("name", "id")]


def programme(programme_id: UUID) -> ProgrammeRow:
    """One programme."""
    row = models.Programme.objects.filter(id=programme_id).first()
    if row is None:
        raise NotFound
    return _programme(row)


def by_code(code: str = DEFAULT_PROGRAMME) -> ProgrammeRow:
    """One programme by its code; Samarbejdsmodellen when none is named."""
    row = models.Programme.objects.filter(code=code).first()
    if row is None:
        raise NotFound
    return _programme(row)


def criteria(programme_id: UUID) -> list[CriterionRow]:
    """The programme's target-group criteria in their order."""
    rows = models.Criterion.objects.filter(programme_id=programme_id).order_by("position", "id")
    return [CriterionRow(row.id, row.code, row.text, row.help, row.source) for row in rows]


@dataclass(frozen=True)
class PrecedenceRow:
    """A function on the leader group's list, or one that was taken off it."""

    id: UUID
    unit_id: UUID
    function: str
    reason: str
    decided_on: date
    removed_on: date | None
    removed_reason: str


def precedence(unit_id: UUID, *, removed: bool = False) -> list[PrecedenceRow]:
    """What courses of the unit take over (forrang), oldest first; or what was taken off."""
    rows = models.Precedence.objects.filter(unit_id=unit_id, removed_on__isnull=not removed)
    return [_precedence(row) for row in rows.order_by("decided_on", "function", "id")]


def listed(precedence_id: UUID) -> PrecedenceRow:
    """One function of a list."""
    row = models.Precedence.objects.filter(id=precedence_id).first()
    if row is None:
        raise NotFound
    return _precedence(row)


def _precedence(row: models.Precedence) -> PrecedenceRow:
    return PrecedenceRow(
        row.id, row.unit_id, row.function, row.reason, row.decided_on, row.removed_on,
        row.removed_reason,
    )  # fmt: skip
