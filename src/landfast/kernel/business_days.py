"""Business days (hverdage): Monday to Friday without Danish public holidays (domain F1)."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

SATURDAY = 5


@lru_cache(maxsize=64)
def _closed(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DK", years=year))


def is_business_day(day: date) -> bool:
    """Is `day` a Danish business day?"""
    return day.weekday() < SATURDAY and day not in _closed(day.year)


def is_holiday(day: date) -> bool:
    """Is `day` a Danish public holiday?"""
    return day in _closed(day.year)


@lru_cache(4096)
def add_business_days(start: date, count: int) -> date:
    """The day that lies `count` business days after (or, negative, before) `start`."""
    step, left, day = (1 if count >= 0 else -1), abs(count), start
    while left:
        day += timedelta(days=step)
        left -= is_business_day(day)
    return day


def business_days_between(start: date, end: date) -> int:
    """How many business days lie after `start` up to and including `end`; negative when late."""
    if end < start:
        return -business_days_between(end, start)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_business_day(day) for day in days)
