"""Invented people, the same again for the same seed. No name, number or CPR is anybody's."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from random import Random


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((files(__package__) / "names.json").read_text("utf-8"))
    return found


def invented_name(dice: Random, first: str = "") -> str:
    """A first and a last name that hardly anybody has together."""
    return f"{first or dice.choice(_names()['first'])} {dice.choice(_names()['last'])}"


def invented_phone(dice: Random) -> str:
    """A number of a series kept for invented people here."""
    return f"2099 {dice.randrange(10_000):04d}"


@dataclass(frozen=True)
class Invented:
    """An invented citizen."""

    name: str
    cpr: str
    phone: str
    born_on: date


MILLENNIUM = 2000
TEST_DAY = 60
"""Test numbers of the Danish register have sixty added to the day: no living person has one."""


def invented_citizen(dice: Random, age: int, on: date, first: str = "") -> Invented:
    """A citizen of about this age, with a test CPR number."""
    born = date(on.year - age - 1, dice.randint(1, 12), dice.randint(1, 28))
    first_of_century, last = (4000, 9998) if born.year >= MILLENNIUM else (1000, 3998)
    number = dice.randint(first_of_century, last)
    cpr = f"{born.day + TEST_DAY:02d}{born:%m%y}{number:04d}"
    return Invented(invented_name(dice, first), cpr, invented_phone(dice), born)
