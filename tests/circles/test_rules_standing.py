"""Who meets, how often, and when the next one is. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from landfast.circles.rules import standing
from landfast.circles.rules.standing import (
    ABOUT_MAX,
    LONGEST,
    NAME_MAX,
    SHORTEST,
    SittingState,
    proposed_days,
)
from landfast.circles.rules.waiting import Late, too_long_since
from tests.refusing import refusal_of, refused

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
MINUTE, YEAR = timedelta(minutes=1), timedelta(days=366)
MONDAY, THURSDAY, FRIDAY = 0, 3, 4


@pytest.mark.parametrize(
    ("name", "about", "code", "field"),
    [
        (" ", "De svære sager", "nothing_said", "name"),
        ("Sagsforum", "", "nothing_said", "about"),
        ("x" * (NAME_MAX + 1), "De svære sager", "too_long", "name"),
        ("Sagsforum", "x" * (ABOUT_MAX + 1), "too_long", "about"),
    ],
)
def test_a_standing_meeting_says_what_it_is_called_and_for(name, about, code, field):
    with refused(code, field):
        standing.check_circle(name, about)


def test_its_name_and_what_it_is_for_may_be_as_long_as_their_fields():
    assert refusal_of(standing.check_circle, "x" * NAME_MAX, "x" * ABOUT_MAX) is None


@pytest.mark.parametrize(
    ("weeks", "minutes", "code"),
    [
        (1, SHORTEST, None), (2, LONGEST, None), (4, 60, None), (12, 60, None),
        (3, 60, "rhythm"), (0, 60, "rhythm"),
        (2, SHORTEST - 1, "how_long"), (2, LONGEST + 1, "how_long"),
    ],
)  # fmt: skip
def test_a_rhythm_is_fixed_and_a_meeting_has_a_length(weeks, minutes, code):
    assert refusal_of(standing.check_rhythm, weeks, minutes) == code


def test_who_leads_it_plans_it_and_those_who_sit_there_write_in_it():
    assert refusal_of(standing.check_keeps, keeps=True) is None
    assert refusal_of(standing.check_keeps, keeps=False) == "not_your_circle"
    assert refusal_of(standing.check_sits, sits=True) is None
    assert refusal_of(standing.check_sits, sits=False) == "not_in_circle"


@pytest.mark.parametrize(
    ("is_own", "keeps", "code"),
    [(True, False, None), (False, True, None), (False, False, "not_your_seat")],
)
def test_everybody_may_leave_and_who_keeps_it_may_take_somebody_out(is_own, keeps, code):
    assert refusal_of(standing.check_may_unseat, is_own=is_own, keeps=keeps) == code


def test_somebody_always_leads():
    assert refusal_of(standing.check_leader_stays, is_leader=True) == "leads_it"
    assert refusal_of(standing.check_leader_stays, is_leader=False) is None


@pytest.mark.parametrize(
    ("starts_at", "code"),
    [
        (None, "no_time"), (NOON, "in_the_past"), (NOON + MINUTE, None), (NOON + YEAR, None),
        (NOON + YEAR + MINUTE, "too_far"),
    ],
)  # fmt: skip
def test_a_meeting_lies_ahead_within_a_year(starts_at, code):
    assert refusal_of(standing.check_starts, starts_at, NOON) == code
    if code is None:
        assert standing.check_starts(starts_at, NOON) == starts_at


@pytest.mark.parametrize("state", SittingState)
def test_what_was_held_or_cancelled_is_not_changed(state):
    planned = state is SittingState.PLANNED
    assert refusal_of(standing.check_planned, state) == (None if planned else "not_planned")


def test_nothing_is_talked_about_before_it_has_begun():
    assert refusal_of(standing.check_has_begun, NOON, NOON) is None
    assert refusal_of(standing.check_has_begun, NOON, NOON - MINUTE) == "not_begun"


@pytest.mark.parametrize(
    ("weekday", "every", "last", "today", "first"),
    [
        (FRIDAY, 1, None, date(2026, 3, 5), date(2026, 3, 6)),
        (FRIDAY, 1, None, date(2026, 3, 6), date(2026, 3, 13)),
        (FRIDAY, 1, date(2026, 2, 27), date(2026, 3, 5), date(2026, 3, 6)),
        (FRIDAY, 4, date(2026, 3, 6), date(2026, 3, 9), date(2026, 4, 10)),
        (MONDAY, 12, date(2026, 3, 2), date(2026, 3, 3), date(2026, 6, 1)),
        (MONDAY, 1, date(2025, 3, 3), date(2026, 3, 3), date(2026, 3, 9)),
    ],
    ids=["tomorrow", "not today", "counted from the last", "after a holiday", "quarterly",
         "after a long pause"],
)  # fmt: skip
def test_the_next_day_follows_the_last_and_is_tomorrow_at_the_earliest(
    weekday, every, last, today, first
):
    assert proposed_days(weekday, every, last, today)[0] == first


def test_a_holiday_puts_it_off_a_week_and_the_rhythm_goes_on_from_there():
    ascension = date(2026, 5, 14)
    days = proposed_days(THURSDAY, 2, date(2026, 4, 30), date(2026, 5, 4))
    assert ascension not in days
    assert days == [date(2026, 5, 21), date(2026, 6, 4), date(2026, 6, 18)]


def test_a_case_may_stand_six_weeks_and_she_hears_of_it_within_two():
    assert too_long_since(Late.ON_THE_LIST, NOON) == NOON - timedelta(weeks=6)
    assert too_long_since(Late.UNTOLD, NOON) == NOON - timedelta(weeks=2)
