"""A password is compared in the database: no seal leaves it, and only the door may ask about it."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password
from django.db import DatabaseError, connection, transaction

from landfast.access import login
from landfast.access.actor import SYSTEM, Actor
from landfast.access.session import acting, signing_in
from landfast.kernel.clock import today
from landfast.kernel.refusals import Wrong
from landfast.login.actions import sittings
from landfast.login.rules import Way
from landfast.people import actions as people
from landfast.people import passwords, queries
from landfast.people.rules import PersonKind
from tests.factories.town import as_

FIRST, SECOND = "en-lang-og-venlig-kode", "en-helt-anden-lang-kode"


def ask(sql: str, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return row[0] if row else None


def comes_in(name: str, password: str):
    return login.by_password(name, password, source="here")


def key_of(actor: Actor) -> str | None:
    with as_(actor):
        return queries.session_key(actor.person_id)


@pytest.fixture
def karen(town):
    with as_(town.karen):
        people.open_account(person_id=town.karen.person_id, username="karen", password=FIRST)
    return town.karen


@pytest.fixture
def tove(town):
    """Keeps the coordinators' unit."""
    return town.hire("Tove Top", town.coordination, "org_admin")


def hired(town, tove) -> Actor:
    """Somebody new, employed by Tove."""
    with as_(tove):
        person = people.add_person(kind=PersonKind.STAFF, name="Ny Nielsen")
    with as_(SYSTEM):  # two people employ: that it waits for the second is tried elsewhere
        people.employ(
            person_id=person, unit_id=town.coordination, role="coordinator",
            starts_on=today() - timedelta(days=1),
        )  # fmt: skip
    return Actor(person, PersonKind.STAFF, "Ny Nielsen")


@pytest.fixture
def new(town, tove):
    """Somebody new, with a password that Tove chose."""
    actor = hired(town, tove)
    with as_(tove):
        people.open_account(person_id=actor.person_id, username="ny", password=FIRST)
    return actor


def test_the_right_word_comes_in_and_no_other(karen):
    actor, key = comes_in("karen", FIRST)
    assert (actor, key) == (karen, key_of(karen))
    assert comes_in("karen", SECOND) is None
    assert comes_in("ukendt", FIRST) is None


def test_nobody_reads_a_seal_and_no_setting_opens_an_account(town, karen):
    for actor in (karen, town.bo, SYSTEM, None):
        with acting(actor), pytest.raises(DatabaseError), transaction.atomic():
            ask("select sealed from people_password")
    with acting(None):
        ask("select set_config('landfast.login', 'karen', true)")
        assert ask("select count(*) from people_account") == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            ask("update people_account set username = 'x'")


def test_without_the_doors_proof_the_database_tells_nothing_about_a_login(town, karen):
    with signing_in("karen") as proof:
        told = queries.password_told("karen", proof)
        sealed = passwords.seal_like(FIRST, told)
        fits = "select person_id from people_password_fits(%s, %s, %s)"
        assert ask(fits, "karen", proof, sealed) == karen.person_id
        assert ask(fits, "karen", "", sealed) is ask(fits, "bo", proof, sealed) is None
    with signing_in("bo") as other:
        assert queries.password_told("karen", other) is None
    for actor in (town.bo, None):
        with acting(actor):
            assert queries.password_told("karen") is None


def test_a_proof_is_good_in_its_own_transaction_only(own_database):
    with signing_in("karen") as proof:
        signed = "select access_signed('sign-in|karen', %s)"
        with pytest.raises(DatabaseError), transaction.atomic():
            ask(signed, proof)  # the helper's own question
    with signing_in("karen") as again:
        assert again != proof


def test_what_is_told_is_how_to_seal_and_not_the_seal(karen):
    with signing_in("karen") as proof:
        told = queries.password_told("karen", proof)
    sealed = passwords.seal_like(FIRST, told)
    assert told.rpartition("$")[0] == sealed.rpartition("$")[0]
    assert set(told.rpartition("$")[2]) == {"A"}
    assert len(told) == len(sealed)


def test_ones_own_password_is_changed_by_who_knows_the_present_one(town, karen):
    before = key_of(karen)
    with as_(karen), pytest.raises(Wrong) as refused:
        people.change_password(person_id=karen.person_id, present=SECOND, wanted=SECOND)
    assert refused.value.field == "present"
    with as_(karen):
        people.change_password(person_id=karen.person_id, present=FIRST, wanted=SECOND)
    assert comes_in("karen", FIRST) is None
    assert comes_in("karen", SECOND) is not None
    assert key_of(karen) != before


def test_nobody_sets_the_password_of_another(town, karen, tove):
    """Not even the administrator: a password that its owner chose is hers."""
    sealed = make_password(SECOND)
    for actor in (town.bo, town.dorte, tove, None):
        with acting(actor):
            assert ask("select people_set_password(%s, '', %s)", karen.person_id, sealed) is False
    with as_(karen):  # and she herself not without the present one
        assert ask("select people_set_password(%s, '', %s)", karen.person_id, sealed) is False
        assert ask("select people_set_password(%s, %s, 'plain')", karen.person_id, FIRST) is False
    assert comes_in("karen", FIRST) is not None


def test_an_administrator_chooses_a_password_to_start_with_until_its_owner_has_her_own(
    town, tove, new
):
    assert ask_start(new)
    again = make_password(SECOND)
    with as_(tove):
        assert ask("select people_set_password(%s, '', %s)", new.person_id, again) is True
    assert comes_in("ny", SECOND) is not None
    with as_(new):
        people.change_password(person_id=new.person_id, present=SECOND, wanted=FIRST)
    assert not ask_start(new)
    with as_(tove):
        assert ask("select people_set_password(%s, '', %s)", new.person_id, again) is False


def ask_start(actor: Actor) -> bool:
    with signing_in("ny") as proof:
        told = queries.password_told("ny", proof)
        sealed = [passwords.seal_like(word, told) for word in (FIRST, SECOND)]
        sql = "select is_start from people_password_fits('ny', %s, %s)"
        return any(ask(sql, proof, one) for one in sealed)


def test_who_has_come_in_before_gets_no_start_password_from_anybody(town, tove):
    """She comes in by a provider; a password of the administrator's would be another way in."""
    actor = hired(town, tove)
    sittings.begin(actor, Way.PROVIDER)
    with as_(tove), pytest.raises(DatabaseError), transaction.atomic():
        people.open_account(person_id=actor.person_id, username="ny", password=FIRST)


def test_another_house_opens_no_account_here(town, tove, new):
    olga = town.hire("Olga Øst", town.ward, "org_admin")
    other = hired(town, tove)
    with as_(olga), pytest.raises(DatabaseError), transaction.atomic():
        people.open_account(person_id=other.person_id, username="x", password=FIRST)
    with as_(olga):
        sealed = make_password(SECOND)
        assert ask("select people_set_password(%s, '', %s)", new.person_id, sealed) is False


def test_a_seal_made_with_less_care_is_made_anew_when_its_owner_comes_in(karen, monkeypatch):
    before = key_of(karen)
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 3)
    _, key = comes_in("karen", FIRST)
    assert key == key_of(karen) != before
    assert comes_in("karen", FIRST) == (karen, key)
    with signing_in("karen") as proof:
        assert "t=3" in queries.password_told("karen", proof)
