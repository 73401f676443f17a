"""Wishes: whose words they are (decisions/0044), and which words a change is meant for."""

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da


def check_not_hers_yet(*, is_hers: bool) -> None:
    """What she wrote herself needs no yes."""
    if is_hers:
        raise NotNow("hers_already", da("Det er allerede dit ønske."))


def check_meant_for(seen: str, now: str) -> None:
    """A change is meant for the words that were read: what came meanwhile is not written over.

    A browser sends every line break back as two characters.
    """
    if seen.splitlines() != now.splitlines():
        raise NotNow(
            "wish_changed",
            da("Ordene er ændret imens. Intet er væk. Læs begge dele, ret, og gem igen."),
            "words",
        )
