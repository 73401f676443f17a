"""Logins of employees: opened with a start password, changed by its owner, reset and closed."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from landfast.access import models as access
from landfast.access.actor import SYSTEM
from landfast.access.session import acting
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.login import models as login
from landfast.login.actions import sittings
from landfast.people import actions as staff
from landfast.people import keeping, models
from landfast.people import queries as people
from landfast.people.rules import START_FOR
from tests.factories.town import as_

OWN = "en-lang-og-venlig-kode"


def chosen(client, present, own=OWN):
    """Choose one's own password."""
    said = {"present": present, "password": own, "again": own}
    return client.post(reverse("choose_password"), said)


def has_an_app(actor):
    """A second step that an administrator does not have."""
    with as_(actor):
        login.OneTimeCode.objects.create(
            person_id=actor.person_id, seed="x", last_step=1, created_at=clock.now()
        )


@pytest.fixture
def tove(town, signed_in):
    """Tove keeps the coordinating unit and what lies under it."""
    return signed_in(town.hire("Tove Administrator", town.coordination, "org_admin"))


GIVE = "select people_give_account(%s, 'x.y', 'argon2$argon2id$v=19$m=1,t=1,p=1$YQ$YQ')"


def desk_of(town, actor, unit=None):
    return next(
        one for one in people.desks([unit or town.coordination])
        if one.row.person.id == actor.person_id
    )  # fmt: skip


def at(name, desk):
    return reverse(name, args=[desk.id])


def opened(tove, desk, username="nina.ny"):
    """Tove opens a login; the start password that the page shows."""
    page = tove.post(at("open_login", desk), {"username": username})
    assert page.status_code == 200, page.content.decode()
    return start_password(page)


def start_password(page):
    return re.search(r"<code>([A-Z0-9]{4}(?:-[A-Z0-9]{4}){3})</code>", page.content.decode())[1]


def comes_in(username, password):
    client = Client()
    return client, client.post(reverse("sign_in"), {"username": username, "password": password})


def test_a_start_password_is_shown_once_and_opens_only_the_page_where_it_is_changed(
    town, tove, settings
):
    desk = desk_of(town, town.nina)
    assert "Opret et login" in tove.get(at("desk", desk)).content.decode()
    assert 'value="nina.ny"' in tove.get(at("open_login", desk)).content.decode()
    password = opened(tove, desk)
    shown = tove.get(at("desk", desk)).content.decode()
    assert password not in shown
    assert "Startadgangskoden er ikke skiftet endnu" in shown
    settings.LANDFAST_SECOND_FACTOR = False
    nina, _answer = comes_in("Nina.NY", password)
    for name in ("front", "my_citizens", "my_access", "my_sessions", "monday"):
        assert nina.get(reverse(name))["Location"] == reverse("choose_password"), name
    own = reverse("choose_password")
    assert "Vælg din egen nu" in nina.get(own).content.decode()
    for said, word in (
        ({"password": "kort", "again": "kort"}, "for kort"),
        ({"password": OWN, "again": OWN + "x"}, "De to er ikke ens"),
        ({"password": password, "again": password}, "Vælg en anden end den, du har nu"),
        ({"present": "ABCD", "password": OWN, "again": OWN}, "Adgangskoden passer ikke"),
    ):
        refused = nina.post(own, {"present": password} | said)
        assert refused.status_code == 422
        assert word in refused.content.decode()
    assert chosen(nina, password).status_code == 302
    assert nina.get(reverse("my_citizens")).status_code == 200
    assert "valgt sin egen adgangskode" in tove.get(at("desk", desk)).content.decode()
    _client, late = comes_in("nina.ny", password)
    assert late.status_code == 422


def test_the_second_step_is_chosen_after_the_password_where_it_is_demanded(town, tove, settings):
    settings.LANDFAST_SECOND_FACTOR = True
    password = opened(tove, desk_of(town, town.nina))
    nina, _answer = comes_in("nina.ny", password)
    assert nina.get(reverse("add_app"))["Location"] == reverse("choose_password")
    assert chosen(nina, password)["Location"] == reverse("my_access")
    assert nina.get(reverse("my_citizens"))["Location"] == reverse("my_access")
    assert "En adgangskode alene er ikke nok" in nina.get(reverse("my_access")).content.decode()


def test_a_start_password_that_nobody_changed_in_time_opens_nothing(town, tove, settings):
    settings.LANDFAST_SECOND_FACTOR = False
    password = opened(tove, desk_of(town, town.nina))
    with clock.at(clock.now() + START_FOR + timedelta(minutes=1)):
        _nina, answer = comes_in("nina.ny", password)
        assert answer.status_code == 422
        assert "Din startadgangskode er for gammel" in answer.content.decode()


def test_a_session_of_a_start_password_ends_with_its_time(town, tove, settings):
    settings.LANDFAST_SECOND_FACTOR = False
    password = opened(tove, desk_of(town, town.nina))
    with clock.at(clock.now() + START_FOR - timedelta(minutes=1)):
        nina, answer = comes_in("nina.ny", password)
        assert answer.status_code == 302
    with clock.at(clock.now() + START_FOR + timedelta(minutes=1)):
        assert nina.get(reverse("choose_password"))["Location"].startswith(reverse("sign_in"))


def test_a_reset_ends_the_sessions_and_a_closed_login_opens_nothing(town, tove, settings):
    settings.LANDFAST_SECOND_FACTOR = False
    desk = desk_of(town, town.nina)
    first = opened(tove, desk)
    nina, _answer = comes_in("nina.ny", first)
    chosen(nina, first)
    has_an_app(town.nina)
    second = start_password(tove.post(at("reset_login", desk)))
    assert not _running(town.nina)
    assert nina.get(reverse("my_citizens"))["Location"].startswith(reverse("sign_in"))
    assert comes_in("nina.ny", OWN)[1].status_code == 422
    _nina, answer = comes_in("nina.ny", second)
    assert answer["Location"] == reverse("second_step"), "her own second step stays"
    tove.post(at("close_login", desk))
    assert comes_in("nina.ny", second)[1].status_code == 422
    assert "Loginnet er lukket" in tove.get(at("desk", desk)).content.decode()
    assert tove.post(at("close_login", desk)).status_code == 409
    third = start_password(tove.post(at("reset_login", desk)))
    assert comes_in("nina.ny", third)[1].status_code == 302, "a new start password opens it again"


def _running(who):
    with as_(who):
        return login.Sitting.objects.filter(ended_at=None).count()


def test_what_a_closed_login_opened_is_marked_as_ended(town, tove):
    desk = desk_of(town, town.nina)
    nina, _answer = comes_in("nina.ny", opened(tove, desk))
    chosen(nina, "")
    assert _running(town.nina) == 1
    tove.post(at("close_login", desk))
    assert not _running(town.nina)


def test_who_has_come_in_is_not_let_in_again_on_a_password_alone(town, tove, settings):
    """Else the administrator could come in as her, and read what she reads."""
    settings.LANDFAST_SECOND_FACTOR = False
    desk = desk_of(town, town.nina)
    first = opened(tove, desk)
    again = start_password(tove.post(at("reset_login", desk)))
    assert again != first, "before she has come in it is given as often as needed"
    nina, _answer = comes_in("nina.ny", again)
    chosen(nina, again)
    page = tove.get(at("desk", desk)).content.decode()
    assert "hverken adgangsnøgle eller app" in page
    assert "Giv en ny startadgangskode" not in page
    refused = tove.post(at("reset_login", desk))
    assert refused.status_code == 409
    assert "hverken adgangsnøgle eller app" in refused.content.decode()
    assert nina.get(reverse("my_citizens")).status_code == 200
    with as_(town.tove), connection.cursor() as cursor:
        cursor.execute(GIVE, [town.nina.person_id])
        assert cursor.fetchone() == (False,)
    with as_(town.nina):  # as after a month, when nobody remembers her sessions
        login.Sitting.objects.update(
            ended_at=clock.now() - timedelta(days=60), seen_at=clock.now() - timedelta(days=60)
        )
    sittings.forget()
    with as_(town.tove):
        assert keeping.account_of(town.nina.person_id).has_come_in
    tove.post(at("close_login", desk))
    assert comes_in("nina.ny", OWN)[1].status_code == 422


def test_who_works_in_another_house_too_is_not_hers_to_let_in(town, tove):
    with as_(SYSTEM):
        staff.employ(
            person_id=town.nina.person_id, unit_id=town.ward, role="mentor", starts_on=today()
        )
    desk = desk_of(town, town.nina)
    assert "også ansat et andet sted" in tove.get(at("desk", desk)).content.decode()
    page = tove.post(at("open_login", desk), {"username": "nina.ny"})
    assert page.status_code == 422
    assert tove.post(at("invite_login", desk)).status_code == 409
    with as_(town.tove), connection.cursor() as cursor:
        cursor.execute(GIVE, [town.nina.person_id])
        assert cursor.fetchone() == (False,)


def test_who_has_come_in_connects_a_providers_login_herself(town, tove, realm, settings):
    settings.LANDFAST_SECOND_FACTOR = False
    desk = desk_of(town, town.nina)
    comes_in("nina.ny", opened(tove, desk))
    assert "Inviter til jeres eget login" not in tove.get(at("desk", desk)).content.decode()
    assert tove.post(at("invite_login", desk)).status_code == 409


@pytest.mark.parametrize(
    ("username", "sentence"),
    [("", "Skriv et brugernavn"), ("ni", "mindst tre"), ("nina ny", "ingen mellemrum"),
     ("nína", "små bogstaver"), ("taget.navn", "Det brugernavn er taget")],
)  # fmt: skip
def test_a_login_name_that_cannot_be_is_said(town, tove, username, sentence):
    opened(tove, desk_of(town, town.mads), "taget.navn")
    page = tove.post(at("open_login", desk_of(town, town.nina)), {"username": username})
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert "<code>" not in page.content.decode()


def test_one_login_each(town, tove):
    desk = desk_of(town, town.nina)
    opened(tove, desk)
    page = tove.post(at("open_login", desk), {"username": "nina.to"})
    assert page.status_code == 422
    assert "har allerede et login" in page.content.decode()


def test_she_opens_no_login_of_her_own_nor_of_others_units(town, tove):
    mine = desk_of(town, town.tove)
    assert "Det er dit eget" in tove.get(at("desk", mine)).content.decode()
    for name in ("reset_login", "close_login", "invite_login"):
        assert tove.post(at(name, mine)).status_code == 409
        anna = desk_of(town, town.anna, town.ward)
        assert tove.post(at(name, anna)).status_code == 403
    assert tove.post(at("open_login", mine), {"username": "tove.to"}).status_code == 422
    assert tove.post(at("open_login", anna), {"username": "anna.to"}).status_code == 403


def test_others_open_no_login(town, tove, signed_in):
    desk = desk_of(town, town.nina)
    opened(tove, desk)
    for actor in (town.dorte, town.lars, town.karen):
        somebody = signed_in(actor)
        for name in ("reset_login", "close_login", "invite_login"):
            assert somebody.post(at(name, desk)).status_code == 403


def test_the_database_asks_again_whose_administrator_it_is(town, tove):
    opened(tove, desk_of(town, town.nina))
    for actor, person in (
        (town.karen, town.nina), (town.dorte, town.nina), (town.tove, town.anna),
        (town.tove, town.tove), (None, town.nina),
    ):  # fmt: skip
        with acting(actor), connection.cursor() as cursor:
            for sql in (GIVE, "select people_close_account(%s)"):
                cursor.execute(sql, [person.person_id])
                assert cursor.fetchone() == (False,)
            cursor.execute("select * from people_account_of(%s)", [person.person_id])
            assert cursor.fetchall() == []
    with as_(town.tove):
        assert not models.Account.objects.filter(person_id=town.nina.person_id).exists()
        assert keeping.account_of(town.nina.person_id).username == "nina.ny"
    with as_(town.tove), connection.cursor() as cursor:
        cursor.execute("select people_give_account(%s, 'x.y', 'md5$x')", [town.nina.person_id])
        assert cursor.fetchone() == (False,), "only what Argon2 has sealed"


def test_what_is_done_to_a_login_stands_in_the_events_without_a_secret(town, tove):
    desk = desk_of(town, town.nina)
    password = opened(tove, desk)
    tove.post(at("reset_login", desk))
    tove.post(at("close_login", desk))
    with as_(town.tove):
        rows = list(access.Event.objects.filter(kind__startswith="people.login").order_by("id"))
    assert [row.kind.split("_")[1] for row in rows] == ["opened", "reset", "closed"]
    assert {row.facts["person"] for row in rows} == {str(town.nina.person_id)}
    assert password not in str([row.facts for row in rows])


def test_an_employee_is_invited_to_the_providers_login(town, tove, realm):
    desk = desk_of(town, town.nina)
    assert "Inviter til jeres eget login" in tove.get(at("desk", desk)).content.decode()
    page = tove.post(at("invite_login", desk)).content.decode()
    code = re.search(r"<code>([A-Z0-9-]{19})</code>", page)[1]
    with as_(town.nina):
        [row] = login.Invitation.objects.all()
        assert row.code != code
        assert row.used_at is None
    with as_(town.tove):
        assert not login.Invitation.objects.exists(), "the code is not read from the table"
        assert access.Event.objects.filter(kind="login.invited").exists()


@pytest.fixture
def realm(settings):
    """The workplace's own login, as it is set up by the operator."""
    from landfast.login.rules import Realm
    from landfast.people.rules import PersonKind

    known = Realm("arbejde", PersonKind.STAFF, "Strandby", "https://x.dk", "landfast", "s" * 40)
    settings.LANDFAST_REALMS = {known.name: known}


def test_without_a_provider_nobody_is_invited_from_the_page(town, tove):
    page = tove.get(at("desk", desk_of(town, town.nina))).content.decode()
    assert "Inviter til jeres eget login" not in page


def test_acts_on_a_login_ask_again_who_one_is(town, tove, settings):
    desk = desk_of(town, town.nina)
    settings.LANDFAST_STEP_UP_MINUTES = 0
    for answer in (
        tove.get(at("open_login", desk)), tove.post(at("reset_login", desk)),
        tove.post(at("invite_login", desk)), tove.post(at("close_login", desk)),
    ):  # fmt: skip
        assert answer["Location"].startswith(reverse("prove_again"))


def test_what_was_pressed_before_one_showed_who_one_is_is_said_not_to_be_kept(town, tove, settings):
    settings.LANDFAST_STEP_UP_MINUTES = 0
    page = tove.post(at("close_login", desk_of(town, town.nina)), follow=True).content.decode()
    assert "Det er ikke gemt endnu. Vis, at det er dig, og tryk så igen." in page


def test_a_password_is_changed_under_my_access(town, tove, settings):
    settings.LANDFAST_SECOND_FACTOR = False
    start = opened(tove, desk_of(town, town.nina))
    nina, _answer = comes_in("nina.ny", start)
    chosen(nina, start)
    assert reverse("choose_password") in nina.get(reverse("my_access")).content.decode()
    elsewhere, _answer = comes_in("nina.ny", OWN)
    chosen(nina, OWN, "en-helt-anden-lang-kode")
    assert nina.get(reverse("my_access")).status_code == 200
    assert elsewhere.get(reverse("my_access")).status_code == 302, "logged out everywhere else"
