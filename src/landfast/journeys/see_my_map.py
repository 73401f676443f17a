"""The citizen opens her network map, as it is or as it was on a day (B1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.own import OwnCourse
from landfast.journeys.see_own_course import opened_own
from landfast.journeys.who_reads import ReaderToHer, who_reads
from landfast.kernel.clock import today
from landfast.network import queries as network
from landfast.network.queries import MemberRow, RelationRow, drawing
from landfast.network.queries.drawing import Thing, WayBack
from landfast.network.rules import Closeness
from landfast.network.rules.drawing import Spot, as_of, versions


@dataclass(frozen=True)
class MyMap:
    """Everybody on the map of one day, its days, and who else can see it."""

    course: OwnCourse
    placed: list[tuple[Thing, Spot]]
    days: list[date]
    day: date | None
    """The day that is looked back at; None: as it is now."""
    way_back: WayBack | None
    """What Fortryd would do; None when there is nothing of today."""
    readers: list[ReaderToHer]


def see_my_map(actor: Actor, wanted: UUID | None = None, number: int | None = None) -> MyMap | None:
    """Mit netværkskort: everybody in their place; `number` counts its days from 1 (B1)."""

    def read(course: OwnCourse) -> MyMap:
        history = drawing.history(course.id)
        days = versions(history)
        back = days[number - 1] if number and number < len(days) else None
        placed = _then(course.id, as_of(history, back)) if back else _now(course.id)
        draws = course.runs and back is None
        undo = drawing.way_back(course.id, history, today()) if draws else None
        return MyMap(course, placed, days, back, undo, who_reads(course.id))

    return opened_own(actor, wanted, "Netværkskortet", read)


def _then(course_id: UUID, spots: Mapping[UUID, Spot]) -> list[tuple[Thing, Spot]]:
    known = drawing.things(course_id)
    return _closest_first([(known[key], spot) for key, spot in spots.items() if key in known])


def _now(course_id: UUID) -> list[tuple[Thing, Spot]]:
    there: list[MemberRow | RelationRow] = []
    there += network.relations(course_id)
    there += network.members(course_id)
    return _closest_first(drawing.on_map(there))


def _closest_first(placed: list[tuple[Thing, Spot]]) -> list[tuple[Thing, Spot]]:
    order = list(Closeness)
    return sorted(placed, key=lambda one: order.index(one[1].closeness))
