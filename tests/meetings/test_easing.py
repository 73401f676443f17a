"""The next meeting heeds how much energy she has; she decides what becomes lighter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.queries import events
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.refusals import NotNow
from landfast.meetings import actions, queries
from landfast.meetings.rules import Answers
from landfast.meetings.rules.easing import (
    Ease,
    Offer,
    check_low,
    check_offered,
    counts_for,
    is_low,
    offers,
    shorter,
)
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_

DAY = date(2030, 6, 4)


@pytest.mark.parametrize(("days", "counts"), [(-1, False), (0, True), (1, True), (2, False)])
def test_what_she_says_counts_for_today_and_tomorrow(days, counts):
    assert counts_for(DAY, DAY + timedelta(days=days)) is counts


def test_what_nobody_said_and_what_has_no_day_counts_for_nothing():
    assert not counts_for(None, DAY)
    assert not counts_for(DAY, None)
    assert [is_low(one) for one in (None, 1, 2, 3)] == [False, True, True, False]


@given(st.integers(10, 240), st.integers(10, 240))
def test_a_lighter_meeting_is_never_longer_nor_shorter_than_its_format(long, shortest):
    half = shorter(long, shortest)
    assert half <= long
    assert half >= min(long, shortest)


def test_only_what_is_not_so_yet_is_offered():
    assert offers(60, 10, "", Answers.AFTER_EACH) == [
        Offer(Ease.SHORTER, 30), Offer(Ease.BREAK), Offer(Ease.LISTENS),
    ]  # fmt: skip
    assert offers(30, 30, "Efter ti minutter", Answers.NOT_TODAY) == []
    with pytest.raises(NotNow):
        check_offered(Offer(Ease.BREAK), [Offer(Ease.LISTENS)])


def test_half_of_the_half_is_not_what_she_chose():
    for long in (30, 90):
        with pytest.raises(NotNow, match="eased_already"):
            check_offered(Offer(Ease.SHORTER, 30), offers(long, 10, "", Answers.AFTER_EACH))


@pytest.mark.parametrize(("energy", "days"), [(None, 0), (3, 0), (2, 2), (2, -1)])
def test_without_low_energy_of_that_day_no_meeting_is_made_lighter(energy, days):
    check_low(2, DAY, DAY)
    with pytest.raises(NotNow, match="energy_not_low"):
        check_low(energy, DAY, DAY + timedelta(days=days))


def test_each_ease_changes_the_meeting_once(town):
    met = prepared_meeting(town, call=True)
    me = met.lived.citizen
    with as_(me):
        day = date_in_denmark(queries.meeting(met.id).starts_at)
        asked = {"actor": me, "meeting_id": met.id, "energy": 1, "said_on": day}
        for chosen in (Offer(Ease.SHORTER, 30), Offer(Ease.LISTENS)):
            actions.ease_meeting(**asked, chosen=chosen)
            with pytest.raises(NotNow, match="eased_already"):
                actions.ease_meeting(**asked, chosen=chosen)
        seen = queries.meeting(met.id)
        assert (seen.minutes_long, seen.answers) == (30, Answers.NOT_TODAY)
        with pytest.raises(NotNow, match="energy_not_low"):
            actions.ease_meeting(**asked | {"energy": None}, chosen=Offer(Ease.BREAK))
        assert len(events(met.course_id, ["meeting.eased"])) == 2
