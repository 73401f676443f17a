"""Between two meetings: the date that was said aloud does not vanish."""

from landfast.journeys.prepare_meeting import begin_meeting
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from landfast.meetings.queries.agreed import agreed_on
from tests.factories.meetings import held_meeting, prepared_meeting
from tests.factories.town import as_


def test_the_agreed_date_stands_until_a_meeting_is_prepared_for_it(town):
    # given a meeting that ended with a next date
    met = held_meeting(town)
    with as_(met.lived.citizen):
        rows = queries.meetings_of(met.course_id)
        said = agreed_on(rows, now())
        assert said == rows[0].next_on
    # when the next one is begun
    with as_(met.karen):
        begun = begin_meeting(actor=met.karen, course_id=met.course_id, format_code="M-01")
        # then it lies on that date, the frame is still hers to agree, and nothing is said twice
        view = queries.meeting(begun)
        assert (view.starts_at, view.frame_agreed_at) == (said, None)
        assert agreed_on(queries.meetings_of(met.course_id), now()) is None


def test_without_a_held_meeting_no_date_is_agreed(town):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        assert agreed_on(queries.meetings_of(met.course_id), now()) is None


def test_a_cancelled_meeting_leaves_no_agreed_date_behind(town):
    # given the meeting that was begun for the agreed date
    met = held_meeting(town)
    with as_(met.karen):
        begun = begin_meeting(actor=met.karen, course_id=met.course_id, format_code="M-01")
    # when the citizen cancels it
    with as_(met.lived.citizen):
        actions.cancel_meeting(actor=met.lived.citizen, meeting_id=begun)
        # then no page says that the date is agreed
        assert agreed_on(queries.meetings_of(met.course_id), now()) is None
    # and the next one that is begun does not lie on it
    with as_(met.karen):
        begun = begin_meeting(actor=met.karen, course_id=met.course_id, format_code="M-01")
        assert queries.meeting(begun).starts_at is None


def test_a_date_from_before_the_course_was_stopped_is_agreed_no_more(town):
    # given a date that was agreed on and that nothing is prepared for
    met = held_meeting(town)
    her = met.lived.citizen
    with as_(her):
        assert agreed_on(queries.meetings_of(met.course_id), now())
        # when the citizen stops and comes back
        stop_course(actor=her, course_id=met.course_id)
        reopen_course(actor=her, course_id=met.course_id)
        # then it is not said to be agreed
        rows = queries.meetings_of(met.course_id)
        assert (rows[0].next_on is None, agreed_on(rows, now())) == (False, None)
