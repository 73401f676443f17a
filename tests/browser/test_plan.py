"""The plan in the browser: wishes, a promise asked for, accepted, told, and Monday's calls."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from landfast.plan import actions
from landfast.programmes.rules import NeedArea
from tests.browser.conftest import DESK, PHONE, Site, Someone
from tests.factories.plan import accepted, in_days, not_kept, proposed, wished, with_team
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("LANDFAST_SCREENS", "")


def pictured(someone: Someone, name: str) -> None:
    """Keep a picture at both widths, when asked to."""
    if not PICTURES:
        return
    for size in (PHONE, DESK):
        someone.page.set_viewport_size(size)
        path = Path(PICTURES) / f"{name}-{size['width']}.png"
        someone.page.screenshot(path=str(path), full_page=True)


def looks(someone: Someone, name: str) -> None:
    """What must be seen was seen: now no barrier, and a picture."""
    someone.finds_no_barrier()
    pictured(someone, name)


@pytest.fixture(scope="module")
def town(site):
    built = build_town()
    for name in ("karen", "bo"):
        site.account(getattr(built, name), name)
    return built


@pytest.fixture(scope="module")
def lived(site, town):
    course = with_team(town, town.bo, town.anna)
    site.account(course.citizen, "jytte")
    wish = wished(course)
    with as_(course.citizen):
        actions.add_wish(
            actor=course.citizen, course_id=course.id, area=NeedArea.FAMILY,
            words="Se min datter hver anden weekend uden at skulle spørge nogen først",
        )  # fmt: skip
        actions.add_step(
            actor=course.citizen, course_id=course.id, text="Går en tur om morgenen", wish_id=wish
        )
    accepted(town, course, town.bo, wish_id=wish, practical_problem="")
    accepted(town, course, town.bo, text="Følger med i banken", due_on=in_days(1))
    not_kept(town, course, town.anna, text="Sender epikrisen til lægen")
    proposed(town, course, town.bo, text="Skriver til udlejeren om depositum", wish_id=wish)
    return course


def test_the_citizen_writes_wishes_area_by_area(site: Site, lived):
    # given a citizen with two wishes
    jytte = site.signed_in("jytte")
    jytte.goes_to(f"/forloeb/{lived.id}/oensker/").sees("Mine ønsker")
    looks(jytte, "wishes")
    # when she takes an area, writes, and skips the next
    jytte.follows("Tal om ønsker").sees("Spring gerne over")
    looks(jytte, "area")
    jytte.writes("Dine egne ord", "At kunne betale hver sjette")
    jytte.touches_button("Gem ønsket").sees("Ønsket er gemt")
    jytte.touches_button("Videre til").touches_button("Stop her for i dag")
    # then it stands in her plan and among her wishes, and she makes it her goal
    jytte.sees("At kunne betale hver sjette").goes_to(f"/forloeb/{lived.id}/oensker/")
    jytte.page.locator("article", has_text="betale").locator("summary").click()
    jytte.page.locator("article", has_text="betale").get_by_role(
        "button", name="Gør det til mit mål"
    ).click()
    jytte.sees("Gemt: mit mål")


def test_a_promise_is_asked_for_accepted_and_told_in_two_touches(site: Site, lived):
    # given a support worker who is asked
    bo = site.signed_in("bo", PHONE)
    bo.goes_to("/mine-aftaler/").sees("Du er spurgt: Skriver til udlejeren")
    looks(bo, "mine")
    # when he opens the proposal and says yes
    bo.follows("Svar på forslaget").sees("Aftalen gælder først, når du siger ja")
    looks(bo, "answer")
    bo.touches_button("Sig ja til aftalen").sees("Nu gælder aftalen")
    # then he tells how another went in one touch, and is on his own page again
    bo.goes_to("/mine-aftaler/")
    bo.page.locator(".lf-mine", has_text="Følger med i banken").get_by_role(
        "button", name="Aftalen er holdt"
    ).click()
    bo.sees("Det er skrevet ned").sees("Mine aftaler")


def test_the_coordinator_sees_the_plan_and_proposes(site: Site, lived):
    karen = site.signed_in("karen", DESK)
    karen.goes_to(f"/forloeb/{lived.id}/plan/").sees("Plan for Jytte Jensen")
    looks(karen, "plan")
    karen.follows("Foreslå en aftale").sees("Hvem skal gøre det?")
    looks(karen, "propose")
    karen.touches_button("Foreslå aftalen").sees("Skriv, hvad der skal ske.")
    looks(karen, "propose-wrong")


def test_monday_says_whom_to_call_first(site: Site, lived):
    # given a broken promise
    karen = site.signed_in("karen", DESK)
    karen.goes_to("/mandag/").sees("Ring først til").sees("Aftalen blev ikke holdt")
    looks(karen, "monday")
    expect(karen.page.locator(".lf-call-line a[href^='tel:']").first).to_be_visible()
    # when she has talked about it, then the line is gone
    karen.follows("Skriv, at I har talt om det")
    looks(karen, "talk")
    karen.chooses("Borgeren har sagt ja til, at jeg tog det op")
    karen.touches_button("Gem samtalen").sees("Samtalen er skrevet ned")
    looks(karen, "agreement")
    karen.goes_to("/mandag/").sees("Foreslå en ny aftale").does_not_see("Ring først til")
