"""Reads of mandates, and of who decides beyond them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from landfast.directory import models
from landfast.directory.rules.mandates import (
    ANSWER_WITHIN,
    Choice,
    Decider,
    Mandate,
    Service,
    whom_to_ask,
)
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow, UnitRow
from landfast.people.rules import as_seen, role_name


@dataclass(frozen=True)
class MandateRow:
    """One mandate as it stands."""

    id: UUID
    said: Mandate

    @property
    def role_name(self) -> str:
        """Whose it is, in Danish."""
        return role_name(self.said.role)

    @property
    def seen(self) -> str:
        """As a page gives it back, to tell whether it still stands."""
        one = self.said
        figures = (one.amount, one.weeks, one.first, one.last)
        return as_seen(one.role, one.service, *map(str, figures))


@dataclass(frozen=True)
class Can:
    """A person with what she may promise alone."""

    person: PersonId
    name: str
    mandates: tuple[Mandate, ...]


def mandates_of(unit_id: UUID) -> list[MandateRow]:
    """A unit's mandates, those that are over left out."""
    rows = _running([unit_id])
    return sorted(rows, key=lambda row: (row.role_name, row.said.service, row.said.first))


def mandate(unit_id: UUID, mandate_id: UUID) -> MandateRow | None:
    """One of a unit's."""
    return next((row for row in mandates_of(unit_id) if row.id == mandate_id), None)


def _running(unit_ids: Iterable[UUID]) -> list[MandateRow]:
    rows = models.Mandate.objects.filter(unit_id__in=list(unit_ids)).exclude(ends_on__lt=today())
    return [
        MandateRow(
            row.id,
            Mandate(
                row.unit_id, row.role, Service(row.service), row.amount, row.weeks, row.starts_on,
                row.ends_on,
            ),
        )
        for row in rows.order_by("starts_on", "id")
    ]  # fmt: skip


def mandates_for(person_ids: Collection[UUID]) -> dict[PersonId, Can]:
    """What each of these may promise alone today: by their roles in their units and those above.

    Three queries, however many persons. Who is employed nowhere has no mandate.
    """
    jobs = people.employments(person_ids=person_ids)
    above = _ways_up(people.all_units())
    units = {unit for job in jobs for unit in above.get(job.unit_id, ())}
    rows = [row.said for row in _running(units) if row.said.runs(today())]
    found: dict[PersonId, Can] = {}
    for job in jobs:
        mine = tuple(
            row for row in rows if row.role == job.role and row.unit in above.get(job.unit_id, ())
        )
        had = found[job.person.id].mandates if job.person.id in found else ()
        found[job.person.id] = Can(job.person.id, job.person.name, (*had, *mine))
    return found


def _ways_up(units: list[UnitRow]) -> dict[UnitId, list[UnitId]]:
    """Each unit with itself and those above it, the nearest first."""
    parents = {unit.id: unit.parent_id for unit in units}
    found: dict[UnitId, list[UnitId]] = {}
    for unit, parent in parents.items():
        way, at = [unit], parent
        while at and at not in way:
            way.append(at)
            at = parents.get(at)
        found[unit] = way
    return found


def named_deciders(unit_id: UUID) -> list[Decider]:
    """Whom the unit itself has named, in order."""
    rows = models.Decider.objects.filter(unit_id=unit_id).order_by("position")
    return [Decider(row.person_id, row.deputy_id, row.hours) for row in rows]


def deciders_as_seen(deciders: Iterable[Decider]) -> str:
    """As a page gives them back, to tell whether they still stand."""
    return as_seen(*(f"{one.person}|{one.deputy}|{one.hours}" for one in deciders))


class Link(NamedTuple):
    """One who decides, and who stands in: by name, and whether they are at work today."""

    person: UUID
    name: str
    phone: str
    is_there: bool
    deputy: UUID | None
    deputy_name: str
    deputy_phone: str
    deputy_is_there: bool
    hours: int
    unit: UUID
    unit_name: str

    @property
    def decider(self) -> Decider:
        """As the rules know them."""
        return Decider(self.person, self.deputy, self.hours)


def _links(unit_id: UUID | None, of_person: UUID | None = None) -> list[Link]:
    """Who decides for a unit, or for where somebody works, the nearest first: those it has named,
    its leaders, those above.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from directory_chain(%s, %s)", [unit_id, of_person])
        return [Link(*row) for row in cursor.fetchall()]


def chain_of(unit_id: UUID) -> list[Decider]:
    """Who decides for a unit, the nearest first: those it has named, its leaders, those above."""
    return [link.decider for link in _links(unit_id)]


@dataclass(frozen=True)
class Suggested:
    """Who decides for a unit right now, by name, and for whom she answers when that one is away."""

    choice: Choice
    unit: UnitId
    unit_name: str
    name: str
    phone: str
    stands_in_for: str


def suggested(unit_id: UUID, *, above: int = 0, never: UUID | None = None) -> Suggested | None:
    """Whom to ask for this unit now: the nearest who is at work, or the deputy of who is away."""
    return nearest(_links(unit_id), above=above, never=never)


def suggested_for(
    person_id: UUID, *, above: int = 0, never: UUID | None = None
) -> Suggested | None:
    """The same for where somebody works today, the longest held; nobody for who works nowhere."""
    return nearest(_links(None, person_id), above=above, never=never)


def nearest(links: list[Link], *, above: int = 0, never: UUID | None = None) -> Suggested | None:
    """Whom of these to ask now, from this level up."""
    there = {one.person for one in links if one.is_there}
    there |= {one.deputy for one in links if one.deputy and one.deputy_is_there}
    choice = whom_to_ask([one.decider for one in links], there, above=above, never=never)
    if choice is None:
        return None
    link = links[choice.level]
    name, phone, absent = link.name, link.phone, ""
    if choice.stands_in_for:
        name, phone, absent = link.deputy_name, link.deputy_phone, link.name
    return Suggested(choice, UnitId(link.unit), link.unit_name, name, phone, absent)


@dataclass(frozen=True)
class Place:
    """Where somebody stands among those who decide for a unit."""

    unit: UUID
    level: int
    hours: int
    stands_in_for: UUID | None


def place_of(person_id: UUID, unit_id: UUID | None) -> Place | None:
    """Where the one who is asked stands in the unit's chain; without a unit, in her own."""
    jobs = units_of(person_id)
    unit = unit_id or (jobs[0].unit_id if jobs else None)
    if unit is None:
        return None
    for level, one in enumerate(chain_of(unit)):
        if person_id in {one.person, one.deputy}:
            absent = None if one.person == person_id else one.person
            return Place(unit, level, one.hours, absent)
    return Place(unit, 0, ANSWER_WITHIN, None)


def employed(person_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of them who are employed today."""
    return frozenset(row.person.id for row in people.employments(person_ids=person_ids))


def units_of(person_id: UUID) -> list[EmploymentRow]:
    """Where somebody works today, the longest held first."""
    rows = people.employments(person_id=person_id)
    return sorted(rows, key=lambda row: (row.starts_on, str(row.id)))
