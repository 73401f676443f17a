"""Reads of programmes and their criteria."""

from dataclasses import dataclass
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
