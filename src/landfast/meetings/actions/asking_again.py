"""Asking her once more about somebody she has said no to, and her answer (principle 1)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.meetings.actions.locking import locked
from landfast.meetings.queries.her_no import no_to
from landfast.meetings.rules import MeetingState, her_no, preparing


@action
def ask_again(
    *, actor: Actor, meeting_id: UUID, person_id: UUID | None, relation_id: UUID | None
) -> None:
    """Somebody who prepares the meeting asks her once; it is hers to say yes or no."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    her_no.check_may_ask_again(
        no_to(meeting.course_id, meeting.id, person=person_id, relation=relation_id)
    )
    record(actor, "meeting.asked_again", meeting, person=person_id, relation=relation_id)


@action
def keep_no(
    *, actor: Actor, meeting_id: UUID, person_id: UUID | None, relation_id: UUID | None
) -> None:
    """Her no stands, without a reason; she is not asked a third time."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    require(actor, Permission.OWN_WORDS, course=meeting.course_id)
    her_no.check_is_asked(
        no_to(meeting.course_id, meeting.id, person=person_id, relation=relation_id)
    )
    record(actor, "meeting.no_stands", meeting, person=person_id, relation=relation_id)
