"""The table of dialogue: who asks, who reflects (Åben Dialog M-02, netværkssamtale M-03, A12).

No agenda beforehand; the citizen says at the start what to talk about and is interviewed first;
each is interviewed by the facilitator; professionals reflect aloud with each other; the citizen
listens and then answers (S000 §2.1, §2.2; S001 §3.3.3).
"""

from dataclasses import dataclass
from uuid import UUID

from landfast.kernel.refusals import NotNow, Wrong, refused_by
from landfast.kernel.text import da
from landfast.meetings.rules.formats import PartRule
from landfast.meetings.rules.turns import THE_LEADER, Seat
from landfast.meetings.rules.who import At, fits
from landfast.meetings.rules.words import Part, Reflects


@dataclass(frozen=True)
class Place:
    """Somebody at the table, and what she does there."""

    id: UUID
    is_professional: bool
    part: str = ""


def seats(places: list[Place], reflects: str, first: tuple[Part, ...] = ()) -> tuple[Seat, ...]:
    """Those who are asked in turn: not the one who asks, nor those who listen to reflect.

    `first` are the parts that a format gives the word to before the others (M-10: the old one,
    then the new one).
    """
    listens = set(reflectors(places, reflects))
    asks = {one.id for one in places if reflects and one.part == Part.FACILITATOR}
    return tuple(
        Seat(one.id, one.is_professional)
        for one in sorted(places, key=lambda one: _rank(one.part, first))
        if one.id not in listens and one.id not in asks
    )


def _rank(part: str, first: tuple[Part, ...]) -> int:
    return first.index(Part(part)) if part and part in first else len(first)


def reflectors(places: list[Place], reflects: str) -> tuple[UUID, ...]:
    """M-02: those chosen for it. M-03: both professionals, the one who leads the talk too."""
    if reflects == Reflects.REFLECTORS:
        return tuple(one.id for one in places if one.part == Part.REFLECTOR)
    if reflects == Reflects.PROFESSIONALS:
        return (*(one.id for one in places if one.is_professional), THE_LEADER)
    return ()


def can_reflect(places: list[Place], reflects: str) -> bool:
    """Is there somebody beside the one who leads? Every other format needs nobody (A12)."""
    beside = [one for one in reflectors(places, reflects) if one != THE_LEADER]
    return not reflects or bool(beside)


def check_part(part: str, rules: tuple[PartRule, ...], one: At, held: int = 0) -> None:
    """A part is for professionals, where the format has it, and only so many (S000 §2.1, A12)."""
    if not part:
        return
    if part not in list(Part):
        raise Wrong("no_such_part", da("Vælg en rolle på listen."), "part")
    rule = next((rule for rule in rules if rule.part == part), None)
    if rule is None:
        raise NotNow("no_parts_here", da("Den rolle findes ikke i den her mødeform."))
    if not one.is_professional:
        raise Wrong("for_professionals", da("Kun fagpersoner kan have en rolle på mødet."), "part")
    if not fits(one, rule.roles):
        raise Wrong("not_for_role", da("Rollen er for andre faggrupper i mødeformen."), "part")
    if rule.most is not None and held >= rule.most:
        raise NotNow("part_is_taken", da("En anden har rollen. Tag den fra personen først."))


REFLECTION_MAX = 4000


def check_reflection(part: str, *, was_there: bool, is_held: bool, is_out: bool) -> None:
    """The reflector writes what she heard, herself, until the minutes are out (S001 §3.3.3)."""
    if part != Part.REFLECTOR or not was_there:
        raise NotNow("not_a_reflector", da("Kun den, der reflekterede på mødet, skriver her."))
    if not is_held:
        raise NotNow("not_held", da("Skriv, når mødet er holdt."))
    if is_out:
        raise NotNow("already_out", da("Referatet er sendt ud. Spørg mødelederen om en ny udgave."))


def may_reflect(part: str, *, was_there: bool, is_held: bool, is_out: bool) -> bool:
    """The same rule for a form."""
    return (
        refused_by(
            lambda: check_reflection(part, was_there=was_there, is_held=is_held, is_out=is_out)
        )
        is None
    )


def check_words(text: str) -> None:
    """Something was heard, and it is short enough to be read."""
    if not text.strip():
        raise Wrong("no_words", da("Skriv, hvad du hørte."), "text")
    if len(text) > REFLECTION_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 4.000 tegn."), "text")
