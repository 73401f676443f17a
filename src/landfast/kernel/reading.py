"""Reads of the pages that are opened most: their SQL is made once, not for every request.

Making the same SQL from a query set again costs more than PostgreSQL needs to answer it
(docs/performance.md). Row-level security and the actor are the same as for any other read.
"""

import json
from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

Answer = TypeVar("Answer")
Further = TypeVar("Further")
# stand-ins of each kind; no constant of a query set is equal to them
ID, OTHER_ID, IDS = UUID(int=0), UUID(int=2**128 - 1), [UUID(int=0)]
DAY, INSTANT = date.max, datetime.max.replace(tzinfo=UTC)
NUMBER = 32767


@dataclass(frozen=True)
class Question(Generic[Answer]):
    """A question to the database that is not sent yet, and what is made of its rows."""

    sql: str
    values: Sequence[Any]
    make: Callable[[list[tuple[Any, ...]]], Answer]

    def then(self, further: Callable[[Answer], Further]) -> "Question[Further]":
        """The same question, with more made of its answer."""
        return Question(self.sql, self.values, lambda found: further(self.make(found)))


def answered(question: Question[Answer]) -> Answer:
    """Send one question, and wait for its answer."""
    with connection.cursor() as cursor:
        cursor.execute(question.sql, question.values)
        return question.make(cursor.fetchall())


def together(*questions: Question[Any] | None) -> list[Any]:
    """Send several questions one behind the other, and wait once: their answers in the same order.

    For what does not need the answer of the one before. Each is a statement of its own all the
    same, and the database takes them one by one: what the first writes the next one sees. When one
    fails none is answered. No question (None) has no answer (None).
    """
    if sum(one is not None for one in questions) < 2:  # noqa: PLR2004 - nothing to wait for together
        return [one and answered(one) for one in questions]
    with ExitStack() as open_:
        asked = [(open_.enter_context(connection.cursor()), one) if one else None
                 for one in questions]  # fmt: skip
        with connection.wrap_database_errors, connection.connection.pipeline():
            for cursor, question in filter(None, asked):
                cursor.execute(question.sql, question.values)
        return [one and one[1].make(one[0].fetchall()) for one in asked]


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
        return answered(self.asked(*values))

    def asked(self, *values: Any) -> "Question[list[Any]]":
        """The question for these values, to be sent with others (`together`)."""
        sql, places, make, converters = self._made
        sent = [constant if at is None else values[at] for at, constant in places]
        if not converters:
            return Question(sql, sent, lambda found: list(map(make, found)))
        return Question(
            sql, sent, lambda found: [make(self._converted(row, converters)) for row in found]
        )

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
