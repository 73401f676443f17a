"""Passwords that somebody who knows the place would try first (ASVS 6.1.2, 6.2.11)."""

from collections.abc import Iterable

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

OUR_WORDS = (
    "landfast", "kommune", "region", "psykiatri", "sygehus", "hospital", "forløb", "forloeb",
    "borger", "koordinator", "administrator", "adgangskode", "kodeord", "password", "velkommen",
    "sommer", "vinter", "efterår", "forår", "danmark",
)  # fmt: skip
"""What anybody would try here, whatever the house is called."""
SHORTEST = 12
"""Signs of a password at least (settings say the same)."""
SHORTEST_NAME = 4
"""A shorter word of a name stands in many others."""
OWN_LETTERS = 8
"""So many letters must be left that are of no such word (D)."""


def words_of(names: Iterable[str]) -> set[str]:
    """The words of the names of a person and of where they work that no password is made of."""
    found = {word for name in names for word in name.lower().replace("-", " ").split()}
    return {word for word in found if len(word) >= SHORTEST_NAME}


def check_not_our_words(password: str, names: Iterable[str]) -> None:
    """A password is more than the place, the product or one's own name, with a year behind it.

    Such a word may stand in it, when enough else does (ASVS 6.2.11). Any signs may be used, digits
    alone too (6.2.5).
    """
    written = password.lower()
    ours = sorted({*OUR_WORDS, *words_of(names)}, key=len, reverse=True)
    if not any(word in written for word in ours):
        return
    for word in ours:
        written = written.replace(word, " ")
    if sum(sign.isalpha() for sign in written) < OWN_LETTERS:
        raise Wrong(
            "our_words",
            da("Den er for nem at gætte for en, der kender stedet. Find på nogle andre ord."),
            "password",
        )
