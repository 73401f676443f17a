"""Where everything stands: bands from the top down, marks in lanes, threads under them."""

from collections.abc import Mapping, Sequence
from datetime import date

from landfast.insight.storyline.bands import Bands
from landfast.insight.storyline.lengths import A_DAY, NEAR, Window
from landfast.insight.storyline.marks import lane_marks, ties
from landfast.insight.storyline.numbering import Line, number_of
from landfast.insight.storyline.placing import Spot, spots
from landfast.insight.storyline.positions import HEAD, WIDTH, Mark, Picture, Tick
from landfast.insight.storyline.shapes import Flag, Story
from landfast.insight.storyline.threads import laid
from landfast.insight.storyline.zooming import ticks

PHASES, HOLDERS, STAYS, FLAGS, PROMISES = "phases", "holders", "stays", "flags", "promises"
SEATS = "seats"


def picture(story: Story, seen: Window, rows: Sequence[Line], today: date) -> Picture:
    """The positions of all that a window shows; `rows` are its numbered lines."""
    numbers, known = number_of(rows), spots(rows, seen)
    bands = Bands(seen, HEAD)
    bands.spans(PHASES, story.phases)
    bands.spans(HOLDERS, story.holders)
    marks = _flags(story.flags, seen, known, bands)
    bands.stacked(SEATS, story.seats)
    bands.spans(STAYS, story.stays)
    placed = []
    for lane in story.lanes:
        events = [one for one in story.events if lane in one.lanes and seen.holds(one.on)]
        if seen.scale in NEAR and not events:
            continue
        found, high = lane_marks(events, known, seen, bands.y)
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
    flags: Sequence[Flag], seen: Window, known: Mapping[str, Spot], bands: Bands
) -> list[Mark]:
    """What is or was worth a look, in a band of its own."""
    shown = [one for one in flags if seen.holds(one.on)]
    if not shown:
        return []
    found, high = lane_marks(shown, known, seen, bands.y)
    bands.add(FLAGS, high)
    return found


def _x(seen: Window, day: date) -> float:
    return seen.share(day) * WIDTH
