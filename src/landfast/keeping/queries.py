"""Reads of the room: cases, their history, what holds them, years, counts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.keeping import models
from landfast.keeping.rules import DEFAULTS, HoldKind, KeepState, Kind, Rule
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.text import da
from landfast.people.rules import OrganisationKind

MOST = 200
"""Cases on a page: the nearest first."""


@dataclass(frozen=True)
class CaseRow:
    """One course in its keeping, without a word of what stands in it."""

    id: UUID
    kind: Kind
    state: KeepState
    since: datetime
    closed_on: date | None
    block_on: date | None
    delete_on: date | None
    delivers: bool
    package: str
    receipt: str
    sent_by: UUID | None
    organisation: str
    wait_days: int
    is_held: bool
    """Does something hold it, so that no day is the last word?"""

    @property
    def due_on(self) -> date | None:
        """When the rule takes the next step by itself; none: it waits for somebody."""
        days = {KeepState.CLOSED: self.block_on, KeepState.DELIVERED: self.delete_on}
        return days.get(self.state)


@dataclass(frozen=True)
class HoldRow:
    """Why nothing may be deleted yet."""

    id: UUID
    kind: HoldKind
    why: str
    until: date | None
    by: str
    at: datetime


@dataclass(frozen=True)
class ChangeRow:
    """One step that was taken, by whom (nobody: by rule), and why."""

    before: KeepState
    after: KeepState
    at: datetime
    by: str
    why: str


@dataclass(frozen=True)
class YearsRow:
    """The rule that is in force for one kind of record at one organisation."""

    organisation_id: UUID
    organisation: str
    kind: Kind
    rule: Rule
    is_own: bool


@dataclass(frozen=True)
class Count:
    """How many courses of one kind stand where, how many are due by a day, how many are held."""

    organisation: str
    kind: Kind
    state: KeepState
    courses: int
    due: int
    held: int


def require_keeper(actor: Actor) -> None:
    """The gate: the data protection officer or the records officer of an organisation."""
    note_asked()
    if not units_where(actor, Permission.RECORDS_KEEP):
        raise NotAllowed(
            "not_your_post",
            da("Det klarer databeskyttelsesrådgiveren eller den arkivansvarlige. Spørg der."),
        )


def kept(
    actor: Actor, page: str, *states: KeepState, only: UUID | None = None
) -> list[tuple[CaseRow, str]]:
    """Cases of the officer's organisations with the citizens' names; each is logged as a look."""
    require_keeper(actor)
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from keeping_list(%s, %s, %s, %s)",
            [[one.value for one in states], only, page[:80], MOST],
        )
        names = dict(cursor.fetchall())
    rows = _cases().filter(id__in=names).order_by("id")
    found = {row.id: _case(row) for row in rows}
    return [(found[one], name) for one, name in names.items() if one in found]


def to_tell(actor: Actor) -> frozenset[UUID]:
    """Cases with a day of deletion of which somebody without a login has not been told."""
    require_keeper(actor)
    with connection.cursor() as cursor:
        cursor.execute("select id from keeping_to_tell()")
        return frozenset(key for (key,) in cursor.fetchall())


def case(actor: Actor, case_id: UUID) -> CaseRow:
    """One case of the officer's organisations."""
    require_keeper(actor)
    row = _cases().filter(id=case_id).first()
    if row is None:
        raise NotFound
    return _case(row)


def case_of(course: UUID) -> CaseRow | None:
    """The case of a citizen's own course."""
    row = _cases().filter(scope_id=course).first()
    return _case(row) if row else None


def _cases() -> "QuerySet[models.Case]":
    held = models.Hold.objects.filter(case_id=OuterRef("id"), lifted_at=None)
    return models.Case.objects.select_related("organisation").annotate(is_held=Exists(held))


def _case(row: Any) -> CaseRow:
    return CaseRow(
        row.id, Kind(row.kind), KeepState(row.state), row.since, row.closed_on, row.block_on,
        row.delete_on, row.delivers, row.package, row.receipt, row.sent_by_id,
        row.organisation.name, row.wait_days, row.is_held,
    )  # fmt: skip


def holds(*cases: UUID) -> dict[UUID, list[HoldRow]]:
    """What holds these cases now."""
    found: dict[UUID, list[HoldRow]] = {}
    rows = models.Hold.objects.filter(case_id__in=cases, lifted_at=None).select_related("set_by")
    for row in rows.exclude(until__lt=today()).order_by("created_at", "id"):
        found.setdefault(row.case_id, []).append(
            HoldRow(row.id, HoldKind(row.kind), row.why, row.until, row.set_by.name, row.created_at)
        )
    return found


def is_held(case_id: UUID) -> bool:
    """May nothing be deleted yet?"""
    return bool(holds(case_id))


def changes(case_id: UUID) -> list[ChangeRow]:
    """The steps of a case, oldest first."""
    rows = models.Change.objects.filter(case_id=case_id).select_related("by")
    return [
        ChangeRow(
            KeepState(row.before), KeepState(row.after), row.at, row.by.name if row.by else "",
            row.why,
        )
        for row in rows.order_by("id")
    ]  # fmt: skip


def years(actor: Actor) -> list[YearsRow]:
    """The rules in force at the officer's organisations."""
    require_keeper(actor)
    with connection.cursor() as cursor:
        cursor.execute(
            "select id, name, kind from people_organisation where id = any (keeping_mine())"
            " order by sort_key, id"
        )
        ours = cursor.fetchall()
    own = {
        (row.organisation_id, Kind(row.kind)): row
        for row in models.Years.objects.filter(organisation_id__in=[one for one, *_ in ours])
    }
    return [
        _years(one, name, OrganisationKind(holder), kind, own.get((one, kind)))
        for one, name, holder in ours
        for kind in Kind
    ]


def years_of(actor: Actor, organisation_id: UUID, kind: str) -> YearsRow:
    """The rule in force for one kind of record; NotFound outside the officer's organisations."""
    for row in years(actor):
        if (row.organisation_id, row.kind.value) == (organisation_id, kind):
            return row
    raise NotFound


def _years(
    one: UUID, name: str, holder: OrganisationKind, kind: Kind, own: models.Years | None
) -> YearsRow:
    if own is None:
        return YearsRow(one, name, kind, DEFAULTS[holder, kind], is_own=False)
    rule = Rule(own.years, own.delivers, own.source, own.wait_days)
    return YearsRow(one, name, kind, rule, is_own=True)


def require_numbers(actor: Actor) -> None:
    """The gate of numbers without names: those who keep the records, and leaders."""
    note_asked()
    if not units_where(actor, Permission.RECORDS_KEEP) and not units_where(
        actor, Permission.COURSES_OVERSEE
    ):
        raise NotAllowed("not_your_post", da("Tallene er for ledere og den arkivansvarlige."))


def counted(till: date) -> list[Count]:
    """How many stand where, and are due by a day, in what the actor keeps or oversees."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select o.name, k.kind, k.state, k.courses, k.due, k.held from keeping_count(%s) k"
            " join people_organisation o on o.id = k.organisation_id"
            " order by o.sort_key, o.id, k.kind",
            [till],
        )
        rows = [
            Count(name, Kind(kind), KeepState(state), courses, due, held)
            for name, kind, state, courses, due, held in cursor.fetchall()
        ]
    order = list(KeepState)
    return sorted(rows, key=lambda row: (row.organisation, row.kind, order.index(row.state)))


def due(step: str, most: int) -> list[UUID]:
    """Cases that a rule takes a step further today: `block`, `release` or `delete`.

    Of `end_hold` the holds that have run out.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from keeping_due(%s, %s)", [step, most])
        return [one for (one,) in cursor.fetchall()]


def to_pack() -> list[UUID]:
    """Blocked cases that go to an archive and have no receipt yet; the system is answered only."""
    with connection.cursor() as cursor:
        cursor.execute("select * from keeping_to_pack()")
        return [one for (one,) in cursor.fetchall()]
