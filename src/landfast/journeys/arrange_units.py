"""Where a unit lies, when it closes and who answers for it; what stands about organisations.

The organisation's administrator acts, as in run_organisation: no citizen is in sight here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from landfast.access.action import journey, note_asked
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post, units_where
from landfast.access.rules import Permission, Topic
from landfast.course.queries.coordinators import is_unit_in_use
from landfast.directory import actions as directory_actions
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.kernel.clock import today
from landfast.kernel.ids import OrganisationId, UnitId
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.text import da
from landfast.people import actions as people_actions
from landfast.people import queries as people
from landfast.people import rules
from landfast.people.actions import OrganisationFace
from landfast.people.keeping import OrganisationRow, open_parts, organisations
from landfast.people.queries import Desk, PersonCard, UnitRow
from landfast.people.rules import InTheWay

RUN = Permission.ORGANISATION_RUN


@dataclass(frozen=True)
class Place:
    """A unit, and the units it can lie under."""

    unit: UnitRow
    parents: list[tuple[int, UnitRow]]


def see_place(actor: Actor, unit_id: UnitId) -> Place:
    """Where a unit can be moved to: open units one keeps, in its organisation, not below itself."""
    unit = _kept(actor, unit_id)
    below = _below(unit_id)
    found = [
        (depth, row) for depth, row in people.units_below(units_where(actor, RUN))
        if row.id not in below and row.closed_on is None
        and row.organisation_id == unit.organisation_id
    ]  # fmt: skip
    return Place(unit, found)


@journey
def move_unit(*, actor: Actor, unit_id: UnitId, parent: UnitId) -> None:
    """Another unit above: posts reach downwards, so its leaders see the courses from now on."""
    unit, above = _kept(actor, unit_id), _kept(actor, parent)
    rules.check_unit_is_open(above.closed_on)
    rules.check_can_lie_under(
        unit_id, parent, set(_below(unit_id)),
        same=unit.organisation_id == above.organisation_id,
    )  # fmt: skip
    people_actions.move_unit(unit_id=unit_id, parent_id=parent)
    record(
        actor, "people.unit_moved", topic=Topic.FRAME, unit=unit_id, to=parent,
        before=unit.parent_id,
    )  # fmt: skip


@dataclass(frozen=True)
class Closing:
    """A unit, and what has to go somewhere else before it closes."""

    unit: UnitRow
    held: InTheWay
    staff: list[Desk]


def see_closing(actor: Actor, unit_id: UnitId) -> Closing:
    """What a unit still holds. Of courses only that there are some."""
    unit, staff = _kept(actor, unit_id), people.desks([unit_id])
    held = InTheWay(open_parts(unit_id), len(staff), is_unit_in_use(unit_id))
    return Closing(unit, held, staff)


@journey
def close_unit(*, actor: Actor, unit_id: UnitId) -> None:
    """The unit closes today; what it has been stays in the history of its courses."""
    seen = see_closing(actor, unit_id)
    rules.check_unit_is_open(seen.unit.closed_on)
    rules.check_can_close(seen.held)
    people_actions.close_unit(unit_id=unit_id, on=today())
    record(actor, "people.unit_closed", topic=Topic.FRAME, unit=unit_id)


@journey
def reopen_unit(*, actor: Actor, unit_id: UnitId) -> None:
    """A closed unit opens again, where it lay."""
    _kept(actor, unit_id)
    people_actions.close_unit(unit_id=unit_id, on=None)
    record(actor, "people.unit_reopened", topic=Topic.FRAME, unit=unit_id)


class Whose(StrEnum):
    """Whose numbers: the unit's own, or those that come after them for the whole organisation."""

    UNIT = "enhed"
    ORGANISATION = "organisation"


@dataclass(frozen=True)
class AnswerLines:
    """The two chains of a unit: its own numbers are tried first."""

    unit: UnitRow
    own: list[Line]
    common: list[Line]

    def chain(self, whose: Whose) -> list[Line]:
        """One of the two."""
        return self.own if whose is Whose.UNIT else self.common


def see_lines(actor: Actor, unit_id: UnitId) -> AnswerLines:
    """Who answers for a unit, and when."""
    unit = _kept(actor, unit_id)
    return AnswerLines(
        unit, directory.own_lines(unit_id), directory.organisation_lines(unit.organisation_id)
    )


def set_lines(
    *, actor: Actor, unit_id: UnitId, whose: Whose, lines: Sequence[Line], seen: str
) -> None:
    """One of the chains, whole."""
    write = directory_actions.set_lines
    if whose is Whose.ORGANISATION:
        _require_top(actor, _kept(actor, unit_id).organisation_id)
        write = directory_actions.set_organisation_lines
    write(actor=actor, unit_id=unit_id, lines=lines, seen=seen)


@dataclass(frozen=True)
class KnownOrganisation:
    """An organisation, and whether the actor keeps it."""

    row: OrganisationRow
    is_mine: bool


def keeps_units(actor: Actor) -> bool:
    """Does the actor keep any units? For the way back to them."""
    return bool(units_where(actor, RUN))


def runs_system(actor: Actor) -> bool:
    """Is the actor the system's administrator? For the button; the gate is the journey's."""
    return bool(units_where(actor, Permission.SYSTEM_RUN))


def see_organisations(actor: Actor) -> list[KnownOrganisation]:
    """All organisations; one's own can be mended. Who begins new ones sees them too."""
    mine = _mine(actor) if keeps_units(actor) or not runs_system(actor) else set()
    return [KnownOrganisation(row, row.id in mine) for row in organisations()]


def see_one(
    actor: Actor, organisation_id: OrganisationId
) -> tuple[OrganisationRow, list[PersonCard]]:
    """One's own organisation, and its employees: one of them answers for it."""
    _require_top(actor, organisation_id)
    row = next((row for row in organisations() if row.id == organisation_id), None)
    if row is None:
        raise NotFound
    units = [unit.id for unit in people.units() if unit.organisation_id == organisation_id]
    cards = {one.row.person.id: one.row.person for one in people.desks(units) if not one.waits}
    return row, list(cards.values())


@journey
def change_organisation(
    *, actor: Actor, organisation_id: OrganisationId, face: OrganisationFace, seen: str
) -> None:
    """What stands about one's own organisation."""
    _row, staff = see_one(actor, organisation_id)
    if face.answers and face.answers not in {card.id for card in staff}:
        raise NotFound
    people_actions.change_organisation(organisation_id=organisation_id, face=face, seen=seen)
    record(
        actor, "people.organisation_changed", topic=Topic.FRAME, organisation=organisation_id,
        answers=face.answers,
    )  # fmt: skip


def _mine(actor: Actor) -> set[OrganisationId]:
    note_asked()
    mine = people.units_below(units_where(actor, RUN))
    if not mine:
        raise NotAllowed("not_your_post", da("Siden er for dem, der passer organisationen."))
    return {row.organisation_id for _, row in mine if row.parent_id is None}


def _require_top(actor: Actor, organisation_id: OrganisationId) -> None:
    if organisation_id not in _mine(actor):
        raise NotAllowed(
            "not_your_organisation",
            da("Det retter den, der passer den øverste enhed i organisationen."),
        )


def _kept(actor: Actor, unit_id: UnitId) -> UnitRow:
    require_post(actor, RUN, unit=unit_id)
    unit = people.unit(unit_id)
    if unit is None:
        raise NotFound
    return unit


def _below(unit_id: UnitId) -> list[UnitId]:
    """The unit itself and everything that lies under it."""
    found, rows = [unit_id], people.all_units()
    for one in found:
        found.extend(row.id for row in rows if row.parent_id == one)
    return found
