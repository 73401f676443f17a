"""A passage of minutes is covered or taken out in every version, and shown again (product C6)."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.actions.carrying import carry_told, kept_words
from landfast.meetings.actions.locking import locked, locked_minutes
from landfast.meetings.actions.reflecting import mark_reflections
from landfast.meetings.rules import MinutesState, marks
from landfast.meetings.rules import passages as rules
from landfast.meetings.rules.lines import lines
from landfast.meetings.rules.passages import Cover


@action
def redact_minutes(
    *, actor: Actor, minutes_id: UUID, line: str, kind: Cover, reason: str, words: str = "",
    readers: Collection[UUID] = (),
) -> UUID:  # fmt: skip
    """Cover a passage of what is out, at once: a new version goes to those who had the old one.

    It does not wait for the citizen's look first: what must not be read is not read meanwhile. She
    is told. The words are replaced in the older versions too.
    """
    found = locked_minutes(actor, minutes_id, Permission.MEETING_LEAD)
    rules.check_redact(MinutesState(found.state))
    meeting = locked(actor, found.meeting_id, Permission.MEETING_LEAD)
    chosen = {
        one.key: one.words for one in lines(found.citizen_said, found.citizen_note, found.content)
    }
    before = kept_words(meeting)
    wanted = rules.check_words(chosen.get(line, ""), words, reason)
    meeting.marks_used += 1
    row = models.Passage(
        course_id=found.course_id, meeting=meeting, number=meeting.marks_used,
        kind=kind, words=wanted, reason=reason.strip(), covered_by_id=actor.person_id,
        readers=sorted(map(str, readers)) if kind is Cover.COVERED else [],
        stood_since=found.shown_at or found.created_at, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    note = {"number": row.number, "kind": kind.value, "reason": row.reason,
            "by": actor.name, "on": row.created_at.isoformat()}  # fmt: skip
    covers = [*found.content.get("covers", []), note]
    _replace(meeting, row, (wanted, marks.mark(row.number)), covers)
    new = _new_version(actor, found.id, row.reason)
    rules.check_covers(_written(found), _written(new))
    carry_told(actor, meeting, before)
    record(
        actor, "minutes.redacted", new, version=new.version, covers=kind.value, to=new.recipients
    )
    return new.id


@action
def show_again(*, actor: Actor, passage_id: UUID, reason: str) -> UUID:
    """It was covered by mistake, or need not be any more: the words stand again, in a new version.

    What was taken out stays out: who wants it back writes it.
    """
    row = models.Passage.objects.filter(id=passage_id, lifted_at=None, kind=Cover.COVERED).first()
    if row is None or row.meeting_id is None:
        raise NotFound
    meeting = locked(actor, row.meeting_id, Permission.MEETING_LEAD)
    current = meeting.minutes.filter(state=MinutesState.PUBLISHED).first()
    rules.check_lift(current is not None, reason)
    assert current is not None  # noqa: S101 - the rule has asked
    before = kept_words(meeting)
    row.lifted_at = now()
    row.save(update_fields=["lifted_at"])
    left = [one for one in current.content.get("covers", []) if one["number"] != row.number]
    _replace(meeting, row, (marks.mark(row.number), row.words), left)
    new = _new_version(actor, current.id, reason.strip())
    carry_told(actor, meeting, before)
    record(actor, "minutes.shown_again", new, version=new.version, to=new.recipients)
    return new.id


def _replace(
    meeting: models.Meeting, row: models.Passage, swap: tuple[str, str],
    covers: list[dict[str, Any]],
) -> None:  # fmt: skip
    """In all versions, and in the words that the minutes were made of: the next have them again."""
    for version in meeting.minutes.select_for_update().order_by("version"):
        said, note, content = marks.put(_written(version), *swap)
        version.citizen_said, version.citizen_note = said, note
        version.content = {**content, "covers": covers}
        version.save(update_fields=["citizen_said", "citizen_note", "content"])
    meeting.own_word = marks.put(meeting.own_word, *swap)
    meeting.closing_words = marks.put(meeting.closing_words, *swap)
    meeting.save(update_fields=["own_word", "closing_words", "marks_used"])
    mark_reflections(meeting, row, *swap)


def _written(row: models.Minutes) -> list[Any]:
    return [row.citizen_said, row.citizen_note, {**row.content, "covers": []}]


def _new_version(actor: Actor, minutes_id: UUID, reason: str) -> models.Minutes:
    row = models.Minutes.objects.get(id=minutes_id)
    row.state = MinutesState.SUPERSEDED
    row.save(update_fields=["state"])
    new = models.Minutes(
        course_id=row.course_id, meeting_id=row.meeting_id,
        version=row.meeting.minutes.count() + 1, state=MinutesState.PUBLISHED,
        citizen_said=row.citizen_said, citizen_note=row.citizen_note, content=row.content,
        written_by_id=actor.person_id, shown_at=row.shown_at, seen_at=row.seen_at,
        seen_beside=row.seen_beside, offered=row.offered, recipients=row.recipients,
        reason=reason, published_at=now(), created_at=now(),
    )  # fmt: skip
    new.save(force_insert=True)
    return new
