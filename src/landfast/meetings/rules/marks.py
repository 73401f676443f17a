"""Marks in minutes: what stands where a passage is covered, in every version (product C6)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

MARK = re.compile(r"\[udeladt (\d{1,4})\]")
EDGE = r"(?:(?<!\w)|(?!\w))"
"""Not in the middle of a word."""


def mark(number: int) -> str:
    """What stands in the place of a passage."""
    return f"[udeladt {number}]"


def for_some(words: str, number: int) -> str:
    """The words as those read them who still may; the others have the mark alone."""
    return f"{words} [udeladt for andre, {number}]"


def put(tree: Any, words: str, instead: str) -> Any:
    """The same texts with these whole words replaced wherever they stand.

    Keys and codes stay, and so do other marks: their own words are nobody's.
    """
    if isinstance(tree, str):
        sought = rf"{EDGE}{re.escape(words)}{EDGE}|{MARK.pattern}"
        return re.sub(sought, lambda found: instead if found[0] == words else found[0], tree)
    if isinstance(tree, list):
        return [put(one, words, instead) for one in tree]
    if isinstance(tree, dict):
        return {key: one if key in CODES else put(one, words, instead) for key, one in tree.items()}
    return tree


CODES = frozenset({"theme", "person", "state", "covers", "from_paper"})
"""Entries of the content that no person wrote."""


def read(tree: Any, said: Mapping[int, str]) -> Any:
    """The texts as somebody reads them; what has no words for this reader keeps its mark."""
    if isinstance(tree, str):
        return MARK.sub(lambda found: said.get(int(found[1]), found[0]), tree)
    if isinstance(tree, list):
        return [read(one, said) for one in tree]
    if isinstance(tree, dict):
        return {key: one if key in CODES else read(one, said) for key, one in tree.items()}
    return tree


def marks(texts: Iterable[str]) -> set[str]:
    """All marks in these texts."""
    return {found[0] for text in texts for found in MARK.finditer(text)}


def check_marks_stay(
    before: Iterable[str], after: Iterable[str], field: str = "citizen_said"
) -> None:
    """Who writes on keeps the marks: a passage does not vanish without its reason, none is made."""
    old, new = marks(before), marks(after)
    if lost := sorted(old - new):
        raise Wrong(
            "mark_lost", da("Lad mærket {mark} blive stående. Der er dækket noget dér."),
            field, mark=lost[0],
        )  # fmt: skip
    if new - old:
        raise Wrong(
            "mark_made",
            da("Skriv ikke selv »udeladt« i klammer. Brug »Dæk noget« i stedet."),
            field,
        )
