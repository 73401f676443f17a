"""A second person says yes to an administrator's employment; until then nothing follows from it."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import SYSTEM, Actor
from landfast.access.queries import require_post, units_where
from landfast.access.roles import POSTS
from landfast.access.rules import Permission, Topic
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.people import actions as people_actions
from landfast.people import keeping
from landfast.people import queries as people
from landfast.people.keeping import Waiting
from landfast.people.rules import employing

SAY_YES = (Permission.ORGANISATION_RUN, Permission.COURSES_OVERSEE)
"""Another administrator of the unit, or its leader."""


@dataclass(frozen=True)
class Asked:
    """An employment that waits, and who can answer."""

    row: Waiting
    may_agree: bool
    seconds: list[str]
    """Who can say yes, by name; empty when there is nobody in the house."""


@dataclass(frozen=True)
class Waits:
    """What waits for the actor to see: their own, and that of their units."""

    own: list[Waiting]
    rows: list[Asked]


def see_waiting(actor: Actor) -> Waits:
    """Employments that wait in the units one keeps or leads, and one's own."""
    mine = _units(actor)
    rows = keeping.waiting(unit_ids=mine) if mine else []
    return Waits(keeping.waiting(person_id=actor.person_id), [_asked(actor, one) for one in rows])


def see_one(actor: Actor, employment_id: UUID) -> Asked | None:
    """One employment that waits; None when it does not."""
    found = [one for one in see_waiting(actor).rows if one.row.id == employment_id]
    return found[0] if found else None


@journey
def agree(*, actor: Actor, employment_id: UUID) -> str:
    """The second yes (det andet ja): whose employment begins."""
    one = _of_mine(actor, employment_id)
    employing.check_may_agree(actor.person_id, one.asked_by, one.person_id)
    people_actions.agree_employment(employment_id=employment_id)
    record(
        actor, "people.employment_agreed", topic=Topic.FRAME, person=one.person_id, unit=one.unit_id
    )
    return one.name


@journey
def decline(*, actor: Actor, employment_id: UUID) -> str:
    """The second no, or who asked takes it back: whose employment never begins."""
    one = _of_mine(actor, employment_id)
    people_actions.decline_employment(employment_id=employment_id)
    record(
        actor,
        "people.employment_declined",
        topic=Topic.FRAME,
        person=one.person_id,
        unit=one.unit_id,
    )
    return one.name


def all_waiting() -> list[Waiting]:
    """Everything that waits, for whoever runs Landfast."""
    return keeping.waiting()


@journey
def agree_for_house(employment_id: UUID) -> str:
    """Landfast itself says the second yes, on the word of whoever runs it.

    Only where the house has nobody else: its one administrator, and no leader.
    """
    one = next((row for row in keeping.waiting() if row.id == employment_id), None)
    if one is None:
        raise NotFound
    if _asked(SYSTEM, one).seconds:
        raise NotNow("has_second", da("Her er andre, der kan sige ja."))
    people_actions.agree_employment(employment_id=employment_id)
    record(
        SYSTEM,
        "people.employment_agreed",
        topic=Topic.FRAME,
        person=one.person_id,
        unit=one.unit_id,
    )
    return one.name


def _of_mine(actor: Actor, employment_id: UUID) -> Waiting:
    found = [one for one in keeping.waiting() if one.id == employment_id]
    if not found:
        raise NotFound
    unit = found[0].unit_id
    leads = unit in units_where(actor, Permission.COURSES_OVERSEE)
    require_post(actor, SAY_YES[1] if leads else SAY_YES[0], unit=unit)
    return found[0]


def _units(actor: Actor) -> list[UnitId]:
    return list({unit for may in SAY_YES for unit in units_where(actor, may)})


def _may(actor: Actor, one: Waiting) -> bool:
    return employing.may_agree(actor.person_id, one.asked_by, one.person_id)


def _asked(actor: Actor, one: Waiting) -> Asked:
    names = seconds(one.unit_id, one.asked_by, one.person_id)
    return Asked(one, _may(actor, one), list(names.values()))


def seconds(unit_id: UnitId, asked_by: PersonId, person_id: PersonId) -> dict[PersonId, str]:
    """Who can be the second of two in this unit, by name: who keeps it or leads it."""
    posts = {post for post, rights in POSTS.items() if rights.intersection(SAY_YES)}
    return {
        job.person.id: job.person.name
        for job in people.employments(unit_ids=keeping.above(unit_id))
        if job.role in posts and employing.may_agree(job.person.id, asked_by, person_id)
    }
