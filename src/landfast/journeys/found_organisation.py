"""The first of an organisation: nobody works there yet who could employ anybody."""

from dataclasses import dataclass

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import SYSTEM, Actor
from landfast.access.queries import require_anywhere
from landfast.access.rules import Permission, Topic
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.login.actions import identities
from landfast.people import actions as people_actions
from landfast.people import queries as people
from landfast.people import rules
from landfast.people.actions import Founding

KEEPER = "system_admin"


@dataclass(frozen=True)
class Founded:
    """Its first administrator, and the two ways in, shown this once."""

    person: PersonId
    code: str
    username: str
    password: str


@journey
def found_organisation(*, actor: Actor, what: Founding) -> Founded:
    """An organisation with one unit and its administrator, who employs all the others.

    By the system's administrator, or by Landfast itself on the word of whoever runs it.
    """
    if actor != SYSTEM:
        require_anywhere(actor, Permission.SYSTEM_RUN)
    _check(what)
    password = identities.spoken() if what.username.strip() else ""
    person = people_actions.found(what=what, password=password)
    [job] = people.employments(person_id=person)
    record(actor, "people.organisation_founded", topic=Topic.FRAME, unit=job.unit_id, person=person)
    code = identities.invite(by=actor, person_id=person)
    return Founded(person, code, what.username.strip().lower(), password)


@journey
def appoint_keeper(*, person_id: PersonId) -> str:
    """An employee is the system's administrator too; Landfast itself says so. Their name."""
    jobs = people.employments(person_id=person_id)
    if not jobs:
        raise NotNow("not_employed", da("Der er ingen ansat med den nøgle."))
    if all(job.role != KEEPER for job in jobs):
        people_actions.employ(
            person_id=person_id, unit_id=jobs[0].unit_id, role=KEEPER, starts_on=today()
        )
    record(SYSTEM, "people.keeper_appointed", topic=Topic.FRAME, person=person_id)
    return jobs[0].person.name


def _check(what: Founding) -> None:
    rules.check_organisation(what.name, "", "")
    rules.check_unit(what.unit, "")
    rules.check_employee(what.administrator, "")
    if what.username.strip():
        rules.check_username(what.username.strip().lower())
    same = what.name.strip().casefold()
    if any(one.name.casefold() == same for one in people.organisations()):
        raise Wrong("house_there", da("Den organisation er her allerede."), "name")
