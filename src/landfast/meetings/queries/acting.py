"""Reads of what was done in the room: what stands, and what waits beside it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Max

from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.room import lines_of, table_of
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.acts import Act, Done, kept_act
from landfast.meetings.rules.merging import ActKind, Clash
from landfast.meetings.rules.minutes import Line
from landfast.meetings.rules.turns import Table

NOTHING = UUID(int=0)


@dataclass(frozen=True)
class HeldAct:
    """An act that came late, and the notes that were written meanwhile."""

    id: UUID
    by: str
    by_id: UUID
    meeting_id: UUID
    course_id: UUID
    act: Act
    clash: Clash
    is_settled: bool
    meanwhile: list[Line]
    note: str
    """The note as it stands, where the act would have changed it."""


def act_done(act_id: UUID) -> Done | None:
    """What became of an act that was sent before; None when it has not arrived."""
    row = models.RoomAct.objects.filter(id=act_id).first()
    return Done(row.now_saw, row.clash, row.settled_at is not None) if row else None


def is_running(meeting_id: UUID) -> bool:
    """Is the room still open?"""
    return models.Meeting.objects.filter(id=meeting_id, state=MeetingState.RUNNING).exists()


def stands(meeting_id: UUID, act: Act) -> str | None:
    """What stands now where the act would write: a number, a version, a choice; None is nothing."""
    of = models.Meeting.objects.filter(id=meeting_id)
    match act.kind:
        case ActKind.SAY:
            return str(of.aggregate(last=Max("turns__seq"))["last"] or 0)
        case ActKind.NOTE:
            found = models.Turn.objects.filter(id=act.about or NOTHING, meeting_id=meeting_id)
            version = found.values_list("version", flat=True).first()
            return str(version) if version else None
        case ActKind.STAGE:
            return of.values_list("stage", flat=True).first()
        case ActKind.THEME | ActKind.DECIDES:
            themes = models.Theme.objects.filter(id=act.theme or NOTHING, meeting_id=meeting_id)
            field = "ended" if act.kind is ActKind.THEME else "decides"
            return themes.values_list(field, flat=True).first()
    return None


def table_now(meeting_id: UUID) -> Table:
    """The table as it stands, for who decides what a note is."""
    return table_of(models.Meeting.objects.select_related("format").get(id=meeting_id))


def held_acts(meeting_id: UUID) -> list[HeldAct]:
    """What waits for the leader's choice, the oldest first."""
    rows = models.RoomAct.objects.filter(meeting_id=meeting_id, settled_at=None).exclude(clash="")
    return [_held(row) for row in rows.select_related("by", "meeting").order_by("created_at", "id")]


def held_act(act_id: UUID) -> HeldAct:
    """One of them."""
    row = models.RoomAct.objects.select_related("by", "meeting").filter(id=act_id).first()
    if row is None or not row.clash:
        raise NotFound
    return _held(row)


def _held(row: models.RoomAct) -> HeldAct:
    act = kept_act(row.id, ActKind(row.kind), row.saw, row.words)
    is_turn = row.clash in {Clash.TURN, Clash.RULE} and row.saw.isdecimal()
    note = (
        models.Turn.objects.filter(id=act.about or NOTHING).values_list("text", flat=True).first()
    )
    return HeldAct(
        row.id, row.by.name, row.by_id, row.meeting_id, row.course_id, act, Clash(row.clash),
        row.settled_at is not None,
        lines_of(row.meeting, after=int(row.saw)) if is_turn else [], note or "",
    )  # fmt: skip


def room_mark(meeting_id: UUID) -> str:
    """A mark that changes with the room and says nothing of it: screens ask it often."""
    with connection.cursor() as cursor:
        cursor.execute("select meetings_room_mark(%s)", [meeting_id])
        (mark,) = cursor.fetchone()
    if mark is None:
        raise NotFound
    return str(mark)
