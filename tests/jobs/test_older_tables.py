"""On tables that are older than the code, a command says so in one sentence, and does nothing."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import click
import pytest
from django.db import connection

from landfast.jobs import start
from landfast.jobs.cli import landfast, run
from landfast.jobs.demo import cases
from landfast.kernel import postgres, tables
from tests.conftest import _point_to
from tests.jobs.test_upgrade_town import EARLIER

OPEN_TO_ANY_AGE = {
    "case check", "case draw", "db backup", "db prepare", "db restore", "db url", "demo", "migrate",
    "retention check", "schedule check", "schedule plan", "stop",
}  # fmt: skip
"""They make the tables new, or read none of ours."""
SOMEBODY = str(uuid4())
WITH_WHAT = {
    "case load": [str(Path(cases.__path__[0]) / "jens.json")],
    "login end": ["--all"],
    "login invite": [SOMEBODY],
    "login key": ["krypton"],
    "organisation begin": ["Nyby", "--unit", "Rådhuset", "--administrator", "Bo Dam"],
    "organisation keeper": [SOMEBODY],
    "retention export": ["arkiv"],
}


@pytest.fixture
def older(own_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The town of an earlier Landfast as it was backed up, in its own tables."""
    name = f"lf_older_{secrets.token_hex(4)}"
    postgres.create_database(name)
    monkeypatch.setenv("LANDFAST_DB_NAME", name)
    monkeypatch.setenv("LANDFAST_ROLE", "app")  # what a command sets, it leaves no other test
    postgres.restore(EARLIER[-1])
    _point_to(name)
    yield name
    _point_to(own_database)
    postgres.drop_database(name)


def leaves(group: click.Group, *before: str) -> Iterator[str]:
    """Every command there is, as it is typed."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from leaves(found, *before, name)
        else:
            yield " ".join([*before, name])


def test_every_command_that_needs_newer_tables_says_what_to_do(
    older: str, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = [name for name in leaves(landfast) if name not in OPEN_TO_ANY_AGE]
    assert {"case load", "log verify", "retention report", "serve", "jobs"} <= set(refused)
    for name in refused:
        capsys.readouterr()
        assert (name, run([*name.split(), *WITH_WHAT.get(name, [])])) == (name, 2)
        assert (name, capsys.readouterr().err.strip()) == (name, start.OLDER)


def test_a_restored_older_backup_says_what_is_left_to_do(
    older: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["db", "restore", str(EARLIER[-1]), "--replace"]) == 0
    assert capsys.readouterr().out.strip().endswith(start.OLDER)


def test_no_tables_at_all_and_no_database_are_told_alike(
    older: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = f"lf_empty_{secrets.token_hex(4)}"
    monkeypatch.setenv("LANDFAST_DB_NAME", empty)
    assert start.tables_wanting() == start.NO_TABLES
    postgres.create_database(empty)
    before = _point_to(empty)
    try:
        assert start.tables_wanting() == start.NO_TABLES
    finally:
        _point_to(before)
        postgres.drop_database(empty)


@pytest.mark.django_db
def test_todays_tables_want_nothing() -> None:
    assert tables.known() - tables.applied() == set()


ASKS = """
from django.db.backends.postgresql.base import DatabaseWrapper
from landfast.jobs.start import django_ready
django_ready()
assert not DatabaseWrapper._connection_pools
"""


@pytest.mark.django_db
def test_asking_opens_no_pool_that_the_servers_processes_would_share() -> None:
    here = {**os.environ, "LANDFAST_DB_NAME": str(connection.settings_dict["NAME"])}
    done = subprocess.run(
        [sys.executable, "-c", ASKS], env=here, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
