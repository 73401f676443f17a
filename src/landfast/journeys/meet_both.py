"""She asks for a first meeting of the old coordinator and the new one, before the change (B6)."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import persons_who_may
from landfast.access.rules import Permission
from landfast.course.queries.announced import Announced, announced
from landfast.journeys.prepare_meeting import begin_meeting, choices_of
from landfast.kernel.ids import MeetingId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.actions import Guest
from landfast.meetings.rules import MeetingState

CONVERSATION = "M-03"
"""A conversation of few people (netværkssamtale): what such a first meeting is (S000)."""
WHY = da("Skal være din koordinator")


@journey
def wish_to_meet_both(*, actor: Actor, course_id: UUID) -> MeetingId:
    """A meeting is begun with both at the table; asked twice it is the same one (B6)."""
    coming = announced(course_id)
    if coming is None or not coming.lies_ahead:
        raise NotNow("no_change_ahead", da("Der er ikke en ny koordinator på vej lige nu."))
    return _begun(course_id, coming) or _begin(actor, course_id, coming)


def _begun(course_id: UUID, coming: Announced) -> MeetingId | None:
    for row in queries.meetings_of(course_id):
        if row.state in {MeetingState.PREPARING, MeetingState.CALLED}:
            guests = queries.meeting(row.id, course_id).guests
            if any(guest.person_id == coming.taker_id for guest in guests):
                return MeetingId(row.id)
    return None


def _begin(actor: Actor, course_id: UUID, coming: Announced) -> MeetingId:
    usual, others = choices_of(actor, course_id)
    formats = [*usual, *others]
    fits = [row.code for row in formats if row.form.origin == CONVERSATION]
    code = next(iter([*fits, *(row.code for row in formats)]), "")
    meeting = begin_meeting(actor=actor, course_id=course_id, format_code=code)
    guest = Guest(WHY, person_id=coming.taker_id, role="coordinator")
    is_in_team = coming.taker_id in persons_who_may(Permission.COURSE_READ, course_id)
    asks = actions.add_participant if is_in_team else actions.ask_guest
    asks(actor=actor, meeting_id=meeting, guest=guest)
    return meeting
