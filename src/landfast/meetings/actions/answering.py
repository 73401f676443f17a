"""Answers to an invitation, and how the citizen takes part today."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_self
from landfast.access.rules import Permission
from landfast.files import actions as files
from landfast.files.rules import Kind, Upload
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.beside_her import at_the_table
from landfast.meetings.actions.locking import comes, locked
from landfast.meetings.queries.standing_in import colleagues
from landfast.meetings.rules import OWN_SOUND, Attends, MeetingState, Reply, inviting, preparing
from landfast.meetings.rules.inviting import Through


@action
def answer_invitation(
    *, actor: Actor, participant_id: UUID, reply: Reply, reason: str = "", written_word: str = "",
    substitute_id: UUID | None = None,
) -> None:  # fmt: skip
    """Comes, by phone, writes two lines, or declines with a reason. Only for oneself (C4).

    Own staff who decline name a colleague with the same mandate; she says whether they come.
    """
    row = _participant(participant_id)
    require(actor, Permission.MEETING_ANSWER, course=row.course_id)
    if row.person_id is None:
        raise NotFound
    require_self(actor, row.person_id)
    if reply is Reply.DECLINED:
        could = colleagues(row.person_id, row.meeting.leader_id)
        inviting.check_own_no(reason, substitute_id, set(could.could), is_own=could.is_own)
    _reply(actor, row, reply, reason, written_word, through=Through.PAGE,
           substitute_id=substitute_id)  # fmt: skip


@action
def note_reply(
    *, actor: Actor, participant_id: UUID, reply: Reply, reason: str = "", written_word: str = ""
) -> None:
    """What somebody without a login answered by telephone, noted by the leader."""
    row = _participant(participant_id)
    require(actor, Permission.MEETING_LEAD, course=row.course_id)
    _reply(actor, row, reply, reason, written_word, through=Through.NOTED)


def _participant(participant_id: UUID) -> models.Participant:
    row = (
        models.Participant.objects.select_for_update(of=("self",))
        .select_related("meeting")
        .filter(id=participant_id)
        .first()
    )
    if row is None:
        raise NotFound
    return row


def _reply(
    actor: Actor, row: models.Participant, reply: Reply, reason: str, written_word: str, *,
    through: Through, substitute_id: UUID | None = None,
) -> None:  # fmt: skip
    preparing.check_reply(MeetingState(row.meeting.state), reply, reason, written_word)
    row.reply, row.replied_at = reply, now()
    row.reply_reason = reason.strip() if reply is Reply.DECLINED else ""
    row.written_word = written_word.strip() if reply is Reply.WRITES else ""
    row.reply_through, row.substitute_name = through, ""
    row.substitute_id = substitute_id if reply is Reply.DECLINED else None
    row.save(
        update_fields=[
            "reply", "reply_reason", "written_word", "replied_at", "reply_through", "substitute",
            "substitute_name",
        ]
    )  # fmt: skip
    record(
        actor, "meeting.answered", row, meeting=row.meeting_id, reply=reply,
        substitute=row.substitute_id,
    )  # fmt: skip


@action
def attend_otherwise(
    *,
    actor: Actor,
    meeting_id: UUID,
    attends: Attends,
    own_word: str = "",
    represented_by: str = "",
    own_sound: Upload | None = None,
) -> None:
    """How she takes part on a bad day: one touch, no reason asked (principle 1, moment 4)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_not_over(MeetingState(meeting.state))
    preparing.check_attends(attends, own_word, represented_by)
    comes(meeting, attends, represented_by.strip())
    if own_word.strip():
        meeting.own_word = own_word.strip()
    if own_sound:
        _take_back(actor, meeting)
        meeting.own_sound_id = files.add(
            actor=actor, course_id=meeting.course_id, kind=Kind.WORD, upload=own_sound,
            title=OWN_SOUND,
        )  # fmt: skip
    meeting.save(update_fields=["own_word", "own_sound"])
    record(actor, "meeting.citizen_attends", meeting, attends=attends, to=at_the_table(meeting))


@action
def take_back_sound(*, actor: Actor, meeting_id: UUID) -> None:
    """What she has spoken in is hers to take back, until the meeting is over."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_not_over(MeetingState(meeting.state))
    if meeting.own_sound_id is None:
        raise NotFound
    _take_back(actor, meeting)
    meeting.save(update_fields=["own_sound"])


def _take_back(actor: Actor, meeting: models.Meeting) -> None:
    if meeting.own_sound_id:
        files.remove(actor=actor, file_id=meeting.own_sound_id)
        meeting.own_sound_id = None


@action
def answer_for_citizen(
    *, actor: Actor, course_id: UUID, meeting_id: UUID, attends: Attends, own_word: str = "",
    represented_by: str = "",
) -> None:  # fmt: skip
    """A proxy says how the citizen takes part (partsrepræsentant): within the limits, no more.

    The database's own function writes three columns, and asks whether the limits say so.
    """
    require(actor, Permission.READ_FOR, course=course_id)
    meeting = models.Meeting.objects.filter(id=meeting_id, course_id=course_id).first()
    if meeting is None:
        raise NotFound
    preparing.check_not_over(MeetingState(meeting.state))
    preparing.check_attends(attends, own_word, represented_by)
    told = [meeting_id, attends.value, own_word.strip(), represented_by.strip()]
    with connection.cursor() as cursor:
        cursor.execute("select meetings_answer_for(%s, %s, %s, %s)", told)
        (done,) = cursor.fetchone()
    if not done:
        raise NotNow("not_within_limits", da("Du må læse om mødet, men ikke svare for borgeren."))
    record(actor, "meeting.citizen_attends", meeting, attends=attends, by_proxy=True)
