"""What the harness (tests/conftest.py) spares the tests is really spared."""

import psycopg
import pytest
from django.db import connection, transaction

from landfast.kernel import postgres
from landfast.people.queries import find_staff
from tests.factories.lived import lived_course
from tests.factories.town import as_
from tests.own import KEPT, TABLES, put_away, settled, take_up


def test_a_statement_stays_prepared_when_something_is_taken_back(own_database):
    with transaction.atomic(), connection.cursor() as cursor:
        for _time in range(3):
            cursor.execute("select %s::text", ["Jytte"])
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("select statement from pg_prepared_statements")
        assert any("::text" in statement for (statement,) in cursor.fetchall())


def is_cleared():
    """As after a test: nobody means the database then."""
    put_away(connection)
    done = KEPT.own.cleared()
    take_up(connection)
    return done


def all_rows(name):
    """Every row of every table, as text."""
    with postgres.admin_connect(name) as admin:
        tables = [row[0] for row in admin.execute(TABLES).fetchall()]
        return {
            table: sorted(map(str, admin.execute(f'select * from only "{table}"').fetchall()))
            for table in tables
        }


def test_a_cleared_database_holds_what_the_template_holds(own_database, database_template):
    own = KEPT.own
    lived_course(settled())
    assert len(own.rows()) > len(own.first) + 20
    assert is_cleared()
    assert all_rows(own_database) == all_rows(database_template)


def test_what_was_built_once_is_laid_again_to_the_letter(own_database):
    settled()
    first = all_rows(own_database)
    assert is_cleared()
    town = settled()
    assert all_rows(own_database) == first
    with as_(town.karen):
        assert find_staff("Karen Koordinator")


@pytest.mark.parametrize(
    "change",
    [
        "alter table people_person disable trigger all",
        "grant select on people_person to public",
        "create function more() returns int language sql return 1",
    ],
)
def test_a_database_that_is_another_one_since_is_not_cleared_but_dropped(own_database, change):
    with postgres.admin_connect(own_database) as admin:
        admin.execute(change)
    assert not is_cleared()


def test_who_stays_in_a_database_is_shown_out(own_database):
    with postgres.admin_connect(own_database) as stays:
        stays.execute("begin")
        stays.execute("lock table people_person")
        assert is_cleared()
        with pytest.raises(psycopg.OperationalError):
            stays.execute("select 1")
