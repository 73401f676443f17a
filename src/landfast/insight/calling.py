"""Whom to call first on a Monday: each rule says why, and is silent about what is handled.

Own proposals for the deadlines (domain A7, D); the order puts a broken promise first, since
quick action decides the trust (S004 §5.3). Own steps are not known here (domain 0.3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from landfast.course.rules.words import State
from landfast.kernel.clock import DENMARK
from landfast.plan.queries import Watched
from landfast.plan.rules import deadlines
from landfast.plan.rules.life import RUNNING, UNSETTLED
from landfast.plan.rules.words import AgreementState

MOST = 5
QUIET_IN = frozenset({State.START, State.ACTIVE, State.CLOSING})


class Why(IntEnum):
    """Why somebody should be called; the lowest first."""

    BROKEN = 1
    LATE = 2
    TODAY = 3
    UNANSWERED = 4
    SILENT = 5
    QUIET = 6


@dataclass(frozen=True)
class Reason:
    """One reason to call in one course."""

    course_id: UUID
    why: Why
    since: date
    agreement: Watched | None = None


def talked_since(row: Watched, day: date) -> bool:
    """Has somebody talked about it on this day or after?"""
    return row.talked_on is not None and row.talked_on >= day


def told_on(row: Watched) -> date:
    """The day on which somebody told how it went."""
    return (row.reported_at or row.proposed_at).astimezone(DENMARK).date()


def why_call(row: Watched, touched_on: date, today: date) -> Reason | None:
    """Does this agreement ask for a call? Not when somebody has talked about it since."""
    runs, waits = row.state in RUNNING, row.state is AgreementState.PROPOSED
    asked = waits and row.maker is not None and row.offered_at is None
    due = row.due_on or today
    cases = (
        (row.state in UNSETTLED, Why.BROKEN, told_on(row)),
        (row.is_overdue(today), Why.LATE, due),
        (runs and row.due_on == today, Why.TODAY, due),
        (asked and deadlines.is_unanswered(touched_on, today), Why.UNANSWERED, touched_on),
        (runs and deadlines.is_silent(touched_on, today), Why.SILENT, touched_on),
    )
    why, since = next(((why, since) for holds, why, since in cases if holds), (None, today))
    if why is None or _is_handled(row, why, since, today):
        return None
    return Reason(row.course_id, why, since, row)


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
    """At most five lines, one a citizen, with how many more there are about the same citizen."""
    ordered = sorted(reasons, key=lambda one: (one.why, one.since, str(one.course_id)))
    by_course: dict[UUID, list[Reason]] = {}
    for one in ordered:
        by_course.setdefault(one.course_id, []).append(one)
    return [(found[0], len(found) - 1) for found in by_course.values()][:MOST]
