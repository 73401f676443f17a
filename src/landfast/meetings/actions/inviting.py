"""What who prepares a meeting does about its invitations: addresses, another try, other times."""

from dataclasses import replace
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.framing import set_frame
from landfast.meetings.actions.locking import locked
from landfast.meetings.queries.parts import is_waiting
from landfast.meetings.rules import MeetingState, inviting, preparing
from landfast.meetings.rules.framing import frame_of


@action
def link_by_hand(*, actor: Actor, meeting_id: UUID, participant_id: UUID) -> str:
    """A key for somebody without a login and without a mail address, to be handed over (C4).

    Only once the meeting has been called, as a mail would be. A new key: an old one opens nothing.
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    row = _without_login(meeting, participant_id)
    invite = models.Invite.objects.filter(participant=row).first() or _invite_for(meeting, row)
    inviting.check_hands_link(
        MeetingState(meeting.state),
        invite.address,
        is_settled=not is_waiting(meeting),
    )
    invite.uid = inviting.new_key()
    _anew(invite)
    record(actor, "meeting.link_handed", invite, meeting=meeting.id)
    return invite.uid


def _without_login(meeting: models.Meeting, participant_id: UUID) -> models.Participant:
    row = meeting.participants.filter(id=participant_id, relation__isnull=False).first()
    if row is None:
        raise NotFound
    return row


def _invite_for(meeting: models.Meeting, row: models.Participant) -> models.Invite:
    return models.Invite(
        course_id=meeting.course_id, meeting=meeting, participant=row, uid=inviting.new_key(),
        created_at=now(), next_try_at=now(),
    )  # fmt: skip


def note_taken_off(meeting: models.Meeting, row: models.Participant) -> None:
    """Who has a login and is asked no more keeps a line of it until the meeting has been (C4)."""
    invite = models.Invite.objects.filter(participant=row).first() or _invite_for(meeting, row)
    invite.taken_off_id = row.person_id
    invite.save()


@action
def set_address(*, actor: Actor, meeting_id: UUID, participant_id: UUID, address: str) -> None:
    """Where somebody without a login gets the invitation; nobody is written to without it."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    row = _without_login(meeting, participant_id)
    address = inviting.check_address(address)
    invite = models.Invite.objects.filter(participant=row).first()
    if invite is None:
        invite = _invite_for(meeting, row)
    elif invite.address != address:  # another reads it from now on: the old key opens nothing
        invite.uid, invite.told, invite.sequence = inviting.new_key(), inviting.Told.NOTHING, 0
    invite.address = address
    _anew(invite)
    record(actor, "meeting.address_given", invite, meeting=meeting.id)


@action
def try_again(*, actor: Actor, meeting_id: UUID, invite_id: UUID) -> None:
    """What was given up is tried once more, at once."""
    invite = _invite(actor, meeting_id, invite_id)
    if invite.given_up_at is None:
        raise NotNow("nothing_failed", da("Der er ikke noget at prøve igen."))
    _anew(invite)
    record(actor, "meeting.letter_tried_again", invite, meeting=meeting_id)


@action
def take_time(
    *, actor: Actor, meeting_id: UUID, invite_id: UUID,
    proposed: str | None = None, seen: str | None = None,
) -> None:  # fmt: skip
    """The time that somebody proposed becomes the meeting's; everybody is asked anew (C4).

    It is hers to agree to: until she has said yes, nobody is told by mail. `proposed` (ISO) is
    the time that the page showed, and `seen` the mark of its frame (`mark_of`); None: no page.
    """
    invite = _invite(actor, meeting_id, invite_id)
    meeting = models.Meeting.objects.get(id=meeting_id)
    if invite.proposed_at is None:
        raise NotNow("no_proposal", da("Der er ikke foreslået en anden tid."))
    frame = frame_of(meeting)
    inviting.check_proposed(proposed, invite.proposed_at)
    lasts = invite.proposed_minutes or frame.minutes_long
    frame = replace(frame, starts_at=invite.proposed_at, minutes_long=lasts)
    set_frame(actor=actor, meeting_id=meeting_id, frame=frame, seen=seen)
    models.Invite.objects.filter(meeting_id=meeting_id).update(
        proposed_at=None, proposed_minutes=None, proposed_words=""
    )
    record(actor, "meeting.time_taken", invite, meeting=meeting_id)


@action
def keep_time(*, actor: Actor, meeting_id: UUID, invite_id: UUID) -> None:
    """The meeting stays where it is, and who proposed another time hears so (DECLINECOUNTER)."""
    invite = _invite(actor, meeting_id, invite_id)
    if invite.proposed_at is None:
        raise NotNow("no_proposal", da("Der er ikke foreslået en anden tid."))
    invite.proposed_at = invite.proposed_minutes = None
    invite.proposed_words, invite.keeps_time = "", True
    invite.save(update_fields=["proposed_at", "proposed_minutes", "proposed_words", "keeps_time"])
    record(actor, "meeting.time_kept", invite, meeting=meeting_id)


def _invite(actor: Actor, meeting_id: UUID, invite_id: UUID) -> models.Invite:
    locked(actor, meeting_id, Permission.MEETING_PREPARE)
    found = models.Invite.objects.select_for_update(of=("self",))
    invite = found.filter(id=invite_id, meeting_id=meeting_id).first()
    if invite is None:
        raise NotFound
    return invite


def _anew(invite: models.Invite) -> None:
    invite.tries, invite.failure = 0, ""
    invite.given_up_at, invite.next_try_at = None, now()
    invite.save()
