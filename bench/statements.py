"""The SQL of a page: what it sends, and the same sent by hand, with and without policies."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg

from bench.serving import Visit
from bench.taken import Taken, Watch
from landfast.access.signing import claim
from landfast.kernel import postgres
from landfast.kernel.ids import PersonId

KINDS = (
    ("session", "django_session"),
    ("actor", "'landfast.actor'"),
    ("actor", '"people_account"'),
    ("log", "access_open("),
    ("log", "access_list("),
    ("log", "select case when %(whole)s"),  # asked once more before the page leaves
    ("log", "access_lists_hold()"),
    ("log", "course_list_led("),
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


def answered(visit: Visit) -> Taken:
    """Answer a visit inside this process, as a server's thread would; how long it took."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection
    from django.test import RequestFactory

    request = RequestFactory(SERVER_NAME="localhost").get(visit.path)
    request.COOKIES["sessionid"] = visit.session
    handler = _handlers.get("one") or _handlers.setdefault("one", WSGIHandler())
    connection.ensure_connection()
    watch = Watch(connection.connection.info.backend_pid)
    response = handler.get_response(request)
    taken = watch.taken()
    response.close()
    if response.status_code != 200:
        raise SystemExit(f"bench: {visit.path} answered {response.status_code}")
    return taken


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


_POLICIES = """select tablename, policyname from pg_policies
 where schemaname = 'public' and cmd = 'SELECT' and 'landfast_app' = any (roles)"""


class ByHand:
    """A plain connection for a page's statements: the app's, the owner's, or the superuser's."""

    def __init__(self, database: str, role: postgres.Role | None) -> None:
        if role is None:
            self.connection = postgres.admin_connect(database)
            self.connection.execute("set plan_cache_mode = force_generic_plan")
            self.connection.prepare_threshold = 1
            return
        parts = {**postgres.connection_parts(role), "dbname": database, **PLANNED_AS_THE_APPS}
        self.connection = psycopg.connect(**parts, autocommit=True, prepare_threshold=1)

    def send(
        self, person: UUID, statements: list[Statement], *, reads: bool = False
    ) -> tuple[Taken, list[int]]:
        """In one transaction with the actor set: what it took, and the rows of each answer.

        With `reads` as a page does: it is shown what it has logged (access/0020).
        """
        watch = Watch(self.connection.info.backend_pid)
        with self.connection.transaction():
            rows = self._sent(person, statements, reads=reads)
        return watch.taken(), rows

    def send_as_app(self, person: UUID, statements: list[Statement], *, asked: bool) -> Taken:
        """By the superuser in the app's place: under its policies, or where every one says yes.

        What the policies cost is the difference. The change is never kept, and the statements are
        planned for it before they are timed.
        """
        taken = Taken(0.0, 0.0)
        with self.connection.transaction(force_rollback=True), self.connection.cursor() as cursor:
            policies = [] if asked else cursor.execute(_POLICIES).fetchall()
            for table, policy in policies:
                cursor.execute(f'alter policy "{policy}" on "{table}" using (true)')
            cursor.execute(f"set local session authorization {postgres.LOGINS['app']}")
            for _ in range(3):
                watch = Watch(self.connection.info.backend_pid)
                self._sent(person, statements)
                taken = watch.taken()
            cursor.execute("reset session authorization")
        return taken

    def _sent(self, person: UUID, statements: list[Statement], *, reads: bool = False) -> list[int]:
        rows = []
        with self.connection.cursor() as cursor:
            cursor.execute("select (extract(epoch from now()) * 1000000)::bigint, session_user")
            began, login = cursor.fetchone() or (0, "")
            claimed = claim(PersonId(person), began, login, reads=reads)
            cursor.execute("select set_config('landfast.actor', %s, true)", [claimed])
            for statement in statements:
                cursor.execute(statement.sql, statement.values)
                rows.append(len(cursor.fetchall()) if cursor.description else 0)
        return rows

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
    connections["default"] = owner
    try:
        yield
    finally:
        connections["default"] = app
