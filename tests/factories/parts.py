"""Somebody who is let in to a part of a course, by the real actions."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from landfast.access.actions import To, grant
from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.consent import models
from landfast.consent.actions import Proxying
from landfast.consent.rules.proxy import Limit
from landfast.journeys.let_in import let_in
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.meetings import actions as meetings
from landfast.meetings.actions import Guest
from landfast.people.rules import PersonKind
from landfast.plan import actions as plan
from landfast.plan.actions.outside import ask_outside
from landfast.plan.queries.outside import Link
from landfast.plan.rules.outside import Whom
from tests.factories.courses import Lived
from tests.factories.meetings import Met
from tests.factories.plan import proposed
from tests.factories.town import Town, as_

EVERYTHING = tuple(Limit)


def proxying(name: str = "Birthe Jensen", limits: Collection[Limit] = EVERYTHING) -> Proxying:
    """What the citizen says, for a month."""
    return Proxying(name, limits, "Hun hjælper mig med breve", today() + timedelta(days=30))


def proxy_of(
    lived: Lived, limits: Collection[Limit] = EVERYTHING, place: UUID | None = None
) -> Actor:
    """Her sister, whom she has named; let in from her place on the map when it is given."""
    with as_(lived.citizen):
        row = let_in(
            actor=lived.citizen, course_id=lived.id, said=proxying(limits=limits),
            relation_id=place,
        )  # fmt: skip
        person = models.Proxy.objects.get(id=row).person_id
    return Actor(PersonId(person), PersonKind.CITIZEN)


def guest_of(met: Met, person: Actor, why: str = "Kender til boliger") -> UUID:
    """Karen asks an employee outside the team to the meeting."""
    with as_(met.karen):
        guest = Guest(why, person.person_id, role="case_worker")
        return meetings.ask_guest(actor=met.karen, meeting_id=met.id, guest=guest)


def visits(met: Met, person: Actor) -> None:
    """Somebody is a guest of a meeting that is over, and still reads it."""
    to = To(
        CourseRole.GUEST, "Var med", person=person.person_id, ground=Ground.MEETING,
        topic=Topic.ONE, level=Level.READ, about=met.id,
    )  # fmt: skip
    with as_(met.karen):
        grant(met.karen, met.course_id, [to])


def asked_to_decide(town: Town, lived: Lived, leader: Actor) -> UUID:
    """Karen asks a leader about a proposal that nobody has said yes to."""
    agreement = proposed(town, lived, None)
    with as_(town.karen):
        return plan.ask_decision(
            actor=town.karen, agreement_id=agreement, decider=leader.person_id,
            question="Må der bruges fem timer om ugen?", reason="Det er mere, end vi må love",
        )  # fmt: skip


def asked_outside(
    town: Town, lived: Lived, name: str = "Inge", address: str = ""
) -> tuple[UUID, Link]:
    """Karen asks somebody outside for a promise; the agreement and the link that they hold."""
    agreement = proposed(town, lived, None)
    with as_(town.karen):
        ask = ask_outside(
            actor=town.karen, agreement_id=agreement, whom=Whom(name, "moster", address),
            citizen_said_so=True,
        )  # fmt: skip
    return agreement, ask
