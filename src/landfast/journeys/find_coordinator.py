"""A ward, an emergency doctor or a probation officer asks whom to ring about a citizen (B5)."""

from collections.abc import Collection
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions.lookup import look_up_coordinator
from landfast.course.queries.contact import Holder, Holders
from landfast.course.rules.lookup import LookupGround, grounds_of
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.journeys.whom_to_ring import WhomToRing, whom_to_ring
from landfast.kernel.ids import PersonId
from landfast.people import queries as people
from landfast.people.queries import PersonCard, UnitRow


@journey
def find_coordinator(
    *, actor: Actor, cpr: str, ground: LookupGround, jobs: Collection[UUID] | None = None
) -> WhomToRing | None:
    """Name and direct number, and who picks up now when the coordinator does not (B5)."""
    found = look_up_coordinator(actor=actor, cpr=cpr, ground=ground, jobs=jobs)
    if found is None:
        return None
    known = people.persons(found.people())
    held = Holders(
        found.unit_id, _holder(known, found.coordinator), found.is_cover,
        _holder(known, found.deputy), _holder(known, found.second),
    )  # fmt: skip
    return whom_to_ring(held)


def _holder(known: dict[PersonId, PersonCard], who: PersonId | None) -> Holder | None:
    one = known.get(who) if who else None
    return Holder(one.id, one.name, one.profession, one.phone) if one else None


def may_name(actor: Actor) -> list[LookupGround]:
    """The grounds that the actor's posts give; none: who rings a front door instead."""
    return grounds_of(people.posts(actor.person_id))


def front_doors() -> list[tuple[UnitRow, Line | None]]:
    """Where anybody rings without a ground: the units that coordinate, and who answers now."""
    return [(unit, directory.who_answers(unit.id)) for unit in people.units(coordinating=True)]
