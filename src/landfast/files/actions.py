"""The only writers of files."""

from hashlib import sha256
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.houses import kept_by, require_keeper
from landfast.access.queries import require, require_staff
from landfast.access.rules import Permission, Topic
from landfast.files import models, queries, rules
from landfast.files.cleaning import clean, clean_face
from landfast.kernel.clock import now
from landfast.kernel.ids import new_id
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.sealed import sealed_bytes
from landfast.kernel.text import da

NEEDS = {
    rules.Kind.EVIDENCE: Permission.NETWORK_EDIT,
    rules.Kind.PAPER: Permission.COURSE_READ,
    rules.Kind.WORD: Permission.MEETING_PREPARE,
}
"""What one must be allowed in a course to put a file of the kind there."""


@action
def add(
    *,
    actor: Actor,
    course_id: UUID,
    kind: rules.Kind,
    upload: rules.Upload,
    title: str,
    readers: rules.Readers = rules.Readers.TEAM,
    topic: Topic | None = None,
) -> UUID:
    """Put a file there: read to its end, cleaned, and only then kept. All of it or nothing."""
    require(actor, NEEDS[kind], course=course_id)
    if kind is not rules.Kind.EVIDENCE:
        rules.check_hers(by_citizen=actor.is_citizen)
    rules.check_title(title)
    rules.check_readers(kind, readers)
    cleaned = clean(kind, upload)
    files, size = queries.room_taken(course_id)
    rules.check_room(files, size + len(cleaned.data))
    is_own = readers is rules.Readers.OWN
    row = models.File(
        scope_id=course_id, kind=kind.value, readers=readers.value, title=title.strip(),
        topic=topic.value if topic and not is_own else "", mime=cleaned.mime,
        size=len(cleaned.data), digest=sha256(cleaned.data).hexdigest(),
        added_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    models.File.objects.bulk_create([row])
    key = new_id()
    content = models.Content(id=key, file_id=row.id, data=sealed_bytes(cleaned.data, key))
    models.Content.objects.bulk_create([content])
    record(actor, "files.added", row, course=_told(course_id, is_own=is_own), file_kind=kind)
    return row.id


def _told(course_id: UUID, *, is_own: bool) -> UUID | None:
    """What is hers alone is no event of the course, which her team reads."""
    return None if is_own else course_id


@action
def show_team(*, actor: Actor, file_id: UUID) -> None:
    """The citizen lets her team read what was for her alone. It cannot be made unread."""
    row = _hers(actor, file_id)
    rules.check_may_show(rules.Readers(row.readers))
    row.readers = rules.Readers.TEAM.value
    row.save(update_fields=["readers"])
    record(actor, "files.shown", row, course=row.scope_id, file_kind=row.kind)


@action
def remove(*, actor: Actor, file_id: UUID) -> None:
    """The citizen takes a file away: from this second nobody reads it; that it was there stays.

    What was for her alone she takes back whole.
    """
    row = _hers(actor, file_id)
    rules.check_may_remove(rules.Kind(row.kind))
    if rules.leaves_no_trace(rules.Readers(row.readers)):
        models.File.objects.filter(id=row.id).delete()
        record(actor, "files.taken_back", row)
        return
    row.removed_at, row.removed_by_id = now(), actor.person_id
    row.save(update_fields=["removed_at", "removed_by"])
    record(actor, "files.removed", row, course=row.scope_id, file_kind=row.kind)


def _hers(actor: Actor, file_id: UUID) -> models.File:
    rows = models.File.objects.select_for_update(of=("self",))
    row = rows.filter(id=file_id, removed_at=None).first()
    if row is None:
        raise NotFound
    require(actor, Permission.COURSE_READ, course=row.scope_id)
    rules.check_hers(by_citizen=actor.is_citizen and row.added_by_id == actor.person_id)
    return row


@action
def show_face(*, actor: Actor, upload: rules.Upload) -> None:
    """An employee lets citizens and colleagues see whom they meet; the old picture goes."""
    require_staff(actor)
    cleaned = clean_face(upload)
    models.Face.objects.filter(person_id=actor.person_id).delete()
    row = models.Face(
        person_id=actor.person_id, mime=cleaned.mime, data=cleaned.data, created_at=now()
    )
    models.Face.objects.bulk_create([row])
    record(actor, "files.face_shown", row)


@action
def hide_face(*, actor: Actor) -> None:
    """The picture goes, whole."""
    require_staff(actor)
    models.Face.objects.filter(person_id=actor.person_id).delete()
    record(actor, "files.face_hidden")


@action
def keep_document(*, actor: Actor, organisation_id: UUID, upload: rules.Upload) -> UUID:
    """A paper of the organisation's own, cleaned as papers are; it is never rewritten."""
    _require_keeper(actor, organisation_id)
    cleaned = clean(rules.Kind.PAPER, upload)
    row = models.Document(
        organisation_id=organisation_id, mime=cleaned.mime, data=cleaned.data,
        size=len(cleaned.data), digest=sha256(cleaned.data).hexdigest(),
        added_by_id=actor.person_id,
    )  # fmt: skip
    models.Document.objects.bulk_create([row])
    record(actor, "files.document_kept", row, topic=Topic.FRAME, organisation=organisation_id)
    return row.id


@action
def fetch_document(*, actor: Actor, document_id: UUID) -> queries.DocumentRow:
    """What is in it, for who keeps the organisation's rules and for its data protection officer.

    That it was fetched is told.
    """
    row = models.Document.objects.filter(id=document_id).first()
    if row is None:
        raise NotFound
    oversees = row.organisation_id in kept_by(actor, Permission.LOOKS_OVERSEE)
    wanted = Permission.LOOKS_OVERSEE if oversees else Permission.RULES_KEEP
    _require_keeper(actor, row.organisation_id, wanted)
    record(
        actor, "files.document_fetched", row, topic=Topic.FRAME, organisation=row.organisation_id
    )
    return queries.DocumentRow(row.mime, bytes(row.data), row.created_at)


def _require_keeper(
    actor: Actor, organisation_id: UUID, permission: Permission = Permission.RULES_KEEP
) -> None:
    refusal = NotAllowed(
        "not_your_document", da("Dokumentet passes af organisationens administrator.")
    )
    require_keeper(actor, permission, organisation_id, refusal)


@action(asks=False, tells=False)
def erase() -> int:
    """Erase what is in files that were removed thirty days ago (`Keep.FILE`); the clock calls.

    The pictures of employees who have left go as well.
    """
    with connection.cursor() as cursor:
        cursor.execute("select files_erase()")
        (gone,) = cursor.fetchone()
    if gone:
        record(None, "files.erased", count=gone)
    return int(gone)
