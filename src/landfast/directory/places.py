"""Where meetings can be held, and when they are meant to be: rooms, fixed meeting days (C3, A8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import action, note_asked
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post, units_where
from landfast.access.rules import Permission
from landfast.directory import models, rules
from landfast.directory.rules import Block
from landfast.kernel.clock import now, today
from landfast.kernel.ids import OrganisationId, UnitId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da


@dataclass(frozen=True)
class RoomRow:
    """A room: where it is, how many it seats, and minutes to it from other houses."""

    id: UUID
    unit_id: UnitId
    name: str
    place: str
    seats: int
    way: int

    @property
    def called(self) -> str:
        """As it stands in an invitation."""
        return f"{self.name}, {self.place}"


@dataclass(frozen=True)
class MeetingDayRow:
    """A time of the week that a unit keeps free."""

    id: UUID
    unit_id: UnitId
    block: Block


def rooms_of(unit_id: UUID) -> list[RoomRow]:
    """The open rooms of a unit."""
    return _rooms(unit_id=unit_id)


def rooms_in(organisation_id: OrganisationId) -> list[RoomRow]:
    """The open rooms of a whole organisation."""
    return _rooms(unit__organisation_id=organisation_id)


def all_rooms() -> list[RoomRow]:
    """Every open room."""
    return _rooms()


def _rooms(**whose: UUID) -> list[RoomRow]:
    rows = models.Room.objects.filter(closed_on=None, **whose).order_by("place", "name", "id")
    return [_room(row) for row in rows]


def _room(row: models.Room) -> RoomRow:
    return RoomRow(row.id, UnitId(row.unit_id), row.name, row.place, row.seats, row.way)


def meeting_days(unit_ids: Iterable[UUID]) -> list[MeetingDayRow]:
    """The meeting days of some units, in the order of the week."""
    rows = models.MeetingDay.objects.filter(unit_id__in=list(unit_ids))
    return [
        MeetingDayRow(row.id, UnitId(row.unit_id), Block(row.weekday, row.opens, row.closes))
        for row in rows.order_by("weekday", "opens", "id")
    ]


@action
def add_room(*, actor: Actor, unit_id: UnitId, name: str, place: str, seats: int, way: int) -> UUID:
    """A room that meetings can be booked in."""
    require_keeper(actor, unit_id)
    rules.check_room(name, place, seats, way)
    told = {"name": name.strip(), "place": place.strip()}
    if models.Room.objects.filter(unit_id=unit_id, closed_on=None, **told).exists():
        raise NotNow("same_room", da("Enheden har allerede et lokale med det navn her."))
    row = models.Room(unit_id=unit_id, seats=seats, way=way, created_at=now(), **told)
    row.save(force_insert=True)
    record(actor, "directory.room_added", row, unit=unit_id)
    return row.id


@action
def close_room(*, actor: Actor, unit_id: UnitId, room_id: UUID) -> None:
    """No new meeting is booked in it; those that are stay there."""
    require_keeper(actor, unit_id)
    row = models.Room.objects.filter(id=room_id, unit_id=unit_id, closed_on=None).first()
    if row is None:
        raise NotFound
    row.closed_on = today()
    row.save(update_fields=["closed_on"])
    record(actor, "directory.room_closed", row, unit=unit_id)


@action
def add_meeting_day(*, actor: Actor, unit_id: UnitId, block: Block) -> None:
    """A time of the week that the unit keeps free for network meetings (domain A8 a)."""
    require_keeper(actor, unit_id)
    rules.check_block(block, [row.block for row in meeting_days([unit_id])])
    row = models.MeetingDay(
        unit_id=unit_id, weekday=block.weekday, opens=block.opens, closes=block.closes
    )
    row.save(force_insert=True)
    record(actor, "directory.meeting_day_added", row, unit=unit_id, weekday=block.weekday)


@action
def remove_meeting_day(*, actor: Actor, unit_id: UnitId, day_id: UUID) -> None:
    """The time is not kept free any more; meetings that stand there stand."""
    require_keeper(actor, unit_id)
    gone, _ = models.MeetingDay.objects.filter(id=day_id, unit_id=unit_id).delete()
    if not gone:
        raise NotFound
    record(actor, "directory.meeting_day_removed", unit=unit_id)


def require_keeper(actor: Actor, unit_id: UnitId) -> None:
    """Who leads the unit, or keeps it, says where and when it meets."""
    if unit_id not in units_where(actor, Permission.ORGANISATION_RUN):
        require_post(actor, Permission.COURSES_OVERSEE, unit=unit_id)
    note_asked()
