"""What a picture of a story is made of: places in units of a drawing that is read from the left."""

from dataclasses import dataclass

from landfast.insight.storyline.lengths import Window
from landfast.insight.storyline.shapes import End, Kind, Lane

WIDTH = 1000.0
MARK = 22.0
"""How wide a mark is, and how near two of them may stand in a row."""
GATHERED = 36.0
"""How wide a mark is that stands for several."""
WIDE = GATHERED + 4
ROW = 26.0
ROWS = 3
"""Rows in a lane before marks are gathered into one."""
BAND = 26.0
HEAD = 26.0
THREADS = 16
"""Rows of threads before the rest is told in the list alone."""


@dataclass(frozen=True)
class Tick:
    """A part of the time, from where to where."""

    x: float
    width: float
    part: Window


@dataclass(frozen=True)
class Bar:
    """A stretch of time with a name."""

    x: float
    width: float
    y: float
    name: str
    is_hollow: bool = False
    is_open: bool = False


@dataclass(frozen=True)
class Mark:
    """One thing, or several that stand too near each other: `numbers` has all of them."""

    x: float
    y: float
    kind: Kind
    numbers: tuple[int, ...]
    is_missing: bool = False
    """Somebody who was asked did not come."""
    reach: tuple[float, float] | None = None
    """From where to where it may have been, when the day is not known; or how long it stood."""
    is_over: bool = False
    """It was worth a look, and is so no more."""


@dataclass(frozen=True)
class Tie:
    """What lies in several lanes is one thing: a line from the first of them to the last."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """A promise: from where to where, its number, and how it ended."""

    x: float
    until: float
    y: float
    number: int
    end: End


@dataclass(frozen=True)
class Band:
    """A lane: its top and how high it is."""

    lane: Lane | None
    name: str
    y: float
    height: float


@dataclass(frozen=True)
class Picture:
    """All places. `more` is how many threads are told in the list alone."""

    height: float
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    ties: tuple[Tie, ...] = ()
    threads: tuple[Line, ...] = ()
    now: float | None = None
    more: int = 0
