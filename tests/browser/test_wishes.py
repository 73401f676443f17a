"""On a bad day, with a phone: little energy, a wish by a picture, and a map drawn together."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel.clock import now
from landfast.meetings import actions
from tests.browser.conftest import DESK, Site
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.network import named_by_citizen
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_little_energy_a_wish_by_a_picture_and_a_map_drawn_together(site: Site):
    # given a meeting tomorrow, and a sister on the map
    town = build_town()
    met = prepared_meeting(town, call=True)
    lived = met.lived
    site.account(town.karen, "karen-wishes")
    site.account(lived.citizen, "jytte-wishes")
    sister = named_by_citizen(lived)
    with as_(lived.citizen):
        soon = frame(starts_at=now() + timedelta(days=1), breaks="")
        actions.set_frame(actor=lived.citizen, meeting_id=met.id, frame=soon)
    # when she says how much energy she has, she makes the meeting lighter in one touch
    jytte = site.signed_in("jytte-wishes").goes_to("/mit/")
    jytte.touches_button("Næsten ingen").sees("Energi i dag: Næsten ingen")
    jytte.finds_no_barrier().touches_button("Gør mødet kortere").sees("som du vil have det")
    # and who leads it reads that, before it begins
    karen = site.signed_in("karen-wishes", DESK)
    karen.goes_to(reverse("hold_meeting", args=[lived.id, met.id])).sees("næsten ingen energi")
    karen.finds_no_barrier()
    # when she talks about what she dreams of, one picture a screen, and stops for today
    jytte.goes_to("/mit/plan/").follows("ét billede ad gangen").sees("1 af 12")
    jytte.writes("Dine egne ord", "Kaffe i morgensolen").touches_button("Gem ønsket")
    jytte.sees("Ønsket er gemt").finds_no_barrier().touches_button("Videre til")
    jytte.sees("2 af 12").touches_button("Stop her for i dag").sees("Kaffe i morgensolen")
    jytte.follows("ét billede ad gangen").sees("2 af 12")
    # when Karen moves her sister beside her, it is marked until Jytte says that it is so
    karen.goes_to(reverse("network", args=[lived.id])).sees("Sæt jer sammen")
    karen.page.locator(f'[data-thing="{sister}"]').press("ArrowDown")
    karen.sees("har ikke sagt ja til det endnu").finds_no_barrier()
    jytte.goes_to("/mit/netvaerk/").sees("har tegnet noget sammen med dig").finds_no_barrier()
    jytte.touches_button("Ja, sådan er det").sees("Nu er det dit kort")
