"""Who acts is signed: whoever can send SQL as the application is still nobody else."""

from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from landfast.access import signing
from landfast.access.session import acting
from landfast.kernel import kept_secrets, postgres
from tests.factories.town import as_
from tests.messages.conftest import as_jobs

__all__ = ["as_jobs"]
APP = postgres.LOGINS["app"]


def ask(sql: str, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def say(told: str):
    ask("select set_config('landfast.actor', %s, true)", told)
    return ask("select access_actor()")


def began() -> int:
    return ask("select (extract(epoch from now()) * 1000000)::bigint")


def test_who_is_said_to_act_acts(town):
    with as_(town.karen):
        assert ask("select access_actor()") == town.karen.person_id


FORGED = ("{person}", "{person}.", "{person}.{wrong}", "{person}{wrong}", "x", ".")


@pytest.mark.parametrize("told", FORGED)
def test_a_setting_without_our_signature_is_nobody(town, told):
    with acting(None):
        assert say(told.format(person=town.karen.person_id, wrong="0" * 64)) is None


@pytest.mark.parametrize("told", ["", *FORGED])
def test_the_first_question_of_a_session_of_the_jobs_is_answered_with_nobody_too(as_jobs, told):
    """A new session plans with what was told, and works out what it can before it asks."""
    person = "018f0000-0000-7000-8000-000000000001"
    with as_jobs(), transaction.atomic():
        assert say(told.format(person=person, wrong="0" * 64)) is None


def test_a_signature_is_good_for_its_own_person_only(town):
    with as_(town.bo):
        mine = ask("select current_setting('landfast.actor')")
        hers = mine.replace(str(town.bo.person_id), str(town.karen.person_id))
        assert say(hers) is None
        assert say(mine) == town.bo.person_id


def test_a_signature_is_good_in_its_own_transaction_only(own_database):
    with acting(None):
        moment = began()
    someone = "018f0000-0000-7000-8000-000000000001"
    claimed = signing.claim(someone, moment, APP)
    with acting(None):
        assert say(claimed) is None
        assert str(say(signing.claim(someone, began(), APP))) == someone


def test_a_signature_of_another_login_is_no_good_here(town):
    with acting(None):
        assert say(signing.claim(town.karen.person_id, began(), postgres.LOGINS["jobs"])) is None


def test_every_policy_checks_the_signature_once_per_statement(db):
    bare = r"(?<!SELECT )access_actor\(\)"
    with connection.cursor() as cursor:
        cursor.execute(
            "select tablename, policyname from pg_policies where qual ~ %s or with_check ~ %s",
            [bare, bare],
        )
        assert cursor.fetchall() == []


def test_the_application_cannot_read_or_write_the_keys(town):
    for sql in (
        "select inner_pad from access_actor_key",
        "delete from access_actor_key",
        "insert into access_actor_key (id, login, inner_pad, outer_pad, starts_at)"
        " values (uuidv7(), 'landfast_app', '', '', now())",
    ):
        with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
            ask(sql)


def test_the_signature_holds_in_a_parallel_worker(town):
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute("set local debug_parallel_query = on")
        cursor.execute("select access_actor() from people_person")
        assert {row[0] for row in cursor.fetchall()} == {town.karen.person_id}


@contextmanager
def signing_with(secret: str):
    before = settings.LANDFAST_ACTOR_KEY
    settings.LANDFAST_ACTOR_KEY = secret
    yield
    settings.LANDFAST_ACTOR_KEY = before


def who_acts(secret: str, person) -> object:
    with signing_with(secret), acting(None):
        return say(signing.claim(person, began(), APP))


def test_a_new_key_leaves_running_processes_a_day_and_at_once_means_at_once(own_database):
    someone = "018f0000-0000-7000-8000-000000000001"
    first = settings.LANDFAST_ACTOR_KEY
    assert who_acts("second", someone) is None
    assert signing.keep_key("second", database=own_database)
    assert not signing.keep_key("second", database=own_database)
    assert str(who_acts("second", someone)) == str(who_acts(first, someone)) == someone
    assert signing.keep_key("third", at_once=True, database=own_database)
    assert who_acts("second", someone) is who_acts(first, someone) is None
    assert str(who_acts("third", someone)) == someone


def test_a_kept_key_is_made_once_and_read_by_its_owner_only(tmp_path):
    path = tmp_path / "deep" / "key"
    assert kept_secrets.kept(path) == kept_secrets.kept(path)
    assert path.stat().st_mode & 0o777 == 0o600
    before = kept_secrets.kept(path)
    assert kept_secrets.renew(path) != before
    assert [found.name for found in path.parent.iterdir()] == ["key"]
