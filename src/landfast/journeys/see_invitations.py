"""Who was asked to a meeting, what each was sent and answered, and who comes instead (C4)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import persons_who_may
from landfast.access.rules import Permission
from landfast.journeys.prepare_meeting import Preparation, look_at_preparation
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.actions import Guest
from landfast.meetings.queries.inviting import AnswerRow, InviteRow, answers_of, invites_of
from landfast.meetings.queries.shapes import GuestRow
from landfast.meetings.queries.standing_in import colleagues
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import owes_substitute
from landfast.people import queries as people


@dataclass(frozen=True)
class Line:
    """One who is asked: the letter, the answer, and what is still owed."""

    guest: GuestRow
    invite: InviteRow | None
    answer: AnswerRow
    owes_substitute: bool
    substitute_is_asked: bool

    @property
    def waits_for_substitute(self) -> bool:
        """Is there a colleague who was named, and whom she has not said yes to?"""
        named = self.guest.reply is Reply.DECLINED and self.answer.substitute_id is not None
        return named and not self.substitute_is_asked


@dataclass(frozen=True)
class Invitations:
    """The meeting and a line for each at the table."""

    preparation: Preparation
    lines: list[Line]


def look_at_invitations(actor: Actor, course_id: UUID, meeting_id: UUID) -> Invitations:
    """The page of invitations and answers; the delivery log of a meeting."""
    seen = look_at_preparation(actor, course_id, meeting_id)
    letters, answers = invites_of(meeting_id), answers_of(meeting_id)
    there = {guest.person_id for guest in seen.meeting.guests if guest.person_id}
    return Invitations(
        seen,
        [
            Line(
                guest, letters.get(guest.id), answers[guest.id],
                _owes(guest, answers[guest.id], seen.meeting.leader_id),
                answers[guest.id].substitute_id in there,
            )
            for guest in seen.meeting.guests
        ],
    )  # fmt: skip


def _owes(guest: GuestRow, answer: AnswerRow, leader_id: UUID) -> bool:
    if guest.person_id is None:
        return False
    could = colleagues(guest.person_id, leader_id)
    return owes_substitute(guest.reply, answer.substitute_id, set(could.could), is_own=could.is_own)


@journey
def ask_substitute(*, actor: Actor, meeting_id: UUID, participant_id: UUID) -> None:
    """She says yes to the colleague who was named: asked as one of the team, or as a guest."""
    meeting = queries.meeting(meeting_id)
    answer = answers_of(meeting_id).get(participant_id)
    gone = next((one for one in meeting.guests if one.id == participant_id), None)
    if gone is None or gone.reply is not Reply.DECLINED or not (answer and answer.substitute_id):
        raise NotNow("nobody_named", da("Der er ikke nævnt en afløser."))
    [held, *_] = people.employments(person_id=answer.substitute_id)
    guest = Guest(f"I stedet for {gone.name}", answer.substitute_id, role=held.role)
    team = persons_who_may(Permission.COURSE_READ, meeting.course_id)
    ask = actions.add_participant if answer.substitute_id in team else actions.ask_guest
    ask(actor=actor, meeting_id=meeting_id, guest=guest)
    record(
        actor, "meeting.substitute_asked", course=meeting.course_id, meeting=meeting_id,
        person=answer.substitute_id,
    )  # fmt: skip
