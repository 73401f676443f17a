"""The SQL of a page: what it sends, and the same sent by hand, with and without policies."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg

from bench.serving import Visit
from landfast.access.signing import claim
from landfast.kernel import postgres
from landfast.kernel.ids import PersonId

KINDS = (
    ("session", "django_session"),
    ("actor", "'landfast.actor'"),
    ("actor", '"people_account"'),
    ("log", "access_open("),
    ("log", "access_list("),
    ("transaction", "SAVEPOINT"),
)


# the owner's statements are planned as the app's are; else planning would be compared
PLANNED_AS_THE_APPS = {"options": "-c plan_cache_mode=force_generic_plan"}


@dataclass(frozen=True)
class Statement:
    """One statement with its values."""

    sql: str
    values: Any

    @property
    def kind(self) -> str:
        """What it is for: session, actor, log, transaction, or the page itself."""
        return next((kind for kind, sign in KINDS if sign in self.sql), "page")


@dataclass
class Sent:
    """All that one page sent."""

    person: UUID
    statements: list[Statement] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How many of each kind."""
        found = dict.fromkeys(("session", "actor", "log", "transaction", "page"), 0)
        for statement in self.statements:
            found[statement.kind] += 1
        return found

    def of(self, *kinds: str) -> list[Statement]:
        """The statements of these kinds, in order."""
        return [statement for statement in self.statements if statement.kind in kinds]


def answered(visit: Visit) -> float:
    """Answer a visit inside this process, as a server's thread would; how long it took."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import RequestFactory

    request = RequestFactory(SERVER_NAME="localhost").get(visit.path)
    request.COOKIES["sessionid"] = visit.session
    handler = _handlers.get("one") or _handlers.setdefault("one", WSGIHandler())
    started = time.perf_counter()
    response = handler.get_response(request)
    response.close()
    took = time.perf_counter() - started
    if response.status_code != 200:
        raise SystemExit(f"bench: {visit.path} answered {response.status_code}")
    return took


_handlers: dict[str, Any] = {}


def sent(person: UUID, visit: Visit) -> Sent:
    """Open the page once more, writing down what it sends."""
    from django.db import connection

    found = Sent(person)

    def note(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        found.statements.append(Statement(str(sql), values))
        return execute(sql, values, many, context)

    answered(visit)  # once before, so that caches are warm
    with connection.execute_wrapper(note):
        answered(visit)
    return found


class ByHand:
    """A plain connection that sends a page's statements, as the app or as the owner."""

    def __init__(self, database: str, role: postgres.Role) -> None:
        parts = {**postgres.connection_parts(role), "dbname": database, **PLANNED_AS_THE_APPS}
        self.connection = psycopg.connect(**parts, autocommit=True, prepare_threshold=1)

    def send(
        self, person: UUID, statements: list[Statement], *, reads: bool = False
    ) -> tuple[float, list[int]]:
        """In one transaction with the actor set: seconds, and the rows of each answer.

        With `reads` as a page does: it is shown what it has logged (access/0020).
        """
        rows = []
        started = time.perf_counter()
        with self.connection.transaction(), self.connection.cursor() as cursor:
            cursor.execute("select (extract(epoch from now()) * 1000000)::bigint")
            began, login = cursor.fetchone()[0], self.connection.info.user
            claimed = claim(PersonId(person), began, login, reads=reads)
            cursor.execute("select set_config('landfast.actor', %s, true)", [claimed])
            for statement in statements:
                cursor.execute(statement.sql, statement.values)
                rows.append(len(cursor.fetchall()) if cursor.description else 0)
        return time.perf_counter() - started, rows

    def close(self) -> None:
        """Leave."""
        self.connection.close()


@contextlib.contextmanager
def as_owner(database: str) -> Iterator[None]:
    """In this thread Django means the owner's connection: pages without row-level security."""
    from django.db import connections

    app, owner = connections["default"], connections["owner"]
    owner.settings_dict["NAME"] = database
    for option in ("server_side_binding", "prepare_threshold", "pool"):
        owner.settings_dict["OPTIONS"][option] = app.settings_dict["OPTIONS"][option]
    owner.settings_dict["OPTIONS"].update(PLANNED_AS_THE_APPS)
    owner.settings_dict["CONN_HEALTH_CHECKS"] = app.settings_dict["CONN_HEALTH_CHECKS"]
    connections["default"] = owner
    try:
        yield
    finally:
        connections["default"] = app
