"""What a course has gathered, found again by its day without walking through all of it.

A story is looked at once a day and again after each event: what walks through everything each time
takes four times as long for a story of twice the length.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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

    @cached_property
    def _ordered(self) -> list[Fact]:
        return sorted(self, key=_day)

    @cached_property
    def _days(self) -> list[date]:
        return [fact.source.day for fact in self._ordered]

    def between(self, since: date, until: date) -> list[Fact]:
        """From a day up to a day, both with it: the oldest first, as told within a day."""
        return self._ordered[bisect_left(self._days, since) : bisect_right(self._days, until)]

    def since(self, day: date) -> list[Fact]:
        """Of that day and later."""
        return self._ordered[bisect_left(self._days, day) :]

    def after(self, day: date) -> list[Fact]:
        """Later than that day."""
        return self._ordered[bisect_right(self._days, day) :]


class Contacts(ByDay[Contact]):
    """Who dealt with the matter, and when each role last did."""

    @cached_property
    def newest(self) -> dict[str, tuple[Source, int]]:
        """Each role's contact of the latest day, the first told of that day, and its place."""
        found: dict[str, tuple[Source, int]] = {}
        for place, contact in enumerate(self):
            for role in contact.roles:
                if role not in found or contact.source.day > found[role][0].day:
                    found[role] = contact.source, place
        return found


def _day(fact: Dated) -> date:
    return fact.source.day
