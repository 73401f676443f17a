"""From when to when one looks: the whole course, a year, a month; and the way between them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landfast.insight.storyline.shapes import Story
from landfast.insight.storyline.stretching import SHORT, along, stretched

A_DAY = timedelta(days=1)
_ASKED = re.compile(r"(\d{4})(?:-(\d{2}))?")


class Scale(StrEnum):
    """How near one looks."""

    WHOLE = "whole"
    YEAR = "year"
    MONTH = "month"


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
        return {
            Scale.WHOLE: "", Scale.YEAR: f"{self.first:%Y}", Scale.MONTH: f"{self.first:%Y-%m}",
        }[self.scale]  # fmt: skip


def window(asked: str, story: Story, today: date) -> Window:
    """What an address asks for: "2024", "2024-03"; anything else is the whole course."""
    days = [*story.days, today]
    whole = Window(Scale.WHOLE, min(days), max(days), stretched(days))
    found = _ASKED.fullmatch(asked)
    if found is None:
        return whole
    year, month = int(found[1]), int(found[2] or 0)
    first_year, last_year = whole.first.year, whole.last.year
    if not first_year <= year <= last_year or month > 12:  # noqa: PLR2004 - months of a year
        return whole
    return month_of(date(year, month, 1)) if month else year_of(year)


def begins(story: Story, today: date, *, to_citizen: bool) -> str:
    """Where one begins: with the last year of a long course, and of the citizen's own always."""
    whole = window("", story, today)
    is_long = (whole.last - whole.first).days > SHORT
    return f"{max(story.days, default=today):%Y}" if is_long or to_citizen else ""


def year_of(year: int) -> Window:
    """All of a year."""
    return Window(Scale.YEAR, date(year, 1, 1), date(year, 12, 31))


def month_of(day: date) -> Window:
    """All of the month of a day."""
    first = day.replace(day=1)
    return Window(Scale.MONTH, first, next_month(first) - A_DAY)


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(days=32)).replace(day=1)


def ticks(seen: Window) -> list[Window]:
    """The parts that a window is told in: years, months; of a month its days, which open none."""
    if seen.scale is Scale.MONTH:
        return [
            Window(Scale.MONTH, day, day)
            for day in (seen.first + A_DAY * n for n in range((seen.last - seen.first).days + 1))
        ]
    if seen.scale is Scale.WHOLE and (seen.last - seen.first).days > SHORT:
        return [year_of(year) for year in range(seen.first.year, seen.last.year + 1)]
    found, first = [], seen.first.replace(day=1)
    while first <= seen.last:
        found.append(month_of(first))
        first = next_month(first)
    return found


def beside(seen: Window, whole: Window) -> tuple[Window | None, Window | None]:
    """The same length before and after, while the course reaches there."""
    if seen.scale is Scale.WHOLE:
        return None, None
    before, after = seen.first - A_DAY, seen.last + A_DAY
    make = month_of if seen.scale is Scale.MONTH else lambda day: year_of(day.year)
    return (
        make(before) if before >= whole.first else None,
        make(after) if after <= whole.last else None,
    )


def around(seen: Window) -> Window | None:
    """One step further away; None is the whole."""
    return year_of(seen.first.year) if seen.scale is Scale.MONTH else None
