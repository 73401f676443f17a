"""A site of the test's own, and people in front of it.

The server is the product's own (`landfast serve`) in a process of its own, on loopback. The
tests of one file share a database copied from the template; the server is ended by its group.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from landfast.access.actor import Actor
from landfast.access.session import acting
from landfast.kernel import postgres
from landfast.login.rules import Way
from landfast.people import actions as people
from landfast.web.session_store import SessionStore
from tests.browser.barriers import barriers, devtools
from tests.conftest import _point_to
from tests.web.conftest import come_in

# Playwright's own loop runs in this thread; the tests themselves are plain, synchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PASSWORD = "en-lang-og-venlig-kode"  # for people that this test invents
LANDFAST = (sys.executable, "-m", "landfast.jobs.cli")
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


FOCUSED = """(() => { const e = document.activeElement;
  if (!e.matches("a, button, input, select, textarea, summary")) return "";
  const label = e.labels && e.labels[0] ? e.labels[0].textContent : '';
  return [label, e.getAttribute('aria-label') || '', e.textContent].join(' ') })()"""
FOCUS_SHOWS = """(() => { const e = document.activeElement, r = e.getBoundingClientRect();
  const own = getComputedStyle(e), beside = getComputedStyle(e.nextElementSibling || e, '::before');
  const ringed = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0)
    || s.boxShadow !== 'none';
  const card = getComputedStyle(e.closest('.lf-card-link') || e);
  return r.bottom > 0 && r.top < innerHeight && [own, beside, card].some(ringed) })()"""


# What comes late on a busy machine still comes; only what never comes waits so long.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)

LEFT: dict[tuple[str, bool], list[Page]] = {}
"""Browsers that somebody left, by site and JavaScript; one takes more to start than many pages."""


@dataclass
class Site:
    """A running Landfast and its people."""

    url: str
    database: str
    browser: Browser
    pages: list[tuple[Page, bool]] = field(default_factory=list)
    known: dict[str, Actor] = field(default_factory=dict)

    def account(self, actor: Actor, username: str) -> None:
        """Give somebody a login."""
        self.known[username] = actor
        with acting(actor):
            people.open_account(person_id=actor.person_id, username=username, password=PASSWORD)

    def visitor(self, size: dict[str, int] | None = None, *, javascript: bool = True) -> "Someone":
        """A stranger in front of an empty browser."""
        if left := LEFT.get((self.url, javascript)):
            page = left.pop()
        else:
            context = self.browser.new_context(
                locale="da-DK", timezone_id="Europe/Copenhagen", java_script_enabled=javascript,
                base_url=self.url,
            )  # fmt: skip
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
        page.set_viewport_size(size or PHONE)  # type: ignore[arg-type]
        self.pages.append((page, javascript))
        return Someone(page)

    def is_left(self) -> None:
        """Everybody goes: what pages stored is thrown away, and the next ones sit down to them.

        On a page of the site: an empty one would end the process, and the next one begins without
        all that it has read, axe too.
        """
        for page, javascript in self.pages:
            page.context.set_offline(False)
            page.unroute_all()
            page.emulate_media(forced_colors="null", reduced_motion="null")
            page.context.clear_cookies()
            page.goto("/levende/")
            if javascript:
                page.evaluate("sessionStorage.clear()")
            everything = {"origin": self.url, "storageTypes": "all"}
            devtools(page).send("Storage.clearDataForOrigin", everything)
            devtools(page).send("Page.resetNavigationHistory")
            page.context.clear_cookies()
            LEFT.setdefault((self.url, javascript), []).append(page)
        self.pages.clear()

    def signed_in(
        self, username: str, size: dict[str, int] | None = None, *, javascript: bool = True,
    ) -> "Someone":  # fmt: skip
        """Somebody who has signed in; their first page comes when they first look. The door's own
        form is tried in `test_door.py` and `tests/login`: here the session lies ready.
        """
        session = SessionStore()
        come_in(session, self.known[username], Way.PASSWORD)
        someone = self.visitor(size, javascript=javascript)
        cookie = {"name": "sessionid", "value": session.session_key, "url": self.url}
        someone.page.context.add_cookies([cookie])  # type: ignore[list-item]
        someone.has_not_looked = True
        return someone


@dataclass
class Someone:
    """A person and the page in front of them; verbs read as sentences."""

    window: Page
    touches: int = 0
    has_not_looked: bool = False

    @property
    def page(self) -> Page:
        """What they see. Most go elsewhere at once, and no first page is loaded for them."""
        if self.has_not_looked:
            self.goes_to("/")
        return self.window

    def goes_to(self, path: str) -> "Someone":
        """Type an address."""
        self.has_not_looked = False
        response = self.window.goto(path)
        assert response is not None
        assert response.status < 400, f"{path}: {response.status}"
        return self

    def touches_button(self, name: str) -> "Someone":
        """Press a button by its words, when what it starts has come with the page."""
        self.touches += 1
        self.page.wait_for_load_state()
        self.page.get_by_role("button", name=name).first.click()
        return self

    def follows(self, name: str) -> "Someone":
        """Follow a link by its words; one that the menu folds away after its *Mere*."""
        link = self.page.get_by_role("link", name=name).first
        rare = self.page.locator(".lf-nav-more details:not([open])", has_text=name)
        more = rare.locator("summary:visible").first
        self.page.wait_for_load_state()
        expect(link.or_(more).first).to_be_visible()
        if not link.count():
            self.touches += 1
            more.click()
        self.touches += 1
        link.click()
        return self

    def writes(self, label: str, text: str) -> "Someone":
        """Write in a field by its label."""
        self.page.get_by_label(label).first.fill(text)
        return self

    def chooses(self, label: str) -> "Someone":
        """Choose a radio button or tick a box by its label."""
        self.touches += 1
        self.page.get_by_label(label, exact=True).first.check(force=True)
        return self

    def ticks(self, label: str) -> "Someone":
        """Choose a radio button or tick a box by words that its label contains."""
        self.touches += 1
        self.page.get_by_label(label).first.check(force=True)
        return self

    def begins_with_all(self) -> "Someone":
        """Tick all who are on the list, whatever they answered, and begin the meeting."""
        boxes = self.page.locator("input[name=present]")
        expect(boxes.first).to_be_attached()
        for one in boxes.all():
            one.check(force=True)
        return self.touches_button("Begynd mødet")

    def picks(self, label: str, option: str) -> "Someone":
        """Pick from a list by words that the option contains."""
        box = self.page.get_by_label(label).first
        words = box.locator("option", has_text=option).first.inner_text()
        box.select_option(label=words)
        return self

    def looks_at(self, kind: str, words: str) -> Locator:
        """The card or line of this kind with these words."""
        return self.page.locator(kind, has_text=words).first

    def opens(self, summary: str) -> "Someone":
        """Fold something out."""
        self.touches += 1
        self.page.wait_for_load_state()
        self.page.locator("summary", has_text=summary).first.click()
        return self

    def tabs_to(self, words: str, limit: int = 60) -> "Someone":
        """Press tab until the focus is on these words, and the focus can be seen."""
        for _ in range(limit):
            self.page.keyboard.press("Tab")
            if words in self.page.evaluate(FOCUSED):
                assert self.page.evaluate(FOCUS_SHOWS), f"the focus on {words} cannot be seen"
                return self
        raise AssertionError(f"{words} is not reached by tab on {self.page.url}")

    def presses(self, *keys: str) -> "Someone":
        """Press keys."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def types(self, text: str) -> "Someone":
        """Type where the focus is."""
        self.page.keyboard.type(text)
        return self

    def sees(self, text: str) -> "Someone":
        """The words are on the page."""
        self.page.get_by_text(text).first.wait_for(state="attached")
        self.page.wait_for_load_state()  # whoever counts afterwards counts the whole page
        return self

    def does_not_see(self, text: str) -> "Someone":
        """The words are not on the page."""
        expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def sees_in(self, selector: str, text: str) -> "Someone":
        """The words stand in this very place."""
        expect(self.page.locator(selector).first).to_contain_text(text)
        return self

    @contextmanager
    def changes_the_room(self) -> Iterator[None]:
        """What is done within changes the room: wait until the new one stands there, settled.

        An answer that has come is not yet on the page: htmx swaps it in afterwards.
        """
        self.page.evaluate("document.querySelector('#room').setAttribute('data-left', '')")
        yield
        self.page.locator("#room:not([data-left])").wait_for(state="attached")

    def finds_no_barrier(self) -> "Someone":
        """No axe violation of WCAG 2.2 AA, on a phone and on a desk."""
        size = self.page.viewport_size
        for viewport in sorted((PHONE, DESK), key=lambda one: one == size):  # theirs last
            self.page.set_viewport_size(viewport)  # type: ignore[arg-type]
            problems, wide = barriers(self.page)
            assert problems == [], f"{self.page.url} at {viewport['width']} px"
            assert wide <= 0, f"{self.page.url} scrolls sideways at {viewport['width']} px"
            self.keeps_a_picture(str(viewport["width"]))
        if size not in (PHONE, DESK, None):
            self.page.set_viewport_size(size)
        return self

    def keeps_a_picture(self, size: str) -> None:
        """Write what is seen to the folder in LANDFAST_SCREENS, when somebody wants to look."""
        if not (folder := os.environ.get("LANDFAST_SCREENS")):
            return
        test = os.environ.get("PYTEST_CURRENT_TEST", "").split("::")[-1].split(" ")[0]
        path = "-".join(p for p in self.page.url.split("/")[3:] if p and len(p) < 30)[:60]
        name = f"{test[5:30]}-{path or 'front'}-{size}.png".replace("?", "_")
        self.page.screenshot(path=Path(folder) / name, full_page=True)


@dataclass
class Server:
    """`landfast serve` in a process of its own. Its database keeps its name and begins anew."""

    database: str
    port: int
    host: str = "127.0.0.1"
    settings: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None

    def begins_anew(self, template: str) -> None:
        """With an empty, migrated database; what the last one said of it is forgotten."""
        postgres.drop_database(self.database)
        postgres.create_database(self.database, template=template)
        if self.process is None:
            self.process = self._started()
        self._wait_for(self.process)

    def _started(self) -> "subprocess.Popen[bytes]":
        told = {**os.environ, "LANDFAST_DB_NAME": self.database, "LANDFAST_STRICT": "1"}
        told.pop("LANDFAST_ROLE", None)  # a command tried in this process may have said another
        return subprocess.Popen(
            [*LANDFAST, "serve", "--port", str(self.port), "--workers", "1"],
            env={**told, **self.settings},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _wait_for(self, process: "subprocess.Popen[bytes]") -> None:
        for _ in range(600):
            assert process.poll() is None, "the server ended by itself"
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/levende/", timeout=20):
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not answer within a minute")

    def end(self) -> None:
        """Nobody is there any more: it is killed with its worker, which would wait for them."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=20)
        postgres.drop_database(self.database)


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[Server]:
    """One for all sites of this worker: it takes longer to start than most tests."""
    one = Server(f"lf_site_{os.getpid()}", _port_of_this_worker())
    yield one
    one.end()


@pytest.fixture(scope="module")
def site(
    server: Server, database_template: str, django_db_blocker: Any, chromium: Browser
) -> Iterator[Site]:
    """A running site with an empty, migrated database; this process's connections mean it too."""
    with site_of(server, database_template, django_db_blocker, chromium) as running:
        yield running


@pytest.fixture(autouse=True)
def nobody_stays(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test its people leave the site."""
    yield
    if "site" in request.fixturenames:
        request.getfixturevalue("site").is_left()


@contextmanager
def site_of(server: Server, template: str, blocker: Any, chromium: Browser) -> Iterator[Site]:
    """What stands there until the server begins anew."""
    with blocker.unblock():
        server.begins_anew(template)
        before = _point_to(server.database)
        running = Site(f"http://{server.host}:{server.port}", server.database, chromium)
        try:
            yield running
        finally:
            for page, _ in running.pages:
                page.context.close()
            _point_to(before)


def _port_of_this_worker() -> int:
    """The same for each site, so that browsers find the next one where the last one was; below the
    numbers that a machine gives to whoever asks for any.
    """
    port = 20_000 + os.getpid() % 10_000
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return _free_port()
    return port


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
