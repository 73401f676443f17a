"""Reads of persons, units and employment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.kernel.reading import DAY, IDS, Once, columns
from landfast.people import models, passwords, rules

_PERSONS = Once(
    lambda ids: models.Person.objects.filter(id__any_of=ids).values_list(*columns(models.Person)),
    IDS,
)


@dataclass(frozen=True)
class PersonCard:
    """A person as others meet them: name, profession, direct number."""

    id: PersonId
    kind: rules.PersonKind
    name: str
    profession: str
    phone: str


@dataclass(frozen=True)
class EmploymentRow:
    """A current employment."""

    id: UUID
    person: PersonCard
    unit_id: UnitId
    unit: str
    organisation: str
    role: str
    role_name: str
    title: str
    starts_on: date
    caseload_cap: int | None


@dataclass(frozen=True)
class UnitRow:
    """A unit and where it belongs."""

    id: UnitId
    name: str
    organisation_id: OrganisationId
    organisation: str
    phone: str
    coordinates_courses: bool
    parent_id: UnitId | None = None
    closed_on: date | None = None


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation as those outside it need it: its name, and the number to ring."""

    id: OrganisationId
    name: str
    phone: str


def _card(person: models.Person) -> PersonCard:
    return PersonCard(
        PersonId(person.id),
        rules.PersonKind(person.kind),
        person.name,
        person.profession,
        person.phone,
    )


def person(person_id: UUID) -> PersonCard | None:
    """One person."""
    found = models.Person.objects.filter(id=person_id).first()
    return _card(found) if found else None


def persons(ids: list[UUID]) -> dict[PersonId, PersonCard]:
    """Persons by id; unknown ids are left out."""
    return {PersonId(row.id): _card(row) for row in _PERSONS(list(ids))}


@dataclass(frozen=True)
class Fits:
    """A password fits: whose login it is, and the key that her sessions hold to."""

    person: PersonCard
    session_key: str
    sealed: str
    is_outdated: bool


def check_password(username: str, password: str, proof: str) -> Fits | None:
    """The person whose login this is, or None. Takes as long either way.

    `proof` is the door's: without it the database tells nothing about a login name.
    """
    told = password_told(username, proof)
    sealed = passwords.seal_like(password, told)
    with connection.cursor() as cursor:
        cursor.execute(
            "select person_id, kind, name, profession, phone, stamp, is_start"
            " from people_password_fits(%s, %s, %s)",
            [username, proof, sealed],
        )
        row = cursor.fetchone()
    if row is None or told is None:
        return None
    person_id, kind, name, profession, phone, stamp, is_start = row
    card = PersonCard(PersonId(person_id), rules.PersonKind(kind), name, profession, phone)
    key = models.Account(stamp=stamp).get_session_auth_hash()
    return Fits(card, key, sealed, passwords.is_outdated(told) and not is_start)


def password_told(username: str, proof: str = "") -> str | None:
    """With which salt and cost an account's password is sealed; without the seal itself.

    Told at the door, and to the one whose account it is.
    """
    with connection.cursor() as cursor:
        cursor.execute("select people_password_told(%s, %s)", [username, proof])
        told: str | None = cursor.fetchone()[0]
    return told


def session_key(person_id: UUID) -> str | None:
    """The key that ends a session when the password changes."""
    account = models.Account.objects.filter(person_id=person_id, is_active=True).first()
    return account.get_session_auth_hash() if account else None


def username(person_id: UUID) -> str:
    """The login name of the person who asks; empty without an account."""
    account = models.Account.objects.filter(person_id=person_id).first()
    return account.username if account else ""


def start_until(person_id: UUID) -> datetime | None:
    """To when the start password of the person who asks is good; None when it is their own."""
    account = models.Account.objects.filter(person_id=person_id).first()
    return account.start_until if account else None


def _current(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gte=day))


_JOB = ("id", "person_id", "person__kind", "person__name", "person__profession", "person__phone",
        "unit_id", "unit__name", "unit__organisation__name", "role", "title", "starts_on",
        "asked_from", "caseload_cap")  # fmt: skip


def _employment(row: Any) -> EmploymentRow:
    kind = rules.PersonKind(row.person__kind)
    return EmploymentRow(
        row.id,
        PersonCard(
            PersonId(row.person_id), kind, row.person__name, row.person__profession,
            row.person__phone,
        ),
        UnitId(row.unit_id), row.unit__name, row.unit__organisation__name,
        row.role, rules.role_name(row.role), row.title, row.starts_on or row.asked_from,
        row.caseload_cap,
    )  # fmt: skip


def employments(
    *,
    person_id: UUID | None = None,
    unit_ids: list[UnitId] | None = None,
    role: str | None = None,
    on: date | None = None,
) -> list[EmploymentRow]:
    """Employments that run on a day (today), filtered, by name."""
    rows = models.Employment.objects.filter(_current(on or today()))
    if person_id:
        rows = rows.filter(person_id=person_id)
    if unit_ids is not None:
        rows = rows.filter(unit_id__any_of=unit_ids)
    if role:
        rows = rows.filter(role=role)
    rows = rows.values_list(*_JOB, named=True).order_by("person__sort_key", "id")
    return [_employment(row) for row in rows]


_STAFF = Once(
    lambda units, day: models.Employment.objects.filter(_current(day), unit_id__any_of=units)
    .order_by("person__sort_key", "id").values_list(*_JOB), IDS, DAY,
)  # fmt: skip


def staff_of(unit_ids: list[UnitId]) -> list[EmploymentRow]:
    """Who is employed in these units today, by name."""
    return [_employment(row) for row in _STAFF(unit_ids, today())]


def find_staff(text: str, limit: int = 20) -> list[EmploymentRow]:
    """Employees whose name, unit or title has the words, by name."""
    rows = models.Employment.objects.filter(_current(today()), person__kind="staff")
    for word in text.split()[:6]:
        begins = rf"(^|[\s\-/(,.]){re.escape(word)}"
        found = Q(person__name__iregex=begins)
        for field in ("unit__name", "title"):
            found |= Q(**{f"{field}__iregex": begins})
            if rules.is_sought_inside(word):
                found |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(found)
    rows = rows.values_list(*_JOB, named=True).order_by("person__sort_key", "id")
    return [_employment(row) for row in rows[:limit]]


def units(*, coordinating: bool | None = None) -> list[UnitRow]:
    """All open units in Danish order, or those that coordinate courses."""
    rows = models.Unit.objects.select_related("organisation").order_by("sort_key", "id")
    rows = rows.filter(closed_on=None)
    if coordinating is not None:
        rows = rows.filter(coordinates_courses=coordinating)
    return [_unit(row) for row in rows]


def all_units() -> list[UnitRow]:
    """Closed units too."""
    rows = models.Unit.objects.select_related("organisation").order_by("sort_key", "id")
    return [_unit(row) for row in rows]


def unit(unit_id: UUID) -> UnitRow | None:
    """One unit."""
    row = models.Unit.objects.select_related("organisation").filter(id=unit_id).first()
    return _unit(row) if row else None


def _unit(row: models.Unit) -> UnitRow:
    return UnitRow(
        UnitId(row.id), row.name, OrganisationId(row.organisation_id), row.organisation.name,
        row.phone, row.coordinates_courses, UnitId(row.parent_id) if row.parent_id else None,
        row.closed_on,
    )  # fmt: skip


def organisations(ids: set[OrganisationId] | None = None) -> list[OrganisationRow]:
    """Organisations in Danish order: all, or these."""
    rows = models.Organisation.objects.order_by("sort_key", "id")
    if ids is not None:
        rows = rows.filter(id__in=ids)
    return [OrganisationRow(OrganisationId(row.id), row.name, row.phone) for row in rows]


def employers(person_ids: set[PersonId]) -> dict[PersonId, set[OrganisationId]]:
    """Which organisations employ, or have employed, these people; citizens are left out."""
    rows = models.Employment.objects.filter(person_id__in=person_ids).order_by("id")
    found: dict[PersonId, set[OrganisationId]] = {}
    for person_id, organisation in rows.values_list("person_id", "unit__organisation_id"):
        found.setdefault(PersonId(person_id), set()).add(OrganisationId(organisation))
    return found


def _there(persons: list[UUID], day: date) -> QuerySet[models.Person, tuple[object, ...]]:
    ends = Q(employments__ends_on=None) | Q(employments__ends_on__gte=day)
    runs = Q(employments__starts_on__lte=day) & ends
    away = models.Leave.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), person_id=OuterRef("id"), starts_on__lte=day
    )
    return (
        models.Person.objects.filter(id__any_of=persons)
        .annotate(job=FilteredRelation("employments", condition=runs), away=Exists(away))
        .order_by("id")
        .values_list("id", "away", "job__hours__weekday", "job__hours__opens", "job__hours__closes")
    )


_THERE = Once(_there, IDS, DAY)


def presence(person_ids: list[UUID], at: datetime | None = None) -> dict[PersonId, rules.Presence]:
    """Who of these is at work at this moment, has time off, or is on leave; one query."""
    local = (at or now()).astimezone(DENMARK)
    hours: dict[UUID, list[rules.Hours]] = {pid: [] for pid in person_ids}
    gone: set[UUID] = set()
    for person, is_away, weekday, *times in _THERE(list(person_ids), local.date()):
        gone |= {person} if is_away else set()
        if weekday is not None:
            hours[person].append(rules.Hours(weekday, *times))
    return {
        PersonId(one): rules.presence(hours[one], local, is_away=one in gone) for one in person_ids
    }


def at_work(person_ids: list[UUID], at: datetime | None = None) -> frozenset[PersonId]:
    """Who of these is at work at this moment, by their noted hours and leave; one query."""
    there = presence(person_ids, at)
    return frozenset(pid for pid, state in there.items() if state is rules.Presence.AT_WORK)


_LEAVES = Once(
    lambda persons, day: models.Leave.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), person_id__any_of=persons
    )
    .order_by("starts_on", "id").values_list("person_id", "starts_on", "ends_on"),
    IDS, DAY,
)  # fmt: skip


def leaves(person_ids: list[UUID]) -> dict[PersonId, list[rules.Away]]:
    """Leaves that have not ended, by person."""
    found: dict[PersonId, list[rules.Away]] = {}
    for person, starts, ends in _LEAVES(list(person_ids), today()):
        found.setdefault(PersonId(person), []).append(rules.Away(starts, ends))
    return found


def away(person_ids: Iterable[UUID]) -> frozenset[PersonId]:
    """Those of them who are on leave today (principle 2). One query, none for nobody."""
    asked = list(person_ids)
    known = leaves(asked) if asked else {}
    return frozenset(one for one, rows in known.items() if rules.is_away(rows, today()))


@dataclass(frozen=True)
class Desk:
    """One employment with its hours and leaves, for who keeps the organisation."""

    row: EmploymentRow
    ends_on: date | None
    hours: list[rules.Hours]
    away: list[rules.Away]
    waits: bool = False
    """A second person has not said yes to it yet."""

    @property
    def id(self) -> UUID:
        """The employment's key."""
        return self.row.id


def desks(unit_ids: list[UnitId]) -> list[Desk]:
    """Everybody employed in these units now or later, by name; hours and leaves left out."""
    rows = models.Employment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today()), unit_id__any_of=unit_ids, declined_by=None
    ).order_by("person__sort_key", "starts_on", "id")
    return [
        Desk(_employment(row), row.ends_on, [], [], waits=row.starts_on is None)
        for row in rows.values_list("ends_on", *_JOB, named=True)
    ]


def desk(employment_id: UUID) -> Desk | None:
    """One employment, whole."""
    found = models.Employment.objects.filter(id=employment_id, declined_by=None)
    row = found.values_list("ends_on", *_JOB, named=True).first()
    if row is None:
        return None
    hours = [
        rules.Hours(one.weekday, one.opens, one.closes)
        for one in models.WorkingHours.objects.filter(employment_id=row.id).order_by("weekday")
    ]
    away = leaves([row.person_id]).get(PersonId(row.person_id), [])
    return Desk(_employment(row), row.ends_on, hours, away, waits=row.starts_on is None)


def units_below(unit_ids: list[UnitId]) -> list[tuple[int, UnitRow]]:
    """These units as a tree: each with how deep it lies, children after their parent."""
    found_units = models.Unit.objects.select_related("organisation").filter(id__any_of=unit_ids)
    rows = list(found_units.order_by("sort_key", "id"))
    inside = {row.id for row in rows}
    found: list[tuple[int, UnitRow]] = []

    def walk(parent: UUID | None, depth: int) -> None:
        for row in rows:
            at_top = parent is None and row.parent_id not in inside
            if at_top or (parent is not None and row.parent_id == parent):
                found.append((depth, _unit(row)))
                walk(row.id, depth + 1)

    walk(None, 0)
    return found
