"""Who is around the citizen, how close, and in which sphere (S001 KE1, product B1)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.people.rules import as_seen, decides_authority_matters, roles
from landfast.programmes.rules import NeedArea, need_roles


class Sphere(StrEnum):
    """Spheres of the network map."""

    FAMILY = "family"
    FRIENDS = "friends"
    WORK = "work"
    LEISURE = "leisure"
    SOCIAL = "social"
    HEALTH = "health"
    AUTHORITIES = "authorities"


class Closeness(StrEnum):
    """How close, as the citizen sees it."""

    CLOSE = "close"
    NEAR = "near"
    FAR = "far"


class Tie(StrEnum):
    """What the tie is like, in the citizen's eyes."""

    GIVES = "gives"
    COSTS = "costs"
    BOTH = "both"
    BROKEN = "broken"
    WISHED = "wished"


class Kind(StrEnum):
    """What the citizen has put on her map: it may be a dog, or a bench by the harbour."""

    PERSON = "person"
    ANIMAL = "animal"
    PLACE = "place"


KIND_NAMES: dict[Kind, str] = {
    Kind.PERSON: da("Et menneske"),
    Kind.ANIMAL: da("Et dyr"),
    Kind.PLACE: da("Et sted"),
}

SPHERE_NAMES: dict[Sphere, str] = {
    Sphere.FAMILY: da("Familie"),
    Sphere.FRIENDS: da("Venner"),
    Sphere.WORK: da("Job og uddannelse"),
    Sphere.LEISURE: da("Fritid"),
    Sphere.SOCIAL: da("Hjælp i hverdagen"),
    Sphere.HEALTH: da("Læge og behandling"),
    Sphere.AUTHORITIES: da("Kommunen og andre myndigheder"),
}
"""The spheres in words that a citizen would use; professionals see the same."""

CLOSENESS_NAMES: dict[Closeness, str] = {
    Closeness.CLOSE: da("Tæt på"),
    Closeness.NEAR: da("I nærheden"),
    Closeness.FAR: da("Længere væk"),
}

TIE_NAMES: dict[Tie, str] = {
    Tie.GIVES: da("Giver mig noget"),
    Tie.COSTS: da("Koster mig noget"),
    Tie.BOTH: da("Både og"),
    Tie.BROKEN: da("Vi ses ikke mere"),
    Tie.WISHED: da("Jeg vil gerne ses igen"),
}

_SECTOR_SPHERES = {
    "psychiatry": Sphere.HEALTH, "primary_care": Sphere.HEALTH, "muni_health": Sphere.HEALTH,
    "somatic": Sphere.HEALTH, "muni_substance": Sphere.HEALTH, "prehospital": Sphere.HEALTH,
    "muni_employment": Sphere.WORK, "education": Sphere.WORK, "muni_education": Sphere.WORK,
    "work": Sphere.WORK, "justice": Sphere.AUTHORITIES, "civil_society": Sphere.LEISURE,
}  # fmt: skip


def usual_sphere(role: str) -> Sphere:
    """Where a professional usually stands on the map; the citizen moves them as she likes."""
    if decides_authority_matters(role):
        return Sphere.AUTHORITIES
    known = roles().get(role)
    return _SECTOR_SPHERES.get(known.sector if known else "", Sphere.SOCIAL)


def check_named(name: str, field: str = "name") -> None:
    """Somebody on the map has a name, or at least a word for them."""
    if not name.strip():
        raise Wrong("no_name", da("Skriv et navn eller et ord for personen."), field)


def words_of_member(helps_with: str, call_when: str, mandate: str) -> str:
    """What is written of a member, as a page shows it and gives it back."""
    return as_seen(helps_with, call_when, mandate)


def words_of_relation(name: str, is_to_me: str, phone: str, note: str) -> str:
    """What is written of somebody on her map, as a page shows it and gives it back."""
    return as_seen(name, is_to_me, phone, note)


def check_helps_with(line: str) -> None:
    """A member is in for something, said in one line that the citizen understands (B2)."""
    if not line.strip():
        raise Wrong("no_line", da("Skriv på én linje, hvad personen hjælper med."), "helps_with")


def check_not_in_team(*, is_member: bool) -> None:
    """Somebody is in the team once."""
    if is_member:
        raise NotNow("in_the_team", da("Personen er allerede med i teamet."), "person_id")


def check_still_there(*, has_left: bool) -> None:
    """Who has left is history; history is not rewritten."""
    if has_left:
        raise NotNow("has_left", da("Personen er allerede taget af kortet."))


@dataclass(frozen=True)
class EmptySeat:
    """A need without anybody who works on it: the reason, and who could sit there (B4)."""

    need: NeedArea
    any_of: frozenset[str]


def missing_seats(needs: Iterable[NeedArea], present: Collection[str]) -> list[EmptySeat]:
    """Roles that an open need implies and nobody holds (manglende aktør, domain F1, product B4).

    An empty seat is a question to the citizen, never a fault; the citizen decides.
    """
    table = need_roles()
    return [
        EmptySeat(need, table[need].any_of)
        for need in needs
        if need in table and not table[need].any_of & set(present)
    ]


class SeatAnswer(StrEnum):
    """What the citizen says to an empty seat."""

    YES = "yes"
    WRITE = "write"
    NOT_NOW = "not_now"
    NEVER = "never"


SEAT_ANSWERS: dict[SeatAnswer, str] = {
    SeatAnswer.YES: da("Ja, find en"),
    SeatAnswer.WRITE: da("Lad dem skrive til mig først"),
    SeatAnswer.NOT_NOW: da("Ikke nu"),
    SeatAnswer.NEVER: da("Nej, spørg ikke igen"),
}
"""The four answers in words that a citizen would use."""

ASKED_AT_MOST = 2
"""After "not now" a seat is asked about once more, and only when something has changed (B4)."""


@dataclass(frozen=True)
class Said:
    """The citizen's latest answer to a seat, and how often she has been asked."""

    answer: SeatAnswer
    at: datetime
    times: int
    by_another: bool = False
    """Somebody wrote it down for her."""


def is_asked(said: Said | None, changed_at: datetime | None) -> bool:
    """Is the citizen asked about this seat now (product B4)? Once, unless she said "not now".

    Then once more, when the need was told anew after her answer. "Never" stands.
    """
    if said is None:
        return True
    if said.answer is not SeatAnswer.NOT_NOW or said.times >= ASKED_AT_MOST:
        return False
    return changed_at is not None and changed_at > said.at


def is_no(answer: SeatAnswer) -> bool:
    """Has she said no, for now or for good? Then the seat is nobody's to fill (B4)."""
    return answer in {SeatAnswer.NOT_NOW, SeatAnswer.NEVER}


def is_to_find(answer: SeatAnswer) -> bool:
    """Has she said that somebody may be found? Then it is the coordinator's task (B4)."""
    return answer in {SeatAnswer.YES, SeatAnswer.WRITE}


def check_seat_is_empty(*, is_empty: bool) -> None:
    """An answer is given to a seat that is empty; else the page was an old one."""
    if not is_empty:
        raise NotNow("seat_taken", da("Pladsen er ikke tom mere. Se dine folk."))
