"""The strict harness: real PostgreSQL, the application's own weak role, a database from a template.

Each worker gets its database as a copy of one that was migrated once by the owner and is
kept under a name made of the migrations' content: a second run starts in a second.
"""

import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from landfast.kernel import postgres

SOURCE = Path(__file__).resolve().parent.parent / "src" / "landfast"

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

# In the tests' databases the moved clock is believed from every role, so that rules over
# time can be tried as the application; production believes it from jobs only.
BELIEVE_THE_CLOCK = """
create or replace function access_now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('landfast.now', true), '')::timestamptz,
                  statement_timestamp())
"""

# Town halls of tests are built by Landfast itself, which production believes from jobs only.
BELIEVE_THE_SYSTEM = """
create or replace function access_may_be_system() returns boolean language sql stable parallel safe
  return true
"""


def _template_name() -> str:
    from django.conf import settings

    digest = hashlib.sha256(settings.LANDFAST_ACTOR_KEY.encode())
    files = [*SOURCE.glob("*/migrations/*.py"), SOURCE / "access" / "protect.py", Path(__file__)]
    for path in sorted(files):
        digest.update(path.read_bytes())
    return f"lf_template_{digest.hexdigest()[:12]}"


def _migrate(name: str) -> None:
    """Build the template database as the owner, once, whoever comes first."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from landfast.access.signing import keep_key

    with postgres.admin_connect("postgres") as admin:
        admin.execute("select pg_advisory_lock(4711)")
        if postgres.database_exists(name):
            return
        building = f"{name}_building"
        postgres.drop_database(building)
        postgres.create_database(building)
        owner = connections["owner"]
        owner.settings_dict["NAME"] = building
        call_command("migrate", database="owner", verbosity=0)
        keep_key(settings.LANDFAST_ACTOR_KEY, database=building)
        with owner.cursor() as cursor:
            cursor.execute(BELIEVE_THE_CLOCK)
            cursor.execute(BELIEVE_THE_SYSTEM)
        owner.close()
        admin.execute(f'alter database "{building}" rename to "{name}"')


@pytest.fixture(scope="session")
def database_template(django_db_blocker: Any) -> str:
    """The name of a migrated database to copy."""
    postgres.ensure_running()
    name = _template_name()
    with django_db_blocker.unblock():
        _migrate(name)
    return name


@pytest.fixture(scope="session")
def django_db_setup(database_template: str) -> Iterator[None]:
    """The application's connection points to this worker's own copy."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"lf_test_{worker}_{os.getpid()}"
    postgres.create_database(name, template=database_template)
    _point_to(name)
    yield
    _point_to("postgres")
    postgres.drop_database(name)


def _point_to(name: str) -> str:
    """Let Django's connections mean another database; the name they meant before."""
    from django.db import connections

    before = str(connections["default"].settings_dict["NAME"])
    for alias in connections:
        connections[alias].close()
        if getattr(connections[alias], "pool", None):
            connections[alias].close_pool()
        connections[alias].settings_dict["NAME"] = name
    return before


@pytest.fixture
def own_database(
    django_db_setup: None, database_template: str, django_db_blocker: Any
) -> Iterator[str]:
    """A database of the test's own, with real commits: for threads, and for deferred triggers."""
    name = f"lf_own_{os.getpid()}_{secrets.token_hex(4)}"
    postgres.create_database(name, template=database_template)
    with django_db_blocker.unblock():
        before = _point_to(name)
        yield name
        _point_to(before)
    postgres.drop_database(name)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; a missing one fails, it is never skipped."""
    path = os.environ.get("LANDFAST_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def town(db: None) -> Any:
    """A small town with staff, programmes and meeting formats."""
    from tests.factories.town import build_town

    return build_town()


@pytest.fixture(autouse=True)
def no_role_is_left_behind() -> Iterator[None]:
    """A command that a test runs in this process says its role to what is started from here."""
    before = os.environ.get("LANDFAST_ROLE")
    yield
    if before is None:
        os.environ.pop("LANDFAST_ROLE", None)
    else:
        os.environ["LANDFAST_ROLE"] = before
