"""What a course has gathered, found again by its day without walking through all of it.

A story is looked at once a day and again after each event: what walks through everything each time
takes four times as long for a story of twice the length.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Protocol, Self, TypeVar

from landfast.redthread.rules.facts import Contact, Source


class Dated(Protocol):
    """A fact with its source."""

    @property
    def source(self) -> Source:
        """Where it is known from."""
        ...


Fact = TypeVar("Fact", bound=Dated)


class ByDay(tuple[Fact, ...]):
    """Facts in the order they were told, and a look at those of some days."""

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Self:
        """The same facts; what is ordered already stays as it is."""
        return facts if isinstance(facts, cls) else cls(facts)

    def and_then(self, more: Sequence[Fact]) -> Self:
        """These and what was told after them; what is in order already is not put in order anew."""
        both = type(self)((*self, *more))
        both._ordered = [*self._ordered]
        for fact in more:
            insort(both._ordered, fact, key=_day)
        return both

    @cached_property
    def _ordered(self) -> list[Fact]:
        return sorted(self, key=_day)

    def between(self, since: date, until: date) -> list[Fact]:
        """From a day up to a day, both with it: the oldest first, as told within a day."""
        ordered = self._ordered
        return ordered[
            bisect_left(ordered, since, key=_day) : bisect_right(ordered, until, key=_day)
        ]

    def since(self, day: date) -> list[Fact]:
        """Of that day and later."""
        return self._ordered[bisect_left(self._ordered, day, key=_day) :]

    def after(self, day: date) -> list[Fact]:
        """Later than that day."""
        return self._ordered[bisect_right(self._ordered, day, key=_day) :]


class Contacts(ByDay[Contact]):
    """Who dealt with the matter, and when each role last did."""

    def and_then(self, more: Sequence[Contact]) -> Self:
        """The same, and who of these came after."""
        both = super().and_then(more)
        both.newest = _newest(more, {**self.newest}, len(self))
        return both

    @cached_property
    def newest(self) -> dict[str, tuple[Source, int]]:
        """Each role's contact of the latest day, the first told of that day, and its place."""
        return _newest(self, {}, 0)


def _newest(
    contacts: Sequence[Contact], found: dict[str, tuple[Source, int]], first: int
) -> dict[str, tuple[Source, int]]:
    for place, contact in enumerate(contacts, first):
        for role in contact.roles:
            if role not in found or contact.source.day > found[role][0].day:
                found[role] = contact.source, place
    return found


def _day(fact: Dated) -> date:
    return fact.source.day
