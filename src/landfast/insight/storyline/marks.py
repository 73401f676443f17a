"""Events as marks in the rows of their lane."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from landfast.course.rules.words import Precision
from landfast.insight.storyline.packing import Placed, packed
from landfast.insight.storyline.positions import MARK, ROW, WIDTH, Mark, Tie
from landfast.insight.storyline.shapes import Event, Flag
from landfast.insight.storyline.window import A_DAY, Window, month_of, next_month, year_of

SEASON = 3


def place_of(seen: Window, day: date) -> float:
    """The middle of a day, so that what happened today is not drawn at yesterday's end."""
    days = (seen.last - seen.first).days + 1
    x = seen.share(day) * WIDTH + WIDTH / days / 2
    return min(WIDTH - MARK / 2, max(MARK / 2, x))


def lane_marks(
    events: Sequence[Event | Flag], numbers: Mapping[str, int], seen: Window, top: float
) -> tuple[list[Mark], float]:
    """The marks of a band that begins at `top`, and how high it becomes."""
    placed = packed([place_of(seen, one.on) for one in events])
    high = (max((one.row for one in placed), default=0) + 1) * ROW
    return [_mark(events, one, numbers, seen, top + ROW * (one.row + 0.5)) for one in placed], high


def _mark(
    things: Sequence[Event | Flag], one: Placed, numbers: Mapping[str, int], seen: Window, y: float
) -> Mark:
    members = [things[index] for index in one.members]
    first = members[0]
    is_one = len(members) == 1 and isinstance(first, Event)
    return Mark(
        one.x, y, first.kind, tuple(numbers[member.key] for member in members),
        any(isinstance(member, Event) and member.missing for member in members),
        _reach(first, seen) if is_one and isinstance(first, Event) else None,
    )  # fmt: skip


def _reach(event: Event, seen: Window) -> tuple[float, float] | None:
    if event.precision is Precision.EXACT:
        return None
    first, last = known_days(event.on, event.precision)
    return seen.share(first) * WIDTH, seen.share(last) * WIDTH


def known_days(day: date, precision: Precision) -> tuple[date, date]:
    """From when to when it may have been: no day is made up."""
    if precision is Precision.EXACT:
        return day, day
    if precision is Precision.SEASON:
        return _season(day)
    whole = year_of(day.year) if precision is Precision.YEAR else month_of(day)
    return whole.first, whole.last


def _season(day: date) -> tuple[date, date]:
    """Winter begins in December, as the words for a date have it (kernel.danish)."""
    first = day.replace(day=1)
    for _ in range(day.month % SEASON):
        first = (first - A_DAY).replace(day=1)
    after = next_month(next_month(next_month(first)))
    return first, after - A_DAY


def ties(marks: Iterable[Mark]) -> list[Tie]:
    """A line between the marks of one thing that lies in several lanes."""
    places: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if len(mark.numbers) == 1:
            places[mark.numbers[0]].append(mark)
    return [
        Tie(found[0].x, min(one.y for one in found), max(one.y for one in found))
        for found in places.values()
        if len(found) > 1
    ]
