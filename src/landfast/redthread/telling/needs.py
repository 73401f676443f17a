"""Which needs are in play: from the first time they are named until one is settled (FORMAT)."""

from dataclasses import dataclass, field

from landfast.programmes.rules import NeedArea
from landfast.redthread.rules.facts import Need, Source
from landfast.redthread.telling.told import SETTLES, Told


@dataclass
class Needs:
    """The open needs with the events that name them, and those told to be unsolved."""

    named: dict[str, list[Source]] = field(default_factory=dict)
    unsolved: dict[str, Source] = field(default_factory=dict)

    def hear(self, told: Told) -> None:
        """Needs open when named; a meeting, a status or an outcome closes those it leaves out."""
        here = {*told.needs, *told.named("unresolved")}
        if told.type in SETTLES:
            self.named = {need: said for need, said in self.named.items() if need in here}
            self.unsolved = {
                need: source
                for need, source in self.unsolved.items()
                if need in told.named("unresolved")
            }
        for need in sorted(here):
            self.named.setdefault(need, []).append(told.source)
        for need in sorted(told.named("unresolved")):
            self.unsolved.setdefault(need, told.source)

    @property
    def now(self) -> frozenset[str]:
        """The codes in play."""
        return frozenset(self.named)

    @property
    def open(self) -> tuple[Need, ...]:
        """The needs in play, in the order of the table."""
        return tuple(Need(need, tuple(self.named[need])) for need in NeedArea if need in self.named)

    @property
    def left(self) -> tuple[Need, ...]:
        """The needs that stand as unsolved."""
        return tuple(
            Need(need, (self.unsolved[need],)) for need in NeedArea if need in self.unsolved
        )
