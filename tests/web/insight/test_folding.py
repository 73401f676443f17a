"""What of a Monday is shown whole: the first three of a group, and what is never folded."""

from hypothesis import given
from hypothesis import strategies as st

from landfast.insight.folding import FIRST, LINES, lines_shown
from landfast.insight.waiting import Waits

SOME = st.integers(0, 60)


@given(total=SOME, urgent=SOME)
def test_at_least_three_and_all_that_is_urgent_and_never_more_than_there_are(total, urgent):
    urgent = min(urgent, total)
    shown = lines_shown(total, urgent)
    assert min(total, FIRST) <= shown <= total
    assert shown >= urgent


@given(total=SOME, urgent=SOME)
def test_one_line_is_not_folded_alone(total, urgent):
    assert total - lines_shown(total, min(urgent, total)) != 1


def test_minutes_that_a_citizen_has_read_go_before_follow_ups():
    """Those who were there have nothing in hand before they are sent."""
    order = list(Waits)
    for later in (Waits.NEW_AGREEMENT, Waits.NOBODY, Waits.FOLLOW_UP, Waits.MINUTES, Waits.BEGIN):
        assert order.index(Waits.SHOW) < order.index(Waits.SEND) < order.index(later)


@given(total=SOME, urgent=SOME)
def test_whom_to_call_is_at_most_five_lines(total, urgent):
    assert lines_shown(total, urgent, LINES) == min(lines_shown(total, urgent), LINES)
