"""The bank of words: humane, plain Danish, drawn by seeded dice and never twice in a row."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Any


@lru_cache(maxsize=1)
def bank() -> dict[str, Any]:
    """All texts by kind."""
    found: dict[str, Any] = json.loads((files(__package__) / "words.json").read_text("utf-8"))
    return found


@dataclass
class Words:
    """Texts for one citizen: what was said is not said again until all has been."""

    dice: Random
    _decks: dict[str, list[Any]] = field(default_factory=dict)

    def say(self, *path: str) -> Any:
        """A text of this kind."""
        key = "/".join(path)
        if not self._decks.get(key):
            deck: Any = bank()
            for name in path:
                deck = deck[name]
            self._decks[key] = self.dice.sample(deck, len(deck))
        return self._decks[key].pop()

    def say_of(self, areas: set[str], *path: str) -> tuple[str, str]:
        """An (area, text) of this kind, in one of these areas when there is one left."""
        first: tuple[str, str] = tuple(self.say(*path))
        deck = self._decks["/".join(path)]
        fitting = next((row for row in reversed(deck) if row[0] in areas), None)
        if first[0] in areas or fitting is None:
            return first
        deck.remove(fitting)
        deck.insert(0, list(first))
        return tuple(fitting)

    def chance(self, percent: int) -> bool:
        """True that often."""
        return self.dice.randrange(100) < percent
