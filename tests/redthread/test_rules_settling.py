"""What people do to a finding, and what takes it up again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.refusals import NotNow, Wrong
from landfast.redthread.rules.catalogue import BY_CODE
from landfast.redthread.rules.settling import (
    LONGEST,
    check_reason,
    check_snooze,
    check_stands,
    is_resting,
    mark,
    wakes,
)
from landfast.redthread.rules.words import LIFE, WEIGHT, Severity, order

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("then", "now", "stands"),
    [("medium", "high", True), ("high", "high", False), ("high", "medium", False),
     ("info", "question", True), ("critical", "high", False)],
)  # fmt: skip
def test_heavier_than_when_it_was_put_away_it_stands_again(then, now, stands):
    assert (Severity(then) in wakes(Severity(now))) is stands


@given(st.sampled_from(Severity), st.sampled_from(Severity))
def test_the_weights_of_the_list_decide(then, now):
    assert (then in wakes(now)) is (WEIGHT[now] > WEIGHT[then])


def test_one_more_fact_of_the_same_kind_is_nothing_new_but_another_kind_or_word_is():
    then = mark(Severity.MEDIUM, "Skiftet {n} gange", {"n": ["3"]}, ["holder:1", "holder:2"])
    assert then == ["3", "Skiftet {n} gange", "holder"]
    assert mark(Severity.HIGH, "Skiftet {n} gange", {"n": ["3"]}, ["holder:3"]) == then
    assert not set(mark(Severity.MEDIUM, "Skiftet {n} gange", {"n": ["4"]}, [])) <= set(then)
    assert "member" in mark(Severity.MEDIUM, "Skiftet {n} gange", {}, ["holder:1", "member:1"])


def test_a_sign_in_her_life_is_asked_about_by_itself():
    first = mark(Severity.QUESTION, "Har nogen spurgt?", {}, ["observation:1"])
    more = mark(Severity.QUESTION, "Har nogen spurgt?", {}, ["observation:1", "observation:2"])
    assert not set(more) <= set(first)
    assert set(first) <= set(more), "one that is past wakes nothing"


def test_put_off_until_a_day_ahead_and_three_months_at_most():
    for wrong in (None, DAY, DAY - timedelta(days=1), DAY + LONGEST + timedelta(days=1)):
        with pytest.raises(Wrong):
            check_snooze(wrong, DAY)
    for right in (DAY + timedelta(days=1), DAY + LONGEST):
        assert check_snooze(right, DAY) == right


def test_a_reason_is_said_in_five_hundred_characters():
    for wrong in ("", "  ", "x" * 501):
        with pytest.raises(Wrong):
            check_reason(wrong)
    assert check_reason("  Bo   har ringet ") == "Bo har ringet"
    assert check_reason("x" * 500) == "x" * 500


def test_what_has_ended_is_not_settled():
    check_stands(is_closed=False)
    with pytest.raises(NotNow):
        check_stands(is_closed=True)


def test_put_off_it_rests_until_the_day_and_put_away_for_good():
    assert not is_resting(None, DAY, is_dismissed=False)
    assert is_resting(None, DAY, is_dismissed=True)
    assert is_resting(DAY + timedelta(days=1), DAY, is_dismissed=False)
    assert not is_resting(DAY, DAY, is_dismissed=False)


def test_what_may_be_about_life_comes_first_and_then_the_heaviest():
    shown = [(heavy, code) for heavy in (*Severity, Severity.QUESTION) for code in ("RT-08", LIFE)]
    shown.sort(key=lambda one: order(*one))
    assert [code for _heavy, code in shown[: len(shown) // 2]] == [LIFE] * (len(shown) // 2)
    rest = [heavy for heavy, code in shown if code != LIFE]
    assert rest[0] is Severity.CRITICAL
    assert rest == sorted(rest, key=lambda one: -WEIGHT[one])


def test_the_sign_that_may_be_about_life_is_the_one_of_the_catalogue():
    assert BY_CODE[LIFE].name == "Tegn på psykose eller selvmordstanker"
