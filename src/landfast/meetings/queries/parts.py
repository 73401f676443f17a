"""A meeting as somebody reads it who is let in to it only: frame, themes, minutes that are out."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from landfast.kernel.clock import now
from landfast.meetings import models
from landfast.meetings.queries.minutes import sent_minutes
from landfast.meetings.queries.shapes import MinutesRow
from landfast.meetings.rules import Attends, MeetingState
from landfast.meetings.rules.ahead import Moves, moves, waits_for_her_yes
from landfast.meetings.rules.formats import Citizen
from landfast.meetings.rules.preparing import AHEAD


@dataclass(frozen=True)
class PartMeeting:
    """One meeting without the people at the table: they are the team's to see."""

    id: UUID
    course_id: UUID
    format: str
    state: MeetingState
    starts_at: datetime | None
    minutes_long: int
    place: str
    breaks: str
    seating: str
    speaks_first: str
    not_to_talk_about: str
    leader: str
    attends: Attends | None
    own_word: str
    themes: tuple[tuple[str, bool], ...]
    """The words of each, and whether it was kept at the meeting before."""
    minutes: MinutesRow | None
    moves: Moves | None = None
    """To a guest: what is another once she has said yes to it, if anything is."""

    @property
    def is_ahead(self) -> bool:
        """Can one still say how one takes part?"""
        return self.state in AHEAD


def meetings_for_her(course_id: UUID) -> list[PartMeeting]:
    """All her meetings that were called, the newest first. Three queries."""
    rows = models.Meeting.objects.filter(course_id=course_id)
    return _read(rows.exclude(state=MeetingState.PREPARING))


def visited(meeting_ids: Collection[UUID]) -> list[PartMeeting]:
    """The meetings that the actor is let in to, the newest first. Three queries.

    A guest is told a new time and place when she has said yes to them, as the others are (C4).
    """
    return _read(models.Meeting.objects.filter(id__in=meeting_ids), told=told_to_guest)


@dataclass(frozen=True)
class AskedTo:
    """A meeting that somebody close to her is asked to: where and when, and who leads it."""

    id: UUID
    starts_at: datetime | None
    place: str
    leader: str


def asked_to(course_id: UUID) -> list[AskedTo]:
    """The called meetings that the actor, who reads for her, is asked to, the next one first."""
    with connection.cursor() as cursor:
        cursor.execute("select * from meetings_asked_to(%s)", [course_id])
        return [AskedTo(*row) for row in cursor.fetchall()]


@dataclass(frozen=True)
class WhenRow:
    """A meeting and its time."""

    id: UUID
    course_id: UUID
    starts_at: datetime | None


def when_visited(meeting_ids: Collection[UUID]) -> list[WhenRow]:
    """When these meetings are, the newest first: the times that she has said yes to."""
    rows = models.Meeting.objects.select_related("format").filter(id__in=meeting_ids)
    return [
        WhenRow(row.id, row.course_id, told_to_guest(row).starts_at)
        for row in rows.order_by("-starts_at", "-id")
    ]


def is_waiting(row: models.Meeting) -> bool:
    """Was a called meeting changed, and has she who leads it not said yes to it yet?"""
    return row.state == MeetingState.CALLED and waits_for_her_yes(
        Citizen(row.format.citizen), row.starts_at, now(), agreed=row.frame_agreed_at is not None
    )


@dataclass(frozen=True)
class Told:
    """When and where a meeting is, and how long, as somebody is told."""

    starts_at: datetime | None
    minutes_long: int
    place: str
    moves: Moves | None = None


def told_to_guest(row: models.Meeting) -> Told:
    """The time, length and place of her last yes, until she says yes to others; then those (C4)."""
    if not is_waiting(row):
        return as_it_stands(row)
    moved = moves((row.agreed_starts_at, row.agreed_place), (row.starts_at, row.place))
    lasts = row.agreed_minutes or row.minutes_long
    return Told(row.agreed_starts_at, lasts, row.agreed_place, moved)


def as_it_stands(row: models.Meeting) -> Told:
    """To her and her team: what waits for her yes too."""
    return Told(row.starts_at, row.minutes_long, row.place)


def _read(
    found: "QuerySet[models.Meeting]", told: Callable[[models.Meeting], Told] = as_it_stands
) -> list[PartMeeting]:
    rows = list(found.select_related("format", "leader", "coming").order_by("-starts_at", "-id"))
    themes: dict[UUID, list[tuple[str, bool]]] = defaultdict(list)
    keys = [row.id for row in rows]
    about = models.Theme.objects.filter(meeting_id__in=keys).order_by("position", "id")
    for meeting, words, is_kept in about.values_list("meeting_id", "words", "is_kept"):
        themes[meeting].append((words, is_kept))
    minutes = {row.meeting_id: row for row in sent_minutes(keys)}
    return [_part(row, told(row), tuple(themes[row.id]), minutes.get(row.id)) for row in rows]  # type: ignore[call-overload]


def _part(
    row: models.Meeting, told: Told, themes: tuple[tuple[str, bool], ...],
    minutes: MinutesRow | None,
) -> PartMeeting:  # fmt: skip
    return PartMeeting(
        row.id, row.course_id, row.format.name, MeetingState(row.state), told.starts_at,
        told.minutes_long, told.place, row.breaks, row.seating, row.speaks_first,
        row.not_to_talk_about, row.leader.name, row.attends, row.own_word, themes, minutes,
        told.moves,
    )  # fmt: skip
