"""The frame of a meeting: when, where and how, as she needs it to feel safe (S004 §5.2)."""

from datetime import date, datetime
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.course.queries.names import whose_one
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.duty import ask_anew, come_by_duty
from landfast.meetings.actions.guests import let_in, shut_out
from landfast.meetings.actions.locking import comes, locked
from landfast.meetings.queries.forms import form_of
from landfast.meetings.rules import MeetingState, formats, framing, preparing
from landfast.meetings.rules.ahead import on_a_new_day
from landfast.meetings.rules.framing import Frame


@action
def set_frame(*, actor: Actor, meeting_id: UUID, frame: Frame, seen: str | None = None) -> None:
    """The frame as she wants it. Another's words need her yes; a new time asks everybody anew.

    `seen` is the mark of the frame that the page showed (`mark_of`).
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    framing.check_seen(seen, framing.frame_of(meeting))
    is_new_time, before = frame.starts_at != meeting.starts_at, _day(meeting.starts_at)
    until = frame.starts_at if is_new_time else None
    preparing.check_frame(frame.minutes_long, frame.largest, until, now())
    formats.check_length(form_of(meeting.format), frame.minutes_long)
    is_called = meeting.state == MeetingState.CALLED
    if frame.starts_at is None and is_called:
        raise Wrong("no_time", da("Mødet er indkaldt og skal have et tidspunkt."), "starts_at")
    changed = _changed(meeting, frame)
    if is_new_time and meeting.attends:
        attends = on_a_new_day(meeting.attends, before, _day(meeting.starts_at))
        comes(meeting, attends, meeting.represented_by)
    if changed or actor.is_citizen:
        _agreed(meeting, actor if actor.is_citizen else None)
    meeting.save()
    if is_new_time and is_called:
        _ask_of_new_time(actor, meeting)
    to = [whose_one(meeting.course_id).citizen_person_id] if changed and is_called else []
    record(actor, "meeting.frame_set", meeting, changed=changed, to=to, starts_at=meeting.starts_at)


def _day(starts_at: datetime | None) -> date | None:
    return date_in_denmark(starts_at) if starts_at else None


def _changed(meeting: models.Meeting, frame: Frame) -> list[str]:
    """Put the frame on the meeting, unsaved; the names of what is new. What was booked falls."""
    changed = [name for name, value in vars(frame).items() if getattr(meeting, name) != value]
    for name in changed:
        setattr(meeting, name, getattr(frame, name))
    if {"place", "starts_at"} & set(changed):
        meeting.room_id = None
    if {"starts_at", "interpreter"} & set(changed):
        meeting.interpreter_who = ""  # booked for another time, or in another language
    return changed


def _ask_of_new_time(actor: Actor, meeting: models.Meeting) -> None:
    """A new time is a new question to everybody; who is let in reads it until the new end."""
    ask_anew(meeting)
    come_by_duty(meeting)
    shut_out(actor, meeting)
    let_in(actor, meeting)


@action
def agree_frame(*, actor: Actor, meeting_id: UUID, seen: str | None = None) -> None:
    """She says yes to the frame, or the coordinator beside her notes that she did.

    `seen` is the mark of the frame that the page showed (`mark_of`).
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    framing.check_seen(seen, framing.frame_of(meeting))
    _agreed(meeting, actor)
    meeting.save()
    record(actor, "meeting.frame_agreed", meeting, by_citizen=actor.is_citizen)


def _agreed(meeting: models.Meeting, by: Actor | None) -> None:
    """Her yes to the frame as it stands, or that it waits for one; the last yes stays known."""
    if by:
        meeting.agreed_starts_at, meeting.agreed_place = meeting.starts_at, meeting.place
        meeting.agreed_minutes = meeting.minutes_long
    meeting.frame_agreed_at = now() if by else None
    meeting.frame_agreed_by_id = by.person_id if by else None
