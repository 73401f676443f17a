"""An empty seat at its edges: asked once, once more when the need is told anew, and not twice."""

from datetime import UTC, datetime, timedelta

import pytest

from landfast.kernel.refusals import NotNow
from landfast.network import rules
from landfast.network.rules import Said, SeatAnswer

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = AT + timedelta(minutes=1)


def test_who_has_not_been_asked_is_asked():
    assert rules.is_asked(None, None) is True


@pytest.mark.parametrize("answer", SeatAnswer)
@pytest.mark.parametrize("times", range(1, rules.ASKED_AT_MOST + 1))
def test_once_more_after_not_now_and_only_when_the_need_was_told_anew(answer, times):
    said = Said(answer, AT, times)
    again = answer is SeatAnswer.NOT_NOW and times < rules.ASKED_AT_MOST
    assert rules.is_asked(said, LATER) is again
    assert rules.is_asked(said, AT) is False
    assert rules.is_asked(said, None) is False


def test_a_seat_that_is_taken_is_not_answered_for():
    rules.check_seat_is_empty(is_empty=True)
    with pytest.raises(NotNow, match="ikke tom mere"):
        rules.check_seat_is_empty(is_empty=False)
