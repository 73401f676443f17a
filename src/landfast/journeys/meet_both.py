"""She asks for a first meeting of the old coordinator and the new one, before the change (B6)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import persons_who_may
from landfast.access.rules import Permission
from landfast.course.queries.announced import announced
from landfast.journeys.prepare_meeting import begin_meeting, choices_of
from landfast.kernel.ids import MeetingId, PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.actions import Guest
from landfast.meetings.rules.preparing import OPEN

CONVERSATION = "M-03"
"""A conversation of few people (netværkssamtale): what such a first meeting is (S000)."""
WHY = da("Skal være din koordinator")


@dataclass(frozen=True)
class Both:
    """One of those who are to be at the table: why, and as what."""

    person_id: PersonId
    why: str
    role: str


@journey
def wish_to_meet_both(*, actor: Actor, course_id: UUID) -> MeetingId:
    """A meeting is begun with both at the table; asked twice it is the same one (B6)."""
    coming = announced(course_id)
    if coming is None or not coming.lies_ahead:
        raise NotNow("no_change_ahead", da("Der er ikke en ny koordinator på vej lige nu."))
    return meet(actor, course_id, [Both(coming.taker_id, WHY, "coordinator")])


def meet(actor: Actor, course_id: UUID, who: list[Both]) -> MeetingId:
    """The meeting of these: the one that is prepared with all of them already, or a new one.

    The coordinator leads it and is not among them.
    """
    return _begun(course_id, {one.person_id for one in who}) or _begin(actor, course_id, who)


def _begun(course_id: UUID, who: set[PersonId]) -> MeetingId | None:
    for row in queries.meetings_of(course_id):
        if row.state in OPEN:
            guests = queries.meeting(row.id, course_id).guests
            if who <= {guest.person_id for guest in guests}:
                return MeetingId(row.id)
    return None


def _begin(actor: Actor, course_id: UUID, who: list[Both]) -> MeetingId:
    usual, others = choices_of(actor, course_id)
    formats = [*usual, *others]
    fits = [row.code for row in formats if row.form.origin == CONVERSATION]
    code = next(iter([*fits, *(row.code for row in formats)]), "")
    meeting = begin_meeting(actor=actor, course_id=course_id, format_code=code)
    team = persons_who_may(Permission.COURSE_READ, course_id)
    for one in who:
        asks = actions.add_participant if one.person_id in team else actions.ask_guest
        guest = Guest(one.why, person_id=one.person_id, role=one.role)
        asks(actor=actor, meeting_id=meeting, guest=guest)
    return meeting
