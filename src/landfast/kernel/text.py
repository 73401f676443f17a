"""Danish sentences of the rules, marked so that they can be translated by the doors.

`da("…")` returns its argument; the extractor finds it. It knows no Django.
"""

from collections.abc import Sequence


def da(sentence: str) -> str:
    """Mark a Danish source sentence for translation."""
    return sentence


def alike(words: str) -> str:
    """Words as they are compared: capitals and the spaces between them do not count."""
    return " ".join(words.split()).casefold()


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row as one says them; `last` stands before the last of them (" og ").

    >>> listed(["en frist", "en opfølgning"], " og ")
    'en frist og en opfølgning'
    """
    return last.join(filter(None, (", ".join(words[:-1]), *words[-1:])))
