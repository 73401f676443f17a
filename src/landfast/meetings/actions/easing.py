"""A meeting is made lighter on a day with little energy (product A3, C2)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.meetings.actions.locking import locked
from landfast.meetings.rules import Answers, MeetingState, easing, preparing


@action
def ease_meeting(*, actor: Actor, meeting_id: UUID, ease: easing.Ease) -> None:
    """Shorter, with a break, or she only listens: her choice, or her yes noted beside her."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    there = easing.offers(
        meeting.minutes_long, meeting.format.shortest, meeting.breaks, Answers(meeting.answers)
    )
    offer = easing.check_offered(ease, there)
    if ease is easing.Ease.SHORTER:
        meeting.minutes_long = offer.minutes
    elif ease is easing.Ease.BREAK:
        meeting.breaks = easing.BREAK
    else:
        meeting.answers = Answers.NOT_TODAY
    meeting.save(update_fields=["minutes_long", "breaks", "answers"])
    record(actor, "meeting.eased", meeting, ease=ease, by_citizen=actor.is_citizen)
