"""The manager's page: who has nobody, who holds how many, what waits, what is late."""

from dataclasses import dataclass
from datetime import timedelta

from landfast.access.actor import Actor
from landfast.access.parts import asking_my_parts
from landfast.access.queries import units_where
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.consent.emergencies import asking_how_many_wait
from landfast.course.queries.changing import ChangeRow, wishes_in_units
from landfast.course.queries.courses import Offer, answers_to
from landfast.course.queries.listed import listing_led
from landfast.course.queries.oversight import AT_MOST, InState, Unheld, asking_counted, unheld
from landfast.course.rules.states import OVER
from landfast.insight.deciding import LOOKS_BACK, Pace, paces
from landfast.insight.workload import Load, loads
from landfast.kernel.clock import now, today
from landfast.kernel.ids import UnitId
from landfast.kernel.reading import together
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.people import queries as people
from landfast.plan.queries import OverdueRow
from landfast.plan.queries.of_units import asking_of_units

ANSWERS_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Late:
    """How many agreements of a unit's people are past their date."""

    unit_id: UnitId
    unit: str
    overdue: int
    at_leader: int


@dataclass(frozen=True)
class Overview:
    """What a leader needs to see of the units' courses. Numbers, and names of who has nobody."""

    states: list[InState]
    unheld: list[Unheld]
    loads: list[Load]
    late: list[Late]
    answers: list[Offer]
    changes: list[ChangeRow]
    """Citizens who ask for another coordinator: they wait for an answer."""
    paces: list[Pace]
    """How long decisions take, by unit."""
    units: list[tuple[UnitId, str]]
    """The units in which somebody works: each has its mandates."""
    to_decide: int = 0
    """How many questions wait for the leader's own answer; about whom stands behind the link."""
    unnamed: int = 0
    """How many of the leader's own yeses for a unit nobody is asked to keep yet."""
    names_late: int = 0
    emergencies: int = 0
    """How many emergency reads wait for somebody to look at them (F4)."""

    @property
    def total(self) -> int:
        """How many courses there are that are not over."""
        return sum(row.count for row in self.states if row.state not in OVER)


def overview(actor: Actor) -> Overview:
    """The units' courses as their leader sees them: the frame, never the content."""
    units = overseen(actor)
    since = today() - ANSWERS_FOR
    staff, numbers, led, plan, parts, emergencies = together(
        people.asking_staff(units), asking_counted(units),
        listing_led(actor, units, since, AT_MOST, "Overblik (liste)"),
        asking_of_units(units, now() - LOOKS_BACK),
        asking_my_parts(actor, CourseRole.DECIDER), asking_how_many_wait(actor),
    )  # fmt: skip
    return Overview(
        numbers.states, unheld(units) if led.unheld else [],
        loads(staff, numbers.carried), _late(plan.late, staff),
        answers_to(actor, since) if led.answers else [],
        wishes_in_units(units) if led.changes else [], paces(plan.took),
        sorted({(job.unit_id, job.unit) for job in staff}, key=lambda pair: pair[1]),
        sum(part.about is not None for part in parts),
        plan.unnamed, plan.names_late, emergencies,
    )  # fmt: skip


def overseen(actor: Actor) -> list[UnitId]:
    """The units that the actor leads; somebody who leads none has no such page."""
    units = units_where(actor, Permission.COURSES_OVERSEE)
    if not units:
        raise NotAllowed(
            "not_a_leader", da("Siden er for ledere. Gå til forsiden, og find dine egne forløb.")
        )
    return units


def _late(rows: list[OverdueRow], staff: list[people.EmploymentRow]) -> list[Late]:
    names = {job.unit_id: job.unit for job in staff}
    found = [
        Late(row.unit_id, names.get(row.unit_id, ""), row.overdue, row.at_leader) for row in rows
    ]
    return sorted(found, key=lambda row: (-row.overdue, row.unit))
