"""When a message may leave, and when it is given up."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from landfast.kernel.clock import DENMARK, date_in_denmark

TRIES_AFTER = (
    timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6),
)  # fmt: skip
"""Waits between tries; after the last a delivery is dead and shown to who can act."""


@dataclass(frozen=True)
class Hours:
    """When somebody wants quiet (ro), in Danish time; may cross midnight."""

    quiet_from: time
    quiet_until: time

    def are_quiet(self, moment: datetime) -> bool:
        """Is it quiet now? The same time twice means never."""
        at = moment.astimezone(DENMARK).time()
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until

    def end_after(self, moment: datetime) -> datetime:
        """When the quiet that holds at a moment is over."""
        here = moment.astimezone(DENMARK)
        day = here.date() + timedelta(days=here.time() >= self.quiet_until)
        return datetime.combine(day, self.quiet_until, DENMARK)


def may_leave(
    now: datetime, hours: Hours, last_sent_on: date | None, *, is_away: bool = False
) -> bool:
    """News: at most once a person a day, never in their quiet hours, and not while on leave.

    What waits leaves when they are back: nothing is lost (lessons 19, G2).
    """
    today = date_in_denmark(now)
    is_new_day = last_sent_on is None or last_sent_on < today
    return not is_away and is_new_day and not hours.are_quiet(now)


LOOK_AGAIN = timedelta(minutes=15)


def look_again(now: datetime, hours: Hours) -> datetime:
    """When one whose message may not leave yet is looked at again: others have the turn meanwhile.

    Never later than the end of their quiet.
    """
    soon = now + LOOK_AGAIN
    return min(soon, hours.end_after(now)) if hours.are_quiet(now) else soon


def next_try(tries: int, now: datetime) -> datetime | None:
    """When a delivery that failed is tried again; None: it is dead (`tries` includes this one)."""
    return now + TRIES_AFTER[tries - 1] if tries <= len(TRIES_AFTER) else None
