"""Reads of units and organisations."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.kernel.ids import OrganisationId, UnitId
from landfast.people import models


@dataclass(frozen=True)
class UnitRow:
    """A unit and where it belongs."""

    id: UnitId
    name: str
    organisation_id: OrganisationId
    organisation: str
    phone: str
    coordinates_courses: bool
    parent_id: UnitId | None = None
    closed_on: date | None = None

    @property
    def house(self) -> str:
        """Its organisation, where that is not called the same: a place is named once."""
        return self.organisation if self.organisation != self.name else ""

    @property
    def full_name(self) -> str:
        """The place with its organisation."""
        return ", ".join(filter(None, (self.name, self.house)))


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation as those outside it need it: its name, and the number to ring."""

    id: OrganisationId
    name: str
    phone: str


def units(*, coordinating: bool | None = None) -> list[UnitRow]:
    """All open units in Danish order, or those that coordinate courses."""
    rows = models.Unit.objects.select_related("organisation").order_by("sort_key", "id")
    rows = rows.filter(closed_on=None)
    if coordinating is not None:
        rows = rows.filter(coordinates_courses=coordinating)
    return [_unit(row) for row in rows]


def all_units() -> list[UnitRow]:
    """Closed units too."""
    rows = models.Unit.objects.select_related("organisation").order_by("sort_key", "id")
    return [_unit(row) for row in rows]


def unit(unit_id: UUID) -> UnitRow | None:
    """One unit."""
    row = models.Unit.objects.select_related("organisation").filter(id=unit_id).first()
    return _unit(row) if row else None


def _unit(row: models.Unit) -> UnitRow:
    return UnitRow(
        UnitId(row.id), row.name, OrganisationId(row.organisation_id), row.organisation.name,
        row.phone, row.coordinates_courses, UnitId(row.parent_id) if row.parent_id else None,
        row.closed_on,
    )  # fmt: skip


def organisations(ids: set[OrganisationId] | None = None) -> list[OrganisationRow]:
    """Organisations in Danish order: all, or these."""
    rows = models.Organisation.objects.order_by("sort_key", "id")
    if ids is not None:
        rows = rows.filter(id__in=ids)
    return [OrganisationRow(OrganisationId(row.id), row.name, row.phone) for row in rows]


def units_below(unit_ids: list[UnitId]) -> list[tuple[int, UnitRow]]:
    """These units as a tree: each with how deep it lies, children after their parent."""
    found_units = models.Unit.objects.select_related("organisation").filter(id__any_of=unit_ids)
    rows = list(found_units.order_by("sort_key", "id"))
    inside = {row.id for row in rows}
    found: list[tuple[int, UnitRow]] = []

    def walk(parent: UUID | None, depth: int) -> None:
        for row in rows:
            at_top = parent is None and row.parent_id not in inside
            if at_top or (parent is not None and row.parent_id == parent):
                found.append((depth, _unit(row)))
                walk(row.id, depth + 1)

    walk(None, 0)
    return found
