"""The look log in months: none is lost, and nobody changes what stands in it."""

from datetime import timedelta

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.looks.looking import open_record
from landfast.access.retention import make_look_months
from landfast.kernel import clock, postgres
from tests.conftest import meant, standing
from tests.factories.courses import started_course
from tests.factories.town import as_, build_town


def parts():
    """The parts of the log, each with how many looks lie in it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select inhrelid::regclass::text from pg_inherits"
            " where inhparent = 'access_look'::regclass"
        )
        return {name for (name,) in cursor.fetchall()}


def lie_in(lived):
    with as_(lived.citizen), connection.cursor() as cursor:
        cursor.execute("select tableoid::regclass::text from access_look order by at")
        return [name for (name,) in cursor.fetchall()]


def part_of(moment):
    return f"access_look_{moment:%Y_%m}"


def test_a_look_without_a_month_falls_beside_and_moves_to_it_when_it_is_made(town):
    lived = started_course(town)
    later = clock.now() + timedelta(days=400)
    with clock.at(later), as_(town.karen):
        open_record(town.karen, lived.id, "Planen")
    assert lie_in(lived) == ["access_look_rest"]
    with as_(None):
        assert make_look_months() >= 1
    assert lie_in(lived) == [part_of(later)]
    with as_(town.karen):
        open_record(town.karen, lived.id, "Planen")
    assert len(lie_in(lived)) == 2


def test_months_are_made_three_ahead_and_only_once(town):
    later = clock.now() + timedelta(days=365)
    with clock.at(later), as_(None):
        assert make_look_months() == 4
        assert make_look_months() == 0
    assert part_of(later) in parts()


@pytest.fixture(scope="module")
def looked_at(django_db_setup, database_template, django_db_blocker):
    """A database with one look that nobody takes back, and the part that it lies in."""
    with django_db_blocker.unblock(), standing(database_template) as database:
        with meant(database):
            town = build_town()
            lived = started_course(town)
            with as_(town.karen):
                open_record(town.karen, lived.id, "Planen")
            [part] = lie_in(lived)
        yield database, part


@pytest.mark.parametrize(
    "statement",
    [
        "update access_look set what = 'x'",
        "update access_look set scope_id = null",
        "delete from access_look",
        "truncate access_look",
        "truncate {part}",
        "delete from {part}",
    ],
)
@pytest.mark.parametrize("role", ["app", "jobs", "owner"])
def test_no_login_changes_what_stands_there(looked_at, role, statement):
    database, part = looked_at
    address = postgres.connection_parts(role) | {"dbname": database}
    with psycopg.connect(**address) as other, pytest.raises(psycopg.Error) as refused:
        other.execute(statement.format(part=part))
    assert "permission denied" in str(refused.value) or "is not changed" in str(refused.value)
    with postgres.admin_connect(database) as admin:
        looks = admin.execute("select what, scope_id is null from access_look").fetchall()
    assert looks == [("Planen", False)]


def test_a_month_is_read_through_the_log_only(town):
    part = part_of(clock.now())
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"select count(*) from {part}")
