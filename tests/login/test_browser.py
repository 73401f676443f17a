"""The door in a browser: a provider and back, a passkey of a virtual authenticator, my sessions."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyotp
import pytest
from django.db import connection
from django.urls import reverse
from playwright.sync_api import expect

from landfast.access.actor import SYSTEM
from landfast.journeys.found_organisation import appoint_keeper
from landfast.kernel import postgres
from landfast.login import queries
from landfast.login.actions import identities, resets
from tests.browser.conftest import DESK, PASSWORD, Server, Site, Someone, _free_port, site_of
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import as_, build_town
from tests.login.conftest import NSIS, SECRET, Provider, start_provider
from tests.messages.conftest import reconnect

pytestmark = pytest.mark.browser
LEAKED, OWN = "letmeinletmein2026!", "hest-batteri-klips"

REALM = """
[medarbejder]
kind = "staff"
label = "Log ind med dit arbejdes login"
issuer = "{issuer}"
client_id = "landfast"
client_secret = "{secret}"
scopes = ["openid", "profile"]
level_claim = "loa"
levels = ["{nsis}Substantial", "{nsis}High"]
identity_claim = "identity_type"
identities = ["professional"]

[borger]
kind = "citizen"
label = "Log ind med dit eget login"
issuer = "{issuer}"
client_id = "landfast"
client_secret = "{secret}"
scopes = ["openid", "profile"]
identity_claim = "identity_type"
identities = ["private"]
"""


@pytest.fixture(scope="module")
def port() -> int:
    """Where the site will stand: the provider must know before."""
    return _free_port()


@pytest.fixture(scope="module")
def beside(port: int) -> Iterator[Provider]:
    """A provider that knows the site."""
    provider, server = start_provider([f"http://localhost:{port}"])
    yield provider
    server.terminate()
    server.wait(timeout=10)
    server.stdout.close()  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def door(
    beside: Provider, port: int, tmp_path_factory: Any, database_template: str,
    django_db_setup: None, django_db_blocker: Any, chromium: Any,
) -> Iterator[Site]:  # fmt: skip
    """A site where staff need a second step, and one provider is set."""
    file: Path = tmp_path_factory.mktemp("realms") / "realms.toml"
    file.write_text(REALM.format(issuer=beside.issuer, secret=SECRET, nsis=NSIS), "utf-8")
    asked = {"LANDFAST_REALMS": str(file), "LANDFAST_SECOND_FACTOR": "on"}
    server = Server(f"lf_door_{os.getpid()}", port, "localhost", asked)
    try:
        with site_of(server, database_template, django_db_blocker, chromium) as site:
            yield site
    finally:
        server.end()


def authenticator(someone: Someone) -> None:
    """A telephone that says yes by itself."""
    devtools = someone.page.context.new_cdp_session(someone.page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
               "hasUserVerification": True, "isUserVerified": True,
               "automaticPresenceSimulation": True}  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def says_password(door: Site, someone: Someone, name: str) -> None:
    someone.goes_to("/log-ind/").opens("Log ind med brugernavn")
    someone.writes("Brugernavn", name).writes("Adgangskode", PASSWORD)
    someone.page.get_by_role("button", name="Log ind", exact=True).click()


def test_a_passkey_is_made_and_opens_the_door(door: Site):
    # given an employee with a password only, and a telephone that knows her
    town = build_town()
    door.account(town.karen, "karen")
    karen = door.visitor()
    authenticator(karen)
    karen.goes_to("/log-ind/").sees("Log ind med dit arbejdes login").finds_no_barrier()
    says_password(door, karen, "karen")
    karen.sees("ikke nok").finds_no_barrier()
    # when she makes a passkey
    karen.follows("Lav en adgangsnøgle").sees("Hvad skal den hedde?").finds_no_barrier()
    karen.writes("Hvad skal den hedde?", "Min telefon").touches_button("Lav adgangsnøglen")
    karen.sees("Adgangsnøglen er klar").sees("Min telefon").finds_no_barrier()
    # then she sees where she is signed in, and the passkey alone opens the door
    karen.follows("Se, hvor du er logget ind").sees("Her, hvor du er nu").finds_no_barrier()
    karen.touches_button("Log ud").sees("Log ind")
    karen.touches_button("Brug en adgangsnøgle").sees("Log ud")


@contextmanager
def the_jobs_work() -> Iterator[None]:
    """Inside it the connection is that of the background jobs, who alone make such links."""
    before = dict(connection.settings_dict)
    reconnect(postgres.django_database("jobs"))
    yield
    reconnect(before)


def test_login_services_a_leaked_password_and_one_that_is_forgotten(door: Site):
    # given who runs the system, and comes in by a telephone
    town = build_town()
    sus = town.hire("Sus System", town.social, "home_support")
    with as_(SYSTEM):
        appoint_keeper(person_id=sus.person_id)
    door.account(sus, "sus")
    someone = door.visitor()
    authenticator(someone)
    says_password(door, someone, "sus")
    someone.follows("Lav en adgangsnøgle").writes("Hvad skal den hedde?", "Min telefon")
    someone.touches_button("Lav adgangsnøglen").sees("Adgangsnøglen er klar")
    # when she looks at a login service, then she reads how it is set and whether it answers
    someone.goes_to(reverse("login_services")).sees("arbejdes login").finds_no_barrier()
    someone.follows("Log ind med dit arbejdes login").touches_button("Prøv forbindelsen")
    someone.sees("Det svarede udbyderen").finds_no_barrier()
    # when she chooses a password that everybody knows, then she is told so at the field
    someone.goes_to("/min-adgang/adgangskode/").finds_no_barrier()
    someone.writes("Din adgangskode nu", PASSWORD).writes("Ny adgangskode", LEAKED)
    someone.writes("Den samme igen", LEAKED).touches_button("Gem adgangskoden")
    someone.sees_in("#id_password_error", "lækket").finds_no_barrier()
    someone.touches_button("Log ud").sees("Har du glemt din adgangskode?")
    # when she has forgotten it, then the link in the mail lets her choose another, and not that one
    someone.follows("Har du glemt din adgangskode?").sees("Send mig et link").finds_no_barrier()
    someone.writes("Brugernavn", "sus").touches_button("Send mig et link")
    someone.sees("Se i din mail").finds_no_barrier()
    with the_jobs_work():
        assert resets.wishes() == [sus.person_id]
        link = resets.make(sus.person_id)
    someone.goes_to(f"/log-ind/glemt/{link}/").sees("Vælg din adgangskode").finds_no_barrier()
    someone.writes("Ny adgangskode", LEAKED).writes("Den samme igen", LEAKED)
    someone.touches_button("Gem adgangskoden").sees_in("#id_password_error", "lækket")
    someone.finds_no_barrier()
    someone.writes("Ny adgangskode", OWN).writes("Den samme igen", OWN)
    someone.touches_button("Gem adgangskoden").sees("Log ind med den nye").finds_no_barrier()
    # and the link opens nothing any more
    someone.page.goto(f"/log-ind/glemt/{link}/")
    someone.sees("Linket er brugt eller for gammelt").finds_no_barrier()


def test_an_app_and_recovery_codes(door: Site):
    town = build_town()
    door.account(town.bo, "bo")
    bo = door.visitor(DESK)
    says_password(door, bo, "bo")
    bo.touches_button("Sæt en app op").sees("Koden i appen").finds_no_barrier()
    with as_(town.bo):
        app = pyotp.TOTP(queries.pending_seed(town.bo.person_id))
    bo.writes("Koden i appen", "000000").touches_button("Gem appen")
    bo.sees("Koden passer ikke").finds_no_barrier()
    bo.writes("Koden i appen", app.now()).touches_button("Gem appen")
    bo.sees("Dine nødkoder").finds_no_barrier()
    code = bo.page.locator("code").first.inner_text()
    bo.touches_button("Log ud").sees("Log ind")
    says_password(door, bo, "bo")
    bo.sees("Næste trin").finds_no_barrier()
    bo.writes("Kode", code).page.get_by_role("button", name="Log ind").click()
    bo.sees("Log ud")


def test_a_provider_lets_in_and_its_goodbye_ends_our_session(door: Site, beside: Provider):
    # given an employee whom the provider knows and Landfast does not
    town = build_town()
    code = identities.invite(by=None, person_id=town.mads.person_id)
    mads = door.visitor()
    mads.goes_to("/log-ind/").touches_button("Log ind med dit arbejdes login")
    mads.page.fill("[name=login]", "tovholder")
    mads.page.fill("[name=password]", "x")
    mads.touches_button("Sign-in").touches_button("Continue")
    # when he writes the code of his invitation, then he is in
    mads.sees("Vi kender dig ikke endnu").finds_no_barrier()
    mads.writes("Din kode", code).touches_button("Forbind mit login").sees("Log ud")
    # and when the provider ends its session elsewhere, ours has ended too
    there = mads.page.context.new_page()
    there.goto(f"{beside.issuer}/session/end")
    there.get_by_role("button", name="Yes, sign me out").click()
    there.get_by_text("Sign-out Success").wait_for()
    for _ in range(80):  # the provider tells us beside the page that it shows
        if "/log-ind/" in mads.goes_to("/").page.url:
            break
        mads.page.wait_for_timeout(250)
    mads.sees("Log ind med dit arbejdes login")
    # and when he leaves by our button, the provider is left as well
    mads.touches_button("Log ind med dit arbejdes login")
    mads.page.fill("[name=login]", "tovholder")
    mads.page.fill("[name=password]", "x")
    mads.touches_button("Sign-in")
    goes_on, out = (mads.page.get_by_role("button", name=name) for name in ("Continue", "Log ud"))
    expect(goes_on.or_(out)).to_be_visible()  # the provider may remember that it was said
    if goes_on.is_visible():
        goes_on.click()
    mads.sees("Log ud").touches_button("Log ud")
    mads.touches_button("Yes, sign me out").sees("Log ind med dit arbejdes login")


def test_an_aunt_follows_the_link_to_a_login_of_her_own_and_steps_back(door: Site):
    # given Jytte, who lets her aunt read her plan, and gives her the link
    lived = started_course(build_town())
    wished(lived, "Jeg vil have et sted at bo")
    door.account(lived.citizen, "jytte-moster")
    jytte = door.signed_in("jytte-moster").goes_to(f"/forloeb/{lived.id}/fuldmagt/ny/")
    jytte.writes("Hvem er det?", "Moster Gerda").ticks("Læse min plan").ticks("3 måneder")
    jytte.writes("Hvorfor?", "Hun hjælper mig med breve").touches_button("Ja, det må de")
    jytte.touches_button("Lav en kode til Moster Gerda").sees("Send et link").finds_no_barrier()
    link = jytte.page.locator("main a code").inner_text()
    # when the aunt, who has never been here, follows it
    aunt = door.visitor().goes_to(link).sees("Du er inviteret").does_not_see("Jytte")
    aunt.finds_no_barrier().touches_button("Log ind med dit eget login")
    aunt.page.fill("[name=login]", "borger")
    aunt.page.fill("[name=password]", "x")
    aunt.touches_button("Sign-in").touches_button("Continue")
    aunt.sees("Vi kender dig ikke endnu").touches_button("Forbind mit login")
    # then she reads the plan and nothing else, and how she gets a break herself
    aunt.follows("Jytte Jensen").sees("Jeg vil have et sted at bo")
    aunt.sees("Når du selv har brug for en pause")
    aunt.sees("Du må:").sees_in("main", "Vil du ikke læse mere?").finds_no_barrier()
    for closed in ("netvaerk", "deling", "netvaerk/naar-det-er-svaert"):
        found = aunt.page.request.get(f"/forloeb/{lived.id}/{closed}/", max_redirects=0)
        assert found.status in {403, 404}, closed
    # and when she has had enough, a touch ends it for both
    aunt.touches_button("Stop med at læse")
    found = aunt.page.request.get(f"/laeser-for/{lived.id}/", max_redirects=0)
    assert found.status in {302, 403, 404}
    jytte.goes_to(f"/forloeb/{lived.id}/fuldmagt/").does_not_see("Stop for Moster Gerda")


@pytest.mark.parametrize(
    ("who", "said"),
    [("svagholder", "Dit login er ikke sikkert nok"), ("borger", "Det login passer ikke her")],
)
def test_a_login_that_is_too_weak_or_private_opens_no_desk(door: Site, who: str, said: str):
    # given somebody whom the provider knows, with too low a level, or as a private person
    visitor = door.visitor()
    visitor.goes_to("/log-ind/").touches_button("Log ind med dit arbejdes login")
    visitor.page.fill("[name=login]", who)
    visitor.page.fill("[name=password]", "x")
    visitor.touches_button("Sign-in").touches_button("Continue")
    # then the door stays closed, and a sentence says what to do
    visitor.sees(said).finds_no_barrier()
    visitor.goes_to("/mandag/").sees("Log ind med dit arbejdes login")
