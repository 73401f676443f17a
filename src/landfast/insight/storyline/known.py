"""From when to when something may have been: no day is made up."""

from datetime import date

from landfast.course.rules.words import Precision
from landfast.insight.storyline.lengths import A_DAY, month_of, next_month, year_of

SEASON = 3


def known_days(day: date, precision: Precision) -> tuple[date, date]:
    """The first and the last day that it may have been."""
    if precision is Precision.EXACT:
        return day, day
    if precision is Precision.SEASON:
        return _season(day)
    whole = year_of(day) if precision is Precision.YEAR else month_of(day)
    return whole.first, whole.last


def _season(day: date) -> tuple[date, date]:
    """Winter begins in December, as the words for a date have it (kernel.danish)."""
    first = day.replace(day=1)
    for _ in range(day.month % SEASON):
        first = (first - A_DAY).replace(day=1)
    after = next_month(next_month(next_month(first)))
    return first, after - A_DAY
