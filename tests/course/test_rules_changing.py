"""Another coordinator: wished for, told beforehand, begun on its day. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from landfast.course.rules import announcing, changing
from landfast.course.rules.announcing import AHEAD_MAX
from landfast.course.rules.changing import WORDS_MAX
from landfast.course.rules.handover import is_told_of
from landfast.course.rules.states import check_move
from landfast.course.rules.words import State
from tests.refusing import refusal_of

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
NOON, HOUR = datetime(2026, 3, 2, 12, tzinfo=UTC), timedelta(hours=1)


@pytest.mark.parametrize(
    ("begins_on", "code"),
    [
        (None, None), (TODAY - DAY, "begins_ahead"), (TODAY, "begins_ahead"), (TODAY + DAY, None),
        (TODAY + AHEAD_MAX, None), (TODAY + AHEAD_MAX + DAY, "begins_ahead"),
    ],
)  # fmt: skip
def test_a_change_is_set_from_tomorrow_and_three_months_ahead(begins_on, code):
    assert refusal_of(announcing.check_begins, begins_on, TODAY) == code


@pytest.mark.parametrize(
    ("begins_on", "later"), [(None, False), (TODAY, False), (TODAY + DAY, True)]
)  # fmt: skip
def test_a_yes_today_changes_hands_today_unless_a_later_day_was_set(begins_on, later):
    assert announcing.begins_later(begins_on, TODAY) is later


def test_a_yes_that_she_was_told_of_stands():
    assert refusal_of(announcing.check_promised_once, is_promised=True) == "begins_on_its_day"
    assert refusal_of(announcing.check_promised_once, is_promised=False) is None


@pytest.mark.parametrize(
    ("promised_on", "knew"), [(None, False), (TODAY - DAY, True), (TODAY, False)]
)  # fmt: skip
def test_told_the_day_it_begins_is_not_told_beforehand(promised_on, knew):
    assert announcing.was_announced(promised_on, TODAY) is knew


def test_the_daily_lead_answers_within_five_business_days():
    assert changing.answer_by(TODAY) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("runs", "has_asked", "code"),
    [(True, False, None), (False, False, "not_running"), (True, True, "asked_already")],
)
def test_she_asks_for_another_once_while_there_is_one(runs, has_asked, code):
    assert refusal_of(changing.check_can_ask, runs=runs, has_asked=has_asked) == code


def test_her_wish_is_answered_or_taken_back_once():
    assert refusal_of(changing.check_is_open, is_open=True) is None
    assert refusal_of(changing.check_is_open, is_open=False) == "answered_already"


@pytest.mark.parametrize(
    ("words", "code"),
    [(" ", "no_words"), ("x" * WORDS_MAX, None), ("x" * (WORDS_MAX + 1), "words_too_long")],
)
def test_a_no_is_said_in_words_to_her(words, code):
    assert refusal_of(changing.check_told, words) == code


@pytest.mark.parametrize(
    ("seen_at", "met_at", "told"),
    [
        (None, None, True), (NOON - HOUR, None, True), (None, NOON - HOUR, True),
        (NOON, None, False), (None, NOON, False), (NOON - HOUR, NOON + HOUR, False),
    ],
)  # fmt: skip
def test_a_new_coordinator_is_told_of_until_she_has_read_it_or_they_met(seen_at, met_at, told):
    assert is_told_of(NOON, seen_at=seen_at, met_at=met_at) is told


def test_a_move_is_made_from_where_it_begins_only():
    assert refusal_of(check_move, "pause", State.ACTIVE) is None
    assert refusal_of(check_move, "pause", State.CLOSED) == "not_from_here"
