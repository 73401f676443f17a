"""What a programme takes over is decided, listed and taken off once. No database."""

from datetime import date, timedelta

import pytest

from landfast.programmes.rules import (
    FUNCTION_MAX,
    WHY_MAX,
    check_not_statutory,
    check_precedence,
    check_still_listed,
)
from tests.refusing import refusal_of

TODAY = date(2026, 3, 2)
WHY = "Besluttet i ledergruppen"


@pytest.mark.parametrize(
    ("function", "reason", "on", "code"),
    [
        ("Socialkoordinator", WHY, TODAY, None),
        ("x" * FUNCTION_MAX, "x" * WHY_MAX, TODAY, None),
        ("x" * (FUNCTION_MAX + 1), WHY, TODAY, "too_long"),
        ("Socialkoordinator", "x" * (WHY_MAX + 1), TODAY, "too_long"),
        (" ", WHY, TODAY, "nothing_said"),
        ("Socialkoordinator", WHY, TODAY + timedelta(days=1), "decided_ahead"),
    ],
)
def test_the_leaders_write_which_function_and_why_when_it_is_decided(function, reason, on, code):
    assert refusal_of(check_precedence, function, reason, on, TODAY) == code


def test_of_two_who_take_it_off_the_second_is_told():
    assert refusal_of(check_still_listed, None) is None
    assert refusal_of(check_still_listed, TODAY) == "removed_already"


def test_a_role_that_the_law_gives_is_known_by_its_name_without_what_stands_in_brackets():
    roles = ("Kontaktperson (serviceloven § 99)",)
    assert refusal_of(check_not_statutory, "Kontaktperson", roles) == "statutory_goes_on"
    assert refusal_of(check_not_statutory, "Mentor", roles) is None
