"""Everything that stands about one course, table by table, as its reader may see it.

The right of insight (GDPR art. 15, databeskyttelsesloven § 22; product F6) must not depend on
somebody remembering a new table: which tables and fields there are comes from what each model
says that it `holds`. Row-level security decides which rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet

from landfast.access.actor import Actor
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.resealing import MARK
from landfast.kernel.sealed import opened_field

PERSON = "people.person"
LOGIN = frozenset({Keep.ACCOUNT, Keep.SITTING, Keep.SIGN_IN})
Value = Any
"""What stands in a field: text, number, date, list, map, id or nothing."""


@dataclass(frozen=True)
class Record:
    """One table: its name, how long it is kept, who answers for it, its rows, who is named."""

    table: str
    keep: Keep
    controller: Controller
    rows: list[dict[str, Value]]
    others: frozenset[str]
    """Fields that name somebody: a person looks at them before a copy leaves the house."""

    def people(self) -> set[UUID]:
        """Everybody whom the rows name by key."""
        named = (row[field] for row in self.rows for field in self.others)
        return {value for value in named if isinstance(value, UUID)}

    def keyed(self) -> list[tuple[str, dict[str, Value]]]:
        """The rows with a key each that stays theirs from one reading to the next."""
        return [(f"{self.table}-{row.get('id', n)}", row) for n, row in enumerate(self.rows)]


def everything(actor: Actor, course: UUID) -> list[Record]:
    """All records of a course, and what is kept of the reader's own person; no empty tables."""
    found = (_record(model, actor, course) for model in about_citizens())
    return [record for record in found if record.rows]


def some(actor: Actor, course: UUID, tables: Iterable[str]) -> list[Record]:
    """Of these tables only: what could stand on the wrong citizen, to choose among."""
    wanted = set(tables)
    models = [model for model in about_citizens() if model._meta.db_table in wanted]
    found = (_record(model, actor, course) for model in models)
    return [record for record in found if record.rows]


def about_citizens() -> list[type[Model]]:
    """The tables that hold anything about people who are not there as employees, by name."""
    ours = [model for model in apps.get_models() if isinstance(_holds(model), Holds)]
    about = [model for model in ours if _holds(model).is_about_citizens]
    return sorted(about, key=lambda model: model._meta.db_table)


def answered_by(controller: Controller) -> set[str]:
    """The tables that one part of the work answers for."""
    return {
        model._meta.db_table for model in about_citizens() if _holds(model).controller is controller
    }


def shown_fields(model: type[Model]) -> list[str]:
    """The fields that an insight shows. Of a login only what is personal: never its secrets.

    What lies sealed is opened for its reader; the mark that it is found by is nobody's to read.
    """
    holds: Holds = _holds(model)
    if holds.keep in LOGIN:
        return holds.personal.split()
    marks = {name + MARK for name in holds.sealed.split()}
    return [name for name in holds.fields() if name not in marks]


def _holds(model: type[Model]) -> Any:
    return getattr(model, "holds", None)


def _record(model: type[Model], actor: Actor, course: UUID) -> Record:
    fields, person = shown_fields(model), apps.get_model(PERSON)
    names = {field.name: field for field in model._meta.concrete_fields}
    columns = {name: names[name].attname for name in fields}
    sealed = _holds(model).sealed.split()
    rows = [
        {
            name: opened_field(row[column], row["pk"]) if name in sealed else row[column]
            for name, column in columns.items()
        }
        for row in _rows(model, actor, course).order_by("pk").values("pk", *columns.values())
    ]
    others = frozenset(name for name in fields if names[name].related_model is person)
    holds = _holds(model)
    return Record(model._meta.db_table, holds.keep, holds.controller, rows, others)


def _rows(model: type[Model], actor: Actor, course: UUID) -> QuerySet[Model]:
    rows = model._default_manager.all()
    names = {field.name for field in model._meta.concrete_fields}
    if through := _holds(model).through:
        return rows.filter(**{through: course})
    for link in ("course", "scope"):
        if link in names:
            return rows.filter(**{f"{link}_id": course})
    return rows.filter(person_id=actor.person_id) if "person" in names else rows.none()
