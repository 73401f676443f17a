"""Circles, who sits in them, and their meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.circles import models
from landfast.circles.rules.kinds import Kind
from landfast.circles.rules.standing import SittingState
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people

LISTED = 50


@dataclass(frozen=True)
class CircleRow:
    """A standing meeting as everybody may know it."""

    id: UUID
    kind: Kind
    name: str
    about: str
    unit_id: UnitId
    unit: str
    leader_id: PersonId
    leader: str
    every_weeks: int
    weekday: int
    at_clock: time
    minutes_long: int
    place: str


@dataclass(frozen=True)
class SeatRow:
    """Somebody who sits in a circle for a unit."""

    id: UUID
    person_id: PersonId
    person: str
    unit_id: UnitId
    unit: str
    organisation: str


@dataclass(frozen=True)
class SittingRow:
    """One meeting of a circle."""

    id: UUID
    circle_id: UUID
    circle: str
    state: SittingState
    starts_at: datetime
    minutes_long: int
    place: str
    sequence: int
    was_there: tuple[UUID, ...] = ()
    """Who was, of one that is held."""
    guests: str = ""

    @property
    def on(self) -> date:
        """Its day in Denmark."""
        return date_in_denmark(self.starts_at)


@dataclass(frozen=True)
class Reach:
    """Circles as the database knows them for the actor."""

    mine: frozenset[UUID]
    """I sit there."""
    kept: frozenset[UUID]
    """I lead it, or the unit that holds it."""
    near: frozenset[UUID]
    """Somebody sits there for a unit of mine, or below one."""


def reach() -> Reach:
    """What the actor is to which circles. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select circles_mine(), circles_kept(), circles_near()")
        return Reach(*map(frozenset, cursor.fetchone()))


def sits(circle_id: UUID) -> bool:
    """Does the actor sit in the circle now?"""
    return circle_id in reach().mine


def keeps(circle_id: UUID) -> bool:
    """Does the actor lead the circle, or the unit that holds it?"""
    return circle_id in reach().kept


def _circles(**which: Any) -> list[CircleRow]:
    rows = models.Circle.objects.select_related("unit", "leader").filter(ended_at=None, **which)
    return [
        CircleRow(
            row.id, Kind(row.kind), row.name, row.about, UnitId(row.unit_id), row.unit.name,
            PersonId(row.leader_id), row.leader.name, row.every_weeks, row.weekday, row.at_clock,
            row.minutes_long, row.place,
        )
        for row in rows.order_by("name", "id")
    ]  # fmt: skip


def circles(ids: Iterable[UUID]) -> list[CircleRow]:
    """Some circles, by name."""
    return _circles(id__in=list(ids))


def circle(circle_id: UUID) -> CircleRow:
    """One circle that runs."""
    found = _circles(id=circle_id)
    if not found:
        raise NotFound
    return found[0]


def seats(circle_id: UUID) -> list[SeatRow]:
    """Who sits there now, by unit and name."""
    rows = models.Seat.objects.select_related("person", "unit__organisation")
    rows = rows.filter(circle_id=circle_id, ended_at=None)
    return [
        SeatRow(
            row.id, PersonId(row.person_id), row.person.name, UnitId(row.unit_id), row.unit.name,
            row.unit.organisation.name,
        )
        for row in rows.order_by("unit__organisation__sort_key", "unit__name", "person__sort_key")
    ]  # fmt: skip


def known_words(circle_id: UUID) -> set[str]:
    """Names that are no citizen's: the units, houses and people who meet here."""
    sitting = seats(circle_id)
    return {name for row in sitting for name in (row.person, row.unit, row.organisation)}


def _sitting(row: models.Sitting) -> SittingRow:
    return SittingRow(
        row.id, row.circle_id, row.circle.name, SittingState(row.state), row.starts_at,
        row.minutes_long, row.place, row.sequence, tuple(UUID(key) for key in row.was_there),
        row.guests,
    )  # fmt: skip


def sitting(sitting_id: UUID) -> SittingRow:
    """One meeting."""
    row = models.Sitting.objects.select_related("circle").filter(id=sitting_id).first()
    if row is None:
        raise NotFound
    return _sitting(row)


def sittings(circle_ids: Iterable[UUID], state: SittingState) -> list[SittingRow]:
    """Meetings of some circles in one state, the newest first."""
    rows = models.Sitting.objects.select_related("circle").filter(
        circle_id__in=list(circle_ids), state=state
    )
    return [_sitting(row) for row in rows.order_by("-starts_at", "-id")[:LISTED]]


def next_sitting(circle_id: UUID) -> SittingRow | None:
    """The one that is planned."""
    return next(iter(sittings([circle_id], SittingState.PLANNED)), None)


def own_units(actor: Actor) -> dict[UnitId, str]:
    """Where the actor works now."""
    return {row.unit_id: row.unit for row in people.employments(person_id=actor.person_id)}
