"""Reads of the pages that are opened most: their SQL is made once, not for every request.

Making the same SQL from a query set again costs more than PostgreSQL needs to answer it
(docs/performance.md). Row-level security and the actor are the same as for any other read.
"""

import json
from collections import namedtuple
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

# stand-ins of each kind; no constant of a query set is equal to them
ID, OTHER_ID, IDS = UUID(int=0), UUID(int=2**128 - 1), [UUID(int=0)]
DAY, INSTANT = date.max, datetime.max.replace(tzinfo=UTC)
NUMBER = 32767


class Once:
    """A `values_list` query set whose SQL is made at the first call; later ones send new values.

    `build` is called once, with a stand-in for each parameter: what changes from call to call
    (today!) must be one. Answers rows with the names of the columns.

    >>> wishes = Once(lambda course: Wish.objects.filter(course=course).values_list("words"), ID)
    >>> [row.words for row in wishes(course_id)]
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], *stand_ins: Any) -> None:
        self._build, self._stand_ins = build, stand_ins

    def __call__(self, *values: Any) -> list[Any]:
        """The rows for these values."""
        sql, places, make, converters = self._made
        sent = [constant if at is None else values[at] for at, constant in places]
        with connection.cursor() as cursor:
            cursor.execute(sql, sent)
            found = cursor.fetchall()
        if not converters:
            return [make(row) for row in found]
        return [make(self._converted(row, converters)) for row in found]

    @cached_property
    def _made(self) -> tuple[str, list[tuple[int | None, Any]], Any, list[tuple[int, Any]]]:
        queries = self._build(*self._stand_ins)
        compiler = queries.query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        given = list(self._stand_ins)
        places: list[tuple[int | None, Any]] = [
            (given.index(v), None) if v in given else (None, v) for v in values
        ]
        chosen = compiler.get_converters([column for column, *_ in compiler.select or ()])
        named: Any = namedtuple  # the columns are the query set's: nothing for the type checker
        names = queries._fields or ()  # type: ignore[attr-defined]
        return sql, places, named("Row", names)._make, list(chosen.items())

    @staticmethod
    def _converted(row: tuple[Any, ...], converters: list[tuple[int, Any]]) -> list[Any]:
        shown = list(row)
        for at, (convert, expression) in converters:
            for one in convert:
                shown[at] = one(shown[at], expression, connection)
        return shown


def json_of(value: Any) -> Any:
    """What the database tells as JSON: Django leaves jsonb a text, psycopg reads json."""
    return json.loads(value) if isinstance(value, str) else value


def columns(model: type[Model]) -> Iterable[str]:
    """All columns of a model's table, as `values_list` wants them."""
    return (field.attname for field in model._meta.concrete_fields)
