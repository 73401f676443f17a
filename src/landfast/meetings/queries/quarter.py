"""What the planner of a quarter is told, and what a leader sees of its plan."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.directory import places
from landfast.directory.places import RoomRow
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.kernel.reading import json_of
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.timing import ANYONE, weekly
from landfast.meetings.rules import quarter
from landfast.meetings.rules.formats import part_rules
from landfast.meetings.rules.quarter import Quarter, Waiting
from landfast.meetings.rules.reflectors import Sitting, reflector_seats
from landfast.meetings.rules.timing import Attendee, DayPart, House, TimeWish
from landfast.meetings.rules.words import PlanState
from landfast.meetings.scheduling.shapes import Days, Span, Weekly, Why
from landfast.people import queries as people
from landfast.people.available import Available, available

Row = dict[str, Any]


@dataclass(frozen=True)
class RunRow:
    """A planning of some weeks, as its leader follows it."""

    id: UUID
    first: date
    last: date
    state: PlanState
    wanted: int
    placed: int
    touched_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True)
class PlannedRow:
    """Where a meeting would be put, or why it would not; whose course, and nothing of it."""

    course_id: UUID
    meeting_id: UUID
    leader_id: PersonId
    stands: datetime | None
    at: datetime | None
    room: str
    cost: dict[str, int]
    why: Why | None


def runs(limit: int = 5) -> list[RunRow]:
    """The last runs of the units that one leads, the newest first."""
    return [_run(row) for row in models.PlanRun.objects.order_by("-created_at", "-id")[:limit]]


def run(run_id: UUID) -> RunRow:
    """One run. Somebody who leads none of its units finds none."""
    row = models.PlanRun.objects.filter(id=run_id).first()
    if row is None:
        raise NotFound
    return _run(row)


def _run(row: models.PlanRun) -> RunRow:
    return RunRow(
        row.id, row.first_on, row.last_on, PlanState(row.state), row.wanted, row.placed,
        row.touched_at, row.ended_at,
    )  # fmt: skip


def is_running() -> bool:
    """Is something planned for one's units right now, by a planner that is still there?"""
    rows = models.PlanRun.objects.filter(state__in=(PlanState.WAITING, PlanState.RUNNING))
    return rows.exists()


def planned(run_id: UUID) -> list[PlannedRow]:
    """What came of a run, the meetings without a time first."""
    rooms = {row.id: row.called for row in places.all_rooms()}
    with connection.cursor() as cursor:
        cursor.execute("select * from meetings_see_plan(%s)", [run_id])
        return [
            PlannedRow(
                course, meeting, PersonId(leader), stands, at, rooms.get(room, ""),
                json_of(cost), quarter.read_why(why),
            )
            for course, meeting, leader, stands, at, room, cost, why in cursor.fetchall()
        ]  # fmt: skip


def facts_of(run_id: UUID) -> tuple[Quarter, dict[str, str]]:
    """Everything the planner needs, and what the rooms are called. The clock asks, nobody else."""
    row = run(run_id)
    days = Days(max(row.first, today()), row.last)
    with connection.cursor() as cursor:
        cursor.execute("select meetings_plan_facts(%s)", [run_id])
        (told,) = cursor.fetchone()
    data: Row = json_of(told)
    units = {unit.id: unit.organisation_id for unit in people.all_units()}
    ours = {units[UnitId(UUID(one["unit"]))] for one in data["meetings"]}
    rooms = [room for room in places.all_rooms() if units[room.unit_id] in ours]
    called = {str(room.id): room.called for room in rooms}
    meetings = tuple(_waiting(one, {name: key for key, name in called.items()}, rooms)
                     for one in data["meetings"])  # fmt: skip
    asked = {who for one in meetings for who in (*one.must, *one.may)}
    known = available([UUID(who) for who in asked], days.first, days.last)
    facts = Quarter(
        today(), days, meetings, _attendees(known, data, rooms, ours),
        _houses(rooms, _spans(data["rooms"])),
    )  # fmt: skip
    return facts, called


def _waiting(one: Row, rooms: dict[str, str], known: list[RoomRow]) -> Waiting:
    roles = {role for need in one["must"] for role in need["roles"]} - ANYONE
    guests = [guest for guest in one["guests"] if guest["person"] != one["leader"]]
    asked = [guest for guest in guests if guest["person"]]
    must = [guest["person"] for guest in asked if guest["part"] or guest["role"] in roles]
    there = [Sitting(guest["person"], guest["role"], guest["part"]) for guest in asked]
    is_called = one["state"] == "called"
    seats = reflector_seats(one["reflects"], part_rules(one["parts_of"]), there, must)
    houses = {str(room.id): room.place for room in known}
    booked = one["room"] if one["room"] in houses else rooms.get(one["place"])
    return Waiting(
        one["id"], one["course"], one["minutes"], 2 + len(guests), (one["leader"], *must),
        tuple(guest["person"] for guest in asked if guest["person"] not in must),
        TimeWish(
            _day(one["first"]), _day(one["last"]), tuple(DayPart(part) for part in one["parts"]),
            tuple(one["weekdays"]), tuple(one["avoids"]),
        ),
        "" if booked else one["place"], _local(one["starts"]), booked, is_called,
        one["notice"], () if is_called else seats,
    )  # fmt: skip


def _attendees(
    known: dict[PersonId, Available], data: Row, rooms: list[RoomRow], ours: set[OrganisationId]
) -> tuple[Attendee, ...]:
    taken = _spans(data["taken"])
    kept: dict[UUID, list[Weekly]] = defaultdict(list)
    for row in places.meeting_days({unit for about in known.values() for unit in about.units}):
        kept[row.unit_id].append(weekly(row.block))
    homes: dict[UUID, str] = {room.unit_id: room.place for room in reversed(rooms)}
    return tuple(
        Attendee(
            str(who),
            tuple(Weekly(one.weekday, one.opens, one.closes) for one in about.hours),
            tuple(Days(one.first, one.last or date.max) for one in about.away),
            tuple(taken[str(who)]),
            next((homes.get(unit, str(unit)) for unit in about.units), None),
            bool(ours & about.organisations),
            tuple(block for unit in about.units for block in kept.get(unit, ())),
        )
        for who, about in sorted(known.items(), key=lambda two: str(two[0]))
    )


def _houses(rooms: list[RoomRow], taken: dict[str, list[Span]]) -> tuple[House, ...]:
    return tuple(
        House(str(one.id), one.place, one.seats, one.way, tuple(taken[str(one.id)]))
        for one in rooms
    )


def _spans(rows: list[list[str]]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for who, starts, ends in rows:
        first, last = _local(starts), _local(ends)
        if first and last:
            found[who].append(Span(first, last))
    return found


def _local(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told).astimezone(DENMARK).replace(tzinfo=None) if told else None


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def next_run() -> UUID | None:
    """The run that waits longest, or one whose planner was stopped. The clock asks."""
    rows = models.PlanRun.objects.filter(state__in=(PlanState.WAITING, PlanState.RUNNING)).order_by(
        "created_at", "id"
    )
    for row in rows:
        if row.state == PlanState.WAITING or quarter.is_lost(row.touched_at, now()):
            return row.id
    return None
