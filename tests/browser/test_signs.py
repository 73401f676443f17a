"""An administrator records a ground and changes a rule; a sign is recorded, and she reads it."""

import pytest
from django.urls import reverse

from tests.browser.conftest import DESK, Site
from tests.factories.plan import with_team
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_a_ground_is_recorded_and_a_sign_is_asked_about(site: Site):
    # given a municipality that has no ground for looking for signs
    town = build_town()
    arne = town.hire("Arne Admin", town.coordination, "org_admin")
    lived = with_team(town, town.bo)
    for actor, name in ((arne, "arne"), (town.bo, "bo-ser"), (lived.citizen, "jytte-laeser")):
        site.account(actor, name)
    write = reverse("record_signal", args=[lived.id])
    bo = site.signed_in("bo-ser").goes_to(write)
    bo.sees("Her samles der ikke tegn").sees("Ring 112").finds_no_barrier()
    # when the administrator records one, and turns a rule off
    admin = site.signed_in("arne", DESK).goes_to(reverse("rules"))
    admin.sees("Regler om tegn i borgerens liv").finds_no_barrier()
    admin.follows("Skriv hjemmel og konsekvensanalyse").finds_no_barrier()
    admin.writes("Hvilken lov giver jer ret til det?", "Serviceloven § 12")
    admin.writes("Hvor ligger konsekvensanalysen?", "Sag 24/117")
    admin.writes("Hvornår er den lavet?", "2026-01-05")
    admin.writes("Hvem har lavet den, og hvem er spurgt?", "Ledergruppen og DPO")
    admin.touches_button("Skriv hjemlen, og slå reglerne til").sees("Hjemlen står")
    admin.follows("Møde uden opfølgningsaftale").sees("Det siger reglen").finds_no_barrier()
    admin.chooses("Nej").touches_button("Gem reglen")
    admin.sees("Arne Admin").finds_no_barrier()
    # then a sign takes one touch and a button, and she reads the same
    bo.goes_to(write).chooses("Taler om ikke at ville leve").finds_no_barrier()
    bo.touches_button("Gem tegnet").sees("Tal med borgeren om det").finds_no_barrier()
    jytte = site.signed_in("jytte-laeser").goes_to(reverse("signals", args=[lived.id]))
    jytte.sees("Taler om ikke at ville leve").sees("Bo Bostøtte").finds_no_barrier()
