"""Reads of persons, accounts, units and employment."""

from landfast.people.queries.accounts import (
    Fits,
    check_password,
    key_of_stamp,
    names_near,
    password_told,
    session_key,
    start_until,
    username,
)
from landfast.people.queries.attendance import (
    after_hours_at_work,
    at_work,
    away,
    leaves,
    on_duty,
    presence,
)
from landfast.people.queries.cards import PersonCard, person, persons
from landfast.people.queries.employment import (
    EmploymentRow,
    asking_staff,
    employers,
    employments,
    find_staff,
    posts,
    staff_of,
)
from landfast.people.queries.houses import (
    OrganisationRow,
    UnitRow,
    all_units,
    organisations,
    unit,
    units,
    units_below,
)
from landfast.people.queries.staffing import Desk, desk, desks

__all__ = [
    "Desk",
    "EmploymentRow",
    "Fits",
    "OrganisationRow",
    "PersonCard",
    "UnitRow",
    "after_hours_at_work",
    "all_units",
    "asking_staff",
    "at_work",
    "away",
    "check_password",
    "desk",
    "desks",
    "employers",
    "employments",
    "find_staff",
    "key_of_stamp",
    "leaves",
    "names_near",
    "on_duty",
    "organisations",
    "password_told",
    "person",
    "persons",
    "posts",
    "presence",
    "session_key",
    "staff_of",
    "start_until",
    "unit",
    "units",
    "units_below",
    "username",
]
