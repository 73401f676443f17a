"""Who works where, as what, and when they can be reached."""

from enum import StrEnum
from uuid import UUID

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.people.rules.at_work import (
    Away,
    Hours,
    Presence,
    check_hours,
    check_leave,
    is_away,
    open_on,
    presence,
)
from landfast.people.rules.employing import FARTHEST_AHEAD, check_employment
from landfast.people.rules.professions import (
    AUTHORITY_ROLES,
    INCOME_ROLES,
    decides_authority_matters,
    employed_as,
    is_sought_inside,
    role_name,
    roles,
)
from landfast.people.rules.starting import (
    START_FOR,
    WAY_BACK_FOR,
    check_may_invite,
    check_may_start,
    check_username,
    may_start,
    start_is_over,
    username_for,
)
from landfast.people.rules.units import (
    KIND_NAMES,
    NAME_MAX,
    PHONE_MAX,
    InTheWay,
    OrganisationKind,
    check_can_close,
    check_can_lie_under,
    check_employee,
    check_organisation,
    check_phone,
    check_unit,
    check_unit_is_open,
    is_cvr,
)

__all__ = [
    "AUTHORITY_ROLES",
    "FARTHEST_AHEAD",
    "INCOME_ROLES",
    "KIND_NAMES",
    "NAME_MAX",
    "PHONE_MAX",
    "START_FOR",
    "SYSTEM_ID",
    "WAY_BACK_FOR",
    "Away",
    "Hours",
    "InTheWay",
    "LeaveKind",
    "OrganisationKind",
    "PersonKind",
    "Presence",
    "as_seen",
    "check_can_close",
    "check_can_lie_under",
    "check_employee",
    "check_employment",
    "check_hours",
    "check_leave",
    "check_may_invite",
    "check_may_start",
    "check_organisation",
    "check_phone",
    "check_unchanged",
    "check_unit",
    "check_unit_is_open",
    "check_username",
    "decides_authority_matters",
    "employed_as",
    "is_away",
    "is_cvr",
    "is_sought_inside",
    "may_start",
    "open_on",
    "presence",
    "role_name",
    "roles",
    "start_is_over",
    "username_for",
]


class PersonKind(StrEnum):
    """What a person is to Landfast."""

    STAFF = "staff"
    CITIZEN = "citizen"
    SYSTEM = "system"


SYSTEM_ID = UUID("00000000-0000-7000-8000-000000000001")
"""Landfast itself: the person who acts when no person does. A migration writes the row."""


class LeaveKind(StrEnum):
    """Why somebody is away. The reason itself is nobody's business."""

    PLANNED = "planned"
    SUDDEN = "sudden"


def as_seen(*parts: str) -> str:
    """What stands on a page, as the page gives it back to tell whether it still stands."""
    return "\n".join(parts)


def check_meant_for(seen: str, now: str) -> None:
    """A change is meant for the words that were read: what came meanwhile is not written over.

    Her own words, in two windows of hers or beside somebody.
    """
    if seen.splitlines() != now.splitlines():
        raise NotNow(
            "words_changed",
            da("Ordene er ændret imens. Intet er væk. Læs begge dele, ret, og gem igen."),
            "words",
        )


def check_unchanged(seen: str, now: str) -> None:
    """Two people mend the same page: the second is told, and loses nothing.

    A browser sends every line break back as two characters.
    """
    if seen.splitlines() != now.splitlines():
        raise NotNow(
            "changed_since", da("En anden har rettet det imens. Se, hvad der står nu, og gem igen.")
        )
