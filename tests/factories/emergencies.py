"""Somebody without a ground opens a course in an emergency, by the real action."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.consent import actions, models
from landfast.consent.rules import Basis
from landfast.course.actions import coordinator
from landfast.course.models import Citizen
from landfast.kernel.ids import CitizenId, PersonId
from landfast.kernel.sealed import mark, sealed
from landfast.people import queries as people
from landfast.people.rules import PersonKind
from tests.factories.courses import Lived, assessed_course
from tests.factories.town import Town, as_

CPR = "0101701234"
REASON = "Hun er fundet bevidstløs, og vi skal vide, hvad hun får"


def known_course(town: Town, cpr: str = CPR, name: str = "Jytte Jensen") -> Lived:
    """A course with Karen as coordinator, of a citizen whose number is known."""
    lived = assessed_course(town, name, cpr)
    with as_(town.dorte):
        coordinator.appoint_first(
            actor=town.dorte, course_id=lived.id, person_id=town.karen.person_id,
            reason="Kender borgeren",
        )  # fmt: skip
    return lived


def named(name: str) -> Actor:
    """An employee of the town, found again by name."""
    [row] = people.find_staff(name)
    return Actor(PersonId(row.person.id), PersonKind.STAFF, name)


def numbered(citizen_id: CitizenId, cpr: str = CPR) -> None:
    """Her number is known from now on; whoever acts holds her course."""
    Citizen.objects.filter(id=citizen_id).update(cpr=sealed(cpr), cpr_mark=mark(cpr))


def opens(actor: Actor, cpr: str = CPR, basis: Basis = Basis.EMERGENCY) -> UUID | None:
    """The course that the number opens, if any."""
    with as_(actor):
        return actions.open_emergency(actor=actor, cpr=cpr, basis=basis, reason=REASON)


def emergency_of(actor: Actor) -> models.Emergency:
    """The actor's newest one."""
    with as_(actor):
        return models.Emergency.objects.filter(person_id=actor.person_id).latest("opened_at")
