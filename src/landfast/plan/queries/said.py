"""The words of the agreements that a list across citizens shows: read when they are logged."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from landfast.kernel.ids import PersonId
from landfast.kernel.reading import IDS, Once, Question, answered
from landfast.people.rules import PersonKind
from landfast.plan import models
from landfast.plan.queries.agreements import ON_CARD
from landfast.plan.queries.rows import Who, outside
from landfast.plan.rules.words import Act


@dataclass(frozen=True)
class LastWord:
    """The last thing that happened to an agreement."""

    act: Act
    at: datetime
    actor: Who
    note: str


@dataclass(frozen=True)
class Said:
    """What an agreement says, whose it is, and the last thing that happened to it."""

    text: str
    maker: Who | None
    last: LastWord | None


_MAKER, _ACTOR = (
    tuple(f"{who}__{field}" for field in ("id", *ON_CARD)) for who in ("maker", "changes__actor")
)


def _last_of(agreements: list[UUID]) -> QuerySet[models.Agreement, tuple[object, ...]]:
    """A row each, with its newest change: a sub-select would ask the policies of changes again."""
    return (
        models.Agreement.objects.filter(id__any_of=agreements)
        .order_by("id", "-changes__at", "-changes__id")
        .distinct("id")
        .values_list(
            "id", "text", "outside_name", "outside_relation",
            "changes__act", "changes__at", "changes__note", *_MAKER, *_ACTOR,
        )
    )  # fmt: skip


_SAID = Once(_last_of, IDS)


def said_of(agreement_ids: Collection[UUID]) -> dict[UUID, Said]:
    """The words of these agreements, as far as the actor may read them; none asked, no query."""
    return answered(asking_said(agreement_ids)) if agreement_ids else {}


def asking_said(agreement_ids: Collection[UUID]) -> Question[dict[UUID, Said]]:
    """The same, to be sent with others."""
    return _SAID.asked(list(agreement_ids)).then(lambda rows: {row.id: _said(row) for row in rows})


def _said(row: Any) -> Said:
    from_outside = outside(row.id, row.outside_name, row.outside_relation)
    maker = _who(row, _MAKER) or from_outside
    actor = _who(row, _ACTOR) or from_outside  # what was done without a login, the maker did
    if row.changes__act is None or actor is None:
        return Said(row.text, maker, None)
    last = LastWord(Act(row.changes__act), row.changes__at, actor, row.changes__note)
    return Said(row.text, maker, last)


def _who(row: Any, named: tuple[str, ...]) -> Who | None:
    key, kind, name, profession, phone = (getattr(row, column) for column in named)
    if key is None:
        return None
    return Who(PersonId(key), name, profession, phone, kind == PersonKind.CITIZEN)
