"""She writes her page for bad days and a note for herself, and the ward's lines stand on top."""

import pytest

from tests.browser.conftest import Site, devtools
from tests.factories.courses import started_course
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_her_page_for_bad_days_and_a_note_for_nobody(site: Site):
    lived = started_course(build_town())
    site.account(lived.citizen, "jytte-ord")
    jytte = site.signed_in("jytte-ord").follows("Når jeg får det dårligt")
    jytte.follows("Skriv siden").sees("Lidt ad gangen er fint").finds_no_barrier()
    jytte.writes("Det skal modtagelsen vide", "Tal lavt\nRing til min søster")
    jytte.writes("Sådan mærker jeg det først", "Jeg sover ikke")
    jytte.ticks("De andre, men kun når jeg er indlagt").touches_button("Gem siden")
    jytte.sees("Ring til min søster").sees("men kun når jeg er indlagt").finds_no_barrier()
    jytte.goes_to("/mit/noter/").follows("Skriv en note").writes("Din note", "Jeg er bange")
    jytte.finds_no_barrier().touches_button("Gem noten")
    jytte.sees("Jeg er bange").sees("Kun du kan læse det").finds_no_barrier()


def test_a_browser_without_a_clipboard_shows_her_page_and_no_touch_falls_over(site: Site):
    lived = started_course(build_town())
    site.account(lived.citizen, "jytte-touch")
    jytte = site.signed_in("jytte-touch")
    fell: list[str] = []
    jytte.page.on("pageerror", lambda error: fell.append(str(error)))
    jytte.page.locator("h1").first.click()
    bare = "Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})"
    devtools(jytte.page).send("Page.addScriptToEvaluateOnNewDocument", {"source": bare})
    jytte.goes_to("/mit/").sees("Mit forløb")
    jytte.page.locator("h1").first.click()
    assert fell == []
