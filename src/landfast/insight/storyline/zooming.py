"""The way between windows: the parts of one, the ones beside it, and one step further away."""

from collections.abc import Callable
from datetime import date

from landfast.insight.storyline.lengths import (
    A_DAY,
    Scale,
    Window,
    day_of,
    month_of,
    next_month,
    twelve_to,
    week_of,
    year_of,
)
from landfast.insight.storyline.stretching import SHORT

_MAKES: dict[Scale, Callable[[date], Window]] = {
    Scale.TWELVE: twelve_to, Scale.YEAR: year_of, Scale.MONTH: month_of, Scale.WEEK: week_of,
    Scale.DAY: day_of,
}  # fmt: skip
_OUT = {Scale.MONTH: Scale.YEAR, Scale.WEEK: Scale.MONTH, Scale.DAY: Scale.WEEK}
ELEVEN_MONTHS = A_DAY * 340
"""From the first of a month into its twelfth, which begins after 337 days at the latest."""
MIDDLE = A_DAY * 3
"""A week belongs to the month and the year of its Thursday (ISO 8601)."""


def ticks(seen: Window) -> list[Window]:
    """What the head of the picture is told in: years, months, days."""
    if seen.scale in {Scale.MONTH, Scale.WEEK, Scale.DAY}:
        return [day_of(seen.first + A_DAY * n) for n in range((seen.last - seen.first).days + 1)]
    if seen.scale is Scale.WHOLE and (seen.last - seen.first).days > SHORT:
        return [year_of(date(year, 1, 1)) for year in range(seen.first.year, seen.last.year + 1)]
    found, first = [], seen.first.replace(day=1)
    while first <= seen.last:
        found.append(month_of(first))
        first = next_month(first)
    return found


def parts(seen: Window) -> list[Window]:
    """The windows one step nearer, which hold every day of this one; of a month its weeks."""
    if seen.scale is Scale.DAY:
        return []
    if seen.scale is not Scale.MONTH:
        return ticks(seen)
    found, there = [], week_of(seen.first)
    while there.first <= seen.last:
        found.append(there)
        there = week_of(there.last + A_DAY)
    return found


def beside(seen: Window, whole: Window) -> tuple[Window | None, Window | None]:
    """The same length before and after, while the course reaches there."""
    if seen.scale is Scale.WHOLE:
        return None, None
    before, after = seen.first - A_DAY, seen.last + A_DAY
    make = _MAKES[seen.scale]
    far = after + ELEVEN_MONTHS if seen.scale is Scale.TWELVE else after
    earlier, later = make(before), make(far)
    return earlier if before >= whole.first else None, later if after <= whole.last else None


def around(seen: Window) -> Window | None:
    """One step further away; None is the whole."""
    if seen.scale not in _OUT:
        return None
    day = seen.first + MIDDLE if seen.scale is Scale.WEEK else seen.first
    return _MAKES[_OUT[seen.scale]](day)
