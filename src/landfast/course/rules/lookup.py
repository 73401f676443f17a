"""Who is the coordinator? Answered to somebody with a ground, and to nobody who guesses (B5)."""

from collections.abc import Iterable
from enum import StrEnum

from landfast.kernel.refusals import TooMany, Wrong
from landfast.kernel.text import da
from landfast.people.rules import OrganisationKind

PAGE = "Hvem er koordinator?"
"""As the look log says it; tries are counted by it."""
TRIES_AN_HOUR, TRIES_A_DAY = 10, 40
"""A reception asks many times a night; who guesses numbers asks more (D)."""


class LookupGround(StrEnum):
    """Why somebody outside the team may know whom to ring (product B5; D)."""

    ADMITTED = "admitted"
    ACUTE = "acute"
    PROBATION = "probation"


GROUND_NAMES: dict[LookupGround, str] = {
    LookupGround.ADMITTED: da("Borgeren er indlagt hos os, eller bliver det nu"),
    LookupGround.ACUTE: da("Jeg er læge eller vagt, og borgeren er hos mig nu"),
    LookupGround.PROBATION: da("Vi har tilsyn med borgeren i Kriminalforsorgen"),
}


HOSPITAL = frozenset(
    {"ward_staff", "psychiatrist", "psych_emergency", "somatic_hospital", "social_nurse"}
)
NAMED_BY: dict[LookupGround, dict[OrganisationKind, frozenset[str]]] = {
    LookupGround.ADMITTED: {OrganisationKind.REGION: HOSPITAL},
    LookupGround.ACUTE: {
        OrganisationKind.REGION: HOSPITAL | {"emergency_mobile"},
        OrganisationKind.PRACTICE: frozenset({"gp"}),
        OrganisationKind.MUNICIPALITY: frozenset({"emergency_mobile"}),
    },
    LookupGround.PROBATION: {OrganisationKind.STATE: frozenset({"probation"})},
}
"""Who may name which ground: as what one is employed, and in what kind of house (D).

Two people employ, so nobody makes herself a ward.
"""
Post = tuple[OrganisationKind, str]
"""The kind of the organisation, and the role there."""


def grounds_of(posts: Iterable[Post]) -> list[LookupGround]:
    """The grounds that somebody with these posts may name, as the page shows them (B5; D)."""
    held = list(posts)
    return [
        ground
        for ground, houses in NAMED_BY.items()
        if any(role in houses.get(kind, frozenset()) for kind, role in held)
    ]


def check_may_name(ground: LookupGround, posts: Iterable[Post]) -> None:
    """A ground is named by those whose work it is; the others ring (B5; D)."""
    if ground not in grounds_of(posts):
        raise Wrong(
            "not_your_ground",
            da("Den grund hører til et andet sted end dit. Ring til et af stederne nedenfor."),
            "ground",
        )


def check_number(digits: str) -> None:
    """Ten digits, or there is nobody to look for."""
    if not digits:
        raise Wrong("cpr_ten_digits", da("Skriv borgerens CPR-nummer med ti tal."), "cpr")


def too_many_lookups() -> TooMany:
    """Whoever guesses numbers waits; whom to ring stands on the page all the same."""
    return TooMany(
        "too_many_lookups",
        da("Der er slået for mange numre op. Ring til et af stederne nedenfor."),
    )
