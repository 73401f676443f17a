"""Business hours: when somebody who decides is at work. Business days, eight to sixteen (D)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from landfast.kernel.business_days import is_business_day
from landfast.kernel.clock import DENMARK

OPENS = time(8)
CLOSES = time(16)
Spans = Sequence[tuple[time, time]]
A_DAY = timedelta(hours=8)


def opens_at(moment: datetime) -> datetime:
    """The moment itself within business hours, else when they begin next."""
    local = moment.astimezone(DENMARK)
    if is_business_day(local.date()):
        if local.time() < OPENS:
            return datetime.combine(local.date(), OPENS, DENMARK)
        if local.time() < CLOSES:
            return local
    day = local.date() + timedelta(days=1)
    while not is_business_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, OPENS, DENMARK)


def add_business_hours(start: datetime, hours: int) -> datetime:
    """The moment at which so many business hours have gone since `start`."""
    at, left = opens_at(start), timedelta(hours=hours)
    while left > (rest := datetime.combine(at.date(), CLOSES, DENMARK) - at):
        left -= rest
        at = opens_at(datetime.combine(at.date(), CLOSES, DENMARK))
    return at + left


def add_hours(start: datetime, hours: float, open_on: Callable[[date], Spans]) -> datetime | None:
    """The moment at which so many open hours have gone, by whoever's days; None beyond a year."""
    local, left = start.astimezone(DENMARK), timedelta(hours=hours)
    first = local.date()
    for day in (first + timedelta(days=n) for n in range(366)):
        for opens, closes in open_on(day):
            begins = max(datetime.combine(day, opens, DENMARK), local)
            lasts = datetime.combine(day, closes, DENMARK) - begins
            if lasts >= left:
                return begins + left
            left -= max(lasts, timedelta())
            local = max(local, begins + max(lasts, timedelta()))
    return None


def business_hours_between(start: datetime, end: datetime) -> float:
    """How many business hours lie between two moments; nothing when the end comes first."""
    at, gone = opens_at(start), timedelta()
    last = end.astimezone(DENMARK)
    while at < last:
        closes = datetime.combine(at.date(), CLOSES, DENMARK)
        gone += min(closes, last) - at
        at = opens_at(closes)
    return gone / timedelta(hours=1)
