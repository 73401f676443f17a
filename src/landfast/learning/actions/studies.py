"""Keeping a copy that was read, beginning and closing a workshop on it, and forgetting it."""

import secrets
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_staff
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.learning import models
from landfast.learning.rules import workshop as rules


@action
def copy_course(
    *,
    actor: Actor,
    course_id: UUID,
    title: str,
    lines: list[dict[str, Any]],
    is_read: bool,
    said_yes: bool,
) -> UUID:
    """A copy of a course without a name: she has said yes, and a person has read it all (J6).

    Nothing in the copy leads back to the course; that there was one stands in the course's own log.
    """
    require(actor, Permission.MEETING_LEAD, course=course_id)
    if not said_yes:
        raise Wrong(
            "not_asked", da("Spørg borgeren først. Uden et ja bruges forløbet ikke."), "said_yes"
        )
    kept = _keep(actor, title, lines, is_read=is_read)
    record(actor, "learning.copied", course=course_id)
    return kept.id


@action
def copy_file(*, actor: Actor, title: str, lines: list[dict[str, Any]], is_read: bool) -> UUID:
    """A copy of a case file, which tells of nobody followed here; it is read all the same."""
    require_staff(actor)
    kept = _keep(actor, title, lines, is_read=is_read)
    record(actor, "learning.kept", kept)
    return kept.id


def _keep(actor: Actor, title: str, lines: list[dict[str, Any]], *, is_read: bool) -> models.Study:
    said = rules.check_study(title, lines, is_read=is_read)
    row = models.Study(
        title=said, lines=lines[: rules.LINES_MOST], made_by_id=actor.person_id, created_at=now()
    )
    row.save(force_insert=True)
    return row


@action
def begin(*, actor: Actor, study_id: UUID, kind: rules.Kind) -> UUID:
    """A workshop or an audit on one's own copy, with a code to say aloud."""
    require_staff(actor)
    if not models.Study.objects.filter(id=study_id, made_by_id=actor.person_id).exists():
        raise NotFound
    code = "".join(secrets.choice(rules.ALPHABET) for _ in range(rules.CODE))
    row = models.Workshop(
        study_id=study_id, kind=kind, code=code, led_by_id=actor.person_id, created_at=now()
    )
    row.save(force_insert=True)
    record(actor, "learning.begun", row, what=kind)
    return row.id


@action
def close(*, actor: Actor, workshop_id: UUID) -> None:
    """No more marks: the report stands as it is."""
    require_staff(actor)
    row = models.Workshop.objects.filter(id=workshop_id, led_by_id=actor.person_id).first()
    if row is None:
        raise NotFound
    rules.check_open(is_closed=row.closed_at is not None)
    row.closed_at = now()
    row.save(update_fields=["closed_at"])
    record(actor, "learning.closed", row)


@action(asks=False, tells=False)
def forget() -> int:
    """Copies older than a year go, with their workshops and marks; the clock calls it."""
    with connection.cursor() as cursor:
        cursor.execute("select learning_expire()")
        return int(cursor.fetchone()[0])
