"""What stands in the database today, to read: `python -m landfast.jobs.standing`.

A function and a policy are written by whichever migration changed them last; where they stand whole
is the database alone. This writes them into one file a room, docs/database/<room>.sql, out of a
database of its own that all migrations have just made. Nobody runs those files: who changes a
function writes a migration (decision 71), and then this.
"""

from collections import defaultdict
from itertools import groupby
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connections

from landfast.jobs.rules_index import ROOT
from landfast.jobs.start import django_ready
from landfast.kernel import postgres, tables

FOLDER = ROOT / "docs" / "database"
BUILT_IN = "landfast_standing"
HEAD = """-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `{room}`.
"""

FUNCTIONS = """
select p.proname, pg_get_functiondef(p.oid), p.prosecdef, p.proowner::regrole::text,
       array(select case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end
               from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              where a.grantee <> p.proowner order by 1)
  from pg_proc p join pg_language l on l.oid = p.prolang
 where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and l.lanname <> 'internal'
 order by p.proname, pg_get_function_identity_arguments(p.oid)"""

POLICIES = """
select c.relname, p.polname, p.polcmd, p.polpermissive,
       array(select case one when 0 then 'public' else one::regrole::text end
               from unnest(p.polroles) one order by 1),
       pg_get_expr(p.polqual, p.polrelid, true), pg_get_expr(p.polwithcheck, p.polrelid, true)
  from pg_policy p join pg_class c on c.oid = p.polrelid
 where c.relnamespace = 'public'::regnamespace
 order by c.relname, p.polname"""

TRIGGERS = """
select c.relname, t.tgname, pg_get_triggerdef(t.oid, true)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
 where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
 order by c.relname, t.tgname"""

VIEWS = """
select c.relname, pg_get_viewdef(c.oid, true) from pg_class c
 where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' order by c.relname"""

VERBS = {"r": "select", "a": "insert", "w": "update", "d": "delete", "*": "all"}
SESSIONS = "django"
Row = tuple[Any, ...]


class Piece(NamedTuple):
    """One thing that stands: the table it is on, or the function's own name, and its SQL."""

    of: str
    sql: str


def functions(cursor: Any) -> list[Piece]:
    """Every function, whole, with whose rights it has and who may call it."""
    cursor.execute(FUNCTIONS)
    return [Piece(row[0], _function(row)) for row in cursor.fetchall()]


def _function(row: Row) -> str:
    _name, text, is_definer, owner, callers = row
    runs = f"Runs as {owner}" if is_definer else "Runs as who calls it"
    return f"-- {runs}; for {', '.join(callers) or 'nobody else'}.\n{text.rstrip()};\n"


def on_tables(cursor: Any) -> list[Piece]:
    """Every policy and every trigger, by table, and every view."""
    found = []
    for asked, written in ((POLICIES, _policy), (TRIGGERS, _trigger), (VIEWS, _view)):
        cursor.execute(asked)
        found += [Piece(row[0], written(row)) for row in cursor.fetchall()]
    return sorted(found, key=lambda piece: piece.of)  # stable: policies first, by their names


def _policy(row: Row) -> str:
    table, name, verb, permits, roles, using, check = row
    kind = "" if permits else " AS RESTRICTIVE"
    lines = [f"CREATE POLICY {name} ON {table}{kind} FOR {VERBS[verb]} TO {', '.join(roles)}"]
    asks = {"USING": using, "WITH CHECK": check}
    lines += [f"  {word} ({said})" for word, said in asks.items() if said]
    return "\n".join(lines) + ";\n"


def _trigger(row: Row) -> str:
    _table, _name, text = row
    return text.replace(" FOR EACH ", "\n  FOR EACH ") + ";\n"


def _view(row: Row) -> str:
    name, text = row
    return f"CREATE VIEW {name} AS\n{text}\n"


def pages(cursor: Any) -> dict[str, str]:
    """What stands, as one page a room: its file's name and its text. Reads the catalogue only."""
    made: dict[str, list[Piece]] = defaultdict(list)
    on: dict[str, list[Piece]] = defaultdict(list)
    for piece in functions(cursor):
        made[_room(piece.of)].append(piece)
    for piece in on_tables(cursor):
        on[_room(piece.of)].append(piece)
    return {f"{room}.sql": _page(room, made[room], on[room]) for room in sorted({*made, *on})}


def _room(name: str) -> str:
    """The package whose tables begin with the same word; sessions are kept by `access`."""
    prefix = name.partition("_")[0]
    if prefix == SESSIONS:
        return "access"
    return apps.get_app_config(prefix).name.rpartition(".")[2]


def _page(room: str, made: list[Piece], on: list[Piece]) -> str:
    parts = [HEAD.format(room=room)]
    parts += [piece.sql for piece in made]
    for table, pieces in groupby(on, key=lambda piece: piece.of):
        parts.append("\n".join([f"-- On {table}\n", *(piece.sql for piece in pieces)]))
    return "\n".join(parts)


def _as_migrations_make_it() -> dict[str, str]:
    """A database of its own, by all migrations; it is gone when it has been read."""
    postgres.drop_database(BUILT_IN)
    postgres.create_database(BUILT_IN)
    owner = connections["owner"]
    before, owner.settings_dict["NAME"] = owner.settings_dict["NAME"], BUILT_IN
    try:
        tables.migrate()
        with owner.cursor() as cursor:
            return pages(cursor)
    finally:
        owner.close()
        owner.settings_dict["NAME"] = before
        postgres.drop_database(BUILT_IN)


def stale(stands: dict[str, str]) -> list[str]:
    """The pages that say something else than what stands, or what stands nowhere any more."""
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.sql")}
    return sorted(name for name in {*kept, *stands} if kept.get(name) != stands.get(name))


def main() -> int:
    """Write the pages that no longer say what stands, and take away those of what is gone."""
    django_ready(any_tables=True)
    stands = _as_migrations_make_it()
    FOLDER.mkdir(exist_ok=True)
    for name in stale(stands):
        path = FOLDER / name
        if name in stands:
            path.write_text(stands[name], "utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
