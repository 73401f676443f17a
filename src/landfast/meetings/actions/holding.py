"""Holding the meeting: start, stages, turns, end (product C5, S004 §5.2)."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Max

from landfast.access.action import action
from landfast.access.actions import close_situation, open_situation, record
from landfast.access.actor import Actor
from landfast.access.rules import Permission, Situation
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.carrying import carry_late, carry_onward
from landfast.meetings.actions.locking import heard, locked, touch
from landfast.meetings.queries.forms import form_of
from landfast.meetings.queries.room import table_of
from landfast.meetings.rules import (
    Attends,
    MeetingState,
    Stage,
    ThemeEnd,
    TurnKind,
    formats,
    preparing,
    turns,
)
from landfast.meetings.rules.typed_as import check_same, spoken


@action
def start_meeting(*, actor: Actor, meeting_id: UUID, present: Collection[UUID]) -> None:
    """The meeting begins; who starts it leads it: the coordinator or who covers (S004 §5.1)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_start(MeetingState(meeting.state), meeting.attends)
    carry_late(actor, meeting)
    meeting.state, meeting.stage = MeetingState.RUNNING, Stage.FRAME
    meeting.leader_id, meeting.started_at, meeting.touched_at = actor.person_id, now(), now()
    meeting.save(update_fields=["state", "stage", "leader", "started_at", "touched_at"])
    _seat(meeting, present)
    _keep_what_is_not_agreed(meeting)
    record(actor, "meeting.started", meeting, present=len(present))
    open_situation(actor, meeting.course_id, Situation.MEETING, since=now(), about=meeting.id)


@action
def note_present(*, actor: Actor, meeting_id: UUID, present: Collection[UUID]) -> None:
    """Somebody came late or had to leave."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    _seat(meeting, present)
    touch(meeting)
    record(actor, "meeting.present_noted", meeting, present=len(present))


def _keep_what_is_not_agreed(meeting: models.Meeting) -> None:
    """Held without her: what she has not said yes to is kept for next time (domain A3)."""
    if meeting.attends == Attends.POINTS:
        meeting.themes.filter(is_agreed=False, ended="").update(ended=ThemeEnd.PARKED)


def _seat(meeting: models.Meeting, present: Collection[UUID]) -> None:
    meeting.participants.filter(id__in=list(present)).update(was_there=True)
    meeting.participants.exclude(id__in=list(present)).update(was_there=False)


@action
def move_to(*, actor: Actor, meeting_id: UUID, stage: Stage) -> None:
    """Frame, follow-up, themes, closing round (domain A5.1, A5.2, A7)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    preparing.check_stage(Stage(meeting.stage), stage, meeting.format.reflects)
    meeting.stage, meeting.touched_at = stage, now()
    meeting.save(update_fields=["stage", "touched_at"])
    record(actor, "meeting.stage", meeting, stage=stage)


@action
def say(
    *, actor: Actor, meeting_id: UUID, seq: int, said: turns.Said, text: str = "",
    typed_as: str = "",
) -> None:  # fmt: skip
    """One turn, numbered by its writer: of two scribes the second is told.

    `typed_as` is whose words the page said they were (`rules.typed_as`).
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    last = meeting.turns.aggregate(last=Max("seq"))["last"] or 0
    if seq != last + 1:
        raise NotNow(
            "somebody_wrote",
            da("En anden skrev lige noget. Din tekst er her stadig: se, hvor I er, og send igen."),
        )
    table = table_of(meeting)
    said = spoken(table, said, typed_as)
    turns.check_may_say(table, said, text)
    check_same(said, text, typed_as)
    row = models.Turn(
        course_id=meeting.course_id, meeting=meeting, theme_id=said.theme,
        speaker_id=None if said.seat == turns.THE_LEADER else said.seat, seq=seq, kind=said.kind,
        text=text.strip(), at=now(), created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    heard(meeting, said)
    touch(meeting)
    record(actor, "meeting.said", row, meeting=meeting.id, turn=said.kind, seq=seq)


@action
def close_theme(*, actor: Actor, meeting_id: UUID, seq: int, theme_id: UUID) -> None:
    """The table leaves a theme; every professional was heard or passed (domain A5, test)."""
    say(actor=actor, meeting_id=meeting_id, seq=seq, said=turns.Said(theme_id, TurnKind.CLOSED))


@action
def note_proposal(
    *, actor: Actor, meeting_id: UUID, agreement_id: UUID, theme_id: UUID | None = None
) -> None:
    """A proposed agreement came out of this meeting (forslag)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    preparing.check_running(MeetingState(meeting.state))
    formats.check_makes_agreements(form_of(meeting.format))
    row = models.MeetingAgreement(
        course_id=meeting.course_id, meeting=meeting, theme_id=theme_id,
        agreement_id=agreement_id, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    touch(meeting)
    record(actor, "meeting.agreement_proposed", row, meeting=meeting.id, agreement=agreement_id)


@action
def end_meeting(
    *, actor: Actor, meeting_id: UUID, onward: preparing.Onward, closing_words: str = ""
) -> None:
    """The closing round is taken, and the next date or an explicit none is said aloud."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    state, stage = MeetingState(meeting.state), Stage(meeting.stage)
    preparing.check_end(
        state, stage, onward, now(), speaks_responsibility=meeting.format.speaks_responsibility,
        needs_next_date=meeting.format.needs_next_date,
        silent=len(turns.silent_themes(table_of(meeting))),
    )  # fmt: skip
    meeting.state, meeting.held_at = MeetingState.HELD, now()
    meeting.hand_up_at, meeting.hand_waits = None, False
    meeting.closing_words, meeting.next_on = closing_words.strip(), onward.next_on
    meeting.no_next, meeting.no_next_reason = onward.no_next, onward.no_next_reason.strip()
    meeting.responsibility = onward.responsibility.strip()
    meeting.save()
    record(actor, "meeting.held", meeting, next_on=onward.next_on)
    carry_onward(actor, meeting)
    close_situation(actor, meeting.course_id, Situation.MEETING, about=meeting.id)
