"""A part of a long course, for a copy of it: what happened in these days, how much in a year."""

from collections import Counter
from dataclasses import replace
from datetime import date

from landfast.insight.storyline.shapes import Story


def within(story: Story, first: date | None, last: date | None) -> Story:
    """Events of these days, both ends with them, and the promises that were made in them."""

    def is_in(day: date) -> bool:
        return (first is None or first <= day) and (last is None or day <= last)

    return replace(
        story,
        events=tuple(one for one in story.events if is_in(one.on)),
        threads=tuple(one for one in story.threads if is_in(one.since)),
    )


def by_year(story: Story) -> list[tuple[int, int]]:
    """Each year, and how many lines a copy of it would have."""
    days = [one.on for one in story.events] + [one.since for one in story.threads]
    return sorted(Counter(day.year for day in days).items())
