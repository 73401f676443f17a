"""An organisation makes a way to meet its own, and it behaves differently (product C1)."""

import pytest
from django.urls import reverse

from tests.browser.conftest import DESK, Site
from tests.factories.courses import started_course
from tests.factories.meetings import load_formats
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_a_copy_that_is_changed_is_another_meeting(site: Site):
    # given a daily leader, and a coordinator with a course
    town = build_town()
    load_formats()
    lived = started_course(town)
    site.account(town.dorte, "dorte-former")
    site.account(town.karen, "karen-former")
    # when Dorte makes the network meeting the house's own: short, and without an agenda beforehand
    dorte = site.signed_in("dorte-former", DESK).goes_to(reverse("formats"))
    dorte.sees("Sendt med Landfast").finds_no_barrier()
    dorte.follows("Lav jeres egen").writes("Hvad hedder jeres mødeform?", "Vores korte møde")
    dorte.touches_button("Lav jeres egen").sees("Ret mødeformen").finds_no_barrier()
    dorte.chooses("Ved starten af mødet").writes("Længste længde", "20")
    dorte.touches_button("Gem mødeformen").sees("Det korteste er længere end det længste.")
    dorte.writes("Korteste længde", "10").writes("Sædvanlig længde", "20")
    dorte.touches_button("Gem mødeformen").sees("Mødeformen er gemt.").sees("Udgave 2")
    # then Karen's usual meeting is as it was
    meetings = reverse("meetings", args=[lived.id])
    karen = site.signed_in("karen-former", DESK).goes_to(meetings).finds_no_barrier()
    karen.touches_button("Forbered Netværksmøde").sees("Skriv temaet ned")
    # and the house's own asks for no theme, and is not an hour
    karen.goes_to(meetings).touches_button("Forbered Vores korte møde")
    karen.sees("Der er ingen dagsorden på forhånd").does_not_see("Skriv temaet ned")
    karen.writes("Hvor mange minutter?", "60").touches_button("Gem rammen")
    karen.sees("Mødeformen varer mellem 10 og 20 minutter").finds_no_barrier()
