"""Who may promise what alone, to the figure and to the day. No database."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from landfast.directory.rules.mandates import (
    AMOUNT_MAX,
    HOURS_MAX,
    WEEKS_MAX,
    Decider,
    Mandate,
    Service,
    check_deciders,
    check_mandate,
)
from tests.refusing import refusal_of

TODAY = date(2026, 3, 3)
DAY = timedelta(days=1)
ROLE = "home_support"
KAREN, LARS, GONE = uuid4(), uuid4(), uuid4()


def mandate(*, amount=5000, weeks=12, first=TODAY, last=None):
    return Mandate(uuid4(), ROLE, Service.DAILY, amount, weeks, first, last)


@pytest.mark.parametrize(
    ("first", "last", "runs"),
    [
        (TODAY, None, True), (TODAY + DAY, None, False), (TODAY - DAY, TODAY, True),
        (TODAY - DAY, TODAY - DAY, False), (TODAY - DAY, TODAY + DAY, True),
    ],
)  # fmt: skip
def test_a_mandate_holds_from_its_first_day_to_its_last_both_included(first, last, runs):
    assert mandate(first=first, last=last).runs(TODAY) is runs


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"amount": 0}, None), ({"amount": AMOUNT_MAX}, None), ({"amount": None}, None),
        ({"amount": AMOUNT_MAX + 1}, "amount"),
        ({"weeks": 1}, None), ({"weeks": WEEKS_MAX}, None), ({"weeks": None}, None),
        ({"weeks": WEEKS_MAX + 1}, "weeks"),
        ({"last": TODAY}, None), ({"last": TODAY + DAY}, None),
    ],
)  # fmt: skip
def test_a_limit_may_be_the_least_and_the_most_or_none_at_all(figures, code):
    assert refusal_of(check_mandate, mandate(**figures), {ROLE}) == code


@pytest.mark.parametrize(
    ("deciders", "code"),
    [
        ([Decider(KAREN, None)], None),
        ([Decider(KAREN, LARS), Decider(LARS, KAREN)], None),
        ([Decider(KAREN, None), Decider(KAREN, LARS)], "twice"),
        ([Decider(GONE, None)], "not_staff"),
        ([Decider(GONE, KAREN)], "not_staff"),
        ([Decider(KAREN, GONE)], "not_staff"),
        ([Decider(KAREN, KAREN)], "own_deputy"),
        ([Decider(KAREN, None, 1)], None),
        ([Decider(KAREN, None, HOURS_MAX)], None),
        ([Decider(KAREN, None, 0)], "hours"),
        ([Decider(KAREN, None, HOURS_MAX + 1)], "hours"),
    ],
)
def test_deciders_are_employed_each_once_and_nobody_stands_in_for_herself(deciders, code):
    assert refusal_of(check_deciders, deciders, {KAREN, LARS}) == code
