"""A meeting is made lighter on a day with little energy (product A3, C2)."""

from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.actions.locking import locked
from landfast.meetings.rules import Answers, MeetingState, easing, preparing


@action
def ease_meeting(
    *,
    actor: Actor,
    meeting_id: UUID,
    chosen: easing.Offer,
    energy: int | None,
    said_on: date | None,
) -> None:
    """Shorter, with a break, or she only listens: her choice, or her yes noted beside her.

    `energy` is what she last said, and when (journeys/heed_energy.py).
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    meets_on = date_in_denmark(meeting.starts_at) if meeting.starts_at else None
    easing.check_low(energy, said_on, meets_on)
    there = easing.offers(
        meeting.minutes_long, meeting.format.shortest, meeting.breaks, Answers(meeting.answers)
    )
    easing.check_offered(chosen, there)
    if chosen.ease is easing.Ease.SHORTER:
        meeting.minutes_long = chosen.minutes
        if meeting.frame_agreed_at:
            meeting.agreed_minutes = chosen.minutes
    elif chosen.ease is easing.Ease.BREAK:
        meeting.breaks = easing.BREAK
    else:
        meeting.answers = Answers.NOT_TODAY
    meeting.save(update_fields=["minutes_long", "agreed_minutes", "breaks", "answers"])
    record(actor, "meeting.eased", meeting, ease=chosen.ease, by_citizen=actor.is_citizen)
