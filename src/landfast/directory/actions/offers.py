"""The only writers of what citizens can get (tilbud, J2). They know no citizen."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.directory import models
from landfast.directory.places import require_keeper
from landfast.directory.queries.offers import offer_in
from landfast.directory.rules.offers import Offer, check_offer, offer_as_seen
from landfast.kernel.clock import now, today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.people.rules import check_unchanged

WRITTEN = (
    "name", "does", "needs", "way_in", "place", "phone", "while_admitted", "wait_weeks",
    "checked_on",
)  # fmt: skip


@action
def add_offer(*, actor: Actor, unit_id: UnitId, offer: Offer) -> UUID:
    """Something that citizens can get here, for all to find (J2)."""
    require_keeper(actor, unit_id)
    _check(unit_id, offer)
    row = models.Offer(unit_id=unit_id, created_at=now())
    _save(row, offer, force_insert=True)
    record(actor, "directory.offer_added", row, unit=unit_id)
    return row.id


@action
def change_offer(
    *, actor: Actor, unit_id: UnitId, offer_id: UUID, offer: Offer, seen: str | None = None
) -> None:
    """Other words, another wait; and that somebody has looked at it today.

    `seen` is what stood on the page: when somebody has changed it since, the writer is told.
    """
    require_keeper(actor, unit_id)
    row = _open(unit_id, offer_id)
    if seen is not None:
        check_unchanged(seen, offer_as_seen(offer_in(row)))
    _check(unit_id, offer, but=offer_id)
    _save(row, offer, update_fields=WRITTEN)
    record(actor, "directory.offer_changed", row, unit=unit_id)


@action
def confirm_offer(*, actor: Actor, unit_id: UnitId, offer_id: UUID) -> None:
    """It still holds: somebody has looked at it today (lessons 27)."""
    require_keeper(actor, unit_id)
    row = _open(unit_id, offer_id)
    row.checked_on = today()
    row.save(update_fields=["checked_on"])
    record(actor, "directory.offer_confirmed", row, unit=unit_id)


@action
def close_offer(*, actor: Actor, unit_id: UnitId, offer_id: UUID) -> None:
    """It is not there any more; what was promised from it stands in the plans."""
    require_keeper(actor, unit_id)
    row = _open(unit_id, offer_id)
    row.closed_on = today()
    row.save(update_fields=["closed_on"])
    record(actor, "directory.offer_closed", row, unit=unit_id)


def _open(unit_id: UnitId, offer_id: UUID) -> models.Offer:
    rows = models.Offer.objects.select_for_update().filter(id=offer_id, unit_id=unit_id)
    row = rows.filter(closed_on=None).first()
    if row is None:
        raise NotFound
    return row


def _check(unit_id: UnitId, offer: Offer, but: UUID | None = None) -> None:
    check_offer(offer)
    same = models.Offer.objects.filter(unit_id=unit_id, name=offer.name.strip(), closed_on=None)
    if any(row.id != but for row in same):
        raise NotNow("same_offer", da("Enheden har allerede et tilbud med det navn."), "name")


def _save(row: models.Offer, offer: Offer, **how: Any) -> None:
    """Two may save the same name in the same second: the database lets one in."""
    _write(row, offer)
    try:
        with transaction.atomic():
            row.save(**how)
    except IntegrityError:
        _check(UnitId(row.unit_id), offer, but=row.id)
        raise


def _write(row: models.Offer, offer: Offer) -> None:
    row.name, row.does = offer.name.strip(), offer.does.strip()
    row.needs, row.way_in = sorted(offer.needs), offer.way_in
    row.place, row.phone = offer.place.strip(), offer.phone.strip()
    row.while_admitted, row.wait_weeks = offer.while_admitted, offer.wait_weeks
    row.checked_on = today()
