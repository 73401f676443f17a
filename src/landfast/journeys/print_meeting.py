"""A meeting for the printer: the look says which paper."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.rules import LookKind
from landfast.course.queries.holding import holders
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.course.rules.holding import Holder
from landfast.journeys.prepare_meeting import whole
from landfast.meetings import queries
from landfast.meetings.queries import MeetingView


@dataclass(frozen=True)
class MeetingPaper:
    """The meeting, whose it is, and whom to ring."""

    whose: WhoseCourse
    meeting: MeetingView
    call: Holder | None


def see_meeting_paper(actor: Actor, course_id: UUID, meeting_id: UUID, paper: str) -> MeetingPaper:
    """For the citizen and her team; the look is logged as a print."""
    whole(actor, course_id, paper, LookKind.PRINT)
    return MeetingPaper(
        whose_one(course_id), queries.meeting(meeting_id, course_id),
        holders(course_id).acts,
    )  # fmt: skip
