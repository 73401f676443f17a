"""What fell away with the course and can be held after all."""

from datetime import timedelta

import pytest

from landfast.kernel.clock import now
from landfast.kernel.refusals import NotNow
from landfast.meetings.rules import Ended, MeetingState, fallen


@pytest.mark.parametrize(
    ("state", "ended", "hours", "is_hers"),
    [
        (MeetingState.CANCELLED, Ended.WITH_COURSE, 1, True),
        (MeetingState.CANCELLED, Ended.WITH_COURSE, None, True),
        (MeetingState.CANCELLED, Ended.WITH_COURSE, -1, False),
        (MeetingState.CANCELLED, Ended.LET_GO, 1, False),
        (MeetingState.CANCELLED, "", 1, False),
        (MeetingState.HELD, Ended.WITH_COURSE, -1, False),
        (MeetingState.CALLED, "", 1, False),
    ],
)
def test_only_what_fell_with_the_course_and_lies_ahead_waits_for_her(state, ended, hours, is_hers):
    moment = now()
    starts = None if hours is None else moment + timedelta(hours=hours)
    assert fallen.is_fallen(state, ended, starts, moment) is is_hers
    if is_hers:
        fallen.check_fallen(state, ended, starts, moment)
    else:
        with pytest.raises(NotNow):
            fallen.check_fallen(state, ended, starts, moment)
