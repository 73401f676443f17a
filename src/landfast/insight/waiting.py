"""What waits for one person on a Monday: answers, what to tell, what to write."""

from datetime import date, timedelta
from enum import StrEnum

from landfast.course.queries.lately import MineLately
from landfast.course.rules.words import State
from landfast.insight.calling import talked_since
from landfast.meetings.queries.around import Near
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.taking import Writes
from landfast.plan.queries import Watched
from landfast.plan.rules import deadlines
from landfast.plan.rules.life import RUNNING, UNSETTLED
from landfast.plan.rules.words import AgreementState

AT_ONCE = timedelta(hours=1)  # a second is named with the coordinator; that is no beginning yet


class Waits(StrEnum):
    """What waits for me, the most pressing first."""

    ANSWER = "answer"
    INSTEAD = "instead"
    TELL = "tell"
    CONFIRM = "confirm"
    SHOW = "show"
    SEND = "send"
    NEW_AGREEMENT = "new_agreement"
    NOBODY = "nobody"
    FOLLOW_UP = "follow_up"
    MINUTES = "minutes"
    WRITE = "write"
    REFLECT = "reflect"
    BEGIN = "begin"


STAYS = Waits.NEW_AGREEMENT
"""Never folded: a promise that was not kept, and was talked about, waits for what comes now."""


def my_own(row: Watched, today: date) -> Waits | None:
    """I am the maker: an answer to give, or to tell how it went (domain A7)."""
    if row.state is AgreementState.PROPOSED:
        return None if row.has_other_words else Waits.ANSWER
    due = row.state in RUNNING and row.due_on is not None and row.due_on <= today
    return Waits.TELL if due else None


def of_mine(row: Watched, today: date) -> Waits | None:
    """I hold the threads: a yes to other words, a new agreement, nobody yet, a follow-up."""
    waits = row.state is AgreementState.PROPOSED
    nobody = waits and not row.has_maker and not row.has_other_words
    cases = (
        (row.state in UNSETTLED and talked_since(row, row.told_on), Waits.NEW_AGREEMENT),
        (waits and row.has_other_words, Waits.CONFIRM),
        (nobody and deadlines.is_unanswered(row.touched_on, today), Waits.NOBODY),
        (_to_follow_up(row, today), Waits.FOLLOW_UP),
    )
    return next((what for holds, what in cases if holds), None)


def of_course(course: MineLately, met: Near | None) -> Waits | None:
    """Minutes to write, to show or to send; a course that nobody has begun with (A3, C6)."""
    if met and met.minutes_state is None:
        return Waits.MINUTES
    if met and met.minutes_state is MinutesState.DRAFT:
        return Waits.SHOW
    if met and met.minutes_state is MinutesState.SEEN:
        return Waits.SEND
    untouched = course.last_at is None or course.last_at - course.since < AT_ONCE
    is_new = course.state is State.START and met is None and untouched
    return Waits.BEGIN if is_new else None


OF_WRITING = {
    Writes.MINUTES: Waits.WRITE, Writes.REFLECTION: Waits.REFLECT,
    Writes.SUBSTITUTE: Waits.INSTEAD,
}  # fmt: skip
"""I do not lead the meeting: I take its minutes, reflected at it, or said no to it by mail."""


def _to_follow_up(row: Watched, today: date) -> bool:
    """The day has come on which I follow up, or do for one who is gone; late ones are calls."""
    if not row.i_follow_up or row.follow_up_on is None:
        return False
    due = row.state in RUNNING and row.follow_up_on <= today and not row.is_overdue(today)
    return due and not talked_since(row, row.follow_up_on)
