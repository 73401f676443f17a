"""Answers that are asked for anew, and a duty to attend: own staff count as coming until they say
no (mødepligt, C3).
"""

from landfast.kernel.clock import date_in_denmark
from landfast.meetings import models
from landfast.meetings.queries.duty import with_duty
from landfast.meetings.rules import MeetingState, Reply
from landfast.meetings.rules.inviting import Through


def ask_anew(meeting: models.Meeting) -> None:
    """Every answer was to what the meeting was: all are asked once more."""
    meeting.participants.update(
        reply=Reply.ASKED, reply_reason="", replied_at=None, reply_through=""
    )


def come_by_duty(meeting: models.Meeting) -> None:
    """Whoever has not answered and has a duty comes. Nobody does before the meeting is called."""
    if meeting.state != MeetingState.CALLED or meeting.starts_at is None:
        return
    asked = meeting.participants.filter(reply=Reply.ASKED, person__isnull=False)
    people = list(asked.order_by("id").values_list("person_id", flat=True))
    if people:
        on = date_in_denmark(meeting.starts_at)
        bound = with_duty(meeting.leader_id, people, on)
        asked.filter(person_id__any_of=bound).update(
            reply=Reply.COMES, reply_through=Through.DUTY, replied_at=None
        )
