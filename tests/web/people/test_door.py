"""Signing in, sessions, and what a refusal leaves behind."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from landfast.access import models as access
from landfast.access.rules import TRIES_HERE
from landfast.access.session import acting
from landfast.people import actions as people
from landfast.people import models
from landfast.web.doors import SESSION_DESKS, SESSION_KEY, SESSION_PERSON
from tests.factories.courses import started_course
from tests.factories.town import Town, as_

PASSWORD = "en-lang-og-venlig-kode"


@pytest.fixture
def karen(town: Town) -> Client:
    with as_(town.karen):
        people.open_account(person_id=town.karen.person_id, username=" Karen ", password=PASSWORD)
    client = Client()
    client.post(reverse("sign_in"), {"username": "KAREN", "password": PASSWORD})
    return client


def test_login_names_are_written_small_and_the_session_names_the_person(town, karen):
    assert karen.session[SESSION_PERSON] == str(town.karen.person_id)
    assert karen.session[SESSION_DESKS] == ["coordinator"]


@pytest.mark.parametrize(("name", "word"), [("karen", "forkert-men-lang"), ("ukendt", PASSWORD)])
def test_a_wrong_word_and_an_unknown_name_are_answered_alike(karen, name, word):
    stranger = Client()
    response = stranger.post(reverse("sign_in"), {"username": name, "password": word})
    assert response.status_code == 422
    assert "passer ikke sammen" in response.content.decode()
    assert SESSION_PERSON not in stranger.session


def test_a_weak_password_is_refused_in_words(town):
    from landfast.kernel.refusals import Wrong

    with as_(town.bo), pytest.raises(Wrong) as refusal:
        people.open_account(person_id=town.bo.person_id, username="bo", password="kort")
    assert refusal.value.field == "password"


def test_a_changed_password_ends_the_session(town, karen):
    with as_(town.karen):
        people.change_password(
            person_id=town.karen.person_id, present=PASSWORD, wanted="en-helt-anden-lang-kode"
        )
    assert karen.get(reverse("front")).status_code == 302
    assert SESSION_KEY not in karen.session


def test_nobody_reads_the_account_of_another(town, karen):
    for actor in (town.bo, None):
        with acting(actor):
            assert models.Account.objects.count() == 0


def test_a_course_without_a_ground_is_not_found_and_the_attempt_is_logged(town, karen):
    lived = started_course(town, by=town.mads)
    with as_(town.mads):
        from landfast.access.actions import end_grants

        end_grants(town.mads, course=lived.id, person=town.karen.person_id)
    response = karen.get(reverse("plan", args=[lived.id]))
    assert response.status_code == 404
    assert "Gå til forsiden" in response.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("landfast_app",)
    with as_(lived.citizen):
        assert not access.Look.objects.filter(allowed=True, person=town.karen.person_id).exists()


def test_outside_the_demonstration_there_are_no_personas(client, town):
    assert client.post(reverse("be_persona", args=[town.karen.person_id])).status_code == 404
    assert "Prøv Landfast" not in client.get(reverse("sign_in")).content.decode()


def test_a_draft_is_kept_for_its_writer(town, karen):
    from landfast.access.queries import draft

    sent = karen.post(reverse("keep_draft"), {"kladde": "plan", "text": "Ringer på fredag"})
    assert sent.status_code == 204
    with as_(town.karen):
        assert draft(town.karen, "plan") == {"text": "Ringer på fredag"}
    too_long = karen.post(reverse("keep_draft"), {"kladde": "plan", "text": "x" * 30_000})
    assert too_long.status_code == 422


def test_an_unknown_address_and_a_stale_form_are_answered_kindly(client, db):
    response = client.get("/findes-ikke/")
    assert response.status_code == 404
    assert "Gå til forsiden" in response.content.decode()
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("sign_in"), {"username": "karen", "password": PASSWORD})
    assert response.status_code == 403
    assert "ændret sig" in response.content.decode()


def test_several_ticked_boxes_are_kept_in_a_draft(town, karen):
    from landfast.access.queries import draft

    karen.post(reverse("keep_draft"), {"kladde": "refer", "needs": ["housing", "economy"]})
    with as_(town.karen):
        assert draft(town.karen, "refer") == {"needs": ["housing", "economy"]}


def test_whoever_guesses_too_often_waits_and_the_right_word_does_not_help(town, karen):
    stranger = Client()
    wrong = {"username": "karen", "password": "forkert-men-lang"}
    for _ in range(TRIES_HERE):
        assert "passer ikke sammen" in stranger.post(reverse("sign_in"), wrong).content.decode()
    right = {"username": "karen", "password": PASSWORD}
    answer = stranger.post(reverse("sign_in"), right)
    assert answer.status_code == 422
    assert "Vent et kvarter" in answer.content.decode()
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post(reverse("sign_in"), right).status_code == 302


def test_a_failed_sign_in_is_a_line_that_names_nobody(town, karen, caplog):
    Client().post(reverse("sign_in"), {"username": "karen", "password": "forkert-men-lang"})
    line = next(one for one in caplog.records if one.name == "landfast.security")
    assert (line.facts["event"], line.facts["way"]) == ("sign_in.failed", "password")
    assert "karen" not in str(line.__dict__)
    assert "forkert" not in str(line.__dict__)


def test_nobody_reads_who_failed_to_sign_in(town, karen):
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        access.FailedSignIn.objects.count()


def test_an_ended_session_is_a_stranger_to_the_database_too(town, karen, monkeypatch):
    session = karen.session
    session[SESSION_KEY] = "ikke længere"
    session.save()
    told = []

    def look(request, *_args, **_more):
        with connection.cursor() as cursor:
            cursor.execute("select access_actor()")
            told.append(cursor.fetchone()[0])
        return HttpResponse()

    monkeypatch.setattr("landfast.web.people.views.page", look)
    karen.get(reverse("sign_in"))
    assert told == [None]


def test_a_page_of_somebody_signed_in_is_kept_by_no_browser(town, karen):
    assert "no-store" in karen.get(reverse("my_citizens"))["Cache-Control"]
    assert "Cache-Control" not in Client().get(reverse("sign_in")).headers


def test_one_who_cannot_log_in_finds_the_way_to_be_rung(town):
    assert f'href="{reverse("callback")}"' in Client().get(reverse("sign_in")).content.decode()
