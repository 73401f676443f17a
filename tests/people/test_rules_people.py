"""Who is at work, who decides authority matters, what a role is called."""

from datetime import date, datetime, time, timedelta

import pytest

from landfast.people import rules
from landfast.people.rules import Away, Hours, Presence
from tests.refusing import refused

MONDAY, ONE_DAY = date(2026, 3, 2), timedelta(days=1)
WEEK = [Hours(day, time(8), time(15)) for day in range(5)]


def at(hour, minute=0, day=2):
    return datetime(2026, 3, day, hour, minute)  # noqa: DTZ001 Danish local time


def there(hours, local, *, is_away=False):
    return rules.presence(hours, local, is_away=is_away)


def test_at_work_from_the_first_minute_to_the_last():
    assert there(WEEK, at(8)) is Presence.AT_WORK
    assert there(WEEK, at(14, 59)) is Presence.AT_WORK
    assert there(WEEK, at(7, 59)) is Presence.OFF
    assert there(WEEK, at(15)) is Presence.OFF
    assert there(WEEK, at(9, day=7)) is Presence.OFF
    assert there([], at(9)) is Presence.OFF
    assert there(None, at(9)) is Presence.UNKNOWN


def test_nobody_on_leave_is_at_work():
    assert there(WEEK, at(9), is_away=True) is Presence.AWAY


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


def test_an_employment_may_begin_within_a_year_and_last_one_day():
    rules.check_employment("home_support", MONDAY + rules.FARTHEST_AHEAD, None, MONDAY)
    rules.check_employment("home_support", MONDAY, MONDAY, MONDAY)
    with refused("ends_too_early", "ends_on"):
        rules.check_employment("home_support", MONDAY, MONDAY - ONE_DAY, MONDAY)


def test_a_days_work_ends_later_than_it_begins():
    rules.check_hours(WEEK)
    with refused("hours_close_early", "closes_0"):
        rules.check_hours([Hours(0, time(8), time(8))])


def test_a_leave_is_noted_while_it_lasts_or_before():
    rules.check_leave(MONDAY, None, MONDAY)
    rules.check_leave(MONDAY, MONDAY, MONDAY)
    with refused("leave_ends_early", "ends_on"):
        rules.check_leave(MONDAY - ONE_DAY, MONDAY - ONE_DAY, MONDAY)
    with refused("leave_ends_early", "ends_on"):
        rules.check_leave(MONDAY + ONE_DAY, MONDAY, MONDAY)


@pytest.mark.parametrize("phone", ["", "112", "+45 20 30 40 50", "1" * (rules.PHONE_MAX - 1)])
def test_a_name_and_a_number_that_fit(phone):
    rules.check_employee("x" * rules.NAME_MAX, phone)
    with refused("name_too_long", "name"):
        rules.check_employee("x" * (rules.NAME_MAX + 1), phone)
    for wrong in ("11", "ring", "1" * rules.PHONE_MAX):
        with refused("no_number", "phone"):
            rules.check_employee("Bo", wrong)
