"""Somebody at the table without a login is asked for a promise: an aunt, a landlord."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.journeys.hold_meeting import propose
from landfast.kernel.ids import AgreementId
from landfast.kernel.refusals import NotFound
from landfast.meetings import queries
from landfast.meetings.queries import GuestRow, MeetingView
from landfast.plan.actions import outside
from landfast.plan.rules.outside import Whom
from landfast.plan.rules.promise import Terms


@journey
def ask_without_login(
    *, actor: Actor, meeting_id: UUID, guest_id: UUID, terms: Terms, theme_id: UUID | None = None,
    citizen_said_so: bool = False, again: bool = False,
) -> AgreementId:  # fmt: skip
    """The proposal is theirs to answer: a code that is said aloud leads them to it."""
    there = without_login(queries.meeting(meeting_id))
    guest = next((one for one in there if one.id == guest_id), None)
    if guest is None:
        raise NotFound
    agreement = propose(
        actor=actor, meeting_id=meeting_id, terms=terms, theme_id=theme_id, again=again
    )
    outside.ask_outside(
        actor=actor, agreement_id=agreement, whom=Whom(guest.name, guest.role_name),
        citizen_said_so=citizen_said_so,
    )  # fmt: skip
    return agreement


def without_login(meeting: MeetingView) -> list[GuestRow]:
    """Those at the table whom no login belongs to."""
    return [one for one in meeting.guests if one.person_id is None and one.was_there]
