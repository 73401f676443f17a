"""Numbers to ring back, and whose list it is."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.course import models
from landfast.kernel.clock import today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.text import da

CALLS_SHOWN = 100


@dataclass(frozen=True)
class CallRow:
    """A number to ring back."""

    id: UUID
    phone: str
    area: str
    about_self: bool
    name: str
    code: str
    left_at: datetime
    expires_on: date
    tries: int
    trusted: bool


def my_units(actor: Actor) -> list[UnitId]:
    """The units whose intake the actor belongs to; elsewhere there is nothing to see."""
    note_asked()
    units = units_where(actor, Permission.INTAKE_READ)
    if not units:
        raise NotAllowed(
            "not_intake",
            da("Listen er for dem, der tager imod henvendelser. Du kan henvise en borger."),
        )
    return units


def waiting_calls(units: list[UnitId]) -> tuple[list[CallRow], int]:
    """Numbers to ring, the trusted first; and how many are probably junk."""
    waiting = models.Callback.objects.filter(
        unit_id__in=units, called_at=None, expires_on__gt=today()
    )
    rows = waiting.order_by("-trust", "created_at", "id")[:CALLS_SHOWN]
    return [call_row(row) for row in rows], waiting.filter(trust__lt=0).count()


def call_row(row: models.Callback) -> CallRow:
    """A number to ring back."""
    return CallRow(
        row.id, row.phone, row.area, row.about_self, row.name, row.receipt, row.created_at,
        row.expires_on, row.tries, row.trust >= 0,
    )  # fmt: skip


def call(actor: Actor, callback_id: UUID) -> CallRow:
    """One number to ring back."""
    row = models.Callback.objects.filter(
        id=callback_id, unit_id__in=my_units(actor), called_at=None
    ).first()
    if row is None:
        raise NotFound(
            "call_gone",
            da(
                "Opkaldet er ikke på listen mere. En kollega har skrevet det ned, "
                "eller det er for gammelt."
            ),
        )
    return call_row(row)
