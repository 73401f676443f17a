"""Between two meetings: the date that was said aloud does not vanish."""

from landfast.journeys.prepare_meeting import begin_meeting
from landfast.kernel.clock import now
from landfast.meetings import queries
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
