"""The network map is drawn by finger, by keyboard and by the list, and stays in step."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from landfast.kernel import clock
from landfast.network import actions
from landfast.network.actions import Named
from landfast.network.rules import Closeness, Kind, Sphere, Tie
from tests.browser.conftest import DESK, Site
from tests.factories.courses import started_course
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser

MAP = "/mit/netvaerk/"


def test_she_draws_her_sister_closer_takes_it_back_and_looks_at_last_week(site: Site):
    # given Jytte with her people, some of them since last week
    town = build_town()
    with clock.at(clock.now() - timedelta(days=7)):
        lived = started_course(town)
        in_the_team(lived, town.bo, by=town.karen)
        named_by_citizen(lived, "Hunden Balder", Sphere.LEISURE, Closeness.NEAR)
        sister = named_by_citizen(lived, "Søs", closeness=Closeness.FAR)
    me = {"actor": lived.citizen, "course_id": lived.id}
    with as_(lived.citizen):
        for named in (
            Named("Min mor", Sphere.FAMILY, Closeness.CLOSE, tie=Tie.BOTH),
            Named("Bænken ved havnen", Sphere.LEISURE, Closeness.CLOSE, kind=Kind.PLACE),
            Named("Kim", Sphere.FRIENDS, Closeness.FAR, tie=Tie.BROKEN),
            Named("Misser", Sphere.FAMILY, Closeness.CLOSE, tie=Tie.GIVES, kind=Kind.ANIMAL),
            Named("Far", Sphere.FAMILY, Closeness.FAR, tie=Tie.WISHED, only_mine=True),
        ):
            actions.add_relation(**me, named=named)
    site.account(lived.citizen, "jytte-kort")
    jytte = site.signed_in("jytte-kort").goes_to(MAP)
    jytte.sees("Det samme som liste").finds_no_barrier()
    page, node = jytte.page, jytte.page.locator(f"#node-{sister}")
    expect(node).to_have_attribute("aria-label", "Søs, Længere væk, Familie")
    # when she draws her sister in to the middle
    node.scroll_into_view_if_needed()
    rings, begun = page.locator(".lf-rings").bounding_box(), node.bounding_box()
    assert rings
    assert begun
    page.mouse.move(begun["x"] + begun["width"] / 2, begun["y"] + 12)
    page.mouse.down()
    page.mouse.move(rings["x"] + rings["width"] / 2, rings["y"] + rings["height"] * 0.38, steps=6)
    page.mouse.up()
    # then she stands there, on the drawing, in the list, and it is said aloud
    jytte.sees_in("[data-map-said]", "Søs: Tæt på, Familie.")
    expect(page.locator(f"#node-{sister}")).to_have_attribute("aria-label", "Søs, Tæt på, Familie")
    expect(page.locator(f"#paa-{sister}")).not_to_contain_text("Tættere på")
    # and by the keyboard she sends her out again, and keeps the place where she was
    page.locator(f"#node-{sister}").focus()
    page.keyboard.press("ArrowDown")
    jytte.sees_in("[data-map-said]", "Søs: I nærheden, Familie.")
    expect(page.locator(f"#node-{sister}")).to_be_focused()
    # and takes it back
    jytte.touches_button("Fortryd det sidste").sees_in("[data-map-said]", "fortrudt")
    expect(page.locator(f"#node-{sister}")).to_have_attribute("aria-label", "Søs, Tæt på, Familie")
    # and looks at the map of last week
    slider = page.locator("#nr")
    slider.focus()
    page.keyboard.press("Home")
    jytte.sees("Sådan var det").does_not_see("Bænken ved havnen").finds_no_barrier()
    jytte.follows("Se det, som det er nu").sees("Bænken ved havnen")
    # and a touch on somebody opens them
    page.locator(f"#node-{sister}").click()
    jytte.sees("Hvordan er det mellem jer?").finds_no_barrier()


def finger(page, begins, ends):
    """A finger is laid down, drawn over the glass and lifted; mouse events say nothing of that."""
    glass = page.context.new_cdp_session(page)

    def touch(kind, *at):
        points = [{"x": x, "y": y} for x, y in at]
        glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", begins)
    for part in range(1, 9):
        reached = [one + (other - one) * part / 8 for one, other in zip(begins, ends, strict=True)]
        touch("touchMove", reached)
    touch("touchEnd")


def test_a_finger_on_somebody_draws_and_a_finger_beside_them_scrolls(site: Site):
    # given Jytte with her sister close to her
    town = build_town()
    lived = started_course(town)
    sister = named_by_citizen(lived, "Søs", closeness=Closeness.CLOSE)
    site.account(lived.citizen, "jytte-finger")
    jytte = site.signed_in("jytte-finger").goes_to(MAP)
    page, node = jytte.page, jytte.page.locator(f"#node-{sister}")
    expect(node).to_have_attribute("aria-label", "Søs, Tæt på, Familie")
    rings, begun = page.locator(".lf-rings").bounding_box(), node.bounding_box()
    assert rings
    assert begun
    # when a finger draws her away, up over the page
    middle = begun["x"] + begun["width"] / 2, begun["y"] + 12
    finger(page, middle, (middle[0], rings["y"] + rings["height"] * 0.08))
    # then she stands there, and the page has not moved
    jytte.sees_in("[data-map-said]", "Søs: Længere væk, Familie.")
    assert page.evaluate("scrollY") == 0
    # and beside the people the same finger moves the page
    low = rings["y"] + rings["height"] * 0.9
    finger(page, (rings["x"] + 12, low), (rings["x"] + 12, low - 200))
    page.wait_for_function("scrollY > 50")


def test_without_script_the_list_draws_the_map(site: Site):
    town = build_town()
    lived = started_course(town)
    sister = named_by_citizen(lived, "Søs", closeness=Closeness.FAR)
    site.account(lived.citizen, "jytte-liste")
    jytte = site.signed_in("jytte-liste", DESK, javascript=False).goes_to(MAP)
    jytte.touches_button("Tættere på").sees("Søs: I nærheden, Familie.")
    jytte.touches_button("Fortryd det sidste").sees("det sidste er fortrudt")
    label = jytte.page.locator(f"#node-{sister}")
    expect(label).to_have_attribute("aria-label", "Søs, Længere væk, Familie")
