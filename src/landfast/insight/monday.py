"""The coordinator's Monday page: whom to call first, what waits for me, my courses (moment 7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looking import list_records
from landfast.access.queries import my_roles
from landfast.access.roles import CourseRole
from landfast.course.queries.names import WhoseCourse, whose_lately
from landfast.insight.asks import Ask, asks
from landfast.insight.calling import Reason, Why, first_calls, why_call, why_quiet
from landfast.insight.waiting import Waits, my_own, of_course, of_mine
from landfast.kernel.clock import DENMARK, today
from landfast.kernel.ids import PersonId
from landfast.meetings.queries.around import Near, around
from landfast.meetings.queries.inviting import Asks, invites_that_ask
from landfast.messages.queries import unreached_courses
from landfast.plan.queries import (
    LastWord,
    Watched,
    courses_of_maker,
    last_words,
    watched_agreements,
)
from landfast.plan.queries.deciding import at_a_leader

HOLDS = frozenset({CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY})


@dataclass(frozen=True)
class Call:
    """One line: whom to call, why, and what was said last."""

    course: WhoseCourse
    reason: Reason
    more: int
    last: LastWord | None
    met: Near | None
    for_holder: bool


@dataclass(frozen=True)
class Waiting:
    """Something that only I can do."""

    what: Waits
    course: WhoseCourse
    agreement: Watched | None = None
    meeting: Near | None = None


@dataclass(frozen=True)
class Mine:
    """A course of mine on one line."""

    course: WhoseCourse
    as_second: bool
    running: int | None
    """Counted where I hold the threads."""
    waiting: int | None
    last_at: datetime | None


@dataclass(frozen=True)
class Meets:
    """A meeting today or tomorrow in a course whose threads I hold."""

    course: WhoseCourse
    meeting: Near


@dataclass(frozen=True)
class Monday:
    """What a coordinator meets on a Monday at 08:05."""

    calls: list[Call]
    waits: list[Waiting]
    courses: list[Mine]
    meets: list[Meets]
    unreached: list[tuple[WhoseCourse, datetime]]
    """Citizens whose mail does not arrive, since when: to be rung instead."""
    invites: list[tuple[WhoseCourse, Asks]]
    """Meetings ahead whose invitations did not arrive, or met with another time."""
    asked: list[Ask]
    """What my courses ask of me, and the courses that I am asked to take over."""
    today: date


@dataclass(frozen=True)
class _Facts:
    """What the page rests on: six queries, however many courses there are.

    Agreements and meetings are those of the courses whose threads I hold today; of the others I
    am the second of, only the frame.
    """

    me: PersonId
    roles: dict[UUID, frozenset[CourseRole]]
    courses: dict[UUID, WhoseCourse]
    agreements: dict[UUID, list[Watched]]
    """By course, the nearest date first."""
    acts: dict[UUID, datetime]
    met: dict[UUID, Near]
    ahead: dict[UUID, Near]
    held: frozenset[UUID]
    """The courses whose threads I hold today, as holder or for one who is away."""
    for_holder: frozenset[UUID]
    """Those in which I am here as the second of a holder who is away (domain 0.8)."""
    today: date


def _day(moment: datetime) -> date:
    return moment.astimezone(DENMARK).date()


def monday(actor: Actor) -> Monday:
    """Whom to call first, what waits for me, which courses are mine."""
    facts = _facts(actor)
    courses = _courses(facts)
    held = {one.course.course_id: one.course for one in courses if not one.as_second}
    return Monday(
        _calls(facts), _waits(facts), courses, _meets(facts), _unreached(facts),
        _invites(facts), asks(held), facts.today,
    )  # fmt: skip


def _facts(actor: Actor) -> _Facts:
    roles = my_roles(actor)
    mine = {scope for scope, held in roles.items() if held & (HOLDS | {CourseRole.SECOND})}
    asked = {scope for scope, held in roles.items() if CourseRole.TAKER in held}
    shown = mine.union(courses_of_maker(actor))
    list_records(actor, shown | asked, "Mandag (liste)")
    lately = whose_lately(shown)
    for_holder = _for_holder(roles, lately.holder_away)
    held = for_holder.union(scope for scope, roles_here in roles.items() if roles_here & HOLDS)
    agreements: dict[UUID, list[Watched]] = {}
    for row in watched_agreements(held, actor):
        agreements.setdefault(row.course_id, []).append(row)
    met, ahead = around(held)
    return _Facts(
        actor.person_id, roles, lately.whose, agreements, lately.acts, met, ahead, held, for_holder,
        today(),
    )  # fmt: skip


def _for_holder(
    roles: dict[UUID, frozenset[CourseRole]], holder_away: frozenset[UUID]
) -> frozenset[UUID]:
    """The courses in which I am the second, and whose holder is away today."""
    return frozenset(
        scope
        for scope in holder_away
        if CourseRole.SECOND in (held := roles.get(scope, frozenset())) and not held & HOLDS
    )


def _calls(facts: _Facts) -> list[Call]:
    found = [
        why_call(row, facts.today)
        for course_id, rows in facts.agreements.items()
        if course_id in facts.held
        for row in rows
        if row.maker_id != facts.me
    ]
    for course_id, course in facts.courses.items():
        if course_id in facts.held:
            last = facts.acts.get(course_id)
            found.append(
                why_quiet(course_id, course.state, _day(last) if last else None, facts.today)
            )
    first = first_calls(_left_to_call(filter(None, found)))
    about = [why.agreement.id for why, _ in first if why.agreement]
    said = last_words(about) if about else {}
    return [
        Call(
            facts.courses[why.course_id], why, more,
            said.get(why.agreement.id) if why.agreement else None,
            facts.met.get(why.course_id), why.course_id in facts.for_holder,
        )
        for why, more in first
    ]  # fmt: skip


def _left_to_call(reasons: Iterable[Reason]) -> list[Reason]:
    """What a leader has been asked about is in hand: it comes back with the answer (moment 7)."""
    found = list(reasons)
    late = {
        one.agreement.id for one in found if one.agreement and one.why in {Why.BROKEN, Why.LATE}
    }
    asked = at_a_leader(late)
    return [one for one in found if one.agreement is None or one.agreement.id not in asked]


def _waits(facts: _Facts) -> list[Waiting]:
    asking = [
        (row, what)
        for course_id, rows in facts.agreements.items()
        if course_id in facts.courses
        for row in rows
        if (what := _what(facts, row, course_id in facts.held))
    ]
    asking.sort(key=lambda pair: pair[0].due_on or date.max)
    found = [Waiting(what, facts.courses[row.course_id], row) for row, what in asking]
    order = list(Waits)
    for course_id, course in facts.courses.items():
        met, last = facts.met.get(course_id), facts.acts.get(course_id)
        if course_id in facts.held and (what := of_course(course, met, last)):
            if what is Waits.BEGIN and (course_id in facts.agreements or course_id in facts.ahead):
                continue
            found.append(Waiting(what, course, meeting=met))
    return sorted(found, key=lambda one: order.index(one.what))


def _what(facts: _Facts, row: Watched, is_held: bool) -> Waits | None:
    if row.maker_id == facts.me:
        return my_own(row, facts.today)
    return of_mine(row, facts.me, facts.today) if is_held else None


def _meets(facts: _Facts) -> list[Meets]:
    soon = facts.today + timedelta(days=1)
    rows = [
        (row.starts_at, Meets(facts.courses[course_id], row))
        for course_id, row in facts.ahead.items()
        if row.starts_at and _day(row.starts_at) <= soon and course_id in facts.held
    ]
    return [one for _, one in sorted(rows, key=lambda pair: pair[0])]


def _unreached(facts: _Facts) -> list[tuple[WhoseCourse, datetime]]:
    found = unreached_courses()
    return [(one, found[key]) for key, one in facts.courses.items() if key in found]


def _invites(facts: _Facts) -> list[tuple[WhoseCourse, Asks]]:
    rows = invites_that_ask()
    return [(facts.courses[row.course_id], row) for row in rows if row.course_id in facts.courses]


def _courses(facts: _Facts) -> list[Mine]:
    shown = []
    for course_id, course in facts.courses.items():
        roles = facts.roles.get(course_id, frozenset())
        if roles & (HOLDS | {CourseRole.SECOND}):
            runs, waiting = _counted(facts, course_id)
            last = facts.acts.get(course_id)
            shown.append(Mine(course, not roles & HOLDS, runs, waiting, last))
    return shown


def _counted(facts: _Facts, course_id: UUID) -> tuple[int, int] | tuple[None, None]:
    if course_id not in facts.held:
        return None, None
    still_open = [row for row in facts.agreements.get(course_id, ()) if row.is_open]
    runs = sum(row.counts for row in still_open)
    return runs, len(still_open) - runs
