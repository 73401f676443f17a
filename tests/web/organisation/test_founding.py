"""A new organisation is begun in the browser, and how people log in is seen without a secret."""

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.jobs import shipped
from landfast.jobs.cli import run
from landfast.jobs.commands import organisation as command
from landfast.journeys.found_organisation import appoint_keeper
from landfast.login.rules import Realm
from landfast.meetings import queries as meetings
from landfast.people import actions as staff
from landfast.people import queries as people
from landfast.people.rules import PersonKind, employed_as
from tests.factories.town import as_

NEW = {
    "name": "Nyby Kommune", "kind": "municipality", "unit": "Rådhuset",
    "administrator": "Ada Administrator", "username": "ada.a",
}  # fmt: skip
OWN = "en-lang-og-venlig-kode"


@pytest.fixture
def sys(town, signed_in):
    """Sus runs the system, and nothing else in it."""
    sus = town.hire("Sus System", town.social, "home_support")
    with as_(SYSTEM):
        appoint_keeper(person_id=sus.person_id)
    return signed_in(sus)


def test_she_begins_a_house_and_its_administrator_comes_in(town, sys, settings):
    page = sys.get(reverse("organisations")).content.decode()
    assert reverse("begin_organisation") in page
    made = sys.post(reverse("begin_organisation"), NEW).content.decode()
    password = re.findall(r"<code>([^<]+)</code>", made)[-1]
    ada = Client()
    come = ada.post(reverse("sign_in"), {"username": "ada.a", "password": password})
    assert come.status_code == 302
    assert ada.get(reverse("front"))["Location"] == reverse("choose_password")
    ada.post(reverse("choose_password"), {"present": password, "password": OWN, "again": OWN})
    assert "Rådhuset" in ada.get(reverse("organisation")).content.decode()
    assert ada.get(reverse("begin_organisation")).status_code == 403
    assert "Nyby Kommune" in sys.get(reverse("organisations")).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "hvad organisationen hedder"), ({"kind": "planet"}, "Vælg"),
        ({"unit": " "}, "hvad enheden hedder"), ({"administrator": ""}, "administratorens navn"),
        ({"username": ""}, "Skriv et brugernavn"), ({"username": "Å b"}, "ruger"),
        ({"name": "x" * 121}, "120"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_at_its_field_and_nothing_is_made(town, sys, wrong, sentence):
    before = len(people.organisations())
    answer = sys.post(reverse("begin_organisation"), NEW | wrong)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert len(people.organisations()) == before


def test_a_house_is_begun_once_and_a_name_for_logging_in_is_one_persons(town, sys):
    sys.post(reverse("begin_organisation"), NEW)
    twice = sys.post(reverse("begin_organisation"), NEW | {"name": "nyby kommune"})
    assert "er her allerede" in twice.content.decode()
    taken = sys.post(reverse("begin_organisation"), NEW | {"name": "Andenby"})
    assert "brugernavn er taget" in taken.content.decode()
    assert [one.name for one in people.organisations()].count(NEW["name"]) == 1
    assert "Andenby" not in [one.name for one in people.organisations()]


def test_others_begin_none_and_the_database_asks_again(town, sys, signed_in):
    tove = town.hire("Tove Top", town.coordination, "org_admin")
    for other in (tove, town.karen, town.lars):
        theirs = signed_in(other)
        assert theirs.get(reverse("begin_organisation")).status_code == 403
        assert theirs.get(reverse("login_services")).status_code == 403
        with as_(other), connection.cursor() as cursor:
            cursor.execute("select people_found('x','x','region','u','u','k','k','t','','')")
            assert cursor.fetchone() == (None,)


def test_nobody_but_landfast_itself_appoints_who_runs_the_system(town):
    assert "system_admin" not in employed_as()
    tove = town.hire("Tove Top", town.coordination, "org_admin")
    with as_(tove), pytest.raises(DatabaseError), transaction.atomic():
        staff.employ(
            person_id=town.nina.person_id, unit_id=town.coordination, role="system_admin",
            starts_on=people.employments(person_id=tove.person_id)[0].starts_on,
        )  # fmt: skip


def test_the_command_appoints_and_says_whom(town, monkeypatch, capsys):
    monkeypatch.setattr(command, "django_ready", lambda *_: None)
    assert run(["organisation", "keeper", str(town.nina.person_id)]) == 0
    assert "Nina Ny er systemadministrator" in capsys.readouterr().out
    assert run(["organisation", "keeper", str(SYSTEM.person_id)]) == 1


def test_a_new_house_has_the_formats_that_ship(db):
    shipped.load()
    with as_(SYSTEM):
        assert len(meetings.formats()) == 12


SECRET = "hemmelig-hemmelig-hemmelig-hemmelig"


@pytest.fixture
def realm(settings):
    known = Realm(
        "arbejde", PersonKind.STAFF, "Strandbys login", "http://127.0.0.1:9", "landfast", SECRET
    )
    settings.LANDFAST_REALMS = {"arbejde": known}
    return known


def test_she_sees_how_a_service_is_set_and_no_secret(town, sys, realm, settings):
    listed = sys.get(reverse("login_services")).content.decode()
    assert "Strandbys login" in listed
    page = sys.get(reverse("login_service", args=["arbejde"])).content.decode()
    assert "Delt hemmelighed" in page
    assert "/oidc/arbejde/log-ud/" in page
    assert SECRET not in page + listed
    assert sys.get(reverse("login_service", args=["ukendt"])).status_code == 404


def test_a_service_that_does_not_answer_is_said_to(town, sys, realm):
    page = sys.post(reverse("login_service", args=["arbejde"])).content.decode()
    assert "Se på det" in page
    assert "issuer" in page


def test_with_a_provider_a_code_is_enough(town, sys, realm):
    made = sys.post(reverse("begin_organisation"), NEW | {"username": ""}).content.decode()
    assert "Kode til at forbinde et login" in made
    assert "Startadgangskode" not in made
