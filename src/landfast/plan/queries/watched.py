"""What a coordinator has an eye on, across courses: few columns of many agreements."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from landfast.kernel.clock import today
from landfast.kernel.ids import AgreementId, CourseId
from landfast.kernel.reading import Question, answered
from landfast.plan.rules import deadlines, life
from landfast.plan.rules.words import AgreementState


class Watched(NamedTuple):
    """An agreement as far as the rules of whom to call need it: days, not instants, and no words.

    What it says, its maker and what was said last are read of the few that are shown (`said_of`).
    """

    id: AgreementId
    course_id: CourseId
    state: AgreementState
    has_other_words: bool
    due_on: date | None
    follow_up_on: date | None
    told_on: date
    talked_on: date | None
    touched_on: date
    is_held: bool
    """In a course whose threads I hold."""
    is_mine: bool
    """I promise it, or am asked to."""
    has_maker: bool
    i_follow_up: bool
    is_at_leader: bool = False
    """A leader has been asked about it, and has not answered."""
    is_left: bool = False
    """Its maker is not in the team any more."""
    stands_for: int = 0
    """How many more of the course ask for a call, and for nothing else; this one is first."""

    @property
    def counts(self) -> bool:
        """Has its maker said yes to it?"""
        return life.counts(self.state)

    @property
    def is_open(self) -> bool:
        """Is there still something to answer or to do?"""
        return life.is_open(self.state)

    def is_overdue(self, today: date) -> bool:
        """Accepted, its date has passed, and nobody has told how it went."""
        return deadlines.is_overdue(self.state, self.due_on, today)


def watched_agreements(
    course_ids: Collection[UUID], *, all_of: Collection[UUID] = ()
) -> list[Watched]:
    """What `watching` asks; one query."""
    return answered(watching(course_ids, all_of=all_of))


def watching(
    course_ids: Collection[UUID], *, all_of: Collection[UUID] = ()
) -> Question[list[Watched]]:
    """What a coordinator has an eye on: not kept and nothing new proposed, or open and of today.

    In these courses, as far as the actor holds them, and wherever the actor is the maker; the
    nearest date first. What cannot ask for anything today stays out: it runs, is not due and was
    touched lately, or is proposed and has not waited long; and of those in a course that ask for
    a call and nothing else the first stands for all. Not so in the courses of `all_of`.
    Asked before anything is logged: there is no word in it (decision 32).
    """
    day = today()
    bounds = [deadlines.silent_since(day), deadlines.unanswered_since(day)]
    return Question(
        "select * from plan_watch(%s::uuid[], %s::uuid[], %s, %s)",
        [list(course_ids), list(all_of), *bounds],
        lambda found: [
            Watched(key, course, _STATES[state], *rest) for key, course, state, *rest in found
        ],
    )


_STATES = {state.value: state for state in AgreementState}
