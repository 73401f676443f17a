"""Minutes: draft, shown to the citizen first, seen, out, corrected, recalled (product C6)."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db.models import Q

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import may, readers
from landfast.access.rules import Permission
from landfast.kernel.clock import date_in_denmark, now, today
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.carrying import carry_onward, carry_told, kept_words
from landfast.meetings.actions.guests import shut_out_after_minutes
from landfast.meetings.actions.locking import locked, locked_minutes, locked_to_write, to_make
from landfast.meetings.queries.minutes import reflections
from landfast.meetings.queries.on_paper import given_on_paper
from landfast.meetings.queries.room import lines_of
from landfast.meetings.rules import Ended, MeetingState, MinutesState, marks, without
from landfast.meetings.rules import minutes as rules
from landfast.meetings.rules.formats import Citizen
from landfast.people.rules import check_meant_for, check_unchanged

NOTE_MAX = 4000


@action
def make_minutes(
    *, actor: Actor, meeting_id: UUID, agreements: list[dict[str, Any]] | None = None,
    since_last: list[dict[str, Any]] | None = None, own_steps: list[dict[str, Any]] | None = None,
) -> UUID:  # fmt: skip
    """A draft out of the log: what was told since last, the citizen's words, the themes, and on."""
    meeting = locked(actor, meeting_id, to_make(actor, meeting_id))
    has_current = meeting.minutes.filter(state__in=rules.CURRENT).exists()
    rules.check_make(MeetingState(meeting.state), has_current)
    rows = meeting.themes.order_by("position")
    ended = dict(rows.values_list("id", "ended"))
    agreed = _agreed_for(meeting, agreements or [])
    texts = rules.compose(rows.values_list("id", "words"), lines_of(meeting), ended)
    content = {
        "themes": [
            {**asdict(text), "theme": str(text.theme)}
            | ({"agreed": "yes"} if text.theme in agreed else {})
            for text in texts
        ],
        "agreements": agreements or [],
        "since_last": since_last or [],
        "own_steps": own_steps or [],
        "closing": meeting.closing_words,
        **_covers(meeting),
    }
    said = rules.her_words(meeting.own_word, texts)
    row = _version(actor, meeting, said, content)
    if meeting.ended == Ended.ITSELF and may(actor, Permission.MEETING_LEAD, meeting.course_id):
        carry_onward(actor, meeting)
    record(actor, "minutes.made", row, version=row.version)
    return row.id


def _agreed_for(meeting: models.Meeting, agreements: list[dict[str, Any]]) -> set[UUID]:
    """Themes that an agreement in these minutes was made for."""
    made = meeting.proposals.filter(agreement_id__in=[one["id"] for one in agreements])
    return {one for one in made.values_list("theme_id", flat=True) if one}


def _covers(meeting: models.Meeting) -> dict[str, Any]:
    """After a recall the words are made of what has marks in it: their notes go along."""
    last = meeting.minutes.order_by("-version").first()
    return {"covers": last.content["covers"]} if last and "covers" in last.content else {}


def _version(
    actor: Actor, meeting: models.Meeting, said: str, content: dict[str, Any], *,
    reason: str = "", note: str = "",
) -> models.Minutes:  # fmt: skip
    row = models.Minutes(
        course_id=meeting.course_id, meeting=meeting, version=meeting.minutes.count() + 1,
        state=MinutesState.DRAFT, citizen_said=said, content=content, reason=reason,
        citizen_note=note, written_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    return row


@action(tells=False)
def edit_minutes(
    *, actor: Actor, minutes_id: UUID, citizen_said: str, themes: dict[str, dict[str, str]],
    seen: str | None = None,
) -> None:  # fmt: skip
    """Who writes puts the text right before it is out. What was hers to see is hers anew.

    `seen` is the text that the page showed (`rules.text_of`): what came meanwhile is kept.
    The same words saved again change nothing, and leave no event.
    """
    row = locked_to_write(actor, minutes_id)
    rules.check_edit(MinutesState(row.state))
    if seen is not None:
        check_unchanged(seen, rules.text_of(row.citizen_said, row.content["themes"]))
    if len(citizen_said) > rules.SAID_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Gør den kortere."), "citizen_said")
    before = [row.citizen_said, *_texts(row.content["themes"])]
    row.citizen_said = citizen_said.strip()
    row.content["themes"] = [
        {**theme, **themes.get(theme["theme"], {})} for theme in row.content["themes"]
    ]
    after = [row.citizen_said, *_texts(row.content["themes"])]
    marks.check_marks_stay(before, after)
    if rules.is_same_text(before, after):
        return
    had_seen = row.state == MinutesState.SEEN
    if rules.may_see(MinutesState(row.state)):
        row.state, row.shown_at, row.seen_at = MinutesState.SHOWN, now(), None
    row.save()
    record(actor, "minutes.edited", row, version=row.version)
    if had_seen:  # whoever has not looked yet has been told already
        record(actor, "minutes.shown", row, version=row.version)


def _texts(themes: list[dict[str, str]]) -> list[str]:
    return [theme.get(part, "") for theme in themes for part in ("said", "solution", "parked")]


@action
def show_minutes(*, actor: Actor, minutes_id: UUID) -> None:
    """The citizen sees the draft before anybody else (borgeren først)."""
    row = locked_to_write(actor, minutes_id)
    rules.check_show(MinutesState(row.state))
    row.state, row.shown_at = MinutesState.SHOWN, now()
    row.save(update_fields=["state", "shown_at"])
    record(actor, "minutes.shown", row, version=row.version)


@action
def see_minutes(
    *, actor: Actor, minutes_id: UUID, note: str = "", seen: str | None = None,
    read: str | None = None,
) -> None:  # fmt: skip
    """She has seen it. Her note or correction stands in the minutes, in her words.

    `seen` is the note that her page showed: what she wrote in another window is kept.
    `read` is the text it showed (`rules.text_of`): other words since are not seen by her.
    """
    row = locked_minutes(actor, minutes_id, Permission.MINUTES_CORRECT)
    if seen is not None:
        check_meant_for(seen, row.citizen_note)
    _seen(actor, row, note.strip(), read, beside=False)


@action
def note_seen_beside(
    *, actor: Actor, minutes_id: UUID, note: str = "", read: str | None = None
) -> None:
    """They read it together, or she said it on the telephone; the leader notes her words.

    `read` is the text that they read, as in `see_minutes`.
    """
    row = locked_minutes(actor, minutes_id, Permission.MEETING_LEAD)
    herself = bool(row.citizen_note) and not row.seen_beside
    rules.check_see_beside(MinutesState(row.state), wrote_herself=herself)
    _seen(actor, row, rules.said_beside(row.citizen_note, note), read, beside=True)


def _seen(actor: Actor, row: models.Minutes, note: str, read: str | None, *, beside: bool) -> None:
    rules.check_see(MinutesState(row.state))
    if read is not None:
        check_unchanged(read, rules.text_of(row.citizen_said, row.content["themes"]))
    if len(note) > NOTE_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Gør den kortere."), "note")
    row.state, row.seen_at, row.seen_beside = MinutesState.SEEN, now(), beside
    row.citizen_note = note
    row.save(update_fields=["state", "seen_at", "seen_beside", "citizen_note"])
    record(actor, "minutes.seen", row, version=row.version, beside=beside, noted=bool(note))


@action
def publish_minutes(
    *, actor: Actor, minutes_id: UUID, recipients: Collection[UUID], note: str = ""
) -> None:
    """Out to those who were confirmed; the notes of the turns are deleted (domain 0.9)."""
    row = locked_minutes(actor, minutes_id, Permission.MEETING_LEAD)
    without.check_told(Citizen(row.meeting.format.citizen), row.meeting.told_at)
    table = models.Participant.objects.filter(meeting_id=row.meeting_id, id__in=list(recipients))
    reads = {one.person for one in readers(row.course_id, about=row.meeting_id)}
    rules.check_can_read(all_can=all(rules.may_get(one.person_id, reads) for one in table))
    keys = [str(one.person_id or one.relation_id) for one in table.order_by("position", "id")]
    shown_on = date_in_denmark(row.shown_at) if row.shown_at else None
    rules.check_publish(MinutesState(row.state), shown_on, today(), note, len(keys))
    before = kept_words(row.meeting)
    row.offered = note.strip() if row.state == MinutesState.SHOWN else ""
    row.state, row.published_at, row.recipients = MinutesState.PUBLISHED, now(), keys
    row.content["reflections"] = reflections(row.meeting_id)
    row.save(update_fields=["state", "published_at", "recipients", "offered", "content"])
    deleted, _ = models.Turn.objects.filter(meeting_id=row.meeting_id).delete()
    models.RoomAct.objects.filter(meeting_id=row.meeting_id).exclude(
        ~Q(clash=""), settled_at=None
    ).delete()
    shut_out_after_minutes(actor, row.meeting, row.published_at)
    carry_told(actor, row.meeting, before)
    record(actor, "minutes.published", row, version=row.version, to=keys, turns_deleted=deleted)


@action(tells=False)
def note_given(*, actor: Actor, minutes_id: UUID, relation: UUID) -> None:
    """Somebody of hers who gets no mail has the minutes on paper. Said twice it is said once."""
    row = locked_minutes(actor, minutes_id, Permission.MEETING_LEAD)
    rules.check_gives(MinutesState(row.state), is_to_have=str(relation) in row.recipients)
    if relation not in given_on_paper(row.course_id, row.id):
        record(actor, "minutes.given", row, version=row.version, relation=relation)


@action
def correct_minutes(*, actor: Actor, minutes_id: UUID, reason: str) -> UUID:
    """A new version with a reason; the old is superseded, and hers to see first again.

    What she wrote to the old one stands in the new one too, for her to change.
    """
    row = locked_minutes(actor, minutes_id, Permission.MEETING_LEAD)
    rules.check_correct(MinutesState(row.state), reason)
    row.state = MinutesState.SUPERSEDED
    row.save(update_fields=["state"])
    new = _version(
        actor, row.meeting, row.citizen_said, row.content, reason=reason.strip(),
        note=row.citizen_note,
    )  # fmt: skip
    record(actor, "minutes.corrected", new, version=new.version)
    return new.id


@action
def recall_minutes(*, actor: Actor, minutes_id: UUID, reason: str) -> None:
    """Sent to the wrong person or with wrong content: nobody but her reads it now (lessons 23)."""
    row = locked_minutes(actor, minutes_id, Permission.MEETING_LEAD)
    rules.check_recall(MinutesState(row.state), reason)
    before = kept_words(row.meeting)
    row.state, row.reason = MinutesState.RECALLED, reason.strip()
    row.save(update_fields=["state", "reason"])
    carry_told(actor, row.meeting, before)
    record(actor, "minutes.recalled", row, version=row.version, to=row.recipients)
