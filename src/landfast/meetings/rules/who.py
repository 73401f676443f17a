"""Who sits at the table, and what departs from the format (domain A12, principles 5 and 6).

Landfast never refuses what the citizen chose. It says what departs from the format; an employee
who calls the meeting then says why, and the reason stands on the meeting. She owes none.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landfast.kernel.business_days import business_days_between
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.formats import (
    EVERYBODY,
    PROFESSIONAL,
    PROMISER,
    REASON_MAX,
    Citizen,
    Form,
    May,
    Must,
    PartRule,
)
from landfast.meetings.rules.words import Part

PRIVATE = frozenset({"relative", "private_network"})
DIALOGUE = frozenset({Part.FACILITATOR, Part.REFLECTOR})
"""Parts that a format also names among those who must come."""


@dataclass(frozen=True)
class At:
    """Somebody at the table beside citizen and leader: role, part, and whether employed."""

    role: str = ""
    part: str = ""
    is_professional: bool = True


def missing(must: tuple[Must, ...], roles: list[str], promisers: int = 0) -> list[str]:
    """Which of those who must be there are not: shown, never filled by Landfast (principle 6).

    The citizen is always there in her own way; the coordinator leads.
    """
    found = ["citizen", "coordinator", *roles]
    return [need.text for need in must if not _is_met(need, found, roles, promisers)]


def _is_met(need: Must, found: list[str], roles: list[str], promisers: int) -> bool:
    if PROFESSIONAL in need.roles:
        return len(roles) >= need.count
    if PROMISER in need.roles:
        return promisers == 0
    return sum(role in need.roles for role in found) >= need.count


def fits(one: At, roles: frozenset[str]) -> bool:
    """Is somebody among these roles?"""
    if EVERYBODY in roles or one.role in roles:
        return True
    if one.is_professional:
        return PROFESSIONAL in roles
    return bool(roles & PRIVATE)


def check_may_come(form: Form, one: At, there: list[At], why: str, *, is_citizen: bool) -> None:
    """Who the format does not count with comes with a why; she chooses freely (principle 1).

    Where she is not there herself, nobody of her own people is either (S000 §2.3).
    """
    if form.citizen is Citizen.ABSENT and not one.is_professional:
        raise NotNow(
            "only_professionals",
            da("Til dette møde kommer kun fagpersoner. Vælg en mødeform, hvor borgeren er med."),
            "guest",
        )
    if is_citizen or why.strip() or _is_counted_with(form, one, there):
        return
    raise Wrong(
        "not_in_format",
        da("Mødeformen regner ikke med den person. Skriv hvorfor, hvis borgeren gerne vil."),
        "why",
    )


def _is_counted_with(form: Form, one: At, there: list[At]) -> bool:
    """Must come, or may come and is not one too many."""
    if any(fits(one, must.roles) for must in form.must):
        return True
    return any(fits(one, may.roles) and _has_room(may, there) for may in form.may)


def _has_room(may: May, there: list[At]) -> bool:
    return may.most is None or sum(fits(other, may.roles) for other in there) < may.most


class Departs(StrEnum):
    """How a meeting can depart from its format."""

    SOMEBODY_MISSING = "somebody_missing"
    NOBODY_FOR_PART = "nobody_for_part"
    SHORT_NOTICE = "short_notice"
    TOO_LATE = "too_late"


@dataclass(frozen=True)
class Departure:
    """One departure: who or what is missing, or how many business days the format wants."""

    how: Departs
    about: str = ""
    days: int = 0


def departures(
    form: Form, there: list[At], starts_on: date | None, today: date, promisers: int = 0
) -> list[Departure]:
    """All that departs from the format, in the order of the page."""
    staff = [one for one in there if one.is_professional]
    leads = ["facilitator"] if form.reflects else []
    absent = missing(
        form.must,
        [*leads, *(one.part if one.part in DIALOGUE else one.role for one in staff)],
        promisers,
    )
    return [
        *(Departure(Departs.SOMEBODY_MISSING, text) for text in absent),
        *(
            Departure(Departs.NOBODY_FOR_PART, rule.text)
            for rule in form.chosen_parts
            if lacks(form, rule, there)
        ),
        *_of_time(form, starts_on, today),
    ]


def lacks(form: Form, rule: PartRule, there: list[At]) -> bool:
    """Are there too few for a part? The one who coordinates leads, unless another must."""
    if any(rule.part.value in must.roles for must in form.must):
        return False  # said already
    held = sum(one.part == rule.part for one in there)
    is_open = rule.part is Part.LEADER and EVERYBODY in rule.roles
    return held + is_open < rule.least


def _of_time(form: Form, starts_on: date | None, today: date) -> list[Departure]:
    """Notice (varsel) and latest day, in business days."""
    if starts_on is None:
        return []
    ahead = business_days_between(today, starts_on)
    found = []
    if ahead < form.notice_days:
        found.append(Departure(Departs.SHORT_NOTICE, days=form.notice_days))
    if form.within_days is not None and ahead > form.within_days:
        found.append(Departure(Departs.TOO_LATE, days=form.within_days))
    return found


def check_departures(found: list[Departure], reason: str, *, is_citizen: bool) -> None:
    """An employee who calls a meeting that departs from its format says why (principle 5)."""
    if len(reason) > REASON_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 300 tegn."), "reason")
    if found and not is_citizen and not reason.strip():
        raise Wrong(
            "departs",
            da("Mødet afviger fra mødeformen. Skriv kort hvorfor, eller ret det først."),
            "reason",
        )
