"""A session is reached by its key, which the cookie has, and by nothing else in the database."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import Error, connection, transaction

from landfast.web.session_store import SessionStore
from tests.factories.town import as_


@pytest.mark.parametrize(
    "sql",
    [
        "select session_key from django_session",
        "delete from django_session",
        "update django_session set expire_date = now()",
        "insert into django_session values ('a', 'b', now())",
    ],
)
def test_nobody_lists_makes_or_ends_sessions_with_the_applications_own_sql(town, sql):
    with as_(town.karen), connection.cursor() as cursor:
        with pytest.raises(Error, match="permission denied"), transaction.atomic():
            cursor.execute(sql)


def test_the_clock_forgets_those_that_have_ended_and_no_other(town, signed_in):
    client = signed_in(town.karen)
    with connection.cursor() as cursor:
        cursor.execute("select django_session_forget('2999-01-01')")
        assert cursor.fetchone() == (0,)
    assert client.get("/mandag/").status_code == 200


def test_a_session_is_saved_found_renewed_and_ended(db):
    one = SessionStore()
    one["word"] = "hej"
    one.save()
    assert SessionStore(one.session_key)["word"] == "hej"
    first, other = one.session_key, SessionStore(one.session_key)
    other["word"] = "hej igen"
    other.save()
    one.cycle_key()
    assert not one.exists(first)
    with pytest.raises(UpdateError):
        other.save()
    assert SessionStore(one.session_key)["word"] == "hej"
    key = one.session_key
    one.flush()
    assert SessionStore(key).load() == {}
    assert SessionStore("made-up-and-long-enough-to-be-a-key").load() == {}
