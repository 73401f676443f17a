"""A way back for who has lost the password or the telephone: two people, and she is told."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from landfast.access import models as access
from landfast.access.actor import SYSTEM
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.login import models as login
from landfast.messages.rules import Happened, Purpose, purpose_of, told
from landfast.people import actions as staff
from landfast.people import keeping, models
from landfast.people import queries as people
from landfast.people.rules import WAY_BACK_FOR
from tests.factories.town import as_

OWN = "en-lang-og-venlig-kode"
WHY = {"reason": "Hun har glemt koden. Jeg har talt med hende.", "removes_steps": ""}


@pytest.fixture
def nina(town, settings, signed_in):
    """Nina has come in with a password of her own, and an app; her employment."""
    settings.LANDFAST_SECOND_FACTOR = False
    for name in ("Tove Top", "Tom To"):
        town.hire(name, town.coordination, "org_admin")
    town.hire("Olga Øst", town.ward, "org_admin")
    signed_in(town.nina)
    with as_(town.nina):
        staff.change_password(person_id=town.nina.person_id, present="", wanted=OWN)
        login.OneTimeCode.objects.create(
            person_id=town.nina.person_id, seed="x", last_step=1, created_at=clock.now()
        )
    return next(
        one.id for one in people.desks([town.coordination])
        if one.row.person.id == town.nina.person_id
    )  # fmt: skip


def asks(client, desk, **changed):
    return client.post(reverse("ask_way_back", args=[desk]), WHY | changed)


def waiting(actor):
    with as_(actor):
        return keeping.ways_back()


def comes_in(town, password):
    name = f"user-{town.nina.person_id}"
    answer = Client().post(reverse("sign_in"), {"username": name, "password": password})
    return answer.status_code == 302


def has_an_app(actor):
    with as_(actor):
        return login.OneTimeCode.objects.exists()


@pytest.mark.parametrize(("lost", "keeps"), [("", True), ("on", False)])
def test_one_asks_another_gives_and_she_comes_in(town, nina, signed_in, lost, keeps):
    tove, dorte = signed_in(town.tove), signed_in(town.dorte)
    assert "Har mistet adgangskode" in tove.get(reverse("desk", args=[nina])).content.decode()
    assert asks(tove, nina, removes_steps=lost).status_code == 302
    [one] = waiting(town.dorte)
    list_page = reverse("waiting_employments")
    assert "Luk Nina Ny ind igen" not in tove.get(list_page).content.decode()
    shown = dorte.get(list_page).content.decode()
    assert "Hun har glemt koden" in shown
    assert "Luk Nina Ny ind igen" in shown
    give = reverse("give_way_back", args=[one.id])
    assert tove.post(give).status_code == 409
    page = dorte.post(give).content.decode()
    password = re.search(r"<code>([A-Z0-9]{4}(?:-[A-Z0-9]{4}){3})</code>", page)[1]
    assert not comes_in(town, OWN)
    assert comes_in(town, password)
    assert has_an_app(town.nina) is keeps
    assert dorte.post(give).status_code == 404, "once"
    with as_(town.dorte):
        events = list(access.Event.objects.filter(kind__startswith="people.way_back"))
    assert password not in str([row.facts for row in events])
    assert waiting(town.dorte) == []


def test_it_is_said_what_is_missing(town, nina, signed_in):
    tove = signed_in(town.tove)
    page = asks(tove, nina, reason="  ")
    assert page.status_code == 422
    assert "Skriv, hvad der er sket" in page.content.decode()
    assert asks(tove, nina).status_code == 302
    assert "allerede bedt om det" in asks(tove, nina).content.decode()
    desk = next(
        one for one in people.desks([town.coordination]) if one.row.person.name == "Mads Makker"
    )
    assert asks(tove, desk.id).status_code == 404, "no login to open"
    with as_(town.mads):
        staff.open_account(person_id=town.mads.person_id, username="mads", password=None)
    page = asks(tove, desk.id)
    assert "har ikke været inde" in page.content.decode()


def test_others_neither_ask_see_nor_give(town, nina, signed_in):
    asks(signed_in(town.tove), nina)
    [one] = waiting(town.tom)
    for actor in (town.karen, town.olga, town.nina, None):
        assert waiting(actor) == []
        with as_(actor), connection.cursor() as cursor:
            sealed = "argon2$argon2id$v=19$m=1,t=1,p=1$YQ$YQ"
            for sql, values in (
                ("select people_give_way_back(%s, %s)", [one.id, sealed]),
                ("select people_decline_way_back(%s)", [one.id]),
                ("select people_ask_way_back(%s, 'x', true)", [nina]),
            ):
                cursor.execute(sql, values)
                assert cursor.fetchone() == (False,), (actor, sql)
    for actor in (town.karen, town.dorte):
        assert asks(signed_in(actor), nina).status_code == 403
    assert comes_in(town, OWN)


def test_it_is_taken_back_and_it_grows_old(town, nina, signed_in):
    tove = signed_in(town.tove)
    asks(tove, nina)
    [one] = waiting(town.tove)
    assert tove.post(reverse("decline_way_back", args=[one.id])).status_code == 302
    asks(tove, nina)
    with clock.at(clock.now() + WAY_BACK_FOR + timedelta(minutes=1)):
        assert waiting(town.dorte) == []
        with as_(town.tove):
            staff.ask_way_back(employment_id=nina, reason="Igen", removes_steps=False)
        assert [row.reason for row in waiting(town.dorte)] == ["Igen"]
    with as_(town.tove):
        assert models.WayBack.objects.count() == 3


def test_who_works_in_another_house_too_is_let_in_by_neither(town, nina, signed_in):
    asks(signed_in(town.tove), nina)
    [one] = waiting(town.dorte)
    with as_(SYSTEM):
        staff.employ(
            person_id=town.nina.person_id, unit_id=town.ward, role="mentor", starts_on=today()
        )
    give = reverse("give_way_back", args=[one.id])
    assert signed_in(town.dorte).post(give).status_code == 404
    assert comes_in(town, OWN)


def test_she_hears_of_it_at_once_whatever_the_hour(town):
    given = Happened(
        "people.way_back_given", clock.now(), town.dorte.person_id,
        {"person": str(town.nina.person_id)},
    )  # fmt: skip
    assert told(given, clock.now()) == {town.nina.person_id}
    assert purpose_of(given.kind) is Purpose.ACCOUNT
    assert purpose_of("handover.offered") is Purpose.NEWS
