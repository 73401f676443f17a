"""The next meeting heeds how much energy she has; she decides what becomes lighter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.queries import events
from landfast.kernel.refusals import NotNow
from landfast.meetings import actions, queries
from landfast.meetings.rules import Answers
from landfast.meetings.rules.easing import (
    Ease,
    Offer,
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
        check_offered(Ease.BREAK, [Offer(Ease.LISTENS)])


def test_each_ease_changes_the_meeting_once(town):
    met = prepared_meeting(town, call=True)
    me = met.lived.citizen
    with as_(me):
        for ease in (Ease.SHORTER, Ease.LISTENS):
            actions.ease_meeting(actor=me, meeting_id=met.id, ease=ease)
        seen = queries.meeting(met.id)
        assert (seen.minutes_long, seen.answers) == (30, Answers.NOT_TODAY)
        with pytest.raises(NotNow):
            actions.ease_meeting(actor=me, meeting_id=met.id, ease=Ease.LISTENS)
        assert len(events(met.course_id, ["meeting.eased"])) == 2
