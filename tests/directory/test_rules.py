"""When a number is answered."""

from datetime import datetime, time

import pytest

from landfast.directory import rules
from landfast.directory.rules import Line
from landfast.kernel.refusals import Wrong

DAY = Line("Teamet", "70 10 20 30", frozenset(range(5)), time(8), time(15))
ALWAYS = Line("Døgnvagten", "70 70 70 70", frozenset(), time(0), time(0), always=True)
FRIDAY = datetime(2026, 11, 27, 14, 59)  # noqa: DTZ001 Danish local time
CLOSING = datetime(2026, 11, 27, 15)  # noqa: DTZ001
SATURDAY = datetime(2026, 11, 28, 10)  # noqa: DTZ001


def test_the_first_open_number_is_chosen():
    chain = [DAY, ALWAYS]
    assert rules.who_answers(chain, FRIDAY, holiday=False) is DAY
    assert rules.who_answers(chain, CLOSING, holiday=False) is ALWAYS
    assert rules.who_answers(chain, SATURDAY, holiday=False) is ALWAYS
    assert rules.who_answers(chain, FRIDAY, holiday=True) is ALWAYS
    assert rules.who_answers([DAY], SATURDAY, holiday=False) is None


@pytest.mark.parametrize(
    "line",
    [
        Line("", "70 10 20 30", frozenset({0}), time(8), time(15)),
        Line("Teamet", " ", frozenset({0}), time(8), time(15)),
        Line("Teamet", "70 10 20 30", frozenset(), time(8), time(15)),
        Line("Teamet", "70 10 20 30", frozenset({0}), time(15), time(8)),
    ],
)
def test_a_line_that_never_answers_is_refused(line):
    with pytest.raises(Wrong):
        rules.check_line(line)


def test_a_unit_says_what_it_does():
    with pytest.raises(Wrong):
        rules.check_describes("")
