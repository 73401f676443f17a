"""What a Monday rests on: four questions, however many courses there are, and no name among them.

Agreements and meetings are those of the courses whose threads I hold today; of the others I am
the second of, only the frame.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from operator import attrgetter
from uuid import UUID

from landfast.access.roles import CourseRole
from landfast.course.queries.lately import HOLDS, MineLately, mine_lately
from landfast.insight.asks import NEVER_FOLDED, Asked, Asks, asks
from landfast.insight.calling import NOT_KEPT, Reason, first_calls, why_call, why_quiet
from landfast.insight.waiting import OF_WRITING, STAYS, Waits, my_own, of_course, of_mine
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.reading import together
from landfast.meetings.queries.around import Around, Near, asking_around
from landfast.meetings.rules.taking import Writes
from landfast.plan.queries import Watched, watching
from landfast.redthread.queries.asked import (
    Worth,
    asking_holder,
    ended_of,
    has_cases,
    in_emergency_of,
    unreached_of,
    worth_of,
)

BY_KEY = attrgetter("int")
"""The order of keys, as numbers: keys that compare themselves take five times as long."""


@dataclass(frozen=True)
class Due:
    """Something that only I can do: an agreement, minutes, or a course to begin with."""

    what: Waits
    course_id: UUID
    agreement: Watched | None = None
    meeting: Near | None = None

    @property
    def agreement_id(self) -> UUID | None:
        """The agreement, where it is one."""
        return self.agreement.id if self.agreement else None


@dataclass(frozen=True)
class Facts:
    """What is known before anything is shown."""

    mine: dict[UUID, MineLately]
    held: frozenset[UUID]
    """The courses whose threads I hold today, as holder or for one who is away."""
    watched: list[Watched]
    """The nearest date first."""
    around: Around
    asked: list[Asked]
    unreached: dict[UUID, datetime]
    worth: list[Worth]
    """What is worth a look, the heaviest first; a late promise is among the calls already."""
    ended: frozenset[UUID]
    """Courses that I held until somebody else ended them, and have not put away."""
    in_emergency: frozenset[UUID]
    """Courses that others have read in an emergency in the last week."""
    has_cases: bool
    """Cases without a name wait for me."""
    today: date
    all_open: bool
    """Agreements that ask nothing are among the watched."""

    @cached_property
    def mine_as_second(self) -> list[UUID]:
        """The courses that somebody else holds today, and in which I am the second, by key."""
        found = [
            key
            for key, one in self.mine.items()
            if CourseRole.SECOND in one.roles and key not in self.held
        ]
        return sorted(found, key=BY_KEY)

    def for_holder(self, course_id: UUID) -> bool:
        """Am I here as the second of a holder who is away (domain 0.8)?"""
        return course_id in self.held and not self.mine[course_id].roles & HOLDS


def gathered(*, all_open: bool = False) -> Facts:
    """Everything in keys, states and days; `all_open` counts agreements that ask nothing too."""
    mine = mine_lately()
    holds = {key for key, one in mine.items() if one.roles & HOLDS}
    held = {key for key, one in mine.items() if one.is_held}
    new = {key for key in held if of_course(mine[key], None) is Waits.BEGIN}
    watched, asked, meetings = together(
        watching(held, all_of=held if all_open else new),
        asking_holder(holds, held),
        asking_around(held),
    )
    left = [row for row in watched if row.course_id in holds]
    return Facts(
        mine, frozenset(held), watched, meetings,
        asks(asked, left), unreached_of(asked), worth_of(asked),
        ended_of(asked), in_emergency_of(asked), has_cases(asked), today(), all_open,
    )  # fmt: skip


def calls_of(facts: Facts) -> list[tuple[Reason, int]]:
    """Whom to call, one line a citizen, the most pressing first."""
    found = [why_call(row, facts.today) for row in facts.watched if row.is_held and not row.is_mine]
    for key in facts.held:
        one = facts.mine[key]
        last = date_in_denmark(one.last_at) if one.last_at else None
        found.append(why_quiet(key, one.state, last, facts.today))
    return first_calls(_left_to_call(filter(None, found)))


def _left_to_call(reasons: Iterable[Reason]) -> Iterable[Reason]:
    """What a leader has been asked about is in hand: it comes back with the answer (moment 7)."""
    return (
        one
        for one in reasons
        if not (one.agreement and one.agreement.is_at_leader and one.why in NOT_KEPT)
    )


def due_of(facts: Facts) -> list[Asked | Due]:
    """What waits for me: what is never folded, what is asked of who holds a course, the rest."""
    found = [
        Due(what, row.course_id, row) for row in facts.watched if (what := _what(row, facts.today))
    ]
    busy = {row.course_id for row in facts.watched} | set(facts.around.ahead)
    busy |= {one.course_id for one in facts.asked if one.what is Asks.APPOINTED}
    for key in sorted(facts.held, key=BY_KEY):
        met = facts.around.met.get(key)
        what = of_course(facts.mine[key], met)
        if what and not (what is Waits.BEGIN and key in busy):
            found.append(Due(what, key, meeting=met))
    found += _to_write(facts)
    order = list(Waits)
    rows: list[Asked | Due] = [*facts.asked, *sorted(found, key=lambda one: order.index(one.what))]
    return sorted(rows, key=_is_folded)


def _is_folded(one: Asked | Due) -> bool:
    return one.what != STAYS if isinstance(one, Due) else one.what not in NEVER_FOLDED


def never_folded(rows: Iterable[Asked | Due]) -> int:
    """How many of them are shown whole, however much there is: they begin the list."""
    return sum(not _is_folded(one) for one in rows)


def _to_write(facts: Facts) -> list[Due]:
    """Minutes of a course that I hold wait already."""
    return [
        Due(OF_WRITING[what], met.course_id, meeting=met)
        for what, met in facts.around.to_write
        if what is not Writes.MINUTES or met.course_id not in facts.held
    ]


def _what(row: Watched, today: date) -> Waits | None:
    if row.is_mine:
        return my_own(row, today)
    return of_mine(row, today) if row.is_held else None
