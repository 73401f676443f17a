"""How far along the line each thing stands: where its day does, and near by, beside the others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from landfast.insight.storyline.lengths import A_DAY, NEAR, Window
from landfast.insight.storyline.numbering import Line
from landfast.insight.storyline.positions import MARK, WIDTH
from landfast.insight.storyline.shapes import Thread


def place_of(seen: Window, day: date) -> float:
    """The middle of a day, so that what happened today is not drawn at yesterday's end."""
    days = (seen.last - seen.first).days + 1
    return _inside(seen.share(day) * WIDTH + WIDTH / days / 2)


@dataclass(frozen=True)
class Spot:
    """The number of a thing, and how far along it stands."""

    number: int
    x: float


def spots(rows: Iterable[Line], seen: Window) -> Mapping[str, Spot]:
    """Where the marks of these lines stand, by key.

    In a week or a day there is room: what happened on one day stands side by side, as it is told.
    """
    by_day: dict[date, list[Line]] = defaultdict(list)
    for row in rows:
        if not isinstance(row.what, Thread):
            by_day[row.what.on].append(row)
    return {
        row.what.key: Spot(row.number, x)
        for day, those in by_day.items()
        for row, x in zip(those, _along(seen, day, len(those)), strict=True)
    }


def _along(seen: Window, day: date, count: int) -> Iterable[float]:
    if seen.scale not in NEAR:
        return [place_of(seen, day)] * count
    since, until = (seen.share(one) * WIDTH for one in (day, day + A_DAY))
    return [_inside(since + (until - since) * (n + 0.5) / count) for n in range(count)]


def _inside(x: float) -> float:
    return min(WIDTH - MARK / 2, max(MARK / 2, x))
