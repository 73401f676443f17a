"""The data protection officer reads the look log; each read is itself a look, written first.

Neither a query nor an action, as `looking`: a read that leaves a trace. The database says which
area is whose (`access_overseen_units`), and writes the look in the same function that reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.access import models
from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.access.queries import units_where
from landfast.access.rules import DayOfLooks, LookKind, Named, Permission, Unusual, Verdict
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da


@dataclass(frozen=True)
class Asked:
    """What the officer wants to see of the log."""

    since: datetime
    before: datetime
    person: UUID | None = None
    course: UUID | None = None
    most: int = 200
    mixed: bool = False
    """A sample at random instead of the newest."""


@dataclass(frozen=True)
class LoggedLook:
    """One row of the log, as the officer reads it; never what stood on the page."""

    id: UUID
    at: datetime
    course: UUID | None
    """The course, or the referral while there is no course."""
    person: UUID
    unit: UUID | None
    role: str
    ground: str
    what: str
    allowed: bool
    kind: str
    """Nothing for a look from before looks had kinds."""


@dataclass(frozen=True)
class Judged:
    """What the officer has decided about an unusual look."""

    verdict: Verdict
    words: str
    by: str
    at: datetime


@dataclass(frozen=True)
class NameQuestion:
    """A citizen asks who looked, from the officer's side and from her own."""

    id: UUID
    look: UUID
    course: UUID
    looker: UUID
    what: str
    looked_at: datetime
    asked_at: datetime
    answered_at: datetime | None
    name: str
    words: str


def require_oversight(actor: Actor) -> None:
    """The gate: somebody whose post is to oversee the log."""
    note_asked()
    if not units_where(actor, Permission.LOOKS_OVERSEE):
        raise NotAllowed(
            "not_your_post", da("Loggen læses af databeskyttelsesrådgiveren. Spørg der.")
        )


def oversee(
    actor: Actor, asked: Asked, page: str, kind: LookKind = LookKind.SEARCH
) -> list[LoggedLook]:
    """Rows of the log in the officer's own area: the newest first, or a sample at random."""
    require_oversight(actor)
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from access_oversight(%s, %s, %s, %s, %s, %s, %s, %s)",
            [asked.since, asked.before, asked.person, asked.course, asked.most, asked.mixed,
             page[:80], kind.value],
        )  # fmt: skip
        return [LoggedLook(*row) for row in cursor.fetchall()]


def days_of_looks(actor: Actor, since: datetime, before: datetime, page: str) -> list[DayOfLooks]:
    """Who opened what on which day, in the officer's own area; lists are not counted."""
    require_oversight(actor)
    with connection.cursor() as cursor:
        cursor.execute("select * from access_oversight_days(%s, %s, %s)", [since, before, page])
        return [
            DayOfLooks(person, day, course, times, at_night, works, is_referral)
            for person, day, course, times, at_night, works, is_referral in cursor.fetchall()
        ]


Key = tuple[UUID, object, UUID | None, Unusual]
"""Who, which day, at whom, why."""


def verdicts(since: datetime) -> dict[Key, Judged]:
    """What has been decided about unusual looks since then."""
    rows = models.LookVerdict.objects.filter(day__gte=date_in_denmark(since))
    return {
        (row.looker_id, row.day, row.scope_id, Unusual(row.reason)): Judged(
            Verdict(row.verdict), row.words, row.judged_by.name, row.created_at
        )
        for row in rows.select_related("judged_by").order_by("created_at", "id")
    }


def questions(*, course: UUID | None = None, waiting: bool = False) -> list[NameQuestion]:
    """Questions for a name: hers for a course, or those of the officer's area. Oldest first."""
    rows = models.NameAsk.objects.order_by("created_at", "id")
    if course:
        rows = rows.filter(scope_id=course)
    if waiting:
        rows = rows.filter(answered_at=None)
    return [
        NameQuestion(
            row.id, row.look, row.scope_id, row.looker_id, row.what, row.looked_at,
            row.created_at, row.answered_at, row.name, row.words,
        )
        for row in rows
    ]  # fmt: skip


def named_by(organisations: Iterable[UUID]) -> dict[UUID, Named]:
    """Whose names these organisations show; the network's when they have not said."""
    rows = models.LookNames.objects.filter(organisation_id__in=list(organisations)).order_by("id")
    said = {row.organisation_id: Named(row.named) for row in rows}
    return {one: said.get(one, Named.NETWORK) for one in organisations}
