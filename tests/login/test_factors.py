"""One-time codes, recovery codes and the second step, by a real clock."""

import time

import pyotp
import pytest
from django.test import Client
from django.urls import reverse

from landfast.access.rules import TRIES_HERE
from landfast.login import models, queries
from landfast.login.actions import factors
from landfast.login.rules import Way
from landfast.people import actions as people
from tests.factories.town import as_

PASSWORD = "en-lang-og-venlig-kode"


@pytest.fixture
def enforced(settings):
    settings.LANDFAST_SECOND_FACTOR = True


@pytest.fixture
def karen(town, enforced):
    with as_(town.karen):
        people.open_account(person_id=town.karen.person_id, username="karen", password=PASSWORD)
    return says_password()


def says_password():
    client = Client()
    client.post(reverse("sign_in"), {"username": "karen", "password": PASSWORD})
    return client


def app_of(town):
    with as_(town.karen):
        return pyotp.TOTP(queries.pending_seed(town.karen.person_id))


def with_app(town, karen):
    """Karen has set an app up; its generator, and the recovery codes on the page."""
    karen.post(reverse("start_app"))
    app = app_of(town)
    page = karen.post(reverse("add_app"), {"code": app.now()}).content.decode()
    codes = [part.split("</code>")[0] for part in page.split("<code>")[1:]]
    return app, codes


def is_in(client):
    return client.get(reverse("my_citizens")).status_code == 200


def next_code(app):
    return app.at(int(time.time()) + 30)


def test_staff_on_a_password_alone_reach_only_the_choice_of_a_second_step(karen):
    assert karen.get(reverse("my_citizens"))["Location"] == reverse("my_access")
    assert "ikke nok" in karen.get(reverse("my_access")).content.decode()
    assert karen.get(reverse("my_sessions")).status_code == 302


def test_an_app_is_set_up_and_lets_its_owner_in(town, karen):
    _, codes = with_app(town, karen)
    assert len(set(codes)) == 10
    assert is_in(karen)


def test_the_seed_is_unreadable_at_rest_and_shown_no_more(town, karen):
    app, _ = with_app(town, karen)
    with as_(town.karen):
        row = models.OneTimeCode.objects.get()
        assert app.secret not in row.seed
        assert queries.pending_seed(town.karen.person_id) is None
    assert karen.get(reverse("add_app"))["Location"] == reverse("my_access")


def test_a_password_then_a_code_and_the_same_code_never_again(town, karen):
    app, _ = with_app(town, karen)
    used = app.now()
    client = says_password()
    assert not is_in(client)
    refused = client.post(reverse("second_step"), {"code": used})
    assert refused.status_code == 422
    code = next_code(app)
    client.post(reverse("second_step"), {"code": code})
    assert is_in(client)
    replay = says_password()
    assert replay.post(reverse("second_step"), {"code": code}).status_code == 422
    assert not is_in(replay)


def test_a_recovery_code_lets_in_once(town, karen):
    _, codes = with_app(town, karen)
    client = says_password()
    client.post(reverse("second_step"), {"code": codes[0].lower()})
    assert is_in(client)
    again = says_password()
    assert again.post(reverse("second_step"), {"code": codes[0]}).status_code == 422
    with as_(town.karen):
        assert codes[1] not in str(list(models.RecoveryCode.objects.values_list("code")))


def test_whoever_guesses_codes_waits(town, karen):
    app, _ = with_app(town, karen)
    client = says_password()
    for _ in range(TRIES_HERE):
        client.post(reverse("second_step"), {"code": "000000"})
    page = client.post(reverse("second_step"), {"code": next_code(app)})
    assert "Vent et kvarter" in page.content.decode()


def test_the_second_step_without_the_first_is_sent_to_the_door(db):
    assert Client().get(reverse("second_step"))["Location"] == reverse("sign_in")


def test_changing_how_one_comes_in_asks_again(town, karen, settings):
    app, _ = with_app(town, karen)
    settings.LANDFAST_STEP_UP_MINUTES = 0
    asked = karen.post(reverse("remove_app"))
    assert asked["Location"].startswith(reverse("prove_again"))
    wrong = karen.post(reverse("prove_again"), {"password": "forkert", "code": next_code(app)})
    assert wrong.status_code == 422
    settings.LANDFAST_STEP_UP_MINUTES = 5
    right = {"password": PASSWORD, "code": next_code(app)}
    assert karen.post(reverse("prove_again"), right)["Location"] == reverse("my_access")
    karen.post(reverse("remove_app"))
    with as_(town.karen):
        assert not models.OneTimeCode.objects.exists()


def test_a_passkey_nobody_made_opens_nothing(db):
    client = Client()
    client.post(reverse("passkey_question"))
    for told in ("", "{}", '{"rawId": "AAAA"}', "[]", '{"rawId": 7}', "[" * 9000):
        assert client.post(reverse("passkey_shown"), {"credential": told}).status_code == 403


def test_keys_are_turned(town, karen, settings):
    karen.post(reverse("start_app"))
    seed = app_of(town).secret
    settings.LANDFAST_SEALING_KEYS = ["en-ny-noegle", *settings.LANDFAST_SEALING_KEYS]
    assert app_of(town).secret == seed
    with as_(town.karen):
        assert factors.has_second_step(town.karen) is False


def test_a_seed_that_never_counted_is_not_used_again(town, karen):
    """Whoever had the password before her may have seen it."""
    karen.post(reverse("start_app"))
    seen_by_another = app_of(town).secret
    karen.post(reverse("start_app"))
    assert app_of(town).secret != seen_by_another


def test_a_password_alone_does_not_stand_for_a_passkey(town, karen, settings):
    with_app(town, karen)
    with as_(town.karen):
        models.OneTimeCode.objects.all().delete()
        models.Passkey.objects.create(
            person_id=town.karen.person_id, name="Telefon", credential=b"c", public_key=b"k"
        )
    settings.LANDFAST_STEP_UP_MINUTES = 0
    page = karen.get(reverse("prove_again")).content.decode()
    assert 'data-passkey="show"' in page
    assert 'name="password"' not in page
    assert karen.post(reverse("prove_again"), {"password": PASSWORD}).status_code == 422


def test_who_came_in_by_a_provider_shows_it_again_there(town, karen):
    with as_(town.karen):
        identity = models.Identity.objects.create(
            person_id=town.karen.person_id, realm="arbejde", issuer="https://a", subject="s"
        )
        models.Sitting.objects.update(identity=identity, way=Way.PROVIDER)
    assert is_in(karen)
    assert karen.post(reverse("prove_again"), {"password": PASSWORD}).status_code == 422
