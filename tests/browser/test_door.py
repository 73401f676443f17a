"""The door: signing in and out, by hand and by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_a_coordinator_signs_in_and_out(site: Site):
    # given a coordinator with a login
    town = build_town()
    site.account(town.karen, "karen")
    # when she signs in with the wrong words, then she is told kindly and nothing is lost
    someone = site.visitor()
    someone.goes_to("/").sees("Log ind").finds_no_barrier()
    someone.writes("Brugernavn", "karen").writes("Adgangskode", "forkert")
    someone.touches_button("Log ind").sees("passer ikke sammen").finds_no_barrier()
    expect(someone.page.locator("#id_username")).to_have_value("karen")
    # when she signs in by keyboard with the right ones, then she is in
    someone.page.fill("#id_password", "en-lang-og-venlig-kode")
    someone.page.keyboard.press("Enter")
    someone.sees("Log ud")
    # and when she leaves, the door is closed behind her
    someone.touches_button("Log ud").sees("Brugernavn")


def test_a_long_menu_folds_on_a_phone_and_stands_open_on_a_desk(site: Site):
    town = build_town()
    site.account(town.karen, "karen.mere")
    # given a coordinator, whose menu has more than five entries, on a phone
    phone = site.signed_in("karen.mere", PHONE)
    # when she opens the rest, then she reaches it, and it stays open where she is
    phone.follows("Delt med mig").finds_no_barrier()
    assert phone.touches == 2
    phone.sees("Spørg uden navn")
    # and on a desk nothing is folded
    site.signed_in("karen.mere", DESK).follows("Spørg uden navn").finds_no_barrier()
