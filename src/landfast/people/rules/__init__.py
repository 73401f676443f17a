"""Who works where, as what, and when they can be reached."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from string import ascii_lowercase
from uuid import UUID

from landfast.kernel.business_days import is_business_day, is_holiday
from landfast.kernel.business_hours import CLOSES, OPENS
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


KIND_NAMES: dict[OrganisationKind, str] = {
    OrganisationKind.MUNICIPALITY: da("Kommune"),
    OrganisationKind.REGION: da("Region"),
    OrganisationKind.PRACTICE: da("Praksis eller lægehus"),
    OrganisationKind.VOLUNTARY: da("Forening eller frivillige"),
    OrganisationKind.STATE: da("Staten"),
}
"""What kinds of organisations are called."""


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
    rows = json.loads((files("landfast.people") / "data/roles.json").read_text("utf-8"))
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


NOT_EMPLOYED = frozenset({"citizen", "private", "housing_private", "meeting_role", "system"})
"""Sectors of those who are nobody's employees, or whom only who runs Landfast appoints."""


def employed_as() -> dict[str, str]:
    """Roles that somebody can be employed in, with their Danish names, in Danish order."""
    found = {code: role.name for code, role in roles().items() if role.sector not in NOT_EMPLOYED}
    return dict(sorted(found.items(), key=lambda pair: filed_as(pair[1])))


AUTHORITY_ROLES = frozenset(
    {"case_worker", "youth_case_worker", "coordinating_case_worker", "visitator",
     "benefits_officer", "jobcenter_worker", "family_case_worker"}
)  # fmt: skip


INCOME_ROLES = frozenset(
    {"benefits_officer", "jobcenter_worker", "coordinating_case_worker", "youth_case_worker"}
)
"""Who pays her income, or asks for work in return: whether she came, how she feels and who looked
must not become a ground to stop it (domain 0.5; which roles is D). Who supports her in a job, as
mentor or IPS, decides nothing."""


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


def is_away(away: list[Away], day: date) -> bool:
    """Is the person on leave that day?"""
    return any(a.first <= day and (a.last is None or day <= a.last) for a in away)


def open_on(hours: list[Hours], away: list[Away], day: date) -> list[tuple[time, time]]:
    """When somebody is at work that day: never on leave or on a public holiday (D).

    Whose hours nobody has noted works as business does.
    """
    if is_holiday(day) or is_away(away, day):
        return []
    if not hours:
        return [(OPENS, CLOSES)] if is_business_day(day) else []
    return sorted((one.opens, one.closes) for one in hours if one.weekday == day.weekday())


class Presence(StrEnum):
    """Where somebody is at this time of day."""

    AT_WORK = "at_work"
    OFF = "off"
    AWAY = "away"
    UNKNOWN = "unknown"


def presence(hours: list[Hours] | None, local: datetime, *, is_away: bool) -> Presence:
    """At work, off for now, or on leave: the same truth as who answers right now (product B5).

    Without noted hours (none: for no day) nobody can tell; such a number is not said to be
    answered. Of the noted ones those of the day are enough.
    """
    if is_away:
        return Presence.AWAY
    if hours is None:
        return Presence.UNKNOWN
    on = any(h.weekday == local.weekday() and h.opens <= local.time() < h.closes for h in hours)
    return Presence.AT_WORK if on else Presence.OFF


NAME_MAX = 120
PHONE_MAX = 20
FARTHEST_AHEAD = timedelta(days=366)
FARTHEST_BACK = timedelta(days=60 * 366)
"""Nobody has been employed for longer; a day before is a slip of the pen (D)."""


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


def check_employment(role: str, starts_on: date, ends_on: date | None, today: date) -> None:
    """Somebody is employed in a known role for a period that has not ended already."""
    if role not in employed_as():
        raise Wrong("unknown_role", da("Vælg en rolle på listen."), "role")
    if starts_on > today + FARTHEST_AHEAD:
        raise Wrong("starts_too_late", da("Vælg en dag inden for et år."), "starts_on")
    if starts_on < today - FARTHEST_BACK:
        raise Wrong(
            "starts_too_early", da("Dagen er for længe siden. Se årstallet efter."), "starts_on"
        )
    if ends_on is not None and ends_on < max(starts_on, today):
        raise Wrong("ends_too_early", da("Ansættelsen slutter, før den begynder."), "ends_on")


def check_may_start(*, is_ours: bool, has_come_in: bool, has_second_step: bool) -> None:
    """A password alone never makes an administrator somebody else (F5, decisions/0012).

    Somebody who works in another house as well is that house's to let in. Who has come in before
    is given a new start password only while a second step stays that is theirs alone.
    """
    if not is_ours:
        raise NotNow(
            "works_elsewhere",
            da("Medarbejderen er også ansat et andet sted. Derfor kan loginnet ikke gives her."),
        )
    if has_come_in and not has_second_step:
        raise NotNow(
            "no_second_step",
            da(
                "Medarbejderen har været logget ind og har hverken adgangsnøgle eller app. Så "
                "kunne en anden komme ind i stedet. Tryk på, at adgangskoden er mistet."
            ),
        )


def may_start(*, is_ours: bool, has_come_in: bool, has_second_step: bool) -> bool:
    """For the button: does the gate let it through?"""
    try:
        check_may_start(is_ours=is_ours, has_come_in=has_come_in, has_second_step=has_second_step)
    except NotNow:
        return False
    return True


def check_may_invite(*, is_ours: bool, has_come_in: bool) -> None:
    """Only who has never come in is invited to a provider's login; others connect it themselves."""
    check_may_start(is_ours=is_ours, has_come_in=False, has_second_step=False)
    if has_come_in:
        raise NotNow(
            "has_come_in",
            da("Medarbejderen har et login, og forbinder selv det andet under »Min adgang«."),
        )


WAY_BACK_FOR = timedelta(days=3)
"""How long a second person has to let somebody in again."""
START_FOR = timedelta(days=7)
"""How long a start password can be used, as an invitation (D)."""
USERNAME = re.compile(r"[a-z0-9][a-z0-9._@-]{2,149}")


def check_username(username: str) -> None:
    """A login name is one word that can be read over the telephone."""
    if not USERNAME.fullmatch(username):
        raise Wrong(
            "bad_username",
            da("Brug mindst tre små bogstaver eller tal, og ingen mellemrum. Fx signe.holm."),
            "username",
        )


def username_for(name: str) -> str:
    """A login name to suggest: first and last name with a full stop between."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    words = ["".join(c for c in word if c in ascii_lowercase) for word in plain.split()]
    known = [word for word in words if word]
    return ".".join(dict.fromkeys([*known[:1], *known[-1:]]))


def start_is_over(start_until: datetime | None, at: datetime) -> bool:
    """A start password that nobody has changed in time opens nothing any more (F5)."""
    return start_until is not None and start_until <= at


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


def check_phone(phone: str) -> None:
    """A number is one that can be rung; none at all is fine where it is not needed."""
    digits = phone.replace(" ", "").removeprefix("+")
    if phone and not (digits.isdecimal() and 3 <= len(digits) <= PHONE_MAX - 1):  # noqa: PLR2004
        raise Wrong(
            "no_number", da("Skriv et nummer, der kan ringes til, fx 20 30 40 50."), "phone"
        )
