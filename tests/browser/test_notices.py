"""Besked til dig: a mail when there is news, chosen and confirmed."""

import pytest
from playwright.sync_api import expect

from landfast.access.links import signed
from landfast.messages.rules import ADDRESS_LINK
from tests.browser.conftest import Site
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_bo_asks_for_a_mail_and_says_that_the_address_is_his(site: Site):
    # given Bo, who looks into Landfast once a week
    town = build_town()
    site.account(town.bo, "bo")
    bo = site.signed_in("bo")
    # when he opens the page from the foot of any other, he reads what a mail will say
    bo.follows("Besked til dig").sees("Der står aldrig, hvem der skrev").finds_no_barrier()
    # when he writes something that is no address, he is told, and his words are kept
    bo.ticks("Send mig en mail").writes("Din mailadresse", "bo")
    bo.touches_button("Gem, hvordan du får besked").sees("Skriv en mailadresse").finds_no_barrier()
    expect(bo.page.locator("#id_address")).to_have_value("bo")
    # when he writes his address, he is asked to say yes to it by mail
    bo.writes("Din mailadresse", "bo@eksempel.dk")
    bo.touches_button("Gem, hvordan du får besked").sees("Vi har sendt en mail til bo@eksempel.dk")
    bo.finds_no_barrier()
    # when he opens the link of the mail and says yes, then he is told from now on
    bo.goes_to(f"/besked/adresse/{signed(ADDRESS_LINK, str(town.bo.person_id), 'bo@eksempel.dk')}/")
    bo.sees("bo@eksempel.dk").finds_no_barrier()
    bo.touches_button("Ja, det er min adresse").sees("Nu får du besked").finds_no_barrier()
    bo.does_not_see("Er adressen din?")
