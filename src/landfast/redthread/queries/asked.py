"""What waits for who holds courses, in all rooms: one question, before anything is logged."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from landfast.kernel.clock import today
from landfast.kernel.reading import Question, answered
from landfast.plan.rules.deadlines import still_since
from landfast.redthread.rules.words import LIFE, Severity, order

MAIL, WORTH, ENDED, CASE = "mail", "worth", "ended", "case"
EMERGENCY, HANDED = "emergency", "handed"


class HolderRow(NamedTuple):
    """One thing that waits, as the rooms keep it: keys and codes, no words (decision 32).

    `what`: an offer to take a course over (who: asks) · cover_past ·
    another (coordinator wished for) · correction (asked for) ·
    seat (need; answer: hers; there: the roles in the team) ·
    beside (of a role to think of that nobody holds; need; answer: hers) · granted, refused,
    undecided (what a leader, who, said of an agreement, or has not said in time) · away (who: a
    maker who is on leave when it is to be done) · still (a plan in which nothing has moved) ·
    left (a helper, who, whose last day, day, is over and who
    is in the team still; answer: that she would rather wait for somebody new) ·
    fallen (a meeting that ended with the course and lies ahead, now that it has begun again) ·
    paper (minutes of a meeting that somebody of hers is to have on paper) ·
    mail (what is new reaches the citizen by no channel) · worth (a finding; need: how heavy it is;
    answer: its rule) ·
    what the citizen has done in the last fourteen days and the actor has not touched since, nor
    put away: paused (day: to look again), resumed, cancelled, cannot_come (there: who has declined
    besides), otherwise (answer: how she takes part), no_guest (who; nobody where
    it was somebody close), left_out (who), unshared
    (who, or a unit or an organisation by name: answer), corrected (the minutes of a meeting, by a
    word of hers), wish (the last of the course; answer: new, or how it stands), no_seat (need),
    said_no (an agreement; who: the employee, if it was one) ·
    not_happened (an agreement that did not happen, as she says; who: its maker) ·
    appointed (the actor, by others) ·
    asked_over (somebody, who, is asked to take what the actor holds; answer: who asked) ·
    handed (to who; day: the last on which the actor reads; none: they are the second) ·
    no_second (there was one, and nobody is it now) ·
    covering (the actor, since a coordinator, who, was lost; day: until when) ·
    second_eyes (a proposal in the actor's intake; who: proposed it) ·
    case (one without a name that the actor raised; of no course) ·
    emergency (the course was read in one in the last week; who: read it) ·
    ended (a course that the actor held, covered or was the second of until somebody else ended
    it; answer: how).
    """

    what: str
    course_id: UUID
    """Of a case without a name: nothing."""
    about: UUID
    day: date | None
    who: UUID | None
    named: str
    """Who that is: an employee, never a citizen."""
    need: str
    answer: str
    there: list[str]
    since: datetime
    event: UUID | None
    """What was done: `note_heard` puts that away, and nothing done later. Of ended: the course."""


@dataclass(frozen=True)
class Worth:
    """That something is worth a look: where and how heavy; what it is, is read after the log."""

    id: UUID
    course_id: UUID
    severity: Severity
    may_be_life: bool
    """Never folded away: the numbers to ring stand with it (domain E5)."""


def asked_of_holder(holds: Collection[UUID], held: Collection[UUID] = ()) -> list[HolderRow]:
    """What `asking_holder` asks; one query."""
    return answered(asking_holder(holds, held))


def asking_holder(holds: Collection[UUID], held: Collection[UUID]) -> Question[list[HolderRow]]:
    """What is asked of the actor who holds courses, and the offers that wait for an answer.

    Findings are those of `held`: a second looks after them while the holder is away. One query,
    the longest wait first. Asked before anything is logged.
    """
    day = today()
    return Question(
        # by name: a later version's column is no matter to a process of this one
        "select what, course_id, about, day, who, named, need, answer, there, since, event"
        "  from redthread_waits_for_holder(%s::uuid[], %s::uuid[], %s, %s)",
        [list(holds), list(held), still_since(day), day],
        lambda found: [HolderRow(*row) for row in found],
    )


def unreached_of(rows: Iterable[HolderRow]) -> dict[UUID, datetime]:
    """The courses in which something is to be said, as no channel brings it, and since when."""
    return {row.course_id: row.since for row in rows if row.what == MAIL}


def ended_of(rows: Iterable[HolderRow]) -> frozenset[UUID]:
    """The courses that somebody else has ended, and that the actor held until then."""
    return frozenset(row.course_id for row in rows if row.what == ENDED)


def in_emergency_of(rows: Iterable[HolderRow]) -> frozenset[UUID]:
    """The courses that were read in an emergency in the last week."""
    return frozenset(row.course_id for row in rows if row.what == EMERGENCY)


def has_cases(rows: Iterable[HolderRow]) -> bool:
    """Does a case without a name wait for the actor, who raised it?"""
    return any(row.what == CASE for row in rows)


def worth_of(rows: Iterable[HolderRow]) -> list[Worth]:
    """What is worth a look: life, then the heaviest; a late promise is left to the plan (F2)."""
    found = [row for row in rows if row.what == WORTH]
    found.sort(key=lambda row: order(Severity(row.need), row.answer))
    return [
        Worth(row.about, row.course_id, Severity(row.need), row.answer == LIFE) for row in found
    ]
