"""A clock that only runs while somebody who decides is at work."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.business_hours import add_business_hours, business_hours_between
from landfast.kernel.clock import DENMARK

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)


def at(day, hour, minute=0, month=12):
    return datetime(2026, month, day, hour, minute, tzinfo=DENMARK)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (at(1, 10), 2, at(1, 12)),
        (at(1, 15), 2, at(2, 9)),
        (at(1, 10), 16, at(3, 10)),
        (at(4, 15), 16, at(8, 15)),  # Friday, over a weekend
        (at(5, 12), 1, at(7, 9)),  # Saturday
        (at(1, 6), 1, at(1, 9)),
        (at(1, 23), 8, at(2, 16)),
        (at(25, 9), 1, at(28, 9)),  # Christmas Day, a Friday
    ],
)
def test_the_clock_stands_still_outside_business_hours(start, hours, end):
    assert add_business_hours(start, hours) == end


@given(MOMENTS, st.integers(0, 90))
def test_what_is_added_is_what_lies_between(start, hours):
    end = add_business_hours(start, hours)
    assert end >= start
    assert business_hours_between(start, end) == pytest.approx(hours)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=30)))
def test_business_hours_are_never_more_than_eight_a_day(start, length):
    gone = business_hours_between(start, start + length)
    assert 0 <= gone <= 8 * (length.days + 2)
