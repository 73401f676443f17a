"""Events, and what is worth a look, as marks in the rows of their lane."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from landfast.course.rules.words import Precision
from landfast.insight.storyline.known import known_days
from landfast.insight.storyline.lengths import A_DAY, Window
from landfast.insight.storyline.packing import Placed, packed
from landfast.insight.storyline.placing import Spot
from landfast.insight.storyline.positions import ROW, WIDTH, Mark, Tie
from landfast.insight.storyline.shapes import Event, Flag


def lane_marks(
    things: Iterable[Event | Flag], known: Mapping[str, Spot], seen: Window, top: float
) -> tuple[list[Mark], float]:
    """The marks of a band that begins at `top`, and how high it becomes."""
    ordered = sorted(things, key=lambda one: known[one.key].number)
    placed = packed([known[one.key].x for one in ordered])
    high = (max((one.row for one in placed), default=0) + 1) * ROW
    return [_mark(ordered, one, known, seen, top + ROW * (one.row + 0.5)) for one in placed], high


def _mark(
    things: Sequence[Event | Flag], one: Placed, known: Mapping[str, Spot], seen: Window, y: float
) -> Mark:
    members = [things[index] for index in one.members]
    first = members[0]
    return Mark(
        one.x, y, first.kind, tuple(known[member.key].number for member in members),
        any(isinstance(member, Event) and member.missing for member in members),
        _reach(first, seen) if len(members) == 1 else None,
        is_over=all(isinstance(member, Flag) and member.until for member in members),
    )  # fmt: skip


def _reach(what: Event | Flag, seen: Window) -> tuple[float, float] | None:
    """When it may have been; how long something was worth a look."""
    if isinstance(what, Flag):
        days = (what.on, what.until + A_DAY) if what.until else None
    else:
        is_known = what.precision is Precision.EXACT
        days = None if is_known else known_days(what.on, what.precision)
    return (seen.share(days[0]) * WIDTH, seen.share(days[1]) * WIDTH) if days else None


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
