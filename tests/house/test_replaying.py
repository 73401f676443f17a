"""What a builder wrote once and what it writes anew are the same (tests/factories/replaying)."""

import pytest
from django.db import connection, transaction

from landfast.access.actor import SYSTEM
from landfast.kernel import clock
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from tests.factories import replaying
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting
from tests.factories.town import as_

COUNTS = """select relname, pg_stat_get_xact_tuples_inserted(oid) from pg_class
 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
   and pg_stat_get_xact_tuples_inserted(oid) > 0 order by relname"""


def tables():
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        return dict(cursor.fetchall())


def test_each_table_has_as_many_rows_when_it_is_written_anew(town):
    key, counted = object(), []
    for _time in ("built", "written anew"):
        with transaction.atomic():
            before = tables()
            replaying.once(key, lambda: held_meeting.__wrapped__(town))
            counted.append({name: rows - before.get(name, 0) for name, rows in tables().items()})
            transaction.set_rollback(True)
    assert counted[0] == counted[1]
    assert counted[0]["meetings_turn"]


def test_a_test_that_leaves_the_code_alone_has_its_builders_written_anew(town):
    started_course(town)
    assert (("started_course",), clock.today()) in replaying._kept


def test_a_test_that_changes_the_code_builds_itself(town, monkeypatch):
    assert replaying.rows_written() != town.rows


def test_nothing_is_written_anew_where_something_was_written_first(town):
    first, second = started_course(town), started_course(town)
    assert first.id != second.id


def test_what_a_function_of_the_database_wrote_is_refused(town):
    def by_function():
        with as_(SYSTEM), connection.cursor() as cursor:
            people.add_person(kind=PersonKind.STAFF, name="Åse Å", profession="", phone="")
            cursor.execute(
                "with one as (insert into access_scope (id, created_at)"
                " values (uuidv7(), now()) returning id) select * from one"
            )

    key = object()
    with transaction.atomic():
        replaying.once(key, by_function)
        transaction.set_rollback(True)
    with pytest.raises(AssertionError, match="function"):
        replaying.once(key, by_function)
