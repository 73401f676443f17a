"""What decides when a meeting can be: the people at its table, rooms, and what is taken (C3)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.directory import places
from landfast.directory.places import RoomRow
from landfast.directory.rules import Block, released_until
from landfast.kernel.clock import DENMARK, today
from landfast.kernel.ids import OrganisationId, PersonId
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.rules import Part, Reflects, Reply, timing
from landfast.meetings.rules.formats import Citizen
from landfast.meetings.rules.timing import Attendee, DayPart, Facts, House, TimeWish
from landfast.meetings.scheduling.shapes import Days, Span, Weekly
from landfast.people.available import Available, available

ANYONE = frozenset({"*", "*professional", "*promiser"})


@dataclass(frozen=True)
class Search:
    """A meeting that looks for a time: the facts, and what they are called."""

    facts: Facts
    names: dict[str, str]
    rooms: dict[str, RoomRow]

    @property
    def houses(self) -> list[str]:
        """The houses that have rooms: what she can say that she would rather avoid."""
        return sorted({room.place for room in self.rooms.values()})


@dataclass(frozen=True)
class _Taken:
    person: str
    span: Span
    room: str | None


@dataclass(frozen=True)
class _Known:
    """What the house knows of those who are asked."""

    known: dict[PersonId, Available]
    days: Days
    rooms: dict[str, RoomRow]
    organisation: OrganisationId


def search_of(meeting_id: UUID, organisation: OrganisationId) -> Search:
    """All that decides when one meeting can be. Ten queries, however many are asked."""
    row = models.Meeting.objects.select_related("format", "leader").filter(id=meeting_id).first()
    if row is None:
        raise NotFound
    guests = list(row.participants.select_related("person").order_by("position", "id"))
    wish = wish_of(row)
    notice = max(row.format.notice_days, timing.NOTICE)
    days = timing.window(wish, today(), notice)
    rooms = places.rooms_in(organisation)
    asked = {row.leader_id: row.leader.name} | {
        one.person.id: one.person.name for one in guests if one.person
    }
    known = available(asked, days.first, days.last)
    ways = {str(room.id): room for room in rooms}
    everybody = _attendees(row, guests, _Known(known, days, ways, organisation))
    facts = Facts(
        today(), row.minutes_long, _seats(row, guests), wish, everybody,
        _houses(row.id, rooms, days), _own_place(row, rooms), _needs(row, guests),
        row.starts_at.astimezone(DENMARK).replace(tzinfo=None)
        if row.starts_at and any(one.reply == Reply.DECLINED for one in guests) else None,
        released_until(today()), row.format.citizen != Citizen.ABSENT,
        notice,
    )  # fmt: skip
    return Search(facts, {str(one): name for one, name in asked.items()}, ways)


def _seats(row: models.Meeting, guests: Sequence[models.Participant]) -> int:
    """How many the room must seat: her, the one who leads, and everybody asked."""
    return 2 + sum(one.person_id != row.leader_id for one in guests)


def wish_of(row: models.Meeting) -> TimeWish:
    """What she has said of time and place."""
    return TimeWish(
        row.search_from, row.search_until, tuple(DayPart(one) for one in row.day_parts),
        tuple(row.weekdays), tuple(row.avoids),
    )  # fmt: skip


def _own_place(row: models.Meeting, rooms: Sequence[RoomRow]) -> str:
    """A place of hers: what stands in the frame, unless it is a room of ours."""
    booked = {room.called: room.place for room in rooms}
    return booked.get(row.place, row.place)


def _attendees(
    row: models.Meeting, guests: Sequence[models.Participant], house: _Known
) -> tuple[Attendee, ...]:
    kept, homes = _blocks(house.known), _homes(house.known, house.rooms)
    taken = _spans(row.id, house, homes)
    parts = {one.person_id: one for one in guests if one.person_id}
    must = _must_roles(row.format)
    return tuple(
        Attendee(
            str(who), _hours(about), _away(about, house.days), tuple(taken[str(who)]),
            homes.get(str(who)), house.organisation in about.organisations,
            tuple(block for unit in about.units for block in kept.get(unit, ())),
            who == row.leader_id or _must(parts.get(who), must),
            _could_be(parts.get(who), row, who),
            who in parts and parts[who].reply == Reply.DECLINED,
        )
        for who, about in house.known.items()
    )  # fmt: skip


def _spans(meeting_id: UUID, house: _Known, homes: dict[str, str]) -> dict[str, list[Span]]:
    """What is taken of each, the way to a meeting in another house included."""
    found: dict[str, list[Span]] = defaultdict(list)
    for one in _taken(meeting_id, house.days):
        room = house.rooms.get(one.room or "")
        is_away = room is not None and room.place != homes.get(one.person)
        found[one.person].append(timing.widened(one.span, room.way if room and is_away else 0))
    return found


def _must_roles(form: models.Format) -> frozenset[str]:
    named = {role for need in form.must_attend for role in need["roles"]}
    return frozenset(named) - ANYONE


def _must(one: models.Participant | None, roles: frozenset[str]) -> bool:
    return one is not None and (bool(one.part) or one.role in roles)


def _could_be(one: models.Participant | None, row: models.Meeting, who: UUID) -> tuple[str, ...]:
    """Somebody without a part may reflect; whoever leads does not (S000 §2.1)."""
    return (Part.REFLECTOR.value,) if one and not one.part and who != row.leader_id else ()


def _needs(
    row: models.Meeting, guests: Sequence[models.Participant]
) -> tuple[tuple[str, int], ...]:
    """A dialogue has somebody who reflects: when nobody is chosen, somebody who can is found."""
    if row.format.reflects != Reflects.REFLECTORS:
        return ()
    has = any(one.part == Part.REFLECTOR for one in guests)
    return () if has else ((Part.REFLECTOR.value, 1),)


def _hours(about: Available) -> tuple[Weekly, ...]:
    return tuple(Weekly(one.weekday, one.opens, one.closes) for one in about.hours)


def _away(about: Available, days: Days) -> tuple[Days, ...]:
    return tuple(Days(one.first, one.last or days.last) for one in about.away)


def _blocks(known: dict[PersonId, Available]) -> dict[UUID, list[Weekly]]:
    units = {unit for about in known.values() for unit in about.units}
    found: dict[UUID, list[Weekly]] = defaultdict(list)
    for day in places.meeting_days(units):
        found[day.unit_id].append(weekly(day.block))
    return found


def weekly(block: Block) -> Weekly:
    """A meeting day as the planner takes it."""
    return Weekly(block.weekday, block.opens, block.closes)


def _homes(known: dict[PersonId, Available], rooms: dict[str, RoomRow]) -> dict[str, str]:
    """Where each sets out from: the house of a room of her unit, else her unit itself."""
    houses: dict[UUID, str] = {room.unit_id: room.place for room in reversed(rooms.values())}
    return {
        str(who): houses.get(about.units[0], str(about.units[0]))
        for who, about in known.items() if about.units
    }  # fmt: skip


def _houses(meeting_id: UUID, rooms: Sequence[RoomRow], days: Days) -> tuple[House, ...]:
    taken: dict[str, list[Span]] = defaultdict(list)
    for room, starts, ends in _ask("meetings_rooms_taken", meeting_id, days):
        taken[str(room)].append(Span(_local(starts), _local(ends)))
    return tuple(
        House(str(room.id), room.place, room.seats, room.way, tuple(taken[str(room.id)]))
        for room in rooms
    )


def is_room_free(row: models.Meeting) -> bool:
    """Has no other meeting taken its room for its time? Who moves it holds the rooms first."""
    if row.starts_at is None:
        return True
    ends = row.starts_at + timedelta(minutes=row.minutes_long)
    with connection.cursor() as cursor:
        cursor.execute(
            "select not exists (select from meetings_rooms_taken(%s, %s, %s) where room = %s)",
            [row.id, row.starts_at, ends, row.room_id],
        )
        return bool(cursor.fetchone()[0])


def _taken(meeting_id: UUID, days: Days) -> list[_Taken]:
    return [
        _Taken(str(person), Span(_local(starts), _local(ends)), str(room) if room else None)
        for person, starts, ends, room in _ask("meetings_taken", meeting_id, days)
    ]


def _ask(function: str, meeting_id: UUID, days: Days) -> list[tuple[Any, ...]]:
    until = days.last + timedelta(days=1)
    with connection.cursor() as cursor:
        cursor.execute(
            f"select * from {function}(%s, %s, %s)",  # noqa: S608 - one of two names of ours
            [meeting_id, _instant(days.first), _instant(until)],
        )
        return list(cursor.fetchall())


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(), DENMARK)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(DENMARK).replace(tzinfo=None)
