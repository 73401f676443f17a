"""Reads of what is known of files. Row-level security decides which; what is in them: fetching."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Sum

from landfast.access.rules import Topic
from landfast.files import models
from landfast.files.rules import TYPES, Family, FileType, Kind, Readers
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class FileRow:
    """What is known of a file."""

    id: UUID
    course_id: UUID
    kind: Kind
    readers: Readers
    topic: Topic | None
    title: str
    mime: str
    size: int
    added_at: datetime
    added_by: str
    added_by_id: PersonId

    @property
    def family(self) -> Family:
        """Is it a picture, a paper or a sound?"""
        return type_of(self.mime).family


def type_of(mime: str) -> FileType:
    """The type that a kept file has."""
    return next(one for one in TYPES if one.mime == mime)


def files(course_id: UUID, kind: Kind) -> list[FileRow]:
    """The files of a course that the reader may fetch, the newest first."""
    rows = models.File.objects.filter(scope_id=course_id, kind=kind, removed_at=None)
    return [row_of(row) for row in rows.select_related("added_by").order_by("-created_at", "-id")]


def readable(course_id: UUID) -> list[UUID]:
    """All files of a course that the reader may fetch."""
    rows = models.File.objects.filter(scope_id=course_id, removed_at=None)
    return list(rows.order_by("id").values_list("id", flat=True))


def standing(file_id: UUID | None) -> UUID | None:
    """The file that something points at, while the reader may fetch it."""
    if file_id is None:
        return None
    rows = models.File.objects.filter(id=file_id, removed_at=None)
    return rows.values_list("id", flat=True).first()


def row_of(row: models.File) -> FileRow:
    """One of them as others read it."""
    return FileRow(
        row.id, row.scope_id, Kind(row.kind), Readers(row.readers),
        Topic(row.topic) if row.topic else None, row.title, row.mime, row.size,
        row.created_at, row.added_by.name, PersonId(row.added_by_id),
    )  # fmt: skip


def room_taken(course_id: UUID) -> tuple[int, int]:
    """How many files of a course stand here, as far as the actor sees them, and their bytes."""
    rows = models.File.objects.filter(scope_id=course_id, erased_at=None)
    found = rows.aggregate(files=Count("id"), size=Sum("size"))
    return found["files"], found["size"] or 0


@dataclass(frozen=True)
class FaceRow:
    """An employee's picture."""

    mime: str
    data: bytes


def face(person_id: UUID) -> FaceRow:
    """The picture of somebody who works here. Hidden or absent: NotFound."""
    row = models.Face.objects.filter(person_id=person_id).first()
    if row is None:
        raise NotFound
    return FaceRow(row.mime, bytes(row.data))


@dataclass(frozen=True)
class DocumentRow:
    """A paper of an organisation's own."""

    mime: str
    data: bytes
    added_at: datetime


def has_face(person_id: UUID) -> bool:
    """Has she put a picture there?"""
    return models.Face.objects.filter(person_id=person_id).exists()
