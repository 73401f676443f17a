"""One act in the room as it arrives from a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from landfast.meetings.rules.merging import ActKind


@dataclass(frozen=True)
class Act:
    """What somebody did, under the key that the screen made, and what the screen showed then.

    `about` is the note or the promise; `how` the kind of turn, or the choice that is wanted.
    """

    id: UUID
    kind: ActKind
    saw: str = ""
    theme: UUID | None = None
    seat: UUID | None = None
    about: UUID | None = None
    how: str = ""
    text: str = ""

    def words(self) -> dict[str, str]:
        """As it is kept while it waits."""
        keys = {"theme": self.theme, "seat": self.seat, "about": self.about}
        kept = {name: str(key) for name, key in keys.items() if key}
        return kept | {"how": self.how, "text": self.text}


def kept_act(act_id: UUID, kind: ActKind, saw: str, words: Mapping[str, Any]) -> Act:
    """The act again, out of what was kept."""
    keys = {
        name: UUID(words[name]) if words.get(name) else None for name in ("theme", "seat", "about")
    }
    return Act(act_id, kind, saw, how=words.get("how", ""), text=words.get("text", ""), **keys)


@dataclass(frozen=True)
class Done:
    """What became of an act: done, or kept with a clash; and what its writer sees from now on."""

    now_saw: str = ""
    clash: str = ""
    is_settled: bool = False
