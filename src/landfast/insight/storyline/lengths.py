"""How near one looks: the whole course, twelve months, a year, a month, a week, a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landfast.insight.storyline.stretching import along

A_DAY = timedelta(days=1)


class Scale(StrEnum):
    """From far to near."""

    WHOLE = "whole"
    TWELVE = "twelve"
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


NEAR = frozenset({Scale.WEEK, Scale.DAY})
"""So near that what has nothing in it is left out, and what is on one day has room."""
_ASKS = {
    Scale.YEAR: "%Y", Scale.MONTH: "%Y-%m", Scale.WEEK: "%G-W%V", Scale.DAY: "%Y-%m-%d",
}  # fmt: skip


UNTIL = "til-"
"""Twelve months are asked for by the last of them: "til-2024-03"."""


@dataclass(frozen=True)
class Window:
    """The days that are seen, both ends with them."""

    scale: Scale
    first: date
    last: date
    stretch: tuple[tuple[date, float], ...] = ()
    """Where days of the whole lie, when a long time is told: years without a word are narrow."""

    def holds(self, since: date, until: date | None = None) -> bool:
        """Is any of these days seen?"""
        return since <= self.last and (until or since) >= self.first

    def share(self, day: date) -> float:
        """How far along a day's morning lies, from 0 to 1; outside it is drawn at the edge."""
        if self.stretch:
            return along(self.stretch, day)
        days = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / days))

    @property
    def asks(self) -> str:
        """How it is asked for in an address."""
        if self.scale is Scale.TWELVE:
            return f"{UNTIL}{self.last:%Y-%m}"
        return f"{self.first:{_ASKS[self.scale]}}" if self.scale is not Scale.WHOLE else ""


def twelve_to(day: date) -> Window:
    """The month of a day and the eleven before it: in January the year's own is nearly empty."""
    last = month_of(day)
    year, month = divmod(last.first.year * 12 + last.first.month - 12, 12)
    return Window(Scale.TWELVE, date(year, month + 1, 1), last.last)


def year_of(day: date) -> Window:
    """All of the year of a day."""
    return Window(Scale.YEAR, date(day.year, 1, 1), date(day.year, 12, 31))


def month_of(day: date) -> Window:
    """All of the month of a day."""
    first = day.replace(day=1)
    return Window(Scale.MONTH, first, next_month(first) - A_DAY)


def week_of(day: date) -> Window:
    """Its week, from Monday."""
    monday = day - A_DAY * day.weekday()
    return Window(Scale.WEEK, monday, monday + A_DAY * 6)


def day_of(day: date) -> Window:
    """The day alone."""
    return Window(Scale.DAY, day, day)


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(days=32)).replace(day=1)
