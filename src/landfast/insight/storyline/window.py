"""What an address asks for of a course's time: "2024", "2024-03", "2024-W10", "2024-03-05", and
"til-2024-03" for twelve months.
"""

import re
from collections.abc import Callable
from datetime import date

from landfast.insight.storyline.lengths import (
    UNTIL,
    Scale,
    Window,
    day_of,
    month_of,
    next_month,
    twelve_to,
    week_of,
    year_of,
)
from landfast.insight.storyline.shapes import Story
from landfast.insight.storyline.stretching import SHORT, stretched

_ASKED: tuple[tuple[re.Pattern[str], str, Callable[[date], Window]], ...] = (
    (re.compile(UNTIL + r"\d{4}-\d{2}"), "{}-01", twelve_to),
    (re.compile(r"\d{4}"), "{}-01-01", year_of),
    (re.compile(r"\d{4}-\d{2}"), "{}-01", month_of),
    (re.compile(r"\d{4}-W\d{2}"), "{}-1", week_of),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "{}", day_of),
)


def window(asked: str, story: Story, today: date) -> Window:
    """The time that was asked for; what nobody knows is the whole course."""
    days = [*story.days, today]
    whole = Window(Scale.WHOLE, min(days), max(days), stretched(days))
    there = _asked(asked)
    if there is None or not year_of(whole.first).first <= there.last:
        return whole
    return there if there.first <= year_of(whole.last).last else whole


def _asked(asked: str) -> Window | None:
    for form, whole_day, make in _ASKED:
        if form.fullmatch(asked):
            try:
                return make(date.fromisoformat(whole_day.format(asked.removeprefix(UNTIL))))
            except (ValueError, OverflowError):
                return None
    return None


def begins(story: Story, today: date, *, to_citizen: bool) -> str:
    """Where one begins: with the last twelve months of a long course, and of the citizen's own
    always; what is planned for the month to come is seen, and no empty months after it.
    """
    whole = window("", story, today)
    is_long = (whole.last - whole.first).days > SHORT
    newest = min(max(story.days, default=today), next_month(today.replace(day=1)))
    return twelve_to(newest).asks if is_long or to_citizen else ""
