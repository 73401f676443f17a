"""Another system that asks for somebody who sits at it: its key, and who that is (B5)."""

from datetime import date, timedelta
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong, refused_by
from landfast.kernel.text import da

NAME_MAX, KNOWN_AS_MAX = 60, 60
LASTS = timedelta(days=365)
"""How long a key is good at most: then somebody looks whether it is still needed (D)."""
ASKS_AN_HOUR = 240
"""Questions with one key: a whole emergency department asks less (D)."""


class KeyState(StrEnum):
    """Where a system's key stands."""

    WAITS = "waits"
    HOLDS = "holds"
    EXPIRED = "expired"
    ENDED = "ended"


def state_of(*, agreed: bool, ended: bool, last_day: date, on: date) -> KeyState:
    """A key counts from the second yes to its last day, or until somebody ends it (B5; D)."""
    if ended:
        return KeyState.ENDED
    if last_day < on:
        return KeyState.EXPIRED
    return KeyState.HOLDS if agreed else KeyState.WAITS


def check_key(name: str, last_day: date, on: date) -> None:
    """A key says which system has it, and ends by itself within a year (B5; D)."""
    if not name.strip():
        raise Wrong("no_name", da("Skriv, hvilket system nøglen er til."), "name")
    if len(name) > NAME_MAX:
        raise Wrong("name_too_long", da("Skriv det kortere: højst 60 tegn."), "name")
    if not on <= last_day <= on + LASTS:
        raise Wrong("not_within_a_year", da("Vælg en dag inden for det næste år."), "last_day")


def check_may_agree(second: object, made_by: object) -> None:
    """Four eyes: alone an administrator could ask in anybody's name (decisions/0025, 0039)."""
    if second == made_by:
        raise NotNow("own_key", da("Du har selv lavet nøglen. Derfor skal en anden sige ja."))


def may_agree(state: KeyState, second: object, made_by: object) -> bool:
    """For the button: does the gate let it through?"""
    return state is KeyState.WAITS and refused_by(lambda: check_may_agree(second, made_by)) is None


def as_known(text: str) -> str:
    """An employee's own name in another system, written in one way: systems differ in case."""
    return text.strip().casefold()
