"""A leader has the meetings of a quarter planned, looks at the plan, and takes it (C3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks.looking import list_records
from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.course.queries.names import whose
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.meetings.actions import quarter as actions
from landfast.meetings.queries import quarter as queries
from landfast.meetings.queries.quarter import PlannedRow, RunRow
from landfast.people import queries as people
from landfast.people.queries import UnitRow

PAGE = "Plan for møder (liste)"


@dataclass(frozen=True)
class Planning:
    """The units that one leads, and what has been planned for them."""

    units: list[UnitRow]
    runs: list[RunRow]


@dataclass(frozen=True)
class Planned:
    """A meeting in a plan: whose, who leads it, and where it would be."""

    row: PlannedRow
    citizen: str
    leader: str


@dataclass(frozen=True)
class PlanOfRun:
    """A run with what came of it."""

    run: RunRow
    left: list[Planned]
    placed: list[Planned]
    names: dict[str, str]
    """People of one's own units, by key: only they are named as being in the way."""

    @property
    def costs(self) -> dict[str, int]:
        """How often each thing is paid, over the whole plan."""
        found: dict[str, int] = {}
        for one in self.placed:
            for kind, times in one.row.cost.items():
                found[kind] = found.get(kind, 0) + times
        return found

    @property
    def moved(self) -> int:
        """How many would be moved from a time that they have."""
        return sum(one.row.stands not in {None, one.row.at} for one in self.placed)


def look_at_planning(actor: Actor) -> Planning:
    """My units, and the last plans for them."""
    led = set(_led(actor))
    units = [one for one in people.all_units() if one.id in led and one.closed_on is None]
    return Planning(units, queries.runs())


def look_at_run(actor: Actor, run_id: UUID) -> PlanOfRun:
    """One run; the courses in it are logged before a name is shown."""
    units = _led(actor)
    run = queries.run(run_id)
    rows = queries.planned(run_id)
    list_records(actor, {row.course_id for row in rows}, PAGE)
    names = {course: one.name for course, one in whose({row.course_id for row in rows}).items()}
    staff = {str(job.person.id): job.person.name for job in people.staff_of(units)}
    known = people.persons([row.leader_id for row in rows])
    shown = [
        Planned(row, names[row.course_id], _name(known, row.leader_id))
        for row in rows if row.course_id in names
    ]  # fmt: skip
    return PlanOfRun(
        run, [one for one in shown if one.row.at is None],
        [one for one in shown if one.row.at is not None], staff,
    )  # fmt: skip


@journey
def ask_for_plan(*, actor: Actor, first: date, last: date) -> UUID:
    """All meetings of my units that wait for a time in these weeks are placed at once."""
    return actions.ask_for_plan(actor=actor, units=_led(actor), first=first, last=last)


@journey
def take_plan(*, actor: Actor, run_id: UUID) -> int:
    """The plan becomes dates, and people are told."""
    return actions.take_plan(actor=actor, run_id=run_id)


def _led(actor: Actor) -> list[UnitId]:
    units = units_where(actor, Permission.COURSES_OVERSEE)
    if not units:
        raise NotAllowed(
            "not_a_leader", da("Siden er for ledere. Gå til forsiden, og find dine egne forløb.")
        )
    return units


def _name(known: dict[PersonId, people.PersonCard], who: PersonId) -> str:
    return known[who].name if who in known else ""
