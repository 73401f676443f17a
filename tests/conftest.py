"""The strict harness: real PostgreSQL, the application's own weak role, a database from a template.

Each worker gets its database as a copy of one that was migrated once by the owner.
"""

import gc
import importlib
import logging
import os
import secrets
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright
from psycopg._preparing import PrepareManager

from landfast.kernel import postgres
from tests.own import KEPT, STAYS, forget, put_away, take_up
from tests.template import template

# Always the same examples, and no clock: a machine that others use is slow now and then.
hypothesis.settings.register_profile(
    "seeded", derandomize=True, deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)  # fmt: skip
hypothesis.settings.load_profile("seeded")

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-background-networking",
    "--no-first-run",
    # Playwright's own, which this list replaces, and a process for a page that never comes.
    "--disable-features=SpareRendererForSitePerProcess,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,"
    "MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,OptimizationHints,Translate,"
    # And two for each window, of an address bar that nobody writes in.
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    # A page is gone before its scripts, axe too, have earned what it takes to make them quick; what
    # is read of them is kept for the next page.
    "--js-flags=--no-opt --no-maglev --no-flush-bytecode",
]


@pytest.fixture(scope="session", autouse=True)
def no_care_that_costs_a_test_time() -> None:
    """Passwords of invented people are sealed at little cost, and a client does not list all static
    files before its first request: both took more of a run than what was tried.
    """
    from django.conf import settings
    from django.contrib.auth.hashers import Argon2PasswordHasher

    settings.WHITENOISE_AUTOREFRESH = True
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.parallelism = 1, 1
    Argon2PasswordHasher.memory_cost = 1024


@pytest.fixture(scope="session", autouse=True)
def what_a_thread_says_at_the_end_is_heard() -> None:
    """Settings were read while pytest captured, in a file that is closed before the last thread."""
    for handler in logging.root.handlers:
        if type(handler) is logging.StreamHandler:
            handler.stream = sys.__stderr__  # setStream would write to the one that is closed


@pytest.fixture(scope="session", autouse=True)
def a_statement_is_prepared_once() -> None:
    """psycopg forgets every prepared statement when something is rolled back, by a statement or by
    the connection, as tables may have been made anew: each test ends so, and the database read
    every policy again for the next one.
    """
    PrepareManager.prepared_max = 1000
    PrepareManager._should_discard = lambda *_: False  # type: ignore[method-assign]
    PrepareManager.clear = lambda _: False  # type: ignore[method-assign]


SECONDS = {"site": 5.0, "door": 5.0, "old": 20.0, "own_database": 0.3, "db": 0.2}
"""What a test takes that uses these, roughly: for the order only, nothing is measured by it."""
LONG = 3.0


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that no worker is alone with one at the end.

    The others stay as they were shuffled. A journey in the browser is told in its own order: the
    tests of one file share one site. A file goes to one worker (--dist loadfile).
    """
    lasts: Counter[Path] = Counter()
    for item in items:
        used = getattr(item, "fixturenames", ())
        lasts[item.path] += max((SECONDS[name] for name in used if name in SECONDS), default=0.0)
    told = {item: item.location[:2] if "browser" in item.keywords else () for item in items}
    items.sort(key=lambda item: told[item])
    items.sort(key=lambda item: -lasts[item.path] if lasts[item.path] > LONG else 0.0)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Nearly all that is loaded now stays: the collector would walk through it for nothing.

    In a new clone each worker would rewrite the asserts of all tests beside the others: each begins
    elsewhere, and finds what another one has written.
    """
    gc.disable()
    of = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if of == 1 or session.config.args != session.config.getini("testpaths"):
        return
    root = session.config.rootpath
    files = sorted(root.glob("tests/**/test_*.py"))
    begins = len(files) * int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw")) // of
    for path in files[begins:] + files[:begins]:
        importlib.import_module(".".join(path.relative_to(root).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """What was loaded stays until the end: the collector need not walk through it, not even once
    for the little of it that nobody holds, which took each worker 1.5 s.
    """
    gc.enable()
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


@pytest.fixture(scope="session")
def database_template(django_db_blocker: Any) -> str:
    """The name of a migrated database to copy."""
    postgres.ensure_running()
    with django_db_blocker.unblock():
        return template()


@pytest.fixture(scope="session")
def django_db_setup(database_template: str) -> Iterator[None]:
    """The application's connection points to this worker's own copy."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"lf_test_{worker}_{os.getpid()}"
    postgres.create_database(name, template=database_template)
    STAYS.add(name)
    _point_to(name)
    yield
    KEPT.drop()
    _point_to("postgres")
    forget(name)
    postgres.drop_database(name)


def _point_to(name: str) -> str:
    """Let Django's connections mean another database; the name they meant before."""
    from django.db import connections

    before = str(connections["default"].settings_dict["NAME"])
    for alias in connections:
        put_away(connections[alias])
        connections[alias].settings_dict["NAME"] = name
        take_up(connections[alias])
    return before


@contextmanager
def standing(template: str) -> Iterator[str]:
    """Another database, with real commits, while it is needed."""
    name = f"lf_own_{os.getpid()}_{secrets.token_hex(4)}"
    postgres.create_database(name, template=template)
    yield name
    postgres.drop_database(name)


@contextmanager
def meant(name: str) -> Iterator[str]:
    """This process's connections mean another database."""
    before = _point_to(name)
    try:
        yield name
    finally:
        _point_to(before)


@pytest.fixture
def own_database(
    django_db_setup: None, database_template: str, django_db_blocker: Any
) -> Iterator[str]:
    """A database of the test's own, with real commits: for threads, and for deferred triggers."""
    with django_db_blocker.unblock():
        with meant(KEPT.begin(database_template)) as name:
            yield name
        KEPT.end()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; a missing one fails, it is never skipped."""
    path = os.environ.get("LANDFAST_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def town(request: pytest.FixtureRequest, db: None) -> Any:
    """A small town with staff, programmes and meeting formats."""
    from tests.factories.town import the_town, where_all_is_built

    changes = {"monkeypatch", "settings"} & set(request.fixturenames)
    return where_all_is_built(the_town()) if changes else the_town()


@pytest.fixture(autouse=True)
def _template_string_if_invalid_marker() -> None:
    """In place of pytest-django's own, which asks for `monkeypatch` in the name of every test: then
    each of them seems to change the code, and nothing that was built is ever written anew.
    """


@pytest.fixture(autouse=True)
def no_role_is_left_behind() -> Iterator[None]:
    """A command that a test runs in this process says its role to what is started from here."""
    before = os.environ.get("LANDFAST_ROLE")
    yield
    if before is None:
        os.environ.pop("LANDFAST_ROLE", None)
    else:
        os.environ["LANDFAST_ROLE"] = before
