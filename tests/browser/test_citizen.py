"""The citizen's side, on a phone, by keyboard, without JavaScript, with axe on every page."""

import pytest

from tests.browser.conftest import PASSWORD, PHONE, Site
from tests.factories.courses import started_course, state_of
from tests.factories.lived import lived_course
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_jytte_opens_her_own_pages(site: Site):
    # given Jytte some weeks in, on her phone
    lived = lived_course(build_town())
    site.account(lived.citizen, "jytte")
    jytte = site.signed_in("jytte", PHONE)
    # then she sees who is there for her, what comes next and what is agreed
    jytte.sees("Hej Jytte").sees("Karen Koordinator").sees("Du har et møde")
    jytte.sees("Ringer til udlejer").finds_no_barrier()
    # and each of her pages can be used by everybody
    for entry, words in (
        ("Mine folk", "Min søster Birthe"),
        ("Mine møder", "Hjemme hos Jytte"),
        ("Min plan", "eget sted at bo"),
        ("Mit valg", "Hvem har kigget"),
    ):
        jytte.follows(entry).sees(words).finds_no_barrier()
    # and everything that stands about her is one touch away
    jytte.follows("Læs alt om mig").sees("Gem det hele som en fil").opens("Dine ønsker og mål")
    jytte.sees("eget sted at bo").finds_no_barrier()
    jytte.follows("Gå tilbage")
    # when she closes for Bo, one touch is enough
    before = jytte.touches
    jytte.touches_button("Luk for Bo Bostøtte").sees("kan personen ikke læse om dig mere")
    assert jytte.touches - before == 1


def test_jens_stops_in_two_touches_without_javascript(site: Site):
    # given Jens, whose phone runs no scripts
    lived = started_course(build_town(), "Jens Hansen")
    site.account(lived.citizen, "jens")
    jens = site.visitor(PHONE, javascript=False).goes_to("/log-ind/?naeste=/mit/valg/")
    jens.page.fill("#id_username", "jens")
    jens.page.fill("#id_password", PASSWORD)
    jens.page.click("main button[type=submit]")
    # when he wants to stop, it takes two touches and no reason
    jens.follows("Jeg vil stoppe").sees("Du skal ikke sige hvorfor")
    jens.touches_button("Ja, stop mit forløb").sees("Dit forløb er stoppet")
    assert jens.touches == 2
    assert state_of(lived) == "AFVIST_AF_BORGER"
    # and the door stays open
    jens.sees("Du skal ikke gøre noget nu").sees("Døren står åben")


def test_the_first_page_by_keyboard_goes_from_top_to_bottom(site: Site):
    # given Jytte with a keyboard
    lived = lived_course(build_town())
    site.account(lived.citizen, "jytte2")
    page = site.signed_in("jytte2", PHONE).sees("Hej Jytte").page
    # when she walks with the tab key, the places come in the order they are read
    stops = []
    for _ in range(24):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                "(() => {const e = document.activeElement, r = e.getBoundingClientRect();"
                "return [e.textContent.trim(), Math.round(r.top + scrollY)]})()"
            )
        )
    words = [text for text, _top in stops]
    assert words[0] == "Gå til indholdet"
    wanted = ["Mit forløb", "Se mødet", "Kan du ikke komme? Sig det her", "Se min plan"]
    places = [words.index(word) for word in wanted]
    assert places == sorted(places)
    inside = [top for text, top in stops[places[1] : places[-1] + 1]]
    assert inside == sorted(inside)
