"""Who works where, as what, and when they can be reached."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files


class PersonKind(StrEnum):
    """What a person is to Landfast."""

    STAFF = "staff"
    CITIZEN = "citizen"
    SYSTEM = "system"


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
