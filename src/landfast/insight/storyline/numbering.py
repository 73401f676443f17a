"""The numbers that a mark of the picture and its line in the list share."""

from collections.abc import Sequence
from dataclasses import dataclass

from landfast.insight.storyline.lengths import Window
from landfast.insight.storyline.shapes import Event, Flag, Story, Thread

What = Event | Thread | Flag


@dataclass(frozen=True)
class Line:
    """One thing on the line, and its number in this window."""

    number: int
    what: What


def lines(story: Story, seen: Window) -> tuple[Line, ...]:
    """Everything that the window shows, numbered from one: what happened there, the oldest first.

    A promise that was made before, and still ran, comes after.
    """
    found: list[What] = [one for one in story.events if seen.holds(one.on)]
    found += [one for one in story.threads if seen.holds(one.since, one.until or seen.last)]
    found += [one for one in story.flags if seen.holds(one.on)]
    found.sort(key=lambda one: (one.on < seen.first, one.on, one.key))
    return tuple(Line(number, one) for number, one in enumerate(found, 1))


def number_of(rows: Sequence[Line]) -> dict[str, int]:
    """The number of each thing by its key."""
    return {row.what.key: row.number for row in rows}
