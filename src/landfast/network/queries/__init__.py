"""Reads of the people around the citizen: team, relations, spheres, contact card."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import F

from landfast.consent import queries as consent
from landfast.course.queries.holding import answers_now, holders
from landfast.course.rules.holding import Answers, Holders
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.kernel.ids import PersonId
from landfast.network import models
from landfast.network.queries.close import close_role
from landfast.network.rules import (
    Closeness,
    EmptySeat,
    Kind,
    Said,
    SeatAnswer,
    Sphere,
    Tie,
    missing_seats,
)
from landfast.people.rules import role_name
from landfast.programmes.rules import NeedArea


@dataclass(frozen=True)
class MemberRow:
    """A professional in the team, with the line that the citizen understands (B2)."""

    id: UUID
    person_id: PersonId
    name: str
    phone: str
    profession: str
    role: str
    role_name: str
    helps_with: str
    mandate: str
    call_when: str
    sphere: Sphere
    closeness: Closeness
    decides_authority: bool
    since: date
    until: date | None
    may_read: bool
    has_face: bool = False
    """Has she put a picture of herself there?"""
    is_untold: bool = False
    """The citizen has said: not to be told anything."""
    helped_by: str = ""
    """Who moved them beside her, until she has said that it is so."""
    leaves_on: date | None = None
    follower: str = ""
    """Who comes instead, when somebody is known."""
    waits: bool = False
    """Has she said that she would rather wait for somebody new?"""


@dataclass(frozen=True)
class RelationRow:
    """Somebody the citizen has named."""

    id: UUID
    name: str
    is_to_me: str
    sphere: Sphere
    closeness: Closeness
    tie: Tie | None
    phone: str
    note: str
    kind: Kind = Kind.PERSON
    only_mine: bool = False
    """Drawn for herself alone: nobody else knows that it stands there."""
    is_untold: bool = False
    """She has said: not to be told anything."""
    helped_by: str = ""
    """Who drew them beside her, until she has said that it is so."""


@dataclass(frozen=True)
class SphereRow:
    """A sphere of the network as a list: the closest first."""

    sphere: Sphere
    people: list[MemberRow | RelationRow]


@dataclass(frozen=True)
class ContactCard:
    """Who to call (borgerkort, B3): coordinator on top, second, who answers now, the team."""

    held: Holders
    answers: Answers | None
    members: list[MemberRow]
    lines: list[Line]
    """The chain for evenings, nights and holidays, on paper too."""

    @property
    def helpers(self) -> list[MemberRow]:
        """The team without those above: by who they are, since two can have one name."""
        held = {one.person_id for one in self.held.chain}
        return [row for row in self.members if row.person_id not in held]


def members(course_id: UUID, *, former: bool = False) -> list[MemberRow]:
    """The team now (eller dem, der har været med), closest first. Two queries."""
    rows = models.Member.objects.filter(course_id=course_id, until__isnull=not former)
    may_read = consent.allowed(course_id)
    found = [
        MemberRow(
            row.id, PersonId(row.person_id), row.person.name, row.person.phone,
            row.person.profession, row.role, role_name(row.role), row.helps_with, row.mandate,
            row.call_when, Sphere(row.sphere), Closeness(row.closeness), row.decides_authority,
            row.since, row.until, row.person_id in may_read, row.face is not None,
            row.is_untold, _helper(row), row.leaves_on, row.follower.name if row.follower else "",
            row.waits_at is not None,
        )
        for row in rows.select_related("person", "helped_by", "follower")
        .annotate(face=F("person__face__id")).order_by("person__sort_key", "id")
    ]  # fmt: skip
    return sorted(found, key=lambda row: _distance(row.closeness))


def _helper(row: models.MadeBeside) -> str:
    return row.helped_by.name if row.helped_by else ""


@dataclass(frozen=True)
class Tenure:
    """From when to when somebody was in the team, and for what."""

    name: str
    helps_with: str
    since: date
    until: date | None
    role: str


def team_over_time(course_id: UUID) -> list[Tenure]:
    """Everybody who is or was in the team, the first one first; one query."""
    rows = models.Member.objects.filter(course_id=course_id).order_by("since", "id")
    return [
        Tenure(*one)
        for one in rows.values_list("person__name", "helps_with", "since", "until", "role")
    ]


def relations(course_id: UUID) -> list[RelationRow]:
    """The people the citizen has named and not taken off the map, closest first."""
    rows = models.Relation.objects.filter(course_id=course_id, removed_on=None)
    found = [
        RelationRow(
            row.id, row.name, row.is_to_me, Sphere(row.sphere), Closeness(row.closeness),
            Tie(row.tie) if row.tie else None, row.phone, row.note, Kind(row.kind), row.only_mine,
            row.is_untold, _helper(row),
        )
        for row in rows.select_related("helped_by").order_by("created_at", "id")
    ]  # fmt: skip
    return sorted(found, key=lambda row: _distance(row.closeness))


def names_near(course_ids: Collection[UUID]) -> tuple[set[str], set[str]]:
    """What those on these maps are called, and who is or was in these teams. Two queries."""
    close = models.Relation.objects.filter(course_id__in=course_ids)
    team = models.Member.objects.filter(course_id__in=course_ids)
    return (
        set(close.order_by("id").values_list("name", flat=True)),
        set(team.order_by("id").values_list("person__name", flat=True)),
    )


def shared_relations(course_id: UUID) -> list[RelationRow]:
    """Those of them whom the others see too: only they can be asked to a meeting, or to help."""
    return [row for row in relations(course_id) if not row.only_mine]


def askable(
    course_id: UUID,
) -> tuple[list[MemberRow], list[RelationRow]]:
    """Who can be asked to a meeting: never one whom she has said is not to be told (G2)."""
    team, own = members(course_id), shared_relations(course_id)
    return [row for row in team if not row.is_untold], [row for row in own if not row.is_untold]


def people_by_sphere(course_id: UUID) -> list[SphereRow]:
    """The network as a list by sphere and closeness (netværkskort som liste, B1). Three queries."""
    everybody: list[MemberRow | RelationRow] = [*relations(course_id), *members(course_id)]
    return [
        SphereRow(
            sphere,
            sorted(
                (one for one in everybody if one.sphere is sphere),
                key=lambda one: _distance(one.closeness),
            ),
        )
        for sphere in Sphere
    ]


def _distance(closeness: Closeness) -> int:
    return list(Closeness).index(closeness)


def contact_card(course_id: UUID, at: datetime | None = None) -> ContactCard:
    """Everything on the contact card (Mine folk, B3), in six queries at most."""
    held = holders(course_id)
    lines = directory.answer_lines(held.unit_id)
    return ContactCard(held, answers_now(held, at, lines), members(course_id), lines)


def authority_roles_of(course_id: UUID, person_id: UUID) -> list[str]:
    """In which roles the person decides authority matters in this course (neutralitet, A11).

    Answers those who reach the course's frame: they appoint without seeing the team.
    """
    with connection.cursor() as cursor:
        cursor.execute("select network_authority_roles(%s, %s)", [course_id, person_id])
        [(roles,)] = cursor.fetchall()
    return list(roles)


def present_roles(people_there: Iterable[MemberRow | RelationRow]) -> set[str]:
    """The roles that sit at the table: the team's, and family and friends as what they are."""
    found: set[str] = set()
    for one in people_there:
        if isinstance(one, MemberRow):
            found.add(one.role)
        else:
            found.add(close_role(one.sphere))
    return found


def seats(course_id: UUID, needs: Collection[NeedArea]) -> list[EmptySeat]:
    """Empty seats at the table (manglende aktører, B4), for needs that somebody has told of."""
    return missing_seats(needs, present_roles([*relations(course_id), *members(course_id)]))


class SeatsSaid(NamedTuple):
    """What the citizen has said, by need: to its empty seat, and to whom to have beside."""

    empty: dict[NeedArea, Said]
    beside: dict[NeedArea, Said]


def seats_said(course_id: UUID) -> SeatsSaid:
    """What the citizen has said to empty seats, and of roles to think of; one query."""
    said = SeatsSaid({}, {})
    for row in models.Seat.objects.filter(course_id=course_id):
        answers = said.beside if row.beside else said.empty
        answers[NeedArea(row.need)] = Said(
            SeatAnswer(row.answer), row.answered_at, row.times, row.by_another
        )
    return said
