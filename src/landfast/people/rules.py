"""Who works where, as what, and when they can be reached."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from uuid import UUID

from landfast.kernel.danish import filed_as
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da


class PersonKind(StrEnum):
    """What a person is to Landfast."""

    STAFF = "staff"
    CITIZEN = "citizen"
    SYSTEM = "system"


SYSTEM_ID = UUID("00000000-0000-7000-8000-000000000001")
"""Landfast itself: the person who acts when no person does. A migration writes the row."""


class OrganisationKind(StrEnum):
    """Organisations are first-class: one installation serves many (product, who uses it)."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    PRACTICE = "practice"
    VOLUNTARY = "voluntary"
    STATE = "state"


class LeaveKind(StrEnum):
    """Why somebody is away. The reason itself is nobody's business."""

    PLANNED = "planned"
    SUDDEN = "sudden"


@dataclass(frozen=True)
class Role:
    """A role of `data/roles.json`: its code, Danish name and sector."""

    code: str
    name: str
    sector: str


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """All roles by code (domain F1, Rollekoder)."""
    rows = json.loads((files(__package__) / "data/roles.json").read_text("utf-8"))
    return {row["code"]: Role(row["code"], row["da"], row["sector"]) for row in rows}


def role_name(code: str) -> str:
    """The Danish name of a role; an unknown code is shown as it is, never hidden.

    Without the paragraph or example in brackets at its end: citizens read it too (look, Words).
    """
    role = roles().get(code)
    return role.name.split(" (", 1)[0] if role else code


SOUGHT_INSIDE = 4


def is_sought_inside(word: str) -> bool:
    """A short word is sought where a word begins: "Per" is no kontaktperson (D)."""
    return len(word) >= SOUGHT_INSIDE


NOT_EMPLOYED = frozenset({"citizen", "private", "housing_private", "meeting_role"})
"""Sectors of those who are nobody's employees."""


def employed_as() -> dict[str, str]:
    """Roles that somebody can be employed in, with their Danish names, in Danish order."""
    found = {code: role.name for code, role in roles().items() if role.sector not in NOT_EMPLOYED}
    return dict(sorted(found.items(), key=lambda pair: filed_as(pair[1])))


AUTHORITY_ROLES = frozenset(
    {"case_worker", "youth_case_worker", "coordinating_case_worker", "visitator",
     "benefits_officer", "jobcenter_worker", "family_case_worker"}
)  # fmt: skip


def decides_authority_matters(role: str) -> bool:
    """Does the role decide authority matters (myndighed)? (S004 §5.1, domain A11)."""
    return role in AUTHORITY_ROLES


@dataclass(frozen=True)
class Hours:
    """Working hours on one weekday; Monday is 0."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Away:
    """A leave, both days included; open when nobody knows when it ends."""

    first: date
    last: date | None


def is_at_work(hours: list[Hours], away: list[Away], local: datetime) -> bool:
    """Is somebody at work at this Danish local time? Without noted hours: no."""
    if is_away(away, local.date()):
        return False
    return any(h.weekday == local.weekday() and h.opens <= local.time() < h.closes for h in hours)


def is_away(away: list[Away], day: date) -> bool:
    """Is the person on leave that day?"""
    return any(a.first <= day and (a.last is None or day <= a.last) for a in away)


class Presence(StrEnum):
    """Where somebody is at this time of day."""

    AT_WORK = "at_work"
    OFF = "off"
    AWAY = "away"
    UNKNOWN = "unknown"


def presence(hours: list[Hours], local: datetime, *, is_away: bool) -> Presence:
    """At work, off for now, or on leave: the same truth as who answers right now (product B5).

    Without noted hours nobody can tell; such a number is not said to be answered.
    """
    if is_away:
        return Presence.AWAY
    if not hours:
        return Presence.UNKNOWN
    return Presence.AT_WORK if is_at_work(hours, [], local) else Presence.OFF


NAME_MAX = 120
PHONE_MAX = 20
FARTHEST_AHEAD = timedelta(days=366)


def check_unit(name: str, phone: str) -> None:
    """A unit has a name that people can say; its number is one that can be rung."""
    _check_name(name, da("Skriv, hvad enheden hedder."))
    _check_phone(phone)


def check_employee(name: str, phone: str) -> None:
    """An employee stands by name; the number is the direct one (product B2)."""
    _check_name(name, da("Skriv medarbejderens navn."))
    _check_phone(phone)


def check_employment(role: str, starts_on: date, ends_on: date | None, today: date) -> None:
    """Somebody is employed in a known role for a period that has not ended already."""
    if role not in employed_as():
        raise Wrong("unknown_role", da("Vælg en rolle på listen."), "role")
    if starts_on > today + FARTHEST_AHEAD:
        raise Wrong("starts_too_late", da("Vælg en dag inden for et år."), "starts_on")
    if ends_on is not None and ends_on < max(starts_on, today):
        raise Wrong("ends_too_early", da("Ansættelsen slutter, før den begynder."), "ends_on")


def check_employs_another(admin: object, person: object) -> None:
    """Nobody gives themselves a role: with some of them one can see who has a course (F2)."""
    if admin == person:
        raise NotNow(
            "own_employment", da("Du kan ikke ændre din egen ansættelse. Bed en kollega om det.")
        )


def check_can_end(last_day: date, starts_on: date, today: date, *, holds_courses: bool) -> None:
    """A coordinator with courses hands them over before the last day (principle 2)."""
    if last_day < max(today, starts_on):
        raise Wrong("ends_too_early", da("Vælg en dag, der ikke er gået."), "last_day")
    if holds_courses:
        raise NotNow(
            "holds_courses",
            da("Personen er koordinator i forløb. Bed daglig leder overdrage dem først."),
            "last_day",
        )


def check_hours(hours: list[Hours]) -> None:
    """A day's work ends later than it begins."""
    for shift in hours:
        if shift.closes <= shift.opens:
            raise Wrong(
                "hours_close_early", da("Dagen slutter, før den begynder."),
                f"closes_{shift.weekday}",
            )  # fmt: skip


def check_leave(first: date, last: date | None, today: date) -> None:
    """A leave is noted while it lasts or before; the reason is nobody's business."""
    if last is not None and last < max(first, today):
        raise Wrong("leave_ends_early", da("Fraværet slutter, før det begynder."), "ends_on")


def as_seen(*parts: str) -> str:
    """What stands on a page, as the page gives it back to tell whether it still stands."""
    return "\n".join(parts)


def check_unchanged(seen: str, now: str) -> None:
    """Two people mend the same page: the second is told, and loses nothing.

    A browser sends every line break back as two characters.
    """
    if seen.splitlines() != now.splitlines():
        raise NotNow(
            "changed_since", da("En anden har rettet det imens. Se, hvad der står nu, og gem igen.")
        )


def _check_name(name: str, missing: str) -> None:
    if not name.strip():
        raise Wrong("no_name", missing, "name")
    if len(name) > NAME_MAX:
        raise Wrong("name_too_long", da("Navnet er for langt: højst 120 tegn."), "name")


def _check_phone(phone: str) -> None:
    digits = phone.replace(" ", "").removeprefix("+")
    if phone and not (digits.isdecimal() and 3 <= len(digits) <= PHONE_MAX - 1):  # noqa: PLR2004
        raise Wrong(
            "no_number", da("Skriv et nummer, der kan ringes til, fx 20 30 40 50."), "phone"
        )
