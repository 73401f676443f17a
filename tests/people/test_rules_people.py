"""Who is at work, who decides authority matters, what a role is called."""

from datetime import date, datetime, time

import pytest

from landfast.people import rules
from landfast.people.rules import Away, Hours

MONDAY = date(2026, 3, 2)
WEEK = [Hours(day, time(8), time(15)) for day in range(5)]


def at(hour, minute=0, day=2):
    return datetime(2026, 3, day, hour, minute)  # noqa: DTZ001 Danish local time


def test_at_work_from_the_first_minute_to_the_last():
    assert rules.is_at_work(WEEK, [], at(8)) is True
    assert rules.is_at_work(WEEK, [], at(14, 59)) is True
    assert rules.is_at_work(WEEK, [], at(7, 59)) is False
    assert rules.is_at_work(WEEK, [], at(15)) is False
    assert rules.is_at_work(WEEK, [], at(9, day=7)) is False
    assert rules.is_at_work([], [], at(9)) is False


def test_nobody_on_leave_is_at_work():
    assert rules.is_at_work(WEEK, [Away(MONDAY, MONDAY)], at(9)) is False
    assert rules.is_at_work(WEEK, [Away(MONDAY, MONDAY)], at(9, day=3)) is True


@pytest.mark.parametrize(("day", "away"), [(1, False), (2, True), (4, True), (5, False)])
def test_both_days_of_a_leave_are_leave(day, away):
    leave = Away(MONDAY, date(2026, 3, 4))
    assert rules.is_away([leave], date(2026, 3, day)) is away


def test_a_leave_whose_end_nobody_knows_goes_on():
    assert rules.is_away([Away(MONDAY, None)], date(2030, 1, 1)) is True
    assert rules.is_away([Away(MONDAY, None)], date(2026, 3, 1)) is False


def test_who_decides_authority_matters():
    assert rules.decides_authority_matters("case_worker") is True
    assert rules.decides_authority_matters("home_support") is False


def test_a_role_has_its_name_without_brackets_and_an_unknown_code_is_never_hidden():
    assert rules.role_name("gp") == "Egen læge"
    assert rules.role_name("unknown") == "unknown"
    assert not any(" (" in rules.role_name(code) for code in rules.roles())
