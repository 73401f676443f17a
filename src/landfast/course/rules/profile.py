"""What the citizen wants others to know, and how much they can bear today."""

from collections.abc import Mapping

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

ENERGY: dict[int, str] = {
    1: da("Næsten ingen"),
    2: da("Lidt"),
    3: da("Noget"),
    4: da("Meget"),
    5: da("Rigtig meget"),
}
"""Energy in one touch, in words (product A3)."""

STATEMENT_MAX = 4000
STRENGTHS_MAX = 2000
MEETING_MIN, MEETING_MAX = 2, 30
CHILDREN_MAX = 20


HER_WORDS = ("statement", "strengths", "worked", "largest_meeting", "children", "language")
"""What she says of herself on one page (Om mig)."""


def as_one(said: Mapping[str, object]) -> str:
    """All of it as one text: what stands there, and what a change was meant for."""
    found = (said.get(name) for name in HER_WORDS)
    return "\n\n".join(str(one).strip() for one in found if one)


def check_energy(energy: int) -> None:
    """Energy is one of five words; nobody owes it (product A3)."""
    if energy not in ENERGY:
        raise Wrong("energy_unknown", da("Vælg en af de fem."), "energy")


def check_statement(statement: str) -> None:
    """The statement is hers and has an end."""
    if len(statement) > STATEMENT_MAX:
        raise Wrong("statement_too_long", da("Skriv højst 4000 tegn."), "statement")


def check_strengths(strengths: str, worked: str = "") -> None:
    """What she is good at, and what has helped before, each with an end."""
    for words, name in ((strengths, "strengths"), (worked, "worked")):
        if len(words) > STRENGTHS_MAX:
            raise Wrong("strengths_too_long", da("Skriv højst 2000 tegn."), name)


def check_profile(statement: str, strengths: str, largest_meeting: int | None) -> None:
    """The statement is the citizen's; the largest meeting counts the citizen too (product A3)."""
    check_statement(statement)
    check_strengths(strengths)
    if largest_meeting is not None and not MEETING_MIN <= largest_meeting <= MEETING_MAX:
        raise Wrong("meeting_size", da("Skriv et tal fra 2 til 30."), "largest_meeting")


def check_children(children: int) -> None:
    """How many children under eighteen: somebody asks how it is for them (S002 Bilag 3 Jens)."""
    if not 0 <= children <= CHILDREN_MAX:
        raise Wrong("children", da("Skriv et tal fra 0 til 20."), "children")
