"""A forgotten password: a mail that says nothing, a link that works once, and no oracle."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landfast.access.rules import TRIES_HERE
from landfast.access.session import acting
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.login import models, rules
from landfast.messages.rules import DeliveryState
from landfast.people import actions as people
from tests.factories.town import as_
from tests.messages.test_outbox import NOON as NOON_TODAY
from tests.messages.test_outbox import confirmed
from tests.web.conftest import enter

NOON = NOON_TODAY + timedelta(days=2)
"""Tomorrow, ahead of the test whatever its hour: a wish is an hour old at most."""

OLD, NEW = "en-lang-og-venlig-kode", "en-helt-anden-lang-kode"


def asks(name="bo"):
    return Client().post(reverse("forgotten"), {"username": name})


def comes_in(password):
    answer = Client().post(reverse("sign_in"), {"username": "bo", "password": password})
    return answer.get("Location", "")


@pytest.fixture
def bo(lived_town, as_jobs, mail_server, settings):
    """Bo has a password of his own and a confirmed address."""
    settings.LANDFAST_SECOND_FACTOR = False
    with as_(lived_town.bo):
        people.open_account(person_id=lived_town.bo.person_id, username="bo", password=OLD)
    confirmed(lived_town.bo)
    with as_jobs():
        outbox.empty()
    mail_server.mails.clear()
    return lived_town.bo


def link_of(mail):
    body = mail.get_payload(decode=True).decode()
    return re.search(r"https?://[^/]+(/log-ind/glemt/\S+)", body).group(1)


def sent(as_jobs, mail_server):
    """What leaves now."""
    with as_jobs():
        outbox.empty()
    found = list(mail_server.mails)
    mail_server.mails.clear()
    return found


def has_an_app(actor):
    with as_(actor):
        models.OneTimeCode.objects.create(
            person_id=actor.person_id, seed="x", last_step=1, created_at=now()
        )


def test_a_new_password_by_a_link_that_works_once(bo, as_jobs, mail_server):
    inside = enter_again(bo)
    assert "Hvis vi kan" in asks(" BO ").content.decode()
    [mail] = sent(as_jobs, mail_server)
    assert "bo" not in mail.as_string().replace("bo@eksempel.dk", "").split("Content-")[0].lower()
    link = link_of(mail)
    assert Client().get(link).status_code == 200
    weak = Client().post(link, {"password": "kort", "again": "kort"})
    assert weak.status_code == 422
    assert "fejl" in weak.content.decode().lower()
    done = Client().post(link, {"password": NEW, "again": NEW})
    assert done["Location"] == reverse("sign_in")
    assert (comes_in(OLD), bool(comes_in(NEW))) == ("", True)
    assert Client().post(link, {"password": OLD, "again": OLD}).status_code == 409
    assert inside.get(reverse("my_sessions"))["Location"].startswith("/log-ind/")
    [told] = sent(as_jobs, mail_server)
    assert "skiftet" in told["Subject"] or "skiftet" in told.get_payload(decode=True).decode()


def enter_again(bo):
    client = Client()
    client.post(reverse("sign_in"), {"username": "bo", "password": OLD})
    return client


def test_the_second_step_is_kept(bo, as_jobs, mail_server):
    has_an_app(bo)
    asks()
    link = link_of(sent(as_jobs, mail_server)[0])
    Client().post(link, {"password": NEW, "again": NEW})
    assert comes_in(NEW) == reverse("second_step")


def test_a_link_grows_old_and_a_new_one_ends_it(bo, as_jobs, mail_server):
    with clock.at(NOON):
        asks()
        first = link_of(sent(as_jobs, mail_server)[0])
    with clock.at(NOON + timedelta(minutes=6)):
        asks()
        second = link_of(sent(as_jobs, mail_server)[0])
        assert Client().get(first).status_code == 409
        assert Client().get(second).status_code == 200
    with clock.at(NOON + timedelta(minutes=7) + rules.RESET_LASTS):
        assert Client().get(second).status_code == 409


def test_nobody_at_the_door_learns_who_is_known(bo):
    said = []
    for name in ("bo", "ukendt"):
        with CaptureQueriesContext(connection) as asked:
            answer = asks(name)
        said.append((answer.status_code, re.sub(r'"\w{64}"', "", answer.content.decode()),
                     [one["sql"].split()[0] for one in asked]))  # fmt: skip
    assert said[0] == said[1]


def test_who_may_not_be_helped_so_gets_no_mail(bo, lived_town, as_jobs, mail_server, settings):
    settings.LANDFAST_SECOND_FACTOR = True  # an employee with a password alone
    asks()
    asks(f"user-{lived_town.mads.person_id}") if enter(lived_town.mads) else None
    asks("ukendt")
    assert sent(as_jobs, mail_server) == []
    has_an_app(bo)
    with clock.at(now() + timedelta(minutes=6)):
        asks()
        assert len(sent(as_jobs, mail_server)) == 1
        asks()  # once more within five minutes: one mail is enough
        assert sent(as_jobs, mail_server) == []


def test_no_more_than_three_mails_a_day_for_one_person(bo, as_jobs, mail_server):
    for hour in range(5):
        with clock.at(NOON + timedelta(hours=hour)):
            asks()
            assert len(sent(as_jobs, mail_server)) == (hour < rules.RESETS_A_DAY)


def test_whoever_asks_without_end_waits(bo):
    for _ in range(TRIES_HERE):
        asks("ukendt")
    assert "Vent et kvarter" in asks("ukendt").content.decode()


def test_only_its_person_sees_what_was_asked_and_nobody_writes_it(bo, lived_town):
    asks()
    asks("ukendt")
    for somebody, seen in ((bo, 1), (lived_town.mads, 0), (None, 0)):
        with acting(somebody):
            assert models.Reset.objects.count() == seen
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                list(models.Reset.objects.values_list("digest"))
            with pytest.raises(DatabaseError), transaction.atomic():
                models.Reset.objects.update(digest="x")


def test_a_mail_that_cannot_leave_is_tried_again_with_a_link_that_works(bo, as_jobs, mail_server):
    mail_server.refuses = {"bo@eksempel.dk"}
    with clock.at(NOON), as_jobs():
        asks()
        assert outbox.empty() == {DeliveryState.WAITING: 1}
    mail_server.refuses = set()
    with clock.at(NOON + timedelta(minutes=2)):
        link = link_of(sent(as_jobs, mail_server)[0])
        assert Client().get(link).status_code == 200
