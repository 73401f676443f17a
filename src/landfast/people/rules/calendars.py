"""Calendars that somebody has elsewhere, and how they are read (C3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from landfast.kernel.fetching import NotFetched, check_address
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

AHEAD = timedelta(days=200)
"""D: how far ahead a calendar is read: a quarter that is planned in the quarter before."""
AGAIN = timedelta(minutes=15)
"""D: how often it is read anew."""
EACH = 5
"""D: how many calendars somebody may have read."""
ADDRESS_MAX = 1_000
LOGIN_MAX = 200


class Trouble(StrEnum):
    """Why a calendar could not be read the last time."""

    ADDRESS = "address"
    INSIDE = "inside"
    NO_ANSWER = "no_answer"
    NOT_LET_IN = "not_let_in"
    ELSEWHERE = "elsewhere"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNREADABLE = "unreadable"
    LOST = "lost"
    """The key that its address was sealed with is gone."""


@dataclass(frozen=True)
class Taken:
    """From one instant to another somebody is taken."""

    starts_at: datetime
    ends_at: datetime


def check_calendar(address: str, login: str, password: str, count: int) -> None:
    """A calendar is asked for by https, and each person has a handful at most (C3)."""
    try:
        check_address(address)
    except NotFetched as error:
        raise Wrong(
            "address", da("Skriv hele adressen. Den begynder med https://."), "address"
        ) from error
    if bool(login) != bool(password):
        raise Wrong(
            "login", da("Skriv både brugernavn og adgangskode, eller ingen af dem."), "login"
        )
    if count >= EACH:
        raise NotNow("many_calendars", da("Du har fem kalendere. Fjern en af dem først."))


def with_https(address: str) -> str:
    """Calendar programs give the same address as webcal."""
    said = address.strip()
    scheme, colon, rest = said.partition(":")
    return f"https:{rest}" if colon and scheme.lower() in {"webcal", "webcals"} else said
