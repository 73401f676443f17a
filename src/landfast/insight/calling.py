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
from landfast.plan.queries import AgreementRow
from landfast.plan.rules import deadlines
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
    agreement: AgreementRow | None = None


def why_call(row: AgreementRow, touched_on: date, today: date) -> Reason | None:
    """Does this agreement ask for a call? Not when somebody has talked about it lately."""
    if deadlines.talk_still_holds(row.talked_on, today):
        return None
    if row.state in {AgreementState.BROKEN, AgreementState.PARTLY}:
        return None if row.talked_on else Reason(row.course_id, Why.BROKEN, touched_on, row)
    if row.due_on and row.is_overdue(today):
        return Reason(row.course_id, Why.LATE, row.due_on, row)
    if row.counts and row.due_on == today:
        return Reason(row.course_id, Why.TODAY, today, row)
    if row.state is AgreementState.PROPOSED:
        waits = row.maker and not row.offered_at and deadlines.is_unanswered(touched_on, today)
        return Reason(row.course_id, Why.UNANSWERED, touched_on, row) if waits else None
    if row.is_open and deadlines.is_silent(touched_on, today):
        return Reason(row.course_id, Why.SILENT, touched_on, row)
    return None


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
