"""Where everything stands: bands from the top down, marks in lanes, threads under them."""

from collections.abc import Sequence
from datetime import date

from landfast.insight.storyline.bands import Bands
from landfast.insight.storyline.marks import lane_marks, ties
from landfast.insight.storyline.numbering import Line, number_of
from landfast.insight.storyline.positions import HEAD, WIDTH, Mark, Picture, Tick
from landfast.insight.storyline.shapes import Flag, Story
from landfast.insight.storyline.threads import laid
from landfast.insight.storyline.window import A_DAY, Window, ticks

PHASES, HOLDERS, STAYS, FLAGS, PROMISES = "phases", "holders", "stays", "flags", "promises"


def picture(story: Story, seen: Window, rows: Sequence[Line], today: date) -> Picture:
    """The positions of all that a window shows; `rows` are its numbered lines."""
    numbers = number_of(rows)
    bands = Bands(seen, HEAD)
    bands.spans(PHASES, story.phases)
    bands.spans(HOLDERS, story.holders)
    marks: list[Mark] = []
    _flags(story.flags, seen, numbers, bands, marks)
    bands.spans(STAYS, story.stays)
    placed = []
    for lane in story.lanes:
        events = [one for one in story.events if lane in one.lanes and seen.holds(one.on)]
        found, high = lane_marks(events, numbers, seen, bands.y)
        bands.lane(lane, high)
        placed += found
    threads, high, more = laid(story.threads, seen, numbers, bands.y, today)
    if threads:
        bands.add(PROMISES, high)
    parts = tuple(
        Tick(_x(seen, part.first), _x(seen, part.last + A_DAY) - _x(seen, part.first), part)
        for part in ticks(seen)
    )
    now = _x(seen, today) if seen.first < today < seen.last else None
    return Picture(
        bands.y, parts, tuple(bands.rows), tuple(bands.bars), (*marks, *placed),
        tuple(ties(placed)), tuple(threads), now, more,
    )  # fmt: skip


def _flags(
    flags: Sequence[Flag], seen: Window, numbers: dict[str, int], bands: Bands, marks: list[Mark]
) -> None:
    """What is worth a look, in a band of its own."""
    shown = [one for one in flags if seen.holds(one.on)]
    if shown:
        found, high = lane_marks(shown, numbers, seen, bands.y)
        marks += found
        bands.add(FLAGS, high)


def _x(seen: Window, day: date) -> float:
    return seen.share(day) * WIDTH
