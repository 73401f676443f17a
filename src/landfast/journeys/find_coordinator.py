"""A ward, an emergency doctor or a probation officer asks whom to ring about a citizen (B5)."""

from collections.abc import Collection
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions.lookup import look_up_coordinator
from landfast.course.rules.lookup import LookupGround, grounds_of
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.journeys.whom_to_ring import WhomToRing, whom_to_ring
from landfast.people import queries as people
from landfast.people.queries import UnitRow


@journey
def find_coordinator(
    *, actor: Actor, cpr: str, ground: LookupGround, jobs: Collection[UUID] | None = None
) -> WhomToRing | None:
    """Name and direct number, and who picks up now when the coordinator does not (B5)."""
    found = look_up_coordinator(actor=actor, cpr=cpr, ground=ground, jobs=jobs)
    return whom_to_ring(found) if found else None


def may_name(actor: Actor) -> list[LookupGround]:
    """The grounds that the actor's posts give; none: who rings a front door instead."""
    return grounds_of(people.posts(actor.person_id))


def front_doors() -> list[tuple[UnitRow, Line | None]]:
    """Where anybody rings without a ground: the units that coordinate, and who answers now."""
    return [(unit, directory.who_answers(unit.id)) for unit in people.units(coordinating=True)]
