"""What axe says of a page that stands still, and whether it is wider than its window."""

from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import CDPSession, Error, Page

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
LOOK = """typeof axe === 'undefined' ? null : axe.run(document, {
  runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'],
  resultTypes: ['violations'], reporter: 'no-passes', preload: false,
}).then(({violations}) => [
  violations.map(({id, nodes}) => ({rule: id, where: nodes.slice(0, 3).map(one => one.target)})),
  document.documentElement.scrollWidth - window.innerWidth,
])"""
GIVES_WAY = ("context was destroyed", "of null", "navigat")
"""What Playwright says of a page that leaves while it is asked."""

PATIENCE = 6
SESSIONS: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def devtools(page: Page) -> CDPSession:
    """Chromium's own way to a page, which is shorter than Playwright's."""
    if page not in SESSIONS:
        SESSIONS[page] = page.context.new_cdp_session(page)
    return SESSIONS[page]


def barriers(page: Page) -> tuple[list[dict[str, Any]], int]:
    """What axe finds, short, and by how many px the page is too wide.

    A page that gives way to the next while axe looks is not it.
    """
    for _ in range(PATIENCE):
        try:
            page.wait_for_load_state()
            if found := page.evaluate(LOOK):
                return found[0], found[1]
            devtools(page).send("Runtime.evaluate", {"expression": _axe()})
        except Error as error:
            if not any(word in error.message for word in GIVES_WAY):
                raise
    raise AssertionError(f"{page.url} never stands still")


@cache
def _axe() -> str:
    return AXE.read_text("utf-8")
