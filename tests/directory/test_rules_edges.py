"""The first minute of a line, and a line that would open and close at once."""

from datetime import datetime, time

from landfast.directory import rules
from landfast.directory.rules import Line
from tests.refusing import refused

DAY = Line("Teamet", "70 10 20 30", frozenset({0}), time(8), time(15))


def test_a_number_is_answered_from_its_first_minute():
    assert rules.is_answered(DAY, datetime(2026, 3, 2, 8), holiday=False) is True  # noqa: DTZ001
    assert rules.is_answered(DAY, datetime(2026, 3, 2, 7, 59), holiday=False) is False  # noqa: DTZ001


def test_a_line_that_closes_as_it_opens_is_never_open():
    rules.check_line(DAY)
    with refused("never_open", "opens"):
        rules.check_line(Line("Teamet", "70 10 20 30", frozenset({0}), time(8), time(8)))
