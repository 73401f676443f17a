"""Whose words were typed: they are saved as theirs, or not at all (domain 0.9).

A page may be older than the table, words may come late, and the word may have been given on
meanwhile. So what is typed says under whose name it was, and no turn takes it as another's.
"""

from uuid import UUID

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.turns import (
    HEARD,
    Expected,
    Next,
    Said,
    Table,
    next_turn,
    speaks_on,
)
from landfast.meetings.rules.words import TurnKind

HERS, ALL = "hende", "alle"
"""The citizen's words, and those of the table as one; anybody else's stand under their seat."""
OF_ALL = frozenset({TurnKind.SOLUTION, TurnKind.PARKED, TurnKind.CLOSED})
NAMELESS = frozenset({TurnKind.PARKED})
"""Put aside, words are nobody's answer: any can be."""


def whose(said: Said) -> str:
    """Under whose name a turn stands."""
    if said.kind in OF_ALL:
        return ALL
    return str(said.seat) if said.seat else HERS


def check_same(said: Said, text: str, typed_as: str) -> None:
    """Words are saved as theirs under whose name they were typed, or not at all."""
    named = typed_as and text.strip() and said.kind not in NAMELESS
    if named and whose(said) != typed_as:
        raise NotNow(
            "others_words", da("Ordene er skrevet som en andens. Gem dem først, eller slet dem.")
        )


def whose_now(now: Next) -> str:
    """Under whose name words are typed as the table stands; empty where none are."""
    match now.expected:
        case Expected.DONE:
            return ""
        case Expected.TOGETHER:
            return ALL
        case Expected.SPEAKER | Expected.REFLECTION:
            return str(now.seat)
        case _:
            return HERS


def offered(table: Table) -> frozenset[str]:
    """Those whose words can be typed now: one, or one of those who may be given the word."""
    now = next_turn(table)
    if now.expected is Expected.SPEAKER:
        found = {str(seat.id) for seat in table.seats}
    elif now.expected is Expected.REFLECTION:
        found = {str(seat) for seat in (now.seat, *now.waiting)}
    else:
        return frozenset({whose_now(now)} - {""})
    return frozenset({*found, HERS} if table.with_citizen else found)


def spoken(table: Table, said: Said, typed_as: str) -> Said:
    """The turn as it stands under the name that was chosen: her words among the others' answer."""
    hers = typed_as == HERS and said.kind in HEARD | {TurnKind.REFLECTION}
    if not hers:
        return said
    opened = any(one.seat is None and one.kind in HEARD for one in table.on(said.theme))
    is_answer = said.kind is not TurnKind.PASS and opened and not speaks_on(table, said.theme)
    return Said(said.theme, TurnKind.CITIZEN_RESPONSE if is_answer else said.kind)


def late(table: Table, theme: UUID, typed_as: str) -> Said:
    """The turn of words that were left when the word was given on: theirs who said them."""
    if typed_as == ALL:
        return Said(theme, TurnKind.SOLUTION)
    if typed_as == HERS:
        return spoken(table, Said(theme, TurnKind.INPUT), HERS)
    try:
        seat = UUID(typed_as)
    except ValueError:
        raise Wrong("whose_words", da("Siden var ikke hel. Prøv igen herfra.")) from None
    reflects = seat in table.reflectors
    return Said(theme, TurnKind.REFLECTION if reflects else TurnKind.INPUT, seat)
