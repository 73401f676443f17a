"""Danish by default; English when somebody chooses it in the footer."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from landfast.access.looks.looking import open_record
from landfast.kernel.clock import today
from landfast.web.spoken import page_named
from tests.factories.courses import started_course
from tests.factories.town import as_


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def choose(client: Client, code: str, back: str = "/") -> str:
    return client.post(reverse("language"), {"sprog": code, "tilbage": back}).headers["Location"]


@pytest.fixture
def me(town, signed_in):
    return signed_in(started_course(town).citizen)


def test_the_sign_in_page_is_danish_whatever_the_browser_speaks(db):
    page = read(Client(headers={"accept-language": "en"}), reverse("sign_in"))
    assert '<html lang="da"' in page
    assert "Brugernavn" in page
    assert 'value="en" lang="en">English</button>' in page


def test_the_sign_in_page_is_english_when_chosen_and_danish_again(db):
    client = Client()
    assert choose(client, "en", reverse("sign_in")) == reverse("sign_in")
    page = read(client, reverse("sign_in"))
    assert '<html lang="en"' in page
    assert "Username" in page
    assert "Brugernavn" not in page
    assert 'value="da" lang="da">Dansk</button>' in page
    choose(client, "da")
    assert "Brugernavn" in read(client, reverse("sign_in"))


def test_the_citizens_own_page_is_english_when_chosen(me):
    assert "Mit forløb" in read(me, reverse("my_course"))
    choose(me, "en")
    page = read(me, reverse("my_course"))
    assert "My course" in page
    assert "Who is there for me" in page
    assert f'name="tilbage" value="{reverse("my_course")}"' in page
    for danish in ("Mit forløb", "Hvem er der for mig", "Log ud", "Mine folk"):
        assert danish not in page


def test_a_rules_no_is_said_in_the_chosen_language(town, signed_in):
    course = started_course(town)
    me = signed_in(course.citizen)
    address = reverse("pause_my_course", args=[course.id])
    far = {"review_on": str(today() + timedelta(days=400))}
    assert "Vælg en dag inden for otte uger" in me.post(address, far).content.decode()
    choose(me, "en")
    assert "Choose a day within eight weeks" in me.post(address, far).content.decode()


def test_a_closed_page_is_said_in_the_chosen_language(me):
    choose(me, "en")
    hidden = me.get(reverse("course", args=[uuid4()]))
    assert hidden.status_code == 404
    assert "We cannot find what you are looking for" in hidden.content.decode()


@pytest.mark.parametrize("code", ["tlh", ""])
def test_a_language_we_do_not_have_changes_nothing(db, code):
    client = Client()
    choose(client, code)
    assert "Brugernavn" in read(client, reverse("sign_in"))


def test_the_choice_leads_to_no_other_site(db):
    assert choose(Client(), "en", "https://example.org/") == "/"


def test_the_pages_that_were_looked_at_are_named_in_english_and_an_address_stays(town, signed_in):
    lived = started_course(town)
    with as_(town.karen):
        open_record(town.karen, lived.id, "Netværkskortet")
    client = signed_in(lived.citizen)
    choose(client, "en")
    said = read(client, reverse("my_say"))
    assert "The network map" in said
    assert "Netværkskortet" not in said


def test_an_address_or_a_name_of_long_ago_stays_as_it_was_kept(db):
    with translation.override("en"):
        assert page_named("POST /plan/") == "POST /plan/"
        assert page_named("Mandag (liste)") == "Monday (list)"
