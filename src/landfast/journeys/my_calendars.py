"""An employee shows when she is taken: hours, days away, calendars elsewhere (C3)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey, note_asked
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Topic
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.people import calendars
from landfast.people import queries as people
from landfast.people.calendars import CalendarRow
from landfast.people.queries import Desk
from landfast.people.rules import Away
from landfast.people.rules.calendars import Taken


@dataclass(frozen=True)
class MyTime:
    """What Landfast knows of my time."""

    desks: list[Desk]
    away: list[Away]
    calendars: list[CalendarRow]
    taken: list[Taken]


def look_at_my_time(actor: Actor) -> MyTime:
    """My hours, my days away and my calendars, as a planner sees them."""
    _staff(actor)
    jobs = people.employments(person_id=actor.person_id)
    desks = [desk for job in jobs if (desk := people.desk(job.id))]
    away = people.leaves([actor.person_id]).get(actor.person_id, [])
    return MyTime(
        desks, [one for one in away if one.last is None or one.last >= today()],
        calendars.calendars_of(actor.person_id), calendars.taken_of(actor.person_id),
    )  # fmt: skip


@journey
def add_calendar(*, actor: Actor, address: str, login: str = "", password: str = "") -> UUID:
    """My calendar elsewhere is read from now on: when I am taken, and nothing else."""
    _staff(actor)
    added = calendars.add_calendar(
        person_id=actor.person_id, address=address, login=login, password=password
    )
    record(actor, "people.calendar_added", topic=Topic.FRAME)
    return added


@journey
def remove_calendar(*, actor: Actor, calendar_id: UUID) -> None:
    """It is read no longer, and what was known of it is forgotten at once."""
    _staff(actor)
    calendars.remove_calendar(person_id=actor.person_id, calendar_id=calendar_id)
    record(actor, "people.calendar_removed", topic=Topic.FRAME)


def _staff(actor: Actor) -> None:
    note_asked()
    if not actor.is_staff:
        raise NotAllowed("staff_only", da("Siden er for dem, der arbejder her."))
