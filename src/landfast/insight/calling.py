"""Whom to call first on a Monday: each rule says why, and is silent about what is handled.

Own proposals for the deadlines (domain A7, D); the order puts a broken promise first, since
quick action decides the trust (S004 §5.3). Own steps are not known here (domain 0.3).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from landfast.course.rules.words import State
from landfast.plan.queries import Watched
from landfast.plan.rules import deadlines
from landfast.plan.rules.life import RUNNING, UNSETTLED
from landfast.plan.rules.words import AgreementState

QUIET_IN = frozenset({State.START, State.ACTIVE, State.CLOSING})


class Why(IntEnum):
    """Why somebody should be called; the lowest first."""

    BROKEN = 1
    LATE = 2
    TODAY = 3
    UNANSWERED = 4
    SILENT = 5
    QUIET = 6


NOT_KEPT = frozenset({Why.BROKEN, Why.LATE})
"""What one touch can take up, and a leader can be asked about (D3)."""


@dataclass(frozen=True)
class Reason:
    """One reason to call in one course."""

    course_id: UUID
    why: Why
    since: date
    agreement: Watched | None = None

    @property
    def counts(self) -> int:
        """How many reasons it is: a promise may stand for others of the course."""
        return 1 + (self.agreement.stands_for if self.agreement else 0)


def talked_since(row: Watched, day: date) -> bool:
    """Has somebody talked about it on this day or after?"""
    return row.talked_on is not None and row.talked_on >= day


def why_call(row: Watched, today: date) -> Reason | None:
    """Does this agreement ask for a call? Not when somebody has talked about it since."""
    why, since = next(_whys(row, today), (None, today))
    if why is None or _is_handled(row, why, since, today):
        return None
    return Reason(row.course_id, why, since, row)


def _whys(row: Watched, today: date) -> Iterator[tuple[Why, date]]:
    """What speaks for a call, the most pressing first; only the first is looked for."""
    due = row.due_on or today
    if row.state in UNSETTLED:
        yield Why.BROKEN, row.told_on
    if row.is_overdue(today):
        yield Why.LATE, due
    if row.state in RUNNING:
        if row.due_on == today:
            yield Why.TODAY, due
        if deadlines.is_silent(row.touched_on, today):
            yield Why.SILENT, row.touched_on
    asked = row.state is AgreementState.PROPOSED and row.has_maker and not row.has_other_words
    if asked and deadlines.is_unanswered(row.touched_on, today):
        yield Why.UNANSWERED, row.touched_on


def _is_handled(row: Watched, why: Why, since: date, today: date) -> bool:
    """A talk about what was not kept stands; about the rest, five business days (D)."""
    if not talked_since(row, since):
        return False
    return why is Why.BROKEN or deadlines.talk_still_holds(row.talked_on, today)


def why_quiet(course_id: UUID, state: State, last_on: date | None, today: date) -> Reason | None:
    """Has nothing happened in the course for a long time (lessons 20)? A pause is a pause."""
    if state not in QUIET_IN or last_on is None or not deadlines.is_quiet(last_on, today):
        return None
    return Reason(course_id, Why.QUIET, last_on)


def first_calls(reasons: Iterable[Reason]) -> list[tuple[Reason, int]]:
    """One line a citizen, with how many more there are about the same; the most pressing first."""
    ordered = sorted(reasons, key=lambda one: (one.why, one.since, one.course_id.int))
    by_course: dict[UUID, list[Reason]] = {}
    for one in ordered:
        by_course.setdefault(one.course_id, []).append(one)
    return [(found[0], sum(one.counts for one in found) - 1) for found in by_course.values()]
