"""Reads of minutes. The database shows each reader their own: hers and the leader's first."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import connection

from landfast.kernel.ids import CourseId, MeetingId
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.queries.passages import CoverRow, covers_of, passages_of
from landfast.meetings.queries.shapes import MinutesRow, Written
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.marks import for_some, read


def minutes_of(meeting_id: UUID) -> list[MinutesRow]:
    """All versions that the actor may see, the newest first."""
    rows = models.Minutes.objects.filter(meeting_id=meeting_id).select_related("written_by")
    return _rows(rows.order_by("-version"))


def newest(meeting_id: UUID) -> MinutesRow:
    """The newest version that the actor may see."""
    found = minutes_of(meeting_id)
    if not found:
        raise NotFound(
            "no_minutes", da("Referatet er ikke klar endnu, eller det er trukket tilbage.")
        )
    return found[0]


def is_out(meeting_id: UUID) -> bool:
    """Have the minutes been sent out, whoever got them?"""
    with connection.cursor() as cursor:
        cursor.execute("select meetings_minutes_are_out(%s)", [meeting_id])
        return bool(cursor.fetchone()[0])


def since_mine(meeting_id: UUID) -> MinutesState | None:
    """How the newest version stands, for who had an earlier one; None for who never had any."""
    with connection.cursor() as cursor:
        cursor.execute("select meetings_minutes_since_mine(%s)", [meeting_id])
        (state,) = cursor.fetchone()
    return MinutesState(state) if state else None


def reflections(meeting_id: UUID) -> list[dict[str, str]]:
    """What the reflectors wrote themselves, as far as the actor may read it."""
    rows = models.Reflection.objects.filter(meeting_id=meeting_id).select_related("written_by")
    return [
        {"who": row.written_by.name, "person": str(row.written_by_id), "text": row.text}
        for row in rows.order_by("written_at", "id")
    ]


def waiting_for_citizen(course_id: UUID) -> list[MinutesRow]:
    """Minutes that the citizen has been shown and not yet looked at."""
    rows = models.Minutes.objects.filter(course_id=course_id, state=MinutesState.SHOWN)
    return _rows(rows.select_related("written_by").order_by("shown_at", "id"))


def published_minutes(course_id: UUID) -> list[MinutesRow]:
    """Minutes that were sent, as far as the actor may read them, the newest first."""
    rows = models.Minutes.objects.filter(course_id=course_id, state=MinutesState.PUBLISHED)
    return _rows(rows.select_related("written_by").order_by("-published_at", "-id"))


def sent_minutes(meeting_ids: Collection[UUID]) -> list[MinutesRow]:
    """Minutes of these meetings that were sent, as far as the actor may read them."""
    rows = models.Minutes.objects.filter(
        meeting_id__in=meeting_ids, state=MinutesState.PUBLISHED
    ).select_related("written_by")
    return _rows(rows.order_by("version"))


def agreement_ids(meeting_id: UUID) -> list[UUID]:
    """The agreements proposed at a meeting."""
    return [agreement for _theme, agreement in proposed_at(meeting_id)]


def proposed_at(meeting_id: UUID) -> list[tuple[UUID | None, UUID]]:
    """The same, each with the theme that it was proposed for."""
    rows = models.MeetingAgreement.objects.filter(meeting_id=meeting_id, agreement__isnull=False)
    return list(rows.order_by("created_at", "id").values_list("theme_id", "agreement_id"))


def _rows(rows: Iterable[models.Minutes]) -> list[MinutesRow]:
    found = list(rows)
    passages = passages_of(found)
    return [_row(row, covers_of(row.content, passages.get(row.meeting_id, ()))) for row in found]


def _row(row: models.Minutes, covers: tuple[CoverRow, ...]) -> MinutesRow:
    said = {one.number: for_some(one.words, one.number) for one in covers if one.words is not None}
    texts = Written(*(read(one, said) for one in (row.citizen_said, row.citizen_note, row.content)))
    return MinutesRow(
        row.id, MeetingId(row.meeting_id), CourseId(row.course_id), row.version,
        MinutesState(row.state), texts.citizen_said, texts.content, texts.citizen_note,
        row.seen_beside, row.offered, row.recipients, row.reason, row.written_by.name,
        row.shown_at, row.seen_at, row.published_at, covers,
        Written(row.citizen_said, row.citizen_note, row.content),
    )  # fmt: skip
