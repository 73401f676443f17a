"""Other systems may ask whom to ring: their keys, and what employees are called there (B5)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.journeys.run_organisation import see_desk, see_unit
from landfast.journeys.second_yes import SAY_YES, seconds
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.login.actions import machines
from landfast.login.queries.machines import KeyRow, keys, known_as
from landfast.login.rules.machines import KeyState, may_agree
from landfast.people import queries as people
from landfast.people.queries import UnitRow


@dataclass(frozen=True)
class SeenKey:
    """A key, what one may do with it, and who else could say yes."""

    row: KeyRow
    may_agree: bool
    seconds: list[str]


def see_keys(actor: Actor) -> tuple[list[SeenKey], list[UnitRow]]:
    """The keys of the units one keeps or leads; and the units one may make a key for."""
    units = {unit for may in SAY_YES for unit in units_where(actor, may)}
    kept = set(units_where(actor, Permission.ORGANISATION_RUN))
    below = people.units_below(list(kept))  # the topmost first: most systems are a whole house's
    return [_seen(actor, row) for row in keys(units)], [
        one for _depth, one in below if one.closed_on is None
    ]


def _seen(actor: Actor, row: KeyRow) -> SeenKey:
    waits = row.state is KeyState.WAITS
    others = seconds(row.unit_id, row.made_by, row.made_by) if waits else {}
    return SeenKey(row, may_agree(row.state, actor.person_id, row.made_by), list(others.values()))


@journey
def make_key(*, actor: Actor, unit_id: UnitId, name: str, last_day: date) -> str:
    """A key, shown this once; those who can say the second yes are told."""
    see_unit(actor, unit_id)
    return machines.make_key(
        actor=actor, unit_id=unit_id, name=name, last_day=last_day,
        to=seconds(unit_id, actor.person_id, actor.person_id),
    )  # fmt: skip


@journey
def agree_key(*, actor: Actor, key_id: UUID) -> str:
    """The second yes; for which system."""
    key, may = _of_mine(actor, key_id)
    machines.agree_key(actor=actor, key=key, may=may)
    return key.name


@journey
def end_key(*, actor: Actor, key_id: UUID) -> str:
    """It opens nothing any more; for which system."""
    key, may = _of_mine(actor, key_id)
    machines.end_key(actor=actor, key=key, may=may)
    return key.name


def _of_mine(actor: Actor, key_id: UUID) -> tuple[KeyRow, Permission]:
    for may in SAY_YES:
        for key in keys(units_where(actor, may)):
            if key.id == key_id:
                return key, may
    raise NotFound


def see_known_as(actor: Actor, employment_id: UUID) -> str:
    """What an employee is called in the organisation's own systems."""
    see_desk(actor, employment_id)
    return known_as(employment_id)


@journey
def set_known_as(*, actor: Actor, employment_id: UUID, known_as: str) -> None:
    """Somebody is called so in the organisation's own systems from now on; empty: nothing."""
    desk = see_desk(actor, employment_id)
    unit, _staff = see_unit(actor, desk.row.unit_id)
    machines.set_known_as(
        actor=actor, employment_id=employment_id, unit_id=unit.id, house=unit.organisation_id,
        known_as=known_as,
    )  # fmt: skip
