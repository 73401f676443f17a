"""A called meeting is held on its day, and prepared until then."""

from datetime import UTC, date, datetime, timedelta

import pytest

from landfast.meetings.rules import Attends
from landfast.meetings.rules.ahead import (
    Ahead,
    Moves,
    ahead,
    moves,
    on_a_new_day,
    waits_for_her_yes,
)
from landfast.meetings.rules.formats import Citizen

TODAY = date(2026, 11, 30)
NINE, TEN = (datetime(2026, 12, 7, hour, tzinfo=UTC) for hour in (9, 10))


@pytest.mark.parametrize(
    ("days", "unanswered", "asks"),
    [
        (-1, 2, Ahead.HOLD), (0, 2, Ahead.HOLD), (1, 0, Ahead.TALK), (1, 1, Ahead.ANSWERS),
        (9, 0, Ahead.TALK),
    ],
)  # fmt: skip
def test_it_is_never_to_be_held_before_its_day(days, unanswered, asks):
    day = TODAY + timedelta(days=days)
    assert ahead(Attends.IN_PERSON, day, TODAY, unanswered=unanswered) is asks
    assert ahead(Attends.BY_PHONE, day, TODAY, unanswered=unanswered) is asks
    assert ahead(Attends.NOT_TODAY, day, TODAY, unanswered=unanswered) is Ahead.NEW_DAY


@pytest.mark.parametrize(
    ("citizen", "agreed", "hours", "waits"),
    [
        (Citizen.LEADS, False, 1, True), (Citizen.LEADS, True, 1, False),
        (Citizen.LEADS, False, -1, False), (Citizen.INVITED, False, 1, False),
        (Citizen.ABSENT, False, 1, False),
    ],
)  # fmt: skip
def test_others_wait_for_her_yes_to_what_was_changed_until_it_begins(citizen, agreed, hours, waits):
    now = datetime(2026, 11, 30, 9, tzinfo=UTC)
    starts = now + timedelta(hours=hours)
    assert waits_for_her_yes(citizen, starts, now, agreed=agreed) is waits
    assert not waits_for_her_yes(citizen, None, now, agreed=agreed)


def test_a_new_day_asks_her_anew_and_leaves_how_else_she_comes():
    next_day = TODAY + timedelta(days=1)
    assert on_a_new_day(Attends.NOT_TODAY, TODAY, next_day) is Attends.IN_PERSON
    assert on_a_new_day(Attends.NOT_TODAY, None, TODAY) is Attends.IN_PERSON
    assert on_a_new_day(Attends.NOT_TODAY, TODAY, TODAY) is Attends.NOT_TODAY
    assert on_a_new_day(Attends.BY_PHONE, TODAY, next_day) is Attends.BY_PHONE


@pytest.mark.parametrize(
    ("stands", "told"),
    [
        ((NINE, "Hjemme"), None),
        ((NINE, "Rådhuset"), Moves.PLACE),
        ((TEN, "Hjemme"), Moves.TIME),
        ((TEN, "Rådhuset"), Moves.TIME),
    ],
)
def test_only_another_time_or_place_is_a_new_one(stands, told):
    assert moves((NINE, "Hjemme"), stands) is told
    assert moves((None, ""), stands) is Moves.TIME
