"""Reads of the map's history: where everybody stood, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.consent.proxies import proxies
from landfast.network import models
from landfast.network.queries import MemberRow, RelationRow
from landfast.network.rules import Closeness, Kind, Sphere, Tie
from landfast.network.rules.drawing import Reading, Spot, Stood, Undo, reading_after, to_undo


@dataclass(frozen=True)
class Thing:
    """Somebody or something that stands, or has stood, on the map."""

    id: UUID
    name: str
    is_member: bool
    kind: Kind = Kind.PERSON
    only_mine: bool = False
    helped_by: str = ""


def history(course_id: UUID) -> list[Stood]:
    """Every line of the map, the oldest first. One query."""
    rows = models.Standing.objects.filter(course_id=course_id).order_by("created_at", "id")
    return [stood(row) for row in rows]


def stood(row: models.Standing) -> Stood:
    """A line as the rules read it."""
    spot = Spot(
        Sphere(row.sphere), Closeness(row.closeness), Tie(row.tie) if row.tie else None, row.is_gone
    )
    thing = row.member_id or row.relation_id
    assert thing is not None  # noqa: S101 - the database holds to it: one of them
    return Stood(row.id, thing, row.member_id is not None, spot, row.created_at, row.undoes_id)


def reading_touched(course_id: UUID, found: Undo) -> Reading | None:
    """What taking it back means to who was let in from there; asked only where it can matter."""
    if not (found.spot.is_gone or found.comes_back):
        return None
    there = [row for row in proxies(course_id) if row.place == found.thing]
    return reading_after(found, reads=any(row.runs for row in there), has_read=bool(there))


@dataclass(frozen=True)
class WayBack:
    """What Fortryd would do next: to whom, and what it means to what they read."""

    name: str
    reading: Reading | None


def way_back(course_id: UUID, known: Sequence[Stood], today: date) -> WayBack | None:
    """The last stroke of today in the history that is `known`, if there is one to take back."""
    found = to_undo(known, today)
    if found is None:
        return None
    reading = reading_touched(course_id, found)
    return WayBack(things(course_id)[found.thing].name if reading else "", reading)


def on_map(rows: Iterable[MemberRow | RelationRow]) -> list[tuple[Thing, Spot]]:
    """Who stands on the map now, from the rows of the people around her; no query."""
    return [
        (
            Thing(row.id, row.name, False, row.kind, row.only_mine, row.helped_by),
            Spot(row.sphere, row.closeness, row.tie),
        )
        if isinstance(row, RelationRow)
        else (
            Thing(row.id, row.name, True, helped_by=row.helped_by),
            Spot(row.sphere, row.closeness),
        )
        for row in rows
    ]


def things(course_id: UUID) -> dict[UUID, Thing]:
    """Everybody who is on the map or was, by key. Two queries."""
    members = models.Member.objects.filter(course_id=course_id).select_related("person")
    relations = models.Relation.objects.filter(course_id=course_id)
    team = [Thing(row.id, row.person.name, True) for row in members.order_by("id")]
    own = [
        Thing(row.id, row.name, False, Kind(row.kind), row.only_mine)
        for row in relations.order_by("id")
    ]
    return {one.id: one for one in (*own, *team)}
