"""The organisation's administrator opens a unit and employs somebody."""

import pytest

from landfast.kernel.clock import today
from tests.browser.conftest import DESK, Site
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_tove_opens_a_unit_employs_a_nurse_and_writes_her_hours(site: Site):
    # given Tove, who keeps the municipality's units
    town = build_town()
    site.account(town.hire("Tove Administrator", town.coordination, "org_admin"), "tove")
    tove = site.signed_in("tove", DESK)
    tove.sees("Her er ingen borgere").finds_no_barrier()
    # when she opens a unit under the team
    tove.follows("Koordinatorteamet").finds_no_barrier()
    tove.follows("Opret en enhed herunder").writes("Enhedens navn", "Natholdet")
    tove.finds_no_barrier().touches_button("Opret enheden").sees("Enheden er oprettet")
    # and employs a nurse there, first without saying as what
    tove.follows("Natholdet").follows("Ansæt en medarbejder").writes("Navn", "Signe Sygeplejerske")
    tove.writes("Første dag", today().isoformat()).touches_button("Ansæt medarbejderen")
    tove.sees("Vælg en rolle på listen").finds_no_barrier()
    assert tove.page.input_value("#id_name") == "Signe Sygeplejerske"
    tove.picks("Rolle", "Hjemmesygeplejerske").touches_button("Ansæt medarbejderen")
    # then she stands in the unit, and citizens can see when she answers
    tove.sees("Medarbejderen er ansat").follows("Signe Sygeplejerske").finds_no_barrier()
    tove.follows("Skriv arbejdstiden").writes("Mandag fra", "08:00").writes("Mandag til", "15:30")
    tove.finds_no_barrier().touches_button("Gem arbejdstiden").sees("Mandag 08.00–15.30")
    # and her days away are noted without a reason
    tove.follows("Notér fravær").sees("Skriv ikke hvorfor").finds_no_barrier()
