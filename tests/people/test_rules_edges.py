"""Employment, hours, leave, names and numbers at their edges."""

from datetime import date, time, timedelta

import pytest

from landfast.kernel.refusals import Wrong
from landfast.people import rules
from landfast.people.rules import Hours

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def test_a_role_is_named_without_what_stands_in_brackets():
    names = {code: role.name for code, role in rules.roles().items()}
    twice = [code for code, name in names.items() if name.count(" (") == 1]
    assert twice
    for code in twice:
        assert rules.role_name(code) == names[code][: names[code].index(" (")]
    assert rules.role_name("findes_ikke") == "findes_ikke"


def test_a_job_begins_within_a_year_and_may_end_on_its_first_day():
    last = TODAY + rules.FARTHEST_AHEAD
    rules.check_employment("coordinator", last, None, TODAY)
    rules.check_employment("coordinator", TODAY, TODAY, TODAY)
    for starts_on, ends_on in ((last + DAY, None), (TODAY, TODAY - DAY), (TODAY + DAY, TODAY)):
        with pytest.raises(Wrong):
            rules.check_employment("coordinator", starts_on, ends_on, TODAY)


def test_a_day_ends_later_than_it_begins():
    rules.check_hours([Hours(0, time(8), time(8, 1))])
    with pytest.raises(Wrong, match="slutter, før"):
        rules.check_hours([Hours(0, time(8), time(8))])


def test_a_leave_is_noted_before_and_to_its_last_day():
    rules.check_leave(TODAY - DAY, None, TODAY)
    rules.check_leave(TODAY - DAY, TODAY, TODAY)
    rules.check_leave(TODAY + DAY, TODAY + DAY, TODAY)
    for first, last in ((TODAY - 3 * DAY, TODAY - DAY), (TODAY + DAY, TODAY)):
        with pytest.raises(Wrong, match="Fraværet slutter"):
            rules.check_leave(first, last, TODAY)


def test_a_name_may_fill_its_place():
    rules.check_unit("a" * rules.NAME_MAX, "")
    with pytest.raises(Wrong, match="for langt"):
        rules.check_unit("a" * (rules.NAME_MAX + 1), "")


@pytest.mark.parametrize(
    ("phone", "can_be_rung"),
    [("", True), ("112", True), ("11", False), ("+45 20 30 40 50", True), ("20 30 x", False),
     ("1" * (rules.PHONE_MAX - 1), True), ("1" * rules.PHONE_MAX, False)],
)  # fmt: skip
def test_a_number_can_be_rung(phone, can_be_rung):
    if can_be_rung:
        rules.check_phone(phone)
        return
    with pytest.raises(Wrong, match="kan ringes til"):
        rules.check_phone(phone)
