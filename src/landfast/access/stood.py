"""What a function of the database said before a migration wrote it anew: found where it stands.

`protect.whole` goes back by it. The text is not kept twice: it is read in the migration that wrote
the function last before, which no later change can touch.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db.migrations import Migration, RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

_BY_ITS_TEXT = "pg_get_functiondef"
_ANEW = re.compile("create (or replace )?function", re.IGNORECASE)


class Whole(RunSQL):
    """A function written anew; going back, it says what it said before."""

    def __init__(self, function: str, sql: str) -> None:
        super().__init__(sql, RunSQL.noop)
        self.function = function

    def database_backwards(
        self,
        app_label: str,  # noqa: ARG002 - Django's own names
        schema_editor: Any,
        from_state: Any,  # noqa: ARG002
        to_state: Any,  # noqa: ARG002
    ) -> None:
        """Write the function as it stood."""
        said = stood_before(self)
        if said:
            schema_editor.execute(said, params=None)


def stood_before(this: Whole) -> str | None:
    """The statement that wrote the function before, as one that may be run over it.

    None where an early migration had changed it by its text: what that made stands nowhere, so the
    newer function is kept. Raises LookupError when nobody wrote it before.
    """
    named = re.compile(rf"\b{this.function}\b")
    written = re.compile(
        rf"create (?:or replace )?function {this.function}\s*\(.*?(\$\w*\$).*?\1[^;]*;",
        re.DOTALL | re.IGNORECASE,
    )
    for sql in _before(this):
        if _BY_ITS_TEXT in sql and named.search(sql):
            return None
        found = list(written.finditer(sql))
        if found:
            said = found[-1].group()
            return _ANEW.sub("create or replace function", said, count=1)
    raise LookupError(f"{this.function} stood nowhere before: make it with definer(…)")


def _before(this: Whole) -> Iterator[str]:
    """The SQL of all that is run before, the last first."""
    loader = MigrationLoader(None)
    [home] = [key for key, one in loader.disk_migrations.items() if _place(one, this) is not None]
    for key in reversed(loader.graph.forwards_plan(home)):
        migration = loader.graph.nodes[key]
        until = _place(migration, this)
        for operation in reversed(migration.operations[:until]):
            yield _sql(operation)


def _place(migration: Migration, this: Whole) -> int | None:
    return next((at for at, one in enumerate(migration.operations) if one is this), None)


def _sql(operation: Operation) -> str:
    said = getattr(operation, "sql", "")
    return said if isinstance(said, str) else "\n".join(map(str, said))
