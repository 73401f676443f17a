"""A case is raised in a circle without a name; she is told before, has her say, is told afterwards.

The names that may not stand in the text are the course's and its network's; the circle knows
neither. Who reaches the course leaves a look there.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import may, require_staff
from landfast.access.rules import Permission
from landfast.circles.actions import after, hers, raising, summing
from landfast.circles.actions.raising import Telling
from landfast.circles.queries import cases, standing
from landfast.circles.queries.cases import CaseRow
from landfast.circles.queries.standing import CircleRow, SeatRow, SittingRow
from landfast.circles.rules import cases as rules
from landfast.circles.rules.cases import Comes, Told
from landfast.circles.rules.kinds import Kind, takes_cases
from landfast.circles.rules.searching import find_in_case
from landfast.consultation.rules import Found
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.journeys.ask_anonymously import names_about
from landfast.kernel.clock import today
from landfast.kernel.ids import CourseId, UnitId
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class Raising:
    """What one needs to raise a case: from which unit, who can lay it before the others."""

    circle: CircleRow
    units: list[tuple[UnitId, str]]
    seats: list[SeatRow]
    whose: WhoseCourse | None
    has_page: bool


@dataclass(frozen=True)
class CaseSeen:
    """A case as the actor may see it. `whose` only where the course is reached."""

    case: CaseRow
    circle: CircleRow
    sitting: SittingRow | None
    """The next one, while it waits; the one at which it was talked about, afterwards."""
    whose: WhoseCourse | None
    course_id: CourseId | None
    sits: bool
    is_mine: bool
    """Raised by the actor, or of a course whose threads the actor holds: they tell her."""
    may_write_for_her: bool
    has_page: bool

    @property
    def is_her_sentence(self) -> bool:
        """Did she write the sentence herself? Then only whether she comes is noted for her."""
        return rules.is_her_sentence(self.case.her_words, written_for_her=self.case.written_for_her)

    @property
    def may_note_comes(self) -> bool:
        """Is she asked to come, beside a sentence of her own (M-07)?"""
        return self.is_her_sentence and self.case.kind is Kind.ANALYSIS

    @property
    def comes_up(self) -> bool:
        """Can it be talked about at the next meeting?"""
        return bool(self.sitting and rules.comes_up(self.case.told_on, self.sitting.on))


@dataclass(frozen=True)
class OfCourse:
    """What circles have heard of one course, and where it can be raised."""

    whose: WhoseCourse
    cases: list[CaseRow]
    circles: list[CircleRow]


def see_of_course(actor: Actor, course_id: CourseId) -> OfCourse:
    """The cases of a course, for her team."""
    require_staff(actor)
    open_record(actor, course_id, "Drøftet uden navn")
    near = standing.circles(standing.reach().near)
    return OfCourse(
        whose_one(course_id), cases.about(course_id), [row for row in near if takes_cases(row.kind)]
    )


def see_raising(actor: Actor, circle_id: UUID, course_id: CourseId | None) -> Raising:
    """The page where a case is raised; with a course, the look is logged."""
    require_staff(actor)
    whose = None
    if course_id:
        open_record(actor, course_id, "Tag op uden navn")
        whose = whose_one(course_id)
    seats = standing.seats(circle_id)
    seated = {row.unit_id for row in seats}
    units = [pair for pair in standing.own_units(actor).items() if pair[0] in seated]
    return Raising(
        standing.circle(circle_id), units, seats, whose, _has_page(course_id)
    )  # fmt: skip


def look_over(actor: Actor, texts: Collection[str], course_id: CourseId | None) -> list[Found]:
    """What in the texts could say whom it is about."""
    return find_in_case(texts, names_about(actor, course_id))


@journey
def raise_case(
    *, actor: Actor, circle_id: UUID, raised_from: UnitId, telling: Telling,
    looked_at: Collection[str] = (), course_id: CourseId | None = None,
) -> UUID:  # fmt: skip
    """It goes on the list, and she is told, in one act."""
    return raising.raise_case(
        actor=actor, circle_id=circle_id, raised_from=raised_from, telling=telling,
        looked_at=looked_at, course_id=course_id, names=names_about(actor, course_id),
        has_page=_has_page(course_id),
    )  # fmt: skip


def see_case(actor: Actor, case_id: UUID) -> CaseSeen:
    """One case. Who reaches the course it is about leaves a look there."""
    course = cases.course_of(case_id)
    if course:
        open_record(actor, course, "Drøftet uden navn")
    case = cases.case(case_id)
    at = standing.sitting(case.sitting_id) if case.sitting_id else None
    holds = course is not None and may(actor, Permission.WISH_WRITE, course)
    return CaseSeen(
        case, standing.circle(case.circle_id), at or standing.next_sitting(case.circle_id),
        whose_one(course) if course else None, course,
        standing.sits(case.circle_id), holds or case.raised_by_id == actor.person_id,
        holds, _has_page(course),
    )  # fmt: skip


def names_in(actor: Actor, case_id: UUID) -> set[str]:
    """The names that may not stand in a text about this case, as far as the actor knows them."""
    return names_about(actor, cases.course_of(case_id))


@journey
def say_for_her(
    *, actor: Actor, case_id: UUID, text: str, looked_at: Collection[str] = (),
    comes: Comes | None = None,
) -> None:  # fmt: skip
    """Her sentence, by herself or written for her."""
    hers.say(
        actor=actor, case_id=case_id, text=text, looked_at=looked_at, comes=comes,
        names=names_in(actor, case_id),
    )  # fmt: skip


@journey
def sum_up(
    *, actor: Actor, sitting_id: UUID, case_id: UUID, said: Mapping[str, str],
    looked_at: Collection[str] = (),
) -> None:  # fmt: skip
    """The summary of a case, at the meeting."""
    summing.sum_case(
        actor=actor, sitting_id=sitting_id, case_id=case_id, said=said, looked_at=looked_at,
        names=names_in(actor, case_id),
    )  # fmt: skip


@journey
def tell_her(
    *, actor: Actor, case_id: UUID, text: str, told: Told | None, told_on: date | None,
    follow_up_on: date | None, looked_at: Collection[str] = (),
) -> None:  # fmt: skip
    """She hears what came of it."""
    course = cases.course_of(case_id)
    after.tell(
        actor=actor, case_id=case_id, text=text, told=told, told_on=told_on,
        follow_up_on=follow_up_on, names=names_about(actor, course), looked_at=looked_at,
        has_page=_has_page(course),
    )  # fmt: skip


@journey
def note_what_came(
    *, actor: Actor, case_id: UUID, text: str, looked_at: Collection[str] = ()
) -> None:  # fmt: skip
    """What came of the advice."""
    after.note_what_came(
        actor=actor, case_id=case_id, text=text, looked_at=looked_at,
        names=names_in(actor, case_id),
    )  # fmt: skip


@journey
def take_back(*, actor: Actor, case_id: UUID) -> None:
    """It is not talked about after all."""
    raising.take_back_case(actor=actor, case_id=case_id, course_id=cases.course_of(case_id))


def see_mine(actor: Actor, course_id: CourseId, case_id: UUID) -> CaseSeen:
    """The citizen opens what they want to talk about."""
    seen = see_case(actor, case_id)
    if seen.course_id != course_id or not actor.is_citizen:
        raise NotFound
    return seen


def open_ends(actor: Actor) -> list[CaseRow]:
    """What waits for the actor after cases were talked about."""
    return cases.open_ends(actor.person_id, today())


def _has_page(course_id: CourseId | None) -> bool:
    """Can she read it here? Only with a login of her own."""
    return course_id is not None and cases.has_page(course_id)
