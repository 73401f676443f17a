"""Organisations and their units: names, numbers, and what a unit may become."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da


class OrganisationKind(StrEnum):
    """Organisations are first-class: one installation serves many (product, who uses it)."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    PRACTICE = "practice"
    VOLUNTARY = "voluntary"
    STATE = "state"


KIND_NAMES: dict[OrganisationKind, str] = {
    OrganisationKind.MUNICIPALITY: da("Kommune"),
    OrganisationKind.REGION: da("Region"),
    OrganisationKind.PRACTICE: da("Praksis eller lægehus"),
    OrganisationKind.VOLUNTARY: da("Forening eller frivillige"),
    OrganisationKind.STATE: da("Staten"),
}
"""What kinds of organisations are called."""
NAME_MAX = 120
PHONE_MAX = 20


def check_unit(name: str, phone: str) -> None:
    """A unit has a name that people can say; its number is one that can be rung."""
    _check_name(name, da("Skriv, hvad enheden hedder."))
    check_phone(phone)


CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
ELEVEN = 11


def check_organisation(name: str, phone: str, cvr: str) -> None:
    """An organisation stands by its name and its CVR number, eight digits by modulus 11."""
    _check_name(name, da("Skriv, hvad organisationen hedder."))
    check_phone(phone)
    if cvr and not is_cvr(cvr):
        raise Wrong("no_cvr", da("Se CVR-nummeret efter: otte cifre, og et passer ikke."), "cvr")


def is_cvr(cvr: str) -> bool:
    """Eight digits whose weighted sum is divisible by 11 (standards, CVR)."""
    if len(cvr) != len(CVR_WEIGHTS) or not (cvr.isascii() and cvr.isdecimal()):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(CVR_WEIGHTS, cvr, strict=True))
    return cvr[0] != "0" and total % ELEVEN == 0


def check_unit_is_open(closed_on: date | None) -> None:
    """Nobody is employed in a closed unit, and nothing new is placed under it."""
    if closed_on is not None:
        raise NotNow("unit_closed", da("Enheden er lukket. Åbn den først igen."))


@dataclass(frozen=True)
class InTheWay:
    """What a unit still holds: each has to go somewhere else before it closes."""

    parts: int
    employed: int
    has_courses: bool

    @property
    def is_clear(self) -> bool:
        """Is there nothing in the way?"""
        return not (self.parts or self.employed or self.has_courses)


def check_can_close(held: InTheWay) -> None:
    """A unit closes when it holds no courses, nobody is employed there and nothing lies under it.

    A closed unit with a course would leave its citizen with nobody (principle 2).
    """
    if held.has_courses:
        raise NotNow("unit_has_courses", da("Enheden har forløb. Flyt eller afslut dem først."))
    if held.employed:
        raise NotNow(
            "unit_has_staff", da("Der er ansatte i enheden. Skriv først deres sidste dag.")
        )
    if held.parts:
        raise NotNow("unit_has_parts", da("Der er enheder herunder. Flyt eller luk dem først."))


def check_can_lie_under(unit: object, parent: object, below: set[object], *, same: bool) -> None:
    """A unit lies in its own organisation, and never under itself (the tree stays a tree)."""
    if unit == parent or parent in below:
        raise Wrong("under_itself", da("En enhed kan ikke ligge under sig selv."), "parent")
    if not same:
        raise Wrong("other_organisation", da("Vælg en enhed i samme organisation."), "parent")


def check_employee(name: str, phone: str) -> None:
    """An employee stands by name; the number is the direct one (product B2)."""
    _check_name(name, da("Skriv medarbejderens navn."))
    check_phone(phone)


def _check_name(name: str, missing: str) -> None:
    if not name.strip():
        raise Wrong("no_name", missing, "name")
    if len(name) > NAME_MAX:
        raise Wrong("name_too_long", da("Navnet er for langt: højst 120 tegn."), "name")


def check_phone(phone: str) -> None:
    """A number is one that can be rung; none at all is fine where it is not needed."""
    digits = phone.replace(" ", "").removeprefix("+")
    if phone and not (digits.isdecimal() and 3 <= len(digits) <= PHONE_MAX - 1):  # noqa: PLR2004
        raise Wrong(
            "no_number", da("Skriv et nummer, der kan ringes til, fx 20 30 40 50."), "phone"
        )
