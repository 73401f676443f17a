"""Mine borgere: what comes first on the list, and how the rest stands."""

from landfast.course.rules.words import State

FEW = 8
"""So many are seen at a glance: then nothing is folded, and there is no search (D)."""
ORDER = (
    State.ACTIVE, State.CLOSING, State.PAUSED, State.WAITING, State.ASSESSMENT, State.DETECTED,
    State.START, State.REOPENED, State.CLOSED, State.STOPPED, State.DECLINED,
)  # fmt: skip
"""How the phases stand on the list: where there is most to do comes first."""


def comes_first(state: State, *, is_vacant: bool) -> bool:
    """First come courses without a coordinator of their own, and those that just begin (D)."""
    return is_vacant or state in {State.START, State.REOPENED}


def is_sought(words: str, name: str) -> bool:
    """Every word one types begins some part of the citizen's name, in any order (D)."""
    parts = name.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in words.casefold().split())
