"""What fell away with the course: held after all, or let be, as she chooses when she is back."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.course.rules.her_word import check_her_word
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import Refusal
from landfast.meetings import models
from landfast.meetings.actions.duty import ask_anew
from landfast.meetings.actions.locking import locked
from landfast.meetings.actions.preparing import call_meeting
from landfast.meetings.actions.timing import hold_the_rooms
from landfast.meetings.queries.consents import without_her_yes
from landfast.meetings.queries.fallen import were_called
from landfast.meetings.queries.meetings import guests as guests_of
from landfast.meetings.queries.timing import is_room_free
from landfast.meetings.rules import Ended, MeetingState, fallen
from landfast.meetings.rules.inviting import Told


@action
def hold_again(
    *, actor: Actor, meeting_id: UUID, leader_id: PersonId, citizen_said_so: bool = False
) -> bool:
    """She holds a meeting that fell away with the course; everybody is asked anew (0.1, C4).

    Who read for her before and has no new yes is asked as a guest: they read this meeting, and
    nothing else of hers (F2). One that had been called is called again; answers whether it is.
    What had not been called, or cannot be any more, is made ready first.
    """
    meeting = _fallen(actor, meeting_id, citizen_said_so=citizen_said_so)
    meeting.state, meeting.ended, meeting.cancelled_reason = MeetingState.PREPARING, "", ""
    meeting.leader_id = leader_id
    if meeting.room_id:
        hold_the_rooms(actor=actor, meeting_id=meeting_id)
        if not is_room_free(meeting):
            meeting.room_id = None
    meeting.save()
    _ask_all_anew(meeting)
    record(
        actor, "meeting.held_again", meeting, starts_at=meeting.starts_at,
        by_citizen=actor.is_citizen,
    )  # fmt: skip
    return meeting.id in were_called(meeting.course_id) and _calls(actor, meeting)


@action
def let_go(*, actor: Actor, meeting_id: UUID, citizen_said_so: bool = False) -> None:
    """She lets a meeting be that fell away with the course; nobody asks why (principle 1)."""
    meeting = _fallen(actor, meeting_id, citizen_said_so=citizen_said_so)
    meeting.ended = Ended.LET_GO
    meeting.save(update_fields=["ended"])
    record(actor, "meeting.let_go", meeting, by_citizen=actor.is_citizen)


def _fallen(actor: Actor, meeting_id: UUID, *, citizen_said_so: bool) -> models.Meeting:
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    check_her_word(
        is_citizen=actor.is_citizen, citizen_said_so=citizen_said_so, words=fallen.ASK_HER
    )
    fallen.check_fallen(MeetingState(meeting.state), meeting.ended, meeting.starts_at, now())
    return meeting


def _ask_all_anew(meeting: models.Meeting) -> None:
    """Their answers were to the meeting that fell away; so were the letters that they got."""
    ask_anew(meeting)
    outside = [one.id for one in without_her_yes(meeting.course_id, guests_of(meeting))]
    meeting.participants.filter(id__in=outside).update(is_guest=True)
    meeting.invites.update(
        told=Told.NOTHING, sequence=F("sequence") + 1,  # a calendar takes it after the cancellation
        tries=0, given_up_at=None, next_try_at=now(),
    )  # fmt: skip


def _calls(actor: Actor, meeting: models.Meeting) -> bool:
    """Called, unless something stands in the way that its page says: then it is made ready."""
    try:
        with transaction.atomic():
            call_meeting(actor=actor, meeting_id=meeting.id, because=meeting.departs_because)
    except Refusal:
        return False
    return True
