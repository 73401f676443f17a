"""Who may be employed as what, and when an employment may end."""

from datetime import date, time, timedelta

import pytest

from landfast.kernel.refusals import NotNow, Wrong
from landfast.people import rules
from landfast.people.rules import Hours, employing

TODAY = date(2026, 3, 2)


def refused(code, ask):
    with pytest.raises((Wrong, NotNow)) as told:
        ask()
    assert told.value.code == code


@pytest.mark.parametrize(
    ("name", "phone", "code"),
    [
        ("", "", "no_name"), ("   ", "", "no_name"), ("a" * 121, "", "name_too_long"),
        ("Natholdet", "ring bare", "no_number"), ("Natholdet", "12", "no_number"),
    ],
)  # fmt: skip
def test_a_unit_has_a_name_and_a_number_that_can_be_rung(name, phone, code):
    refused(code, lambda: rules.check_unit(name, phone))
    refused(code, lambda: rules.check_employee(name, phone))


def test_a_number_may_be_missing_short_or_foreign():
    for phone in ("", "1813", "20 30 40 50", "+45 20 30 40 50"):
        rules.check_unit("Natholdet", phone)


def test_nobody_is_employed_as_a_citizen_or_a_relative():
    refused("unknown_role", lambda: rules.check_employment("citizen", TODAY, None, TODAY))
    refused("unknown_role", lambda: rules.check_employment("relative", TODAY, None, TODAY))
    rules.check_employment("home_nurse", TODAY, None, TODAY)


def test_an_employment_ends_after_it_began_and_not_in_the_past():
    early = TODAY - timedelta(days=1)
    refused("ends_too_early", lambda: rules.check_employment("mentor", TODAY, early, TODAY))
    refused("ends_too_early", lambda: rules.check_employment("mentor", early, early, TODAY))
    far = TODAY + timedelta(days=400)
    refused("starts_too_late", lambda: rules.check_employment("mentor", far, None, TODAY))
    refused(
        "starts_too_early",
        lambda: rules.check_employment("mentor", date(1920, 1, 1), None, TODAY),
    )
    rules.check_employment("mentor", TODAY - timedelta(days=45 * 365), None, TODAY)


@pytest.mark.parametrize(
    ("name", "phone"),
    [("Mette Holm", "20304050"), ("mette  holm", "20 30 40 50"), ("Mette Holm", "")],
)
def test_the_same_person_is_employed_once(name, phone):
    there = [("Bo Bang", "20304050"), ("Mette Holm", "20 30 40 50")]
    refused("employed_already", lambda: employing.check_employed_once(name, phone, there))
    employing.check_employed_once("Mette Holm", "40 30 20 10", there)
    employing.check_employed_once("Mette Holm-Dam", phone, there)


def test_a_coordinator_with_courses_hands_them_over_first():
    refused(
        "holds_courses",
        lambda: employing.check_can_end(holds_courses=True),
    )
    employing.check_can_end(holds_courses=False)


def last_day(wanted, began=TODAY - timedelta(days=9), *, at_once=False):
    return employing.last_day_of(wanted, began, TODAY, at_once=at_once)


def test_the_last_day_is_one_that_is_wanted_and_not_past():
    assert last_day(TODAY) == TODAY
    refused("ends_too_early", lambda: last_day(TODAY - timedelta(days=1)))
    refused("ends_too_early", lambda: last_day(TODAY, TODAY + timedelta(days=1)))
    refused("no_last_day", lambda: last_day(None))


def test_who_is_to_have_no_access_from_now_on_had_yesterday_as_the_last_day():
    assert last_day(None, at_once=True) == TODAY - timedelta(days=1)
    assert last_day(TODAY, at_once=True) == TODAY - timedelta(days=1)
    refused("begins_today", lambda: last_day(None, TODAY, at_once=True))


def test_nobody_changes_their_own_employment():
    refused("own_employment", lambda: employing.check_employs_another("tove", "tove"))
    employing.check_employs_another("tove", "anna")


def test_a_days_work_ends_later_than_it_begins():
    refused("hours_close_early", lambda: rules.check_hours([Hours(2, time(15), time(8))]))
    rules.check_hours([Hours(2, time(8), time(15))])


def test_the_second_of_two_who_mend_a_page_is_told():
    seen = rules.as_seen("Natholdet", "1813")
    rules.check_unchanged(seen, rules.as_seen("Natholdet", "1813"))
    refused("changed_since", lambda: rules.check_unchanged(seen, rules.as_seen("Nat", "1813")))


@pytest.mark.parametrize(("word", "inside"), [("Per", False), ("Bo", False), ("kontakt", True)])
def test_a_short_word_is_no_part_of_another(word, inside):
    assert rules.is_sought_inside(word) is inside
