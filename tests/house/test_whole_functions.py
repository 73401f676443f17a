"""A function of the database stands whole in the migration that changed it last."""

import re
from pathlib import Path

import pytest
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from landfast.access.stood import Whole, stood_before

ROOMS = Path(__file__).parents[2] / "src" / "landfast"
PATCHES = {
    "access/migrations/0014_looks_at_their_own_time.py",
    "access/migrations/0022_situations.py",
    "access/migrations/0040_parts.py",
    "consent/migrations/0005_situations.py",
    "consent/migrations/0034_apart.py",
    "course/migrations/0034_apart.py",
}
"""Migrations that changed functions by their text. Each stands whole in a later one by now."""

PATCHED = {
    "access_my_scopes", "access_scopes_as", "access_list",
    "access_open", "access_refused", "access_look_at", "access_my_part_scopes", "access_my_roles",
    "access_reads_topics", "consent_share_keeps_a_no", "consent_open_emergency", "course_count",
    "course_oversight_names", "course_oversight_find",
}  # fmt: skip


def migrations():
    return {
        str(path.relative_to(ROOMS)): path.read_text()
        for path in sorted(ROOMS.glob("*/migrations/[0-9]*.py"))
    }


def test_no_new_migration_patches_a_function_by_its_text():
    patching = {name for name, text in migrations().items() if "pg_get_functiondef" in text}
    assert patching == PATCHES, "write the function whole: access.protect.whole"


@pytest.mark.parametrize("function", sorted(PATCHED))
def test_what_was_patched_stands_whole_in_a_later_migration(function):
    of_room = {
        name: text
        for name, text in migrations().items()
        if name.startswith(function.partition("_")[0])
    }
    whole = re.compile(rf'(whole\(\s*"{function}"|create (or replace )?function {function}\()')
    last = max(name for name, text in of_room.items() if whole.search(text))
    patched = max(name for name, text in of_room.items() if name in PATCHES and function in text)
    assert last > patched


def all_whole():
    disk = MigrationLoader(None).disk_migrations
    return [
        (app, one)
        for (app, _name), migration in sorted(disk.items())
        for one in migration.operations
        if isinstance(one, Whole)
    ]


def test_what_is_written_anew_knows_what_it_said_before():
    kept = {one.function for _app, one in all_whole() if stood_before(one) is None}
    assert kept < PATCHED, "only what was patched by its text stands nowhere"


WRITTEN_ANEW = "access_my_scopes"


@pytest.fixture
def by_owner(own_database):
    """Migrations are run, and undone, by the owner of the tables."""
    owner = connections["owner"]
    before, owner.settings_dict["NAME"] = owner.settings_dict["NAME"], own_database
    with owner.schema_editor() as editor:
        yield editor
    owner.close()
    owner.settings_dict["NAME"] = before


def test_going_back_writes_what_stood_before(by_owner):
    app, one = [(app, one) for app, one in all_whole() if one.function == WRITTEN_ANEW][-1]

    def stands():
        with by_owner.connection.cursor() as cursor:
            cursor.execute("select pg_get_functiondef(%s::regproc)", [WRITTEN_ANEW])
            return cursor.fetchone()[0]

    now, said = stands(), stood_before(one).split("$$")[1]
    assert said not in now
    one.database_backwards(app, by_owner, None, None)
    assert said in stands()
    assert "SECURITY DEFINER" in stands()
    one.database_forwards(app, by_owner, None, None)
    assert stands() == now


@pytest.mark.django_db
def test_posts_are_named_by_what_they_may():
    with connection.cursor() as cursor:
        cursor.execute(
            "select proname from pg_proc where pronamespace = 'public'::regnamespace"
            " and prokind = 'f' and proname <> 'access_posts_that'"
            " and pg_get_functiondef(oid) ~ 'split_part\\(post, '':'', 2\\) in \\('"
        )
        assert cursor.fetchall() == [], "ask access_my_units(…)"
