"""Seeing who may promise what in a unit, and who decides the rest (product D4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import require_staff, units_where
from landfast.access.rules import Permission
from landfast.directory.queries import mandates as directory
from landfast.directory.queries.mandates import MandateRow
from landfast.directory.rules.mandates import LEADERS, Decider
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow, UnitRow


@dataclass(frozen=True)
class Mandates:
    """A unit's mandates, and the chain of those who decide, with everybody it could name."""

    unit: UnitRow
    rows: list[MandateRow]
    named: list[Decider]
    chain: list[Decider]
    names: Mapping[UUID, str]
    staff: list[EmploymentRow]
    leaders: list[EmploymentRow]
    """Who could decide: the unit's own people, and the organisation's leaders."""
    may_write: bool


def see_mandates(actor: Actor, unit_id: UUID) -> Mandates:
    """Everybody who works here can read it: what cannot be promised here, and who can say yes."""
    require_staff(actor)
    unit = people.unit(unit_id)
    if unit is None:
        raise NotFound
    chain = directory.chain_of(unit_id)
    house = [row.id for row in people.units() if row.organisation_id == unit.organisation_id]
    staff = people.employments(unit_ids=house)
    own = [row for row in staff if row.unit_id == unit.id]
    leaders = {row.person.id: row for row in staff if row.role in LEADERS or row.unit_id == unit.id}
    asked = {key for one in chain for key in (one.person, one.deputy) if key}
    return Mandates(
        unit, directory.mandates_of(unit_id), directory.named_deciders(unit_id), chain,
        {key: card.name for key, card in people.persons([*asked]).items()}, own,
        list(leaders.values()), unit.id in units_where(actor, Permission.COURSES_OVERSEE),
    )  # fmt: skip
