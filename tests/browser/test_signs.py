"""A ground is recorded, a sign is written in seconds, asked about, read by her; then it is off."""

import pytest
from django.urls import reverse

from tests.browser.conftest import DESK, Site
from tests.browser.test_files import PICKED, given
from tests.browser.test_worth_a_look import looked
from tests.factories.files import paper
from tests.factories.plan import with_team
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_a_ground_is_recorded_and_a_sign_is_asked_about(site: Site):
    # given a municipality that has no ground for looking for signs
    town = build_town()
    arne = town.hire("Arne Admin", town.coordination, "org_admin")
    lived = with_team(town, town.bo)
    people = {"arne": arne, "bo-ser": town.bo, "karen-spoerger": town.karen,
              "jytte-laeser": lived.citizen}  # fmt: skip
    for name, actor in people.items():
        site.account(actor, name)
    write = reverse("record_signal", args=[lived.id])
    bo = site.signed_in("bo-ser").goes_to(write)
    bo.sees("Her samles der ikke tegn").sees("Ring 112").finds_no_barrier()
    # when the administrator records one, and turns a rule off
    admin = site.signed_in("arne", DESK).goes_to(reverse("rules"))
    admin.sees("Regler om tegn i borgerens liv").finds_no_barrier()
    admin.follows("Skriv hjemmel og konsekvensanalyse").finds_no_barrier()
    admin.writes("Hvilken lov giver jer ret til det?", "Serviceloven § 12")
    admin.writes("Hvad hedder den i jeres arkiv?", "Sag 24/117")
    admin.page.set_input_files(PICKED, [given("analyse.pdf", paper(), "application/pdf")])
    admin.writes("Hvornår er den lavet?", "2026-01-05")
    admin.writes("Hvem har lavet den, og hvem er spurgt?", "Ledergruppen og DPO")
    admin.touches_button("Skriv hjemlen, og slå reglerne til").sees("Hjemlen står")
    admin.opens("Møder").finds_no_barrier()
    admin.follows("Møde uden opfølgningsaftale").sees("Det siger reglen").finds_no_barrier()
    admin.chooses("Nej").touches_button("Gem reglen")
    admin.sees("Arne Admin").finds_no_barrier()
    # then a sign takes one touch and a button, and she reads the same
    bo.goes_to(write).chooses("Taler om ikke at ville leve").finds_no_barrier()
    bo.touches_button("Gem tegnet").sees("Er der fare nu, så ring 112").finds_no_barrier()
    jytte = site.signed_in("jytte-laeser").goes_to(reverse("signals", args=[lived.id]))
    jytte.sees("Taler om ikke at ville leve").sees("Bo Bostøtte").finds_no_barrier()
    # and Mandag asks Karen one question, until the ground is taken back: then nothing is left
    looked()
    karen = site.signed_in("karen-spoerger").goes_to(reverse("monday"))
    karen.sees("Har nogen spurgt borgeren i dag?").finds_no_barrier()
    admin.goes_to(reverse("rules")).follows("Tag hjemlen tilbage").sees("Færre end 5 tegn")
    admin.finds_no_barrier().touches_button("Tag hjemlen tilbage, og glem tegnene")
    admin.sees("Sag 24/117")
    karen.goes_to(reverse("monday")).does_not_see("Har nogen spurgt borgeren i dag?")
    bo.goes_to(write).sees("Her samles der ikke tegn")
    jytte.goes_to(reverse("signals", args=[lived.id])).sees("Der er ikke skrevet noget")
