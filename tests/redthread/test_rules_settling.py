"""What people do to a finding, and what takes it up again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.redthread.rules.settling import wakes
from landfast.redthread.rules.words import WEIGHT, Severity


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
