"""How far ahead a course is kept from being closed up, and when she was told. No database."""

from datetime import date, timedelta

import pytest

from landfast.keeping.rules import (
    AHEAD,
    LONGEST_BACK,
    KeepState,
    check_postpone,
    check_told,
    check_until,
)
from tests.refusing import refusal_of

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("until", "code"),
    [
        (TODAY, "until"), (TODAY + DAY, None), (TODAY + LONGEST_BACK, None),
        (TODAY + LONGEST_BACK + DAY, "until"),
    ],
)  # fmt: skip
def test_a_course_is_kept_open_from_tomorrow_and_five_years(until, code):
    assert refusal_of(check_postpone, KeepState.CLOSED, until, TODAY) == code


@pytest.mark.parametrize(("until", "code"), [(None, None), (TODAY, None), (TODAY - DAY, "until")])
def test_what_holds_a_course_ends_on_a_day_that_is_not_over(until, code):
    assert refusal_of(check_until, until, TODAY) == code


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (TODAY, None), (TODAY - AHEAD, None), (TODAY + DAY, "told_on"),
        (TODAY - AHEAD - DAY, "told_on"),
    ],
)  # fmt: skip
def test_she_was_told_on_a_day_that_has_been_and_not_before_it_was_known(on, code):
    assert refusal_of(check_told, on, TODAY) == code
