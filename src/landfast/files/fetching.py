"""Fetching what is in a file: logged first, and read after. Neither query nor action (looking.py).

The database shows the content of no file that this transaction has not logged.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.files import models, queries
from landfast.files.queries import FileRow
from landfast.kernel.refusals import NotFound
from landfast.kernel.sealed import opened_bytes


@dataclass(frozen=True)
class Fetched:
    """A file and what is in it."""

    row: FileRow
    data: bytes


def fetch(actor: Actor, file_id: UUID) -> Fetched:
    """One file, with a row in the log: who, when, which, on which ground.

    Hidden, removed and absent are one answer.
    """
    note_fetch(actor, file_id)
    rows = models.Content.objects.select_related("file__added_by")
    found = rows.filter(file_id=file_id, file__removed_at=None).first()
    if found is None:
        raise NotFound
    return Fetched(queries.row_of(found.file), opened_bytes(found.data, found.id))


def note_fetch(actor: Actor, file_id: UUID) -> None:
    """Log that this file is read now; without a ground nothing is logged, and nothing read."""
    del actor  # the database knows who acts
    note_asked()
    with connection.cursor() as cursor:
        cursor.execute("select files_open(%s)", [file_id])
