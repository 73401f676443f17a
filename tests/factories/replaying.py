"""What a builder wrote is kept, and written anew for the next test.

A town, a course that has begun, a meeting that was held: each is built by the real actions once a
run, which takes longer than most tests. After that the same statements are sent in one go, each as
who acted. Only onto a town that nobody has touched, in a test's own transaction and by a clock that
runs, and not where a test changes the code or its settings: in all other cases it is built.

What cannot be sent so is refused when it is noted or sent, not found by a test: an act that was
taken back, and rows that a function of the database wrote.
"""

from collections.abc import Callable, Hashable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from django.db import connection

from landfast.access.signing import claim
from landfast.kernel import clock
from landfast.kernel.ids import PersonId

_SAY = "select set_config('landfast.actor', %s, true)"
_SAID_AGAIN = f"{_SAY}, "
"""As `acting` tells at its end who acted before it."""
_BEGAN = """select coalesce(current_setting('landfast.actor', true), ''),
 (extract(epoch from now()) * 1000000)::bigint"""
_ROWS = """select sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
 + pg_stat_get_xact_tuples_deleted(oid))::bigint
 from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"""


class Ground(Protocol):
    """What a builder builds on; it knows how many rows were written when it stood."""

    rows: int


On = TypeVar("On", bound=Ground)
Given = ParamSpec("Given")
Built = TypeVar("Built")


@dataclass
class Recording:
    """What a builder sent, with who acted, and what it answered."""

    sent: list[tuple[str, str, Any]] = field(default_factory=list)
    answer: Any = None
    actor: str = ""
    rows: int = 0

    def note(self, execute: Any, statement: str, values: Any, many: bool, context: Any) -> Any:
        """Passed every statement by Django."""
        assert not statement.startswith("ROLLBACK"), "an act that is taken back is not noted"
        if statement == _SAY or statement.startswith(_SAID_AGAIN):
            self.actor = str(values[0])[:36]
        elif statement.startswith(("INSERT", "UPDATE", "DELETE")):
            self.sent.append((self.actor, statement, values))
        return execute(statement, values, many, context)

    def send(self) -> Any:
        """Write it anew; a copy of the answer."""
        raw, login = connection.connection, str(connection.settings_dict["USER"])
        before = rows_written()
        with raw.cursor() as cursor:
            said, began = cursor.execute(_BEGAN).fetchone()
            actor = ""
            with raw.pipeline():
                for who, statement, values in self.sent:
                    if who != actor:
                        actor = who
                        cursor.execute(_SAY, [claim(PersonId(actor), began, login)])
                    cursor.execute(statement, values)
                cursor.execute(_SAY, [said])
        assert rows_written() - before == self.rows, "a function wrote what is not sent anew"
        return deepcopy(self.answer)


_kept: dict[Hashable, Recording] = {}
_noting: list[Recording] = []


def once(key: Hashable, build: Callable[[], Built]) -> Built:
    """Built the first time on this day, written anew after that."""
    dated = (key, clock.today())
    if dated not in _kept:
        recording, before = Recording(), rows_written()
        _noting.append(recording)
        try:
            with connection.execute_wrapper(recording.note):
                recording.answer = build()
        finally:
            _noting.remove(recording)
        recording.rows = rows_written() - before
        _kept[dated] = recording
        return deepcopy(recording.answer)
    return _kept[dated].send()


def replayed(
    build: Callable[Concatenate[On, Given], Built],
) -> Callable[Concatenate[On, Given], Built]:
    """A builder that is written anew where nothing else has been written on its ground."""

    @wraps(build)
    def built(ground: On, *args: Given.args, **kwargs: Given.kwargs) -> Built:
        if _noting or clock.moved_to() or rows_written() != ground.rows:
            return build(ground, *args, **kwargs)
        key = (build.__name__, *args, *sorted(kwargs.items()))
        return once(key, partial(build, ground, *args, **kwargs))

    return built


def rows_written() -> int:
    """How many rows this test's transaction has written; -1 outside one, where all is built."""
    if not connection.in_atomic_block:
        return -1
    with connection.cursor() as cursor:
        cursor.execute(_ROWS)
        return int(cursor.fetchone()[0])
