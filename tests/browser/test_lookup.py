"""Ward, Tuesday 02:10: whom to ring now, in one look-up (moment 1)."""

import pytest

from tests.browser.conftest import Site
from tests.factories.emergencies import CPR, known_course
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_a_nurse_finds_whom_to_ring_and_the_citizen_sees_the_look(site: Site):
    town = build_town()
    lived = known_course(town)
    site.account(town.anna, "anna-vagt")
    site.account(lived.citizen, "jytte-vagt")
    anna = site.signed_in("anna-vagt").follows("Hvem er koordinator?").finds_no_barrier()
    anna.writes("Borgerens CPR-nummer", CPR).ticks("Borgeren er indlagt hos os")
    anna.touches_button("Find koordinatoren").sees("Karen Koordinator").finds_no_barrier()
    anna.does_not_see("Jytte")
    assert anna.touches <= 3
    jytte = site.signed_in("jytte-vagt").sees("Flere af mine sider").finds_no_barrier()
    jytte.follows("Mit valg").sees("Hvem er koordinator?")
    jytte.follows("Ring til min koordinator").sees_in("#coordinator", "Hvem er der for mig")
