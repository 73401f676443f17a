"""What the citizen writes herself: her page for bad days (B7), and notes for her alone (B8)."""

from collections.abc import Mapping
from uuid import UUID

from landfast.access.action import action, note_told
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.actions.phases import locked
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound
from landfast.kernel.sealed import sealed
from landfast.network import models
from landfast.network.rules.unwell import PARTS, SeenBy, as_one, check_note, check_page
from landfast.people.rules import check_meant_for


@action
def write_unwell(
    *, actor: Actor, course_id: UUID, words: Mapping[str, str], seen_by: SeenBy,
    seen: str | None = None,
) -> None:  # fmt: skip
    """Når jeg får det dårligt: the whole page as she wants it, and who else reads it (B7).

    `seen` is what her page showed (`unwell.as_one`): what came meanwhile is never written over.
    """
    require(actor, Permission.OWN_WORDS, course=course_id)
    check_page(words)
    locked(course_id)
    row = models.Unwell.objects.filter(course_id=course_id, helped_by=None).first()
    if seen is not None:
        check_meant_for(seen, as_it_stands(row))
    row = written(row or models.Unwell(course_id=course_id), words, seen_by)
    if seen_by is SeenBy.ME:
        note_told()  # an event is read by others
    else:
        record(actor, "network.unwell_written", row, seen_by=seen_by)


def as_it_stands(row: models.Unwell | None) -> str:
    """A page as one text; empty before there is one."""
    return as_one({name: getattr(row, name, "") for name in PARTS})


def written(row: models.Unwell, words: Mapping[str, str], seen_by: SeenBy) -> models.Unwell:
    """The page with these words, kept."""
    for name in PARTS:
        setattr(row, name, words[name].strip())
    row.seen_by, row.updated_at = seen_by, now()
    row.save()
    return row


@action(tells=False)
def write_note(
    *, actor: Actor, course_id: UUID, text: str, note_id: UUID | None = None
) -> UUID:  # fmt: skip
    """A note for herself alone, new or changed. Leaves no event: others read those (B8)."""
    require(actor, Permission.OWN_WORDS, course=course_id)
    check_note(text)
    row = _note(course_id, note_id) if note_id else models.OwnNote(course_id=course_id)
    row.text, row.updated_at = sealed(text.strip()), now()
    row.save(force_insert=note_id is None)
    return row.id


@action(tells=False)
def throw_away_note(*, actor: Actor, course_id: UUID, note_id: UUID) -> None:
    """It is gone, and nothing tells that it was there (B8)."""
    require(actor, Permission.OWN_WORDS, course=course_id)
    _note(course_id, note_id).delete()


def _note(course_id: UUID, note_id: UUID) -> models.OwnNote:
    row = models.OwnNote.objects.filter(course_id=course_id, id=note_id).first()
    if row is None:
        raise NotFound
    return row
