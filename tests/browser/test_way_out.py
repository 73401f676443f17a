"""Hurtigt væk: one touch, and neither *Tilbage* nor *Frem* leads to a page that bears our name."""

import pytest
from playwright.sync_api import expect

from landfast.login.actions.way_out import choose_way_out
from tests.browser.conftest import Site, Someone
from tests.factories.lived import lived_course
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser

WEATHER, NEWS = "https://www.dmi.dk/", "https://nyheder.example/"
OLDER_BROWSER = "Object.defineProperty(window, 'navigation', { value: undefined })"


@pytest.fixture(scope="module")
def lived(site: Site):
    found = lived_course(build_town())
    site.account(found.citizen, "jytte-paa-vej-ud")
    with as_(found.citizen):
        choose_way_out(actor=found.citizen, wanted=True)
    return found


def with_the_button(site: Site) -> Someone:
    """Somebody who came from another page, and has several of ours behind her, one by a form."""
    her = site.signed_in("jytte-paa-vej-ud")
    for address, said in ((WEATHER, "Vejret"), (NEWS, "Nyheder")):
        her.page.route(f"{address}**", lambda route, _, said=said: route.fulfill(body=said))
    her.page.goto(NEWS)
    her.goes_to("/mit/").goes_to("/mit/hurtigt-vaek/").finds_no_barrier()
    her.touches_button("Tag knappen væk").sees("Sæt knappen på alle sider")
    her.touches_button("Sæt knappen på alle sider").sees("Du har knappen nu").finds_no_barrier()
    depth = her.page.evaluate("history.length")
    her.follows("Mine folk").sees("der er omkring dig")
    her.follows("Min plan").sees("eget sted at bo")
    assert her.page.evaluate("history.length") == depth, "her pages take each other's place"
    expect(her.page).to_have_title("Side")
    return her


def comes_in_again(her: Someone) -> None:
    """Who writes the address meets a page that says nothing, and behind it the door."""
    her.goes_to("/mit/").sees("Siden er lukket").does_not_see("Landfast").does_not_see("Log ind")
    assert her.page.url.endswith("/side/")
    expect(her.page).to_have_title("Side")
    her.touches_button("Videre").sees("Log ind")
    her.goes_to("/mit/").sees("Log ind")


def test_the_way_back_leads_to_where_she_was_before_us(site: Site, lived):
    her = with_the_button(site)
    her.touches_button("Hurtigt væk").sees("Vejret")
    assert her.page.url == WEATHER
    her.page.go_back()
    expect(her.page).to_have_url(NEWS)
    her.page.go_forward()
    her.sees("Vejret")
    her.page.go_forward()  # the one entry of ours that is left sends on at once
    her.sees("Vejret")
    assert her.page.url == WEATHER
    her.goes_to("/mit/").sees("Siden er lukket").finds_no_barrier()
    comes_in_again(her)


def test_a_browser_that_does_not_tell_its_history_shows_a_page_that_says_nothing(site: Site, lived):
    her = with_the_button(site)
    her.page.evaluate(OLDER_BROWSER)
    her.touches_button("Hurtigt væk").sees("Vejret")
    her.page.go_back()
    her.sees("Vejret").does_not_see("eget sted at bo")
    assert her.page.url == WEATHER, "led on at once"
    comes_in_again(her)


def test_a_line_that_is_gone_keeps_nobody_here(site: Site, lived):
    her = with_the_button(site)
    her.page.route("**/ud/", lambda route: route.abort())
    her.touches_button("Hurtigt væk").sees("Vejret")
    assert her.page.url == WEATHER


def test_without_script_the_way_back_bears_no_name(site: Site, lived):
    her = site.signed_in("jytte-paa-vej-ud", javascript=False)
    her.page.route(f"{WEATHER}**", lambda route: route.fulfill(body="Vejret"))
    her.goes_to("/mit/folk/").touches_button("Hurtigt væk").sees("Vejret")
    comes_in_again(her)
