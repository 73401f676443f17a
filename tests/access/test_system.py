"""Landfast itself: believed from background work and commands, never from a page."""

import importlib

import psycopg
import pytest
from django.db import DatabaseError, connections, transaction
from django.test import Client
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.access.signing import claim
from landfast.kernel import postgres
from landfast.people import actions as people
from landfast.people.rules import SYSTEM_ID, OrganisationKind
from landfast.web.doors import SESSION_KEY, SESSION_PERSON
from tests.factories.town import as_

GATE = importlib.import_module("landfast.access.migrations.0016_who_may_employ")
BEGAN = "select (extract(epoch from now()) * 1000000)::bigint"
FOUND = (
    "insert into people_organisation (id, name, sort_key, kind, phone, created_at)"
    " values (uuidv7(), 'X', 'x', 'region', '', now())"
)


@pytest.fixture
def as_in_production(own_database):
    """The tests believe the application's own role too; here the database is as it is shipped."""
    text = GATE.IS_SYSTEM.sql.split(";")[0].replace("create function", "create or replace function")
    owner = connections["owner"]
    before, owner.settings_dict["NAME"] = owner.settings_dict["NAME"], own_database
    with owner.cursor() as cursor:
        cursor.execute(text)
    owner.close()
    owner.settings_dict["NAME"] = before
    return own_database


def test_a_page_is_never_landfast_itself_however_well_it_signs(as_in_production):
    with as_(SYSTEM), pytest.raises(DatabaseError), transaction.atomic():
        people.add_organisation(name="Strandby", kind=OrganisationKind.MUNICIPALITY)


@pytest.mark.parametrize(("signs_as", "works"), [("jobs", True), ("app", False), ("owner", False)])
def test_background_work_is_when_it_signs_with_its_own_key(as_in_production, signs_as, works):
    parts = {**postgres.connection_parts("jobs"), "dbname": as_in_production}
    with psycopg.connect(**parts) as jobs:
        [began] = jobs.execute(BEGAN).fetchone()
        told = claim(SYSTEM.person_id, began, postgres.LOGINS[signs_as])
        jobs.execute("select set_config('landfast.actor', %s, true)", [told])
        assert jobs.execute("select coalesce(access_is_system(), false)").fetchone() == (works,)
        if works:
            jobs.execute(FOUND)
            return
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            jobs.execute(FOUND)


def test_background_work_that_does_not_say_so_employs_nobody(as_in_production):
    parts = {**postgres.connection_parts("jobs"), "dbname": as_in_production}
    with psycopg.connect(**parts) as jobs, pytest.raises(psycopg.errors.InsufficientPrivilege):
        jobs.execute(FOUND)


def test_a_session_that_names_landfast_is_a_strangers(town):
    client = Client()
    session = client.session
    session[SESSION_PERSON], session[SESSION_KEY] = str(SYSTEM_ID), "x"
    session.save()
    assert client.get(reverse("organisation")).status_code == 302
    assert SESSION_PERSON not in client.session


def test_landfast_reads_no_citizen(town):
    from landfast.course import models
    from tests.factories.courses import started_course

    started_course(town)
    with as_(SYSTEM):
        assert not models.Course.objects.exists()
        assert not models.Citizen.objects.exists()
