"""Whenever the demonstration is loaded, the people of its story act by day."""

from datetime import datetime, timedelta

import pytest

from landfast.jobs.demo.life import by_day
from landfast.kernel import clock

DAY = datetime(2026, 3, 4, tzinfo=clock.DENMARK)


@pytest.mark.parametrize(
    ("hour", "at"),
    [(0, -4), (2, -4), (5, -4), (23, 20)],
)
def test_at_night_it_is_the_evening_before(hour, at):
    with clock.at(DAY + timedelta(hours=hour, minutes=30)):
        assert by_day() == DAY + timedelta(hours=at)


@pytest.mark.parametrize("hour", [6, 9, 21])
def test_by_day_it_is_now(hour):
    now = DAY + timedelta(hours=hour, minutes=30)
    with clock.at(now):
        assert by_day() == now - timedelta(minutes=1)
