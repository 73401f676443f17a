"""One event as plain values, from a case file or from an observation in a course."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from landfast.course.rules.words import Precision
from landfast.redthread.casefile import CaseEvent
from landfast.redthread.rules.facts import Source

SETTLES = frozenset({"meeting", "agreement_status", "outcome"})
"""Events after which a need that is not named is in play no more (FORMAT, `needs_open`)."""


@dataclass(frozen=True)
class Told:
    """What rules may see of an event (FORMAT): never its words, its title or its answers."""

    id: str
    day: date
    type: str
    at: time | None = None
    precision: Precision = Precision.EXACT
    involved: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()

    @property
    def source(self) -> Source:
        """The event as the ground of a fact."""
        return Source(self.id, self.day, self.topics, self.precision is not Precision.YEAR)

    @property
    def roles(self) -> frozenset[str]:
        """Everybody who took part, as told of the event or of its table."""
        return frozenset(self.involved) | self.named("attendees")

    def named(self, field_name: str) -> frozenset[str]:
        """The codes of a list in the data."""
        return frozenset(self.data.get(field_name) or ())

    def flag(self, name: str) -> bool | None:
        """Yes, no, or not told."""
        value = self.data.get(name)
        return None if value is None else bool(value)

    def number(self, name: str) -> int | None:
        """A whole number, or none told."""
        value = self.data.get(name)
        return int(value) if isinstance(value, int | float) else None

    def text(self, name: str) -> str:
        """A word, or nothing."""
        value = self.data.get(name)
        return value if isinstance(value, str) else ""


def of_case(event: CaseEvent) -> Told:
    """An event of a case file."""
    return Told(
        event.id, event.when.day, event.type, event.when.at, event.when.precision,
        event.involved, event.sectors, event.needs_open, event.data,
    )  # fmt: skip
