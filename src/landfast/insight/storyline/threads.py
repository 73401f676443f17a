"""Promises as threads from the day they were proposed to how they ended, in rows."""

from collections.abc import Mapping, Sequence
from datetime import date

from landfast.insight.storyline.lengths import Window
from landfast.insight.storyline.packing import first_free
from landfast.insight.storyline.placing import place_of
from landfast.insight.storyline.positions import MARK, ROW, THREADS, WIDTH, Line
from landfast.insight.storyline.shapes import End, Thread

LEAST = MARK * 2.2
"""Room for the number and the sign of its end."""


def laid(
    threads: Sequence[Thread], seen: Window, numbers: Mapping[str, int], top: float, today: date
) -> tuple[list[Line], float, int]:
    """The lines, how high they are together, and how many found no row."""
    ends: list[float] = []
    found, more = [], 0
    for one in threads:
        if one.key not in numbers:
            continue
        since = min(place_of(seen, max(one.since, seen.first)), WIDTH - MARK - LEAST)
        until = max(since + LEAST, place_of(seen, min(one.until or today, seen.last)))
        row = first_free(ends, since, until + MARK / 2, THREADS)
        if row is None:
            more += 1
            continue
        y = top + ROW * (row + 0.5)
        end = _end(one, seen.last)
        found.append(Line(since, until, y, numbers[one.key], end))
    return found, len(ends) * ROW, more


def _end(one: Thread, last: date) -> End:
    """How it ended within what is seen: on the days before it was kept, it still ran."""
    return End.OPEN if one.until and one.until > last else one.end
