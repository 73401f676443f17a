"""How the meeting was, by anybody who sat there: voluntary, and one's own (product C7)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.pulse import is_over, was_at_the_table
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.pulse import check_pulse


@action
def give_pulse(*, actor: Actor, meeting_id: UUID, answers: dict[str, int | None]) -> None:
    """Three faces, or some of them; again is a change of mind."""
    meeting = models.Meeting.objects.filter(id=meeting_id).first()
    if meeting is None:
        raise NotFound
    require(actor, Permission.MEETING_ANSWER, course=meeting.course_id)
    was_there = was_at_the_table(actor, meeting)
    check_pulse(
        MeetingState(meeting.state), answers, was_there=was_there, is_over=is_over(meeting_id)
    )
    row, _new = models.Pulse.objects.update_or_create(
        meeting=meeting, person_id=actor.person_id, defaults=answers,
        create_defaults={
            **answers, "course_id": meeting.course_id, "is_citizen": actor.is_citizen,
        },
    )  # fmt: skip
    record(actor, "meeting.pulse_given", row, meeting=meeting_id)
