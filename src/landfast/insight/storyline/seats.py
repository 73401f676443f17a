"""Empty seats over time: from when a need was told of, while nobody at the table works with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from landfast.insight.storyline.shapes import Span
from landfast.network.rules import missing_seats
from landfast.programmes.rules import NeedArea


@dataclass(frozen=True)
class Sat:
    """A role at the table, from when to when."""

    role: str
    since: date
    until: date | None

    def is_there(self, day: date) -> bool:
        """On this day? The day somebody leaves the seat is empty."""
        return self.since <= day and (self.until is None or self.until > day)


def empty_seats(
    told: Mapping[NeedArea, date], sat: Iterable[Sat], refused: Mapping[NeedArea, date]
) -> Iterator[Span]:
    """Each stretch without anybody (product B4). Her no ends it: then nobody is missing."""
    known = list(sat)
    for need in NeedArea:
        if need in told:
            yield from _empty(need, told[need], refused.get(need), known)


def _empty(need: NeedArea, since: date, until: date | None, sat: list[Sat]) -> Iterator[Span]:
    turns = {day for one in sat for day in (one.since, one.until) if day and day > since}
    began = None
    for day in sorted({since, *turns}):
        if until and day >= until:
            break
        if missing_seats([need], {one.role for one in sat if one.is_there(day)}):
            began = began or day
        elif began:
            yield _span(need, began, day)
            began = None
    if began:
        yield _span(need, began, until)


def _span(need: NeedArea, since: date, until: date | None) -> Span:
    return Span(f"seat:{need.value}:{since}", need.value, since, until, is_hollow=True)
