"""Preparing a meeting with the citizen: themes, frame, people, the call (product C2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import persons_who_may, require
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.ids import MeetingId, PersonId
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.beside_her import at_the_table
from landfast.meetings.actions.carrying import as_last_time, carry_into, carry_late
from landfast.meetings.actions.duty import come_by_duty
from landfast.meetings.actions.guests import let_in, shut_out
from landfast.meetings.actions.inviting import note_taken_off
from landfast.meetings.actions.locking import comes, locked, touch
from landfast.meetings.queries.consents import lacking
from landfast.meetings.queries.forms import form_of
from landfast.meetings.queries.her_no import no_to
from landfast.meetings.queries.meetings import departs_of, seat_of
from landfast.meetings.queries.meetings import guests as guests_of
from landfast.meetings.queries.room import places_of
from landfast.meetings.rules import (
    Attends,
    MeetingState,
    Reply,
    beside_her,
    dialogue,
    formats,
    guests,
    her_no,
    preparing,
    who,
    without,
)
from landfast.people import queries as people
from landfast.people.rules import PersonKind
from landfast.plan import queries as plan


@dataclass(frozen=True)
class Because:
    """Why a meeting is held in this way: its reason, and the ground where she is not there."""

    reason: str = ""
    ground: str = ""
    ground_words: str = ""


@action
def open_meeting(
    *,
    actor: Actor,
    course_id: UUID,
    format_code: str,
    leader_id: PersonId,
    largest: int | None = None,
    reference: str = "",
    starts_at: datetime | None = None,
    interpreter: str = "",
    because: Because | None = None,
) -> MeetingId:
    """Begin to prepare a meeting; the coordinator, or who covers, will lead it (S004 §5.1).

    `starts_at` is the date that the last meeting agreed on. The frame is still hers to agree. The
    points of its format are its first themes (A12), then what was kept for the next meeting.
    """
    require(actor, Permission.MEETING_PREPARE, course=course_id)
    row = models.Format.objects.filter(code=format_code, replaced_at=None).first()
    if row is None:
        raise Wrong("no_format", da("Vælg en mødeform."), "format_code")
    form, because = form_of(row), because or Because()
    without.check_opens(form.citizen, is_citizen=actor.is_citizen)
    without.check_ground(form.citizen, because.ground, because.ground_words)
    meeting = models.Meeting(
        chosen_because=because.reason.strip(), ground=because.ground,
        ground_words=because.ground_words.strip(), course_id=course_id, format=row,
        state=MeetingState.PREPARING, leader_id=leader_id,
        minutes_long=form.minutes_long, interpreter=interpreter, largest=largest,
        reference=reference, starts_at=starts_at, created_at=now(),
    )  # fmt: skip
    as_last_time(meeting)
    meeting.save(force_insert=True)
    comes(meeting, Attends.IN_PERSON)
    _fixed_points(meeting, form.agenda_points)
    record(actor, "meeting.opened", meeting, format=format_code)
    carry_into(actor, meeting)
    return MeetingId(meeting.id)


def _fixed_points(meeting: models.Meeting, points: Iterable[str]) -> None:
    for position, words in enumerate(points):
        models.Theme(
            course_id=meeting.course_id, meeting=meeting, words=words, position=position,
            is_fixed=True, created_at=now(),
        ).save(force_insert=True)  # fmt: skip


@action
def add_theme(
    *, actor: Actor, meeting_id: UUID, words: str, wish_id: UUID | None = None, need: str = ""
) -> UUID:
    """A theme in the citizen's own words, tied to a wish if she likes (S004 §5.2)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    there = list(meeting.themes.order_by("position").values_list("position", flat=True))
    if wish_id is not None:
        plan.wish(wish_id, meeting.course_id)  # a wish of another course does not exist here
    state = MeetingState(meeting.state)
    beside_her.check_new_theme(meeting.attends)
    preparing.check_theme(state, form_of(meeting.format).agenda_before, words, len(there))
    theme = models.Theme(
        course_id=meeting.course_id, meeting=meeting, wish_id=wish_id, words=words.strip(),
        need=need, position=(there[-1] + 1 if there else 0), created_at=now(),
    )  # fmt: skip
    theme.save(force_insert=True)
    if state is MeetingState.RUNNING:
        touch(meeting)
    record(actor, "meeting.theme_added", theme, meeting=meeting.id)
    return theme.id


@action
def remove_theme(*, actor: Actor, meeting_id: UUID, theme_id: UUID) -> None:
    """She does not want to talk about it after all."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    theme = meeting.themes.filter(id=theme_id)
    preparing.check_takes_off(
        is_fixed=theme.filter(is_fixed=True).exists(), is_citizen=actor.is_citizen,
        is_the_leaders=form_of(meeting.format).agenda_by is formats.AgendaBy.LEADER,
    )  # fmt: skip
    theme.delete()
    record(actor, "meeting.theme_removed", meeting, theme=theme_id)


@dataclass(frozen=True)
class Guest:
    """Somebody she wants at the table, and why; a guest is not of her team."""

    why: str
    person_id: UUID | None = None
    relation_id: UUID | None = None
    role: str = ""
    can_promise: str = ""
    is_guest: bool = False


@action
def add_participant(
    *, actor: Actor, meeting_id: UUID, guest: Guest, citizen_said_so: bool = False
) -> UUID:
    """She chooses who comes, one by one (S004 §5.2). The journey has found them in her network.

    Over her no nobody is added but by her, or by who writes down that she has said yes.
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    there = meeting.participants.filter(person=guest.person_id, relation=guest.relation_id)
    if there.exists():
        raise NotNow("already_there", da("Den person er allerede på listen."), "guest")
    her_no.check_may_add(
        no_to(meeting.course_id, meeting.id, person=guest.person_id, relation=guest.relation_id),
        is_her_word=actor.is_citizen or citizen_said_so,
    )
    who.check_may_come(
        form_of(meeting.format), who.At(guest.role, "", guest.person_id is not None),
        [seat_of(one) for one in guests_of(meeting)], guest.why, is_citizen=actor.is_citizen,
    )  # fmt: skip
    row = models.Participant(
        course_id=meeting.course_id, meeting=meeting, person_id=guest.person_id,
        relation_id=guest.relation_id, role=guest.role, why=guest.why.strip(),
        can_promise=guest.can_promise.strip(), position=meeting.participants.count(),
        is_guest=guest.is_guest, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(
        actor, "meeting.participant_added", row, meeting=meeting.id, person=guest.person_id,
        relation=guest.relation_id, guest=guest.is_guest,
    )  # fmt: skip
    let_in(actor, meeting, row)
    come_by_duty(meeting)
    return row.id


@action
def ask_guest(*, actor: Actor, meeting_id: UUID, guest: Guest) -> UUID:
    """Somebody outside the team is asked to this meeting, and reads it and nothing else (F2)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    person = people.person(PersonId(guest.person_id)) if guest.person_id else None
    guests.check_guest(
        is_staff=person is not None and person.kind is PersonKind.STAFF,
        is_in_team=guest.person_id in persons_who_may(Permission.COURSE_READ, meeting.course_id),
        why=guest.why,
    )
    asked = replace(guest, is_guest=True)
    return add_participant(actor=actor, meeting_id=meeting_id, guest=asked)


@action
def give_part(*, actor: Actor, meeting_id: UUID, participant_id: UUID, part: str) -> None:
    """Who asks, reflects, leads or writes, as the format has it (S000 §2.1, A12)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_not_over(MeetingState(meeting.state))
    row = meeting.participants.filter(id=participant_id).first()
    if row is None:
        raise NotFound
    held = meeting.participants.filter(part=part).exclude(id=row.id).count()
    dialogue.check_part(
        part, form_of(meeting.format).chosen_parts,
        who.At(row.role, row.part, row.person_id is not None), held,
    )  # fmt: skip
    row.part = part
    row.save(update_fields=["part"])
    record(actor, "meeting.part_given", row, meeting=meeting.id, part=part)


@action
def remove_participant(
    *,
    actor: Actor,
    meeting_id: UUID,
    participant_id: UUID,
    citizen_said_so: bool = False,
    silent: frozenset[UUID] = frozenset(),
) -> None:
    """She would rather be without; nobody owes a reason (principle 1). Her no holds from now on.

    Who was asked to a meeting that is called and has not said no hears that they need not come,
    unless they are one of the `silent`: the persons of whom she has said, not to be told.
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    row = meeting.participants.filter(id=participant_id).first()
    if row is None:
        raise NotFound
    if row.is_guest:
        shut_out(actor, meeting, person=row.person_id)
    waits = meeting.state == MeetingState.CALLED and row.reply != Reply.DECLINED
    to = [row.person_id] if waits and row.person_id and row.person_id not in silent else []
    if to:
        note_taken_off(meeting, row)
    row.delete()
    record(
        actor, "meeting.participant_removed", meeting, participant=participant_id,
        person=row.person_id, relation=row.relation_id, hers=actor.is_citizen or citizen_said_so,
        to=to, starts_at=meeting.starts_at,
    )  # fmt: skip


@action
def call_meeting(*, actor: Actor, meeting_id: UUID, because: str = "") -> None:
    """The meeting is called: those invited see it, and can answer (indkaldelse).

    What departs from the format needs a word from an employee, and never from her (principle 5).
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    form = form_of(meeting.format)
    carry_late(actor, meeting)
    preparing.check_call(
        MeetingState(meeting.state), meeting.starts_at, now(), themes=meeting.themes.count(),
        agenda_before=form.agenda_before, leads=form.citizen is formats.Citizen.LEADS,
        frame_agreed=meeting.frame_agreed_at is not None,
        can_reflect=dialogue.can_reflect(places_of(meeting), form.reflects),
    )  # fmt: skip
    there = guests_of(meeting)
    beside_her.check_has_her_yes(lacking(meeting.course_id, there))
    departs = departs_of(meeting, form, there)
    who.check_departures(departs, because, is_citizen=actor.is_citizen)
    meeting.state = MeetingState.CALLED
    meeting.departs_because = because.strip() if departs else ""
    meeting.save(update_fields=["state", "departs_because"])
    let_in(actor, meeting)
    come_by_duty(meeting)
    record(actor, "meeting.called", meeting, starts_at=meeting.starts_at, to=at_the_table(meeting))


@action
def cancel_meeting(*, actor: Actor, meeting_id: UUID, reason: str = "") -> None:
    """The meeting will not be. The citizen owes no reason; others say why (principle 1)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    if not actor.is_citizen and not reason.strip():
        raise Wrong("no_reason", da("Skriv kort hvorfor, så borgeren ved det."), "reason")
    was_called = meeting.state == MeetingState.CALLED
    meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, reason.strip()
    meeting.save(update_fields=["state", "cancelled_reason"])
    shut_out(actor, meeting)
    record(
        actor, "meeting.cancelled", meeting, by_citizen=actor.is_citizen,
        starts_at=meeting.starts_at, to=at_the_table(meeting) if was_called else [],
    )  # fmt: skip
