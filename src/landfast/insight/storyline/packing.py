"""Marks in rows so that none hides another; those that find no room are gathered into one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from landfast.insight.storyline.positions import MARK, ROWS, WIDE, WIDTH


@dataclass(frozen=True)
class Placed:
    """One or several things at a place in a row."""

    x: float
    row: int
    members: tuple[int, ...]


def packed(places: Sequence[float]) -> list[Placed]:
    """Rows for these places, which come from left to right; members are their indexes.

    Where all rows are full the things of a stretch as wide as a mark become one mark.
    """
    rows = _in_rows(places)
    if rows is not None:
        return rows
    found: list[tuple[float, list[int]]] = []
    for index, x in enumerate(places):
        at = min(max(x, WIDE / 2), WIDTH - WIDE / 2)
        if found and at - found[-1][0] < WIDE:
            found[-1][1].append(index)
        else:
            found.append((at, [index]))
    return [Placed(at, 0, tuple(members)) for at, members in found]


def _in_rows(places: Iterable[float]) -> list[Placed] | None:
    ends = [float("-inf")] * ROWS
    found = []
    for index, x in enumerate(places):
        row = next((row for row, end in enumerate(ends) if x - end >= MARK), None)
        if row is None:
            return None
        ends[row] = x
        found.append(Placed(x, row, (index,)))
    return found


def first_free(ends: list[float], since: float, until: float, most: int) -> int | None:
    """The first row where a stretch has room; a new one while there may be more."""
    for row, end in enumerate(ends):
        if since >= end:
            ends[row] = until
            return row
    if len(ends) == most:
        return None
    ends.append(until)
    return len(ends) - 1
