"""What the harness (tests/conftest.py) spares the tests is really spared."""

from django.db import connection, transaction


def test_a_statement_stays_prepared_when_something_is_taken_back(own_database):
    with transaction.atomic(), connection.cursor() as cursor:
        for _time in range(3):
            cursor.execute("select %s::text", ["Jytte"])
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("select statement from pg_prepared_statements")
        assert any("::text" in statement for (statement,) in cursor.fetchall())
