"""What of a Monday is shown whole: the first three of a group, and what is never folded."""

from hypothesis import given
from hypothesis import strategies as st

from landfast.insight.folding import FIRST, LINES, lines_shown

SOME = st.integers(0, 60)


@given(total=SOME, urgent=SOME)
def test_at_least_three_and_all_that_is_urgent_and_never_more_than_there_are(total, urgent):
    urgent = min(urgent, total)
    shown = lines_shown(total, urgent)
    assert min(total, FIRST) <= shown <= total
    assert shown >= urgent


@given(total=SOME, urgent=SOME)
def test_whom_to_call_is_at_most_five_lines(total, urgent):
    assert lines_shown(total, urgent, LINES) == min(lines_shown(total, urgent), LINES)
