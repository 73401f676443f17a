"""A function of the database stands whole in the migration that changed it last."""

import re
from pathlib import Path

import pytest
from django.db import connection

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


@pytest.mark.django_db
def test_posts_are_named_by_what_they_may():
    with connection.cursor() as cursor:
        cursor.execute(
            "select proname from pg_proc where pronamespace = 'public'::regnamespace"
            " and prokind = 'f' and proname <> 'access_posts_that'"
            " and pg_get_functiondef(oid) ~ 'split_part\\(post, '':'', 2\\) in \\('"
        )
        assert cursor.fetchall() == [], "ask access_my_units(…)"
