"""When an agreement asks for somebody's eyes. All figures are our own proposal (domain A7, D)."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from landfast.kernel.business_days import add_business_days, is_business_day
from landfast.plan.rules.life import RUNNING
from landfast.plan.rules.words import AgreementState

REMIND_BEFORE = 2
STATUS_AFTER = 3
LEADER_AFTER = 10
ANSWER_WITHIN = 3
SILENT_AFTER = 10
QUIET_COURSE_AFTER = 15
TALK_HOLDS = 5
STILL_AFTER = 20
"""Business days without a move: four weeks (lessons 20, D)."""
NEW_DATE_IN = 5
REMINDS_FROM = 7


class Nearness(StrEnum):
    """How an agreement that is running stands to its date."""

    LATER = "later"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    STATUS_MISSING = "status_missing"
    LEADER = "leader"


def remind_on(due_on: date) -> date:
    """The maker is reminded two business days before the date (domain A7, D)."""
    return add_business_days(due_on, -REMIND_BEFORE)


def status_by(due_on: date) -> date:
    """The maker has told how it went three business days after the date (domain A7, D)."""
    return add_business_days(due_on, STATUS_AFTER)


def leader_on(due_on: date) -> date:
    """A leader is told ten business days after the date (domain A7, D)."""
    return add_business_days(due_on, LEADER_AFTER)


def leader_threshold(today: date) -> date:
    """Agreements that were due on this day or before have reached the leader's day.

    By the last business day, also at a weekend; with it what was due on the days off after it.
    """
    last = add_business_days(add_business_days(today, 1), -LEADER_AFTER - 1)
    return add_business_days(last, 1) - timedelta(days=1)


def still_since(today: date) -> date:
    """A plan in which nothing has moved since this day stands still (lessons 20, D)."""
    return add_business_days(today, -STILL_AFTER)


def new_date(today: date) -> date:
    """The date that one touch proposes for what was not kept (D)."""
    return add_business_days(today, NEW_DATE_IN)


def may_remind(local: datetime) -> bool:
    """Reminders are made on business days, from seven in the morning (D)."""
    return is_business_day(local.date()) and local.hour >= REMINDS_FROM


def answer_by(proposed_on: date) -> date:
    """A proposal is answered within three business days (D)."""
    return add_business_days(proposed_on, ANSWER_WITHIN)


def is_unanswered(proposed_on: date, today: date) -> bool:
    """A proposal has waited longer than three business days (D)."""
    return today > answer_by(proposed_on)


def is_silent(last_act_on: date, today: date) -> bool:
    """Nobody has touched an accepted agreement for ten business days (tavs aktør, D)."""
    return today > add_business_days(last_act_on, SILENT_AFTER)


def silent_since(today: date) -> date:
    """What was touched after this day is not silent yet; before it, `is_silent` says."""
    return add_business_days(today, -SILENT_AFTER)


def unanswered_since(today: date) -> date:
    """What was proposed after this day is not unanswered yet; before it, `is_unanswered` says."""
    return add_business_days(today, -ANSWER_WITHIN)


def is_quiet(last_act_on: date, today: date) -> bool:
    """Nothing has happened in a course for fifteen business days (lessons 20, D)."""
    return today > add_business_days(last_act_on, QUIET_COURSE_AFTER)


def talk_still_holds(talked_on: date | None, today: date) -> bool:
    """What was talked about is not brought up again for five business days (moment 7, D)."""
    return talked_on is not None and today <= add_business_days(talked_on, TALK_HOLDS)


def nearness(state: AgreementState, due_on: date | None, today: date) -> Nearness:
    """How near the date is. Only what somebody has accepted can be late (principle 3)."""
    if state not in RUNNING or due_on is None or today < remind_on(due_on):
        return Nearness.LATER
    if today <= due_on:
        return Nearness.TODAY if today == due_on else Nearness.SOON
    if today <= status_by(due_on):
        return Nearness.LATE
    return Nearness.STATUS_MISSING if today < leader_on(due_on) else Nearness.LEADER


def is_overdue(state: AgreementState, due_on: date | None, today: date) -> bool:
    """Accepted, its date has passed, and nobody has told how it went (S004 §5.3)."""
    return state in RUNNING and due_on is not None and today > due_on
