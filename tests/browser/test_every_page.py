"""Each page of a citizen as those use it who see little, see other colours, hear it, or press keys.

320 CSS px is a desk at 400 %. What a screen reader meets is kept as text, a file a page, in
`docs/spoken/`; `LANDFAST_SPOKEN=1` writes it anew. With `LANDFAST_PICTURES=1` each page is
photographed as a phone shows it, for `docs/guides/borger-sider.md`.
"""

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import resolve
from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import FOCUS_SHOWS, Site
from tests.factories.meetings import running_meeting
from tests.factories.town import build_town
from tests.factories.whole import told_course, whole_course
from tests.web.citizen.walk import Get, Walk

pytestmark = pytest.mark.browser

DOCS = Path(__file__).resolve().parents[2] / "docs"
SPOKEN, PICTURES = DOCS / "spoken", DOCS / "guides" / "pictures" / "pages"
GUIDE = DOCS / "guides" / "borger-sider.md"
GUIDE_HEAD = """# Alle dine sider

Sådan ser hver side ud på en telefon. Billederne bliver taget af et program, når siderne ændrer sig.
Navne og ord på dem er opdigtede.

"""
WRITES = os.environ.get("LANDFAST_SPOKEN") == "1"
PHOTOGRAPHS = os.environ.get("LANDFAST_PICTURES") == "1"
ZOOMED, TWICE, PHONE, TALL = 320, 640, 390, 1100
NOT_A_PAGE = re.compile(r"\.\w{2,4}/?$")
WIDE = """document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')].map(e => [e.getBoundingClientRect().right, e.outerHTML])
  .filter(([right]) => right > innerWidth).map(([right, html]) => html.slice(0, 90)).slice(-3)"""
FOCUSED = "document.activeElement.outerHTML.slice(0, 120)"
MOVES = "document.getAnimations().filter(one => one.playState === 'running').length"
UNSEEN = """[...document.querySelectorAll('main .button, main input, main select, main textarea')]
  .filter(e => e.checkVisibility() && !['checkbox', 'radio', 'hidden'].includes(e.type))
  .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) === 0 && e.type !== 'range'
    && e.type !== 'file')
  .map(e => e.outerHTML.slice(0, 90))"""
SAID = re.compile(
    r"- '?(heading|link|button|textbox|radio|checkbox|combobox|slider|region|navigation|status"
    r"|alert|img|group|table|row|term|spinbutton|searchbox)\b"
)  # fmt: skip
TAKEN: dict[str, str] = {}
"""What was photographed, and the heading of each."""
BY_THE_HOUR = re.compile(r'link "(?:[\d\s]+|\w{3,4}\.? \(\d+\))"')
"""Who answers now (a bare number), and how much a month holds."""
VARIES = (
    (re.compile(r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag \d+\. [a-z]+ \d{4}"), "DAG"),
    (re.compile(r"\b\d+\. [a-z]+\.? \d{4}"), "DAG"),
    (re.compile(r"kl\. \d+(?:\.\d\d)?"), "KL"),
    (re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?"), "DAG"),
    (re.compile(r"\[ref=\w+\]|\[cursor=\w+\]"), ""),
)


def spoken(page: Page) -> str:
    """What a screen reader can jump to, in its order: places, headings, what is done."""
    lines = page.locator("main").aria_snapshot().splitlines()
    text = "\n".join(line for line in lines if SAID.search(line) and not BY_THE_HOUR.search(line))
    for pattern, instead in VARIES:
        text = pattern.sub(instead, text)
    return re.sub(r"^ +(?=-)", lambda spaces: spaces[0][::2], text, flags=re.MULTILINE) + "\n"


def can_be_used(page: Page) -> Iterator[str]:
    """What is wrong with a page for those who see it large, in other colours, or press keys."""
    for width in (TWICE, ZOOMED):
        page.set_viewport_size({"width": width, "height": 640})
        if wide := page.evaluate(WIDE):
            yield f"scrolls sideways at {width} px: {wide}"
    if page.evaluate(MOVES):
        yield "moves, though nothing is to move"
    if unseen := page.evaluate(UNSEEN):
        yield f"has no border where colours are forced: {unseen[:2]}"
    page.locator(".skipnav").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate(FOCUS_SHOWS):
        yield f"hides where the focus is: {page.evaluate(FOCUSED)}"


def photographed(page: Page, name: str) -> None:
    """As a phone shows it, in few colours: there are many. The first that is met is kept."""
    if name in TAKEN:
        return
    TAKEN[name] = page.locator("h1").first.inner_text()
    page.set_viewport_size({"width": PHONE, "height": TALL})
    page.emulate_media(forced_colors="none")
    page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    picture = Image.open(io.BytesIO(page.screenshot()))
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture.quantize(64).save(PICTURES / f"{name}.png", optimize=True)
    page.emulate_media(forced_colors="active", reduced_motion="reduce")


def guide() -> str:
    """The guide's page with a picture of each."""
    pages = sorted(TAKEN.items(), key=lambda one: (not one[0].startswith("my_"), one[0]))
    return GUIDE_HEAD + "".join(
        f"## {heading}\n\n![{heading}](pictures/pages/{name}.png)\n\n" for name, heading in pages
    )


def looking(page: Page, found: dict[str, list[str]], heard: dict[str, str]) -> Get:
    """Walk with this browser; what is wrong is told by the page's address."""

    def get(path: str) -> tuple[str, bytes]:
        if NOT_A_PAGE.search(path.partition("?")[0]):
            return "", b""
        answer = page.goto(path)
        if answer is None or answer.status != 200 or "html" not in answer.headers["content-type"]:
            return "", b""
        page.wait_for_load_state()
        content = page.content()
        if 'class="ground-citizen"' in content:
            found[path] = list(can_be_used(page))
            heard.setdefault(path, spoken(page))
            if PHOTOGRAPHS:
                photographed(page, str(resolve(path.partition("?")[0]).url_name))
        return "text/html", content.encode()

    return get


def test_every_page_can_be_used_zoomed_recoloured_heard_and_by_keys(site: Site):
    town = build_town()
    found: dict[str, list[str]] = {}
    heard: dict[str, str] = {}
    walk = Walk()
    for number, lived in enumerate(
        (whole_course(town), told_course(town), running_meeting(town).lived)
    ):
        site.account(lived.citizen, f"jytte-{number}")
        page = site.signed_in(f"jytte-{number}").page
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        walk.goes(looking(page, found, heard))
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    said = {
        name: heard[path] for name, path in walk.paths.items() if path in heard and "(" not in name
    }
    if WRITES:
        SPOKEN.mkdir(exist_ok=True)
        for name, text in said.items():
            (SPOKEN / f"{name}.txt").write_text(text, encoding="utf-8")
    if PHOTOGRAPHS:
        GUIDE.write_text(guide(), encoding="utf-8")
    shown = set(re.findall(r"pages/(\w+)\.png", GUIDE.read_text("utf-8")))
    assert shown == set(said), "a page came or went: LANDFAST_PICTURES=1 takes them anew"
    known = {path.stem: path.read_text("utf-8") for path in SPOKEN.glob("*.txt")}
    assert sorted(said) == sorted(known), "a page came or went: LANDFAST_SPOKEN=1 writes it anew"
    assert {name: text for name, text in said.items() if text != known[name]} == {}
