"""What is done in the room beside the turns: hands, notes, themes, and acts that came late."""

from uuid import UUID

from django.db.models import Max

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.actions.locking import heard, locked, touch
from landfast.meetings.queries.room import table_of
from landfast.meetings.rules import (
    Answers,
    Decides,
    MeetingState,
    ThemeEnd,
    TurnKind,
    preparing,
    turns,
)
from landfast.meetings.rules.acts import Act
from landfast.meetings.rules.merging import Choice, Clash


@action
def raise_hand(*, actor: Actor, meeting_id: UUID, up: bool, at_once: bool = False) -> None:
    """She wants the word, or no longer; who leads can note that she raised her hand.

    Who is speaking ends first. `at_once`: who leads gives her the word now, or lets her keep it.
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_running(MeetingState(meeting.state))
    was_up = meeting.hand_up_at is not None
    waits = meeting.hand_waits if was_up else turns.somebody_speaks(table_of(meeting))
    meeting.hand_up_at, meeting.hand_waits = now() if up else None, up and waits and not at_once
    touch(meeting)
    record(actor, "meeting.hand", meeting, up=up)


@action
def choose_answers(*, actor: Actor, meeting_id: UUID, answers: Answers) -> None:
    """When she wants the word offered is hers to change while they talk; never demanded (0.9)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_running(MeetingState(meeting.state))
    meeting.answers, meeting.hand_up_at, meeting.hand_waits = answers, None, False
    meeting.save(update_fields=["answers"])
    touch(meeting)
    record(actor, "meeting.answers_chosen", meeting, answers=answers)


@action
def rewrite_note(*, actor: Actor, meeting_id: UUID, turn_id: UUID, text: str) -> int:
    """A note put right; answers its new version. Who saw which version, the journey has asked."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    row = meeting.turns.filter(id=turn_id).first()
    if row is None:
        raise NotFound
    turns.check_words(turns.Said(row.theme_id, TurnKind(row.kind)), text)
    row.text, row.version = text.strip(), row.version + 1
    row.save(update_fields=["text", "version"])
    touch(meeting)
    record(actor, "meeting.note_rewritten", row, meeting=meeting.id, version=row.version)
    return int(row.version)


@action
def write_in(*, actor: Actor, meeting_id: UUID, said: turns.Said, text: str) -> int:
    """Words that were written without a net and came late, put in where the notes are now.

    The leader has seen both and chosen; the order of turns is not asked again. Answers the number.
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    turns.check_words(said, text)
    if not meeting.themes.filter(id=said.theme).exists():
        raise NotFound
    speaker = None if said.seat == turns.THE_LEADER else said.seat
    if speaker and not meeting.participants.filter(id=speaker).exists():
        raise NotFound
    seq = (meeting.turns.aggregate(last=Max("seq"))["last"] or 0) + 1
    row = models.Turn(
        course_id=meeting.course_id, meeting=meeting, theme_id=said.theme, speaker_id=speaker,
        seq=seq, kind=said.kind, text=text.strip(), at=now(), created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    heard(meeting, said)
    touch(meeting)
    record(actor, "meeting.said", row, meeting=meeting.id, turn=said.kind, seq=seq)
    return seq


@action
def end_theme(*, actor: Actor, meeting_id: UUID, theme_id: UUID, ended: ThemeEnd | None) -> None:
    """Parked, not wanted, or talked about without notes; None takes it up again (park it)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    row = meeting.themes.filter(id=theme_id).first()
    if row is None:
        raise NotFound
    row.ended = ended or ""
    row.save(update_fields=["ended"])
    touch(meeting)
    record(actor, "meeting.theme_ended", row, meeting=meeting.id, ended=ended)


@action
def say_where_decided(
    *, actor: Actor, meeting_id: UUID, theme_id: UUID, decides: Decides | None
) -> None:
    """Decided here, applied for, or a leader is needed: those present say so aloud (A9)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    row = meeting.themes.filter(id=theme_id).first()
    if row is None:
        raise NotFound
    row.decides = decides or ""
    row.save(update_fields=["decides"])
    touch(meeting)
    record(actor, "meeting.theme_decides", row, meeting=meeting.id, decides=decides)


@action(tells=False)
def stir(*, actor: Actor, meeting_id: UUID) -> None:
    """Something was said of what lies outside the room: its screens look anew, and it is alive."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    touch(meeting)


@action(tells=False)
def keep_act(
    *, actor: Actor, meeting_id: UUID, act: Act, now_saw: str = "", clash: Clash | None = None
) -> None:
    """The act is done, and its key is remembered; or it waits, with its words, for a choice."""
    meeting = models.Meeting.objects.filter(id=meeting_id).values_list("course_id").first()
    if meeting is None:
        raise NotFound
    require(actor, Permission.COURSE_READ, course=meeting[0])
    row = models.RoomAct(
        id=act.id, course_id=meeting[0], meeting_id=meeting_id, by_id=actor.person_id,
        kind=act.kind, saw=act.saw[:40], now_saw=now_saw[:40], clash=clash or "",
        words=act.words() if clash else {}, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    if clash:
        record(actor, "meeting.act_waits", row, meeting=meeting_id, act=act.kind, clash=clash)


@action
def settle_act(*, actor: Actor, act_id: UUID, chosen: Choice) -> None:
    """The leader has seen both and chosen; what was not chosen is forgotten."""
    row = models.RoomAct.objects.select_for_update().filter(id=act_id).first()
    if row is None:
        raise NotFound
    require(actor, Permission.MEETING_LEAD, course=row.course_id)
    row.chosen, row.settled_at, row.words = chosen, now(), {}
    row.save(update_fields=["chosen", "settled_at", "words"])
    record(actor, "meeting.act_settled", row, meeting=row.meeting_id, chosen=chosen)
