"""What docs/database says is what stands in the database."""

import pytest
from django.db import connection

from landfast.jobs import standing

WHAT_TESTS_BELIEVE = """
select pg_get_functiondef(oid), obj_description(oid, 'pg_proc') from pg_proc
 where proname in ('access_now', 'access_may_be_system')"""


@pytest.fixture
def stands(db):
    """As the migrations make it: what the tests' template has changed, it has kept as it was."""
    with connection.cursor() as cursor:
        found = standing.pages(cursor)
        cursor.execute(WHAT_TESTS_BELIEVE)
        for believed, made in cursor.fetchall():
            found["access.sql"] = found["access.sql"].replace(believed.rstrip(), made.rstrip())
    return found


def test_the_pages_say_what_stands(stands):
    assert standing.stale(stands) == [], "run: python -m landfast.jobs.standing"


def test_every_function_and_every_policy_has_its_place(stands):
    whole = "".join(stands.values())
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_proc p join pg_language l on l.oid = p.prolang"
            " where pronamespace = 'public'::regnamespace and l.lanname <> 'internal'"
        )
        assert whole.count("CREATE OR REPLACE FUNCTION public.") == cursor.fetchone()[0]
        cursor.execute("select count(*) from pg_policies where schemaname = 'public'")
        assert whole.count("\nCREATE POLICY ") == cursor.fetchone()[0]


def test_a_page_that_says_something_else_or_is_too_much_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(standing, "FOLDER", tmp_path)
    (tmp_path / "same.sql").write_text("a")
    (tmp_path / "gone.sql").write_text("b")
    (tmp_path / "other.sql").write_text("c")
    assert standing.stale({"same.sql": "a", "other.sql": "d", "new.sql": "e"}) == [
        "gone.sql", "new.sql", "other.sql",
    ]  # fmt: skip
