"""One act in the room as it arrives from a screen."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from landfast.meetings.rules.merging import ActKind


@dataclass(frozen=True)
class Why:
    """Why an act was refused: a Danish sentence with its values, as refusals have it."""

    words: str
    values: Mapping[str, str] = field(default_factory=dict)

    def said(self, translated: Callable[[str], str]) -> str:
        """The sentence in the reader's language."""
        words = translated(self.words)
        return words.format(**self.values) if self.values else words


@dataclass(frozen=True)
class Act:
    """What somebody did, under the key that the screen made, and what the screen showed then.

    `about` is the note or the promise; `how` the kind of turn, or the choice that is wanted; `why`
    is why it waits, where it was refused.
    """

    id: UUID
    kind: ActKind
    saw: str = ""
    theme: UUID | None = None
    seat: UUID | None = None
    about: UUID | None = None
    how: str = ""
    text: str = ""
    why: Why | None = None

    def words(self) -> dict[str, Any]:
        """As it is kept while it waits."""
        keys = {"theme": self.theme, "seat": self.seat, "about": self.about}
        kept = {name: str(key) for name, key in keys.items() if key}
        why = {"why": asdict(self.why)} if self.why else {}
        return kept | {"how": self.how, "text": self.text} | why


def kept_act(act_id: UUID, kind: ActKind, saw: str, words: Mapping[str, Any]) -> Act:
    """The act again, out of what was kept."""
    keys = {
        name: UUID(words[name]) if words.get(name) else None for name in ("theme", "seat", "about")
    }
    why = Why(**words["why"]) if words.get("why") else None
    return Act(
        act_id, kind, saw, how=words.get("how", ""), text=words.get("text", ""), why=why, **keys
    )  # fmt: skip


@dataclass(frozen=True)
class Done:
    """What became of an act: done, or kept with a clash; and what its writer sees from now on."""

    now_saw: str = ""
    clash: str = ""
    is_settled: bool = False
