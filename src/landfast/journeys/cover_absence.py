"""The coordinator is sick: the second, or who acts, covers all her courses in two touches."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_staff, scopes_as, units_where
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.course.actions.cover import lock_held, name_deputy
from landfast.course.queries.coordinators import HeldCourse, held_by
from landfast.course.queries.listed import list_held
from landfast.course.rules.holding import is_covered, who_deputises
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.kernel.text import da
from landfast.people import actions as people_actions
from landfast.people import queries as people
from landfast.people.rules import LeaveKind

FRIDAY = 4


@dataclass(frozen=True)
class Absence:
    """What the page shows: whose courses, which of them I can cover, and to when."""

    person: people.PersonCard
    courses: list[HeldCourse]
    until: tuple[date, ...]
    is_noted: bool
    away: frozenset[PersonId] = frozenset()
    """Who covers and is away too."""

    @property
    def open(self) -> list[HeldCourse]:
        """Those that nobody covers who is at work."""
        return [held for held in self.courses if not is_covered(held.deputy_id, self.away)]


def absence(*, actor: Actor, person_id: UUID) -> Absence:
    """The courses of one who is away, as far as I am their second or lead the unit (moment 8)."""
    require_staff(actor)
    mine = _reach(actor)
    list_held(actor, person_id, "Den, der er væk (liste)", only_in=mine)
    return _absence(actor, person_id, mine)


def _absence(actor: Actor, person_id: UUID, mine: list[UUID] | None) -> Absence:
    person = people.person(person_id)
    courses = held_by(person_id, mine) if actor.person_id != person_id else []
    if person is None or not courses:
        raise NotFound
    away = people.away([person_id, *(held.deputy_id for held in courses if held.deputy_id)])
    return Absence(person, courses, until_choices(today()), person.id in away, away)


def until_choices(day: date) -> tuple[date, ...]:
    """Today, the end of this week, two weeks ahead: dates one can choose with one touch."""
    friday = day + timedelta(days=(FRIDAY - day.weekday()) % 7)
    return tuple(sorted({day, friday, add_business_days(day, 10)}))


@journey
def cover_absence(*, actor: Actor, person_id: PersonId, until: date) -> int:
    """Cover all courses of one who is away; the hand-back is by itself when the time is over.

    The main responsibility does not move. Citizens see who covers, and to when. How many.
    """
    require_staff(actor)
    mine = _reach(actor)
    lock_held(person_id)
    seen = _absence(actor, person_id, mine)
    if until not in seen.until:  # the leave is seen by all her citizens: not any day one likes
        raise Wrong("no_such_day", da("Vælg en af dagene på siden."), "until")
    if not seen.open:
        raise NotNow("covered_already", da("En anden dækker allerede alle forløbene."))
    seconds = {held.second_id for held in seen.open if held.second_id}
    there = people.on_duty(seconds)
    for held in seen.open:
        name_deputy(
            actor=actor, course_id=held.course_id, starts_on=today(), ends_on=until,
            person_id=who_deputises(held.second_id, actor=actor.person_id, there=there),
            reason="Koordinatoren er væk",
        )  # fmt: skip
    if not seen.is_noted:
        people_actions.note_leave(
            person_id=person_id, starts_on=today(), ends_on=until, kind=LeaveKind.SUDDEN
        )
    record(actor, "people.absence_covered", person=person_id, until=until, courses=len(seen.open))
    return len(seen.open)


def _reach(actor: Actor) -> list[UUID] | None:
    """The courses that the actor could cover in: those of their own, or all that a leader leads."""
    if units_where(actor, Permission.COURSES_OVERSEE):
        return None
    return scopes_as(actor, CourseRole.SECOND, CourseRole.DEPUTY)
