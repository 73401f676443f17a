"""When somebody is at work: their hours, their leave, and now."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from landfast.kernel.business_days import is_business_day, is_holiday
from landfast.kernel.business_hours import CLOSES, OPENS
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da


@dataclass(frozen=True)
class Hours:
    """Working hours on one weekday; Monday is 0."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Away:
    """A leave, both days included; open when nobody knows when it ends."""

    first: date
    last: date | None


def is_away(away: list[Away], day: date) -> bool:
    """Is the person on leave that day?"""
    return any(a.first <= day and (a.last is None or day <= a.last) for a in away)


def open_on(hours: list[Hours], away: list[Away], day: date) -> list[tuple[time, time]]:
    """When somebody is at work that day: never on leave or on a public holiday (D).

    Whose hours nobody has noted works as business does.
    """
    if is_holiday(day) or is_away(away, day):
        return []
    if not hours:
        return [(OPENS, CLOSES)] if is_business_day(day) else []
    return sorted((one.opens, one.closes) for one in hours if one.weekday == day.weekday())


class Presence(StrEnum):
    """Where somebody is at this time of day."""

    AT_WORK = "at_work"
    OFF = "off"
    AWAY = "away"
    UNKNOWN = "unknown"


def presence(hours: list[Hours] | None, local: datetime, *, is_away: bool) -> Presence:
    """At work, off for now, or on leave: the same truth as who answers right now (product B5).

    Without noted hours (none: for no day) nobody can tell; such a number is not said to be
    answered. Of the noted ones those of the day are enough.
    """
    if is_away:
        return Presence.AWAY
    if hours is None:
        return Presence.UNKNOWN
    on = any(h.weekday == local.weekday() and h.opens <= local.time() < h.closes for h in hours)
    return Presence.AT_WORK if on else Presence.OFF


def check_hours(hours: list[Hours]) -> None:
    """A day's work ends later than it begins."""
    for shift in hours:
        if shift.closes <= shift.opens:
            raise Wrong(
                "hours_close_early", da("Dagen slutter, før den begynder."),
                f"closes_{shift.weekday}",
            )  # fmt: skip


def check_leave(first: date, last: date | None, today: date) -> None:
    """A leave is noted while it lasts or before; the reason is nobody's business."""
    if last is not None and last < max(first, today):
        raise Wrong("leave_ends_early", da("Fraværet slutter, før det begynder."), "ends_on")
