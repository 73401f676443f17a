"""An administrator ends what an employee's login has opened: a lost laptop, a doubt."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Topic
from landfast.journeys.run_organisation import see_login
from landfast.kernel.ids import PersonId
from landfast.login.actions import sittings
from landfast.people.rules import employing


@journey
def end_sessions(*, actor: Actor, employment_id: UUID) -> int:
    """All sessions of an employee end, the same second; the login stays (ASVS 7.4.5). How many."""
    person = PersonId(see_login(actor, employment_id).desk.row.person.id)
    employing.check_keeps_another(actor.person_id, person)
    ended = sittings.end_all_of(person)
    record(actor, "login.ended_all", topic=Topic.FRAME, person=person)
    return ended
