"""The pulse after a meeting: one's own answers, and the team's picture over time (C7)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.journeys.prepare_meeting import whole
from landfast.meetings import queries
from landfast.meetings.queries import MeetingView
from landfast.meetings.queries.pulse import PulsePoint, is_over, may_give_pulse, my_pulse, pulse_of
from landfast.meetings.rules import MeetingState


@dataclass(frozen=True)
class PulsePage:
    """The three questions, and how it has been."""

    whose: WhoseCourse
    meeting: MeetingView
    mine: dict[str, int | None]
    points: list[PulsePoint]
    may_answer: bool
    is_over: bool
    """The course has ended: nobody is asked any more."""


def look_at_pulse(actor: Actor, course_id: UUID, meeting_id: UUID) -> PulsePage:
    """How was the meeting, and how were the others before it?"""
    whole(actor, course_id, "Mødets puls")
    meeting = queries.meeting(meeting_id, course_id)
    asked = meeting.state is MeetingState.HELD and may_give_pulse(actor, meeting_id)
    return PulsePage(
        whose_one(course_id),
        meeting,
        my_pulse(actor, meeting_id),
        pulse_of(course_id),
        asked,
        is_over(meeting_id),
    )
