"""What may stand in a text where no citizen may be found.

A case is searched as a question without a name is (`consultation.rules`). What units write between
them has days and names of units in it; what points at a citizen is told before it is saved.
"""

from collections.abc import Collection, Mapping

from landfast.consultation.rules import Found, Kind, check_found, find_identity

USUAL = frozenset({Kind.DATE, Kind.RARE})
"""A day and an unusual word point at nobody in a text about units."""
_APOSTROPHES = "'’"


def find_in_case(texts: Collection[str], names: Collection[str] = ()) -> list[Found]:
    """What in the texts of a case could say whom it is about, nothing twice."""
    return find_identity("\n".join(texts), names)


def find_between_units(texts: Collection[str], known: Collection[str]) -> list[Found]:
    """What in a text between units could be about a citizen. `known`: units and people who meet."""
    words = {word.casefold() for name in known for word in name.split()}
    those = words | {word.removesuffix("s") for word in words}
    return [
        one
        for one in find_identity("\n".join(texts))
        if one.kind not in USUAL
        and not (one.kind is Kind.PROPER and _without_genitive(one.words) in those)
    ]


def _without_genitive(word: str) -> str:
    """Solveigs, Lars', Lars's: the name itself, or what is left of it without its own s."""
    return word.casefold().rstrip(_APOSTROPHES).removesuffix("s").rstrip(_APOSTROPHES)


def check_case(
    texts: Mapping[str, str], names: Collection[str], looked_at: Collection[str]
) -> None:
    """A case is heard only when nothing in it points at one person (domain 0.10)."""
    for field, text in texts.items():
        check_found(find_in_case([text], names), looked_at, field)


def check_between_units(
    texts: Mapping[str, str], known: Collection[str], looked_at: Collection[str]
) -> None:
    """In a meeting between units no citizen is named: it is told before it is saved."""
    for field, text in texts.items():
        check_found(find_between_units([text], known), looked_at, field)
