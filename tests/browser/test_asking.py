"""Jytte asks: another coordinator, and somebody in an empty seat; everybody else is told."""

import pytest

from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_jytte_asks_and_is_told(site: Site):
    # given Jytte with a wish that nobody works on
    town = build_town()
    lived = started_course(town)
    wished(lived)
    for actor, name in (
        (lived.citizen, "jytte3"), (town.karen, "karen3"), (town.dorte, "dorte3"),
        (town.mads, "mads3"),
    ):  # fmt: skip
        site.account(actor, name)
    jytte = site.signed_in("jytte3", PHONE)
    # when she opens her people, the empty seat says why it is there
    jytte.follows("Mine folk").sees("Du har skrevet et ønske om det").finds_no_barrier()
    before = jytte.touches
    jytte.touches_button("Ja, find en").sees("du kan altid sige noget andet")
    # and another coordinator is one touch away, without a reason
    jytte.touches_button("Bed om en anden koordinator").sees("Du får svar senest")
    assert jytte.touches - before == 2
    jytte.finds_no_barrier()
    # then Karen is told kindly, and has the seat on her list
    karen = site.signed_in("karen3", DESK).goes_to("/mandag/")
    karen.sees("ikke en klage").sees("Borgeren har sagt ja til, at du finder en").finds_no_barrier()
    karen.goes_to(f"/forloeb/{lived.id}/netvaerk/").sees("Ja, find en").finds_no_barrier()
    # and Dorte answers with an ordinary hand-over
    dorte = site.signed_in("dorte3", DESK).sees("har bedt om en anden koordinator")
    dorte.finds_no_barrier()
    dorte.follows("Svar borgeren").sees("Spørg ikke hvorfor").finds_no_barrier()
    dorte.follows("Find en anden koordinator").ticks("Mads Makker")
    dorte.page.fill("#id_reason", "Jytte har bedt om en anden")
    dorte.page.click("main button[type=submit]")
    dorte.sees("Spørgsmålet er sendt")
    mads = site.signed_in("mads3", PHONE).goes_to("/mandag/").follows("Svar på spørgsmålet")
    mads.page.locator("button[value=ja]").click()
    mads.sees("Jytte")
    # then Jytte reads the yes
    jytte.goes_to("/mit/folk/").sees("Svaret blev ja. Mads Makker er din koordinator nu.")
