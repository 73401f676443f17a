"""Telephone and CPR numbers as people write them."""

import re
from datetime import date

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

DANISH_DIGITS = 8
CPR_DIGITS = 10
REPLACEMENT_DAY = 60
"""A replacement number (erstatnings-CPR) has 60 added to the day."""
CPR_LOOK = "CPR-nummeret"
"""What the look log says of somebody who asked for the whole number."""


def phone_number(text: str, field: str = "phone") -> str:
    """A number that can be rung: eight Danish digits, or a country code first."""
    bare = re.sub(r"[\s().\-/]", "", text)
    bare = re.sub(r"^(\+|00)45(?=\d{8}$)", "", bare)
    bare = re.sub(r"^00", "+", bare)
    if not re.fullmatch(rf"[1-9]\d{{{DANISH_DIGITS - 1}}}|\+[1-9]\d{{7,13}}", bare):
        raise Wrong(
            "not_a_phone_number",
            da("Skriv et telefonnummer med otte tal, fx 12 34 56 78."),
            field,
        )
    return bare


def cpr_number(text: str, today: date, field: str = "cpr") -> str:
    """A CPR number: ten digits that begin with a date. Modulus 11 no longer holds for all."""
    digits = re.sub(r"[\s\-]", "", text)
    if not digits:
        return ""
    if not re.fullmatch(rf"\d{{{CPR_DIGITS}}}", digits):
        raise Wrong(
            "cpr_ten_digits",
            da("Et CPR-nummer har ti tal. Se dem efter."),
            field,
        )
    born = born_on(digits)
    if born is None or born > today:
        raise Wrong(
            "cpr_no_such_date",
            da("De første seks tal i CPR-nummeret er ikke en fødselsdag. Se dem efter."),
            field,
        )
    return digits


def masked(cpr: str) -> str:
    """The birthday of a CPR number, the rest as dots: shown until somebody asks for all of it."""
    return f"{cpr[:6]}-••••" if cpr else ""


def written(cpr: str) -> str:
    """A CPR number as people write it."""
    return f"{cpr[:6]}-{cpr[6:]}" if cpr else ""


def born_on(digits: str) -> date | None:
    """The birthday in a CPR number, the century from its seventh digit; None when there is none."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    if day > REPLACEMENT_DAY:
        day -= REPLACEMENT_DAY
    try:
        return date(_century(seventh, year) + year, month, day)
    except ValueError:
        return None


def _century(seventh: int, year: int) -> int:
    if seventh in (0, 1, 2, 3):
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900  # noqa: PLR2004 - the CPR office's own table
    return 2000 if year <= 57 else 1800  # noqa: PLR2004
