"""The leader group keeps the list of functions that a course takes over (forrang).

The statutory roles are the course's knowledge; the list is the programme's.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import require_post, units_where
from landfast.access.rules import Permission
from landfast.course.rules.statutory import ROLES
from landfast.kernel.ids import UnitId
from landfast.people import queries as people
from landfast.people.queries import UnitRow
from landfast.programmes import actions, queries
from landfast.programmes.queries import PrecedenceRow


@dataclass(frozen=True)
class PrecedenceList:
    """What courses of one unit take over, and what was taken off the list."""

    unit: UnitRow
    listed: list[PrecedenceRow]
    removed: list[PrecedenceRow]


def see_lists(actor: Actor) -> list[PrecedenceList]:
    """The lists of the coordinating units that the actor leads."""
    mine = set(units_where(actor, Permission.PRECEDENCE_DECIDE))
    return [
        PrecedenceList(
            unit, queries.precedence(unit.id), queries.precedence(unit.id, removed=True)
        )
        for unit in people.units(coordinating=True)
        if unit.id in mine
    ]  # fmt: skip


def see_listed(actor: Actor, precedence_id: UUID) -> PrecedenceRow:
    """One function of a list that the actor may change."""
    row = queries.listed(precedence_id)
    require_post(actor, Permission.PRECEDENCE_DECIDE, unit=UnitId(row.unit_id))
    return row


@journey
def list_function(
    *, actor: Actor, unit_id: UnitId, function: str, reason: str, decided_on: date
) -> UUID:
    """Write a function on the list; a statutory role is refused (domain 0.7)."""
    return actions.list_precedence(
        actor=actor, unit_id=unit_id, function=function, reason=reason, decided_on=decided_on,
        statutory=ROLES,
    )  # fmt: skip
