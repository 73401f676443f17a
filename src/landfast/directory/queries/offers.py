"""Reads of what citizens can get (tilbud, J2): no word about anybody."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.directory import models
from landfast.directory.rules.offers import Offer, WayIn
from landfast.kernel.ids import UnitId


@dataclass(frozen=True)
class OfferRow:
    """An open offer, whose it is, and when somebody last looked whether it still holds."""

    id: UUID
    unit_id: UnitId
    unit: str
    organisation: str
    unit_phone: str
    offer: Offer
    checked_on: date

    @property
    def phone(self) -> str:
        """The offer's own number, else the unit's; empty when there is none."""
        return self.offer.phone or self.unit_phone


def open_offers(unit_id: UUID | None = None) -> list[OfferRow]:
    """What is on offer now, by name: of one unit, or of all units that are open. One query."""
    rows = models.Offer.objects.filter(closed_on=None, unit__closed_on=None)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    found = rows.select_related("unit__organisation").order_by("name", "id")
    return [_row(row) for row in found]


def open_offer(offer_id: UUID) -> OfferRow | None:
    """One of them, or None when it is closed or never was."""
    rows = models.Offer.objects.filter(id=offer_id, closed_on=None, unit__closed_on=None)
    row = rows.select_related("unit__organisation").first()
    return None if row is None else _row(row)


def offer_in(row: models.Offer) -> Offer:
    """What a row says."""
    return Offer(
        row.name, row.does, frozenset(row.needs), WayIn(row.way_in), row.place, row.phone,
        row.while_admitted, row.wait_weeks,
    )  # fmt: skip


def _row(row: models.Offer) -> OfferRow:
    unit = row.unit
    return OfferRow(
        row.id, UnitId(unit.id), unit.name, unit.organisation.name, unit.phone, offer_in(row),
        row.checked_on,
    )  # fmt: skip
