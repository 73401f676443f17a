"""`landfast demo`: an invented municipality in the browser, with nothing else to set up."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from types import FrameType
from uuid import UUID

import click

from landfast.jobs.commands.serve import MAX_PORT, check_free
from landfast.jobs.refused import Refused
from landfast.jobs.start import django_ready
from landfast.jobs.steps import Step
from landfast.kernel import postgres

HOST = "127.0.0.1"
PATIENCE = 60.0


@click.command("demo")
@click.option("--port", type=click.IntRange(1, MAX_PORT), default=8000, show_default=True)
@click.option("--reset", is_flag=True, help="Begynd forfra: alt i databasen slettes.")
@click.option("--no-serve", is_flag=True, help="Læg kun data ind.")
def command(port: int, reset: bool, no_serve: bool) -> int:
    """Prøv Landfast med en opdigtet kommune, til du standser det med Ctrl-C."""
    if not no_serve:
        check_free(HOST, port)
    if reset:
        _reset()
    _ready()
    _load()
    return 0 if no_serve else _serve(port)


def _reset() -> None:
    if postgres.is_managed():
        raise Refused("--reset sletter alt og virker kun med den indbyggede database.")
    from landfast.jobs.demo import shown

    postgres.ensure_running()
    shown.path().unlink(missing_ok=True)
    shutil.rmtree(postgres.home() / "log-heads", ignore_errors=True)  # of the log that goes now
    postgres.drop_database(postgres.database_name())


def _ready() -> None:
    """The database with its tables, as its owner makes them; then work as the jobs role."""
    postgres.url("owner")  # says so at once when its address is missing
    with Step("Starter databasen"):
        postgres.ensure_running()
        if not postgres.is_managed() and not postgres.database_exists(postgres.database_name()):
            postgres.create_database(postgres.database_name())
    with Step("Åbner Landfast"):
        django_ready("jobs", any_tables=True)
    from django.conf import settings

    from landfast.access.signing import keep_key
    from landfast.kernel import tables

    with Step("Gør tabellerne klar") as step:
        tables.migrate(tell=step.at)
    keep_key(settings.LANDFAST_ACTOR_KEY)


def _load() -> None:
    from landfast.jobs import heads
    from landfast.jobs.demo import load, shown
    from landfast.people import queries as people

    rows = shown.written()
    if rows and people.person(UUID(rows[0]["person_id"])):
        return
    if people.units():
        raise Refused(
            "Databasen har andre data end demonstrationens. "
            "Begynd forfra med --reset, eller vælg et andet sted med LANDFAST_HOME."
        )
    with Step("Lægger Fjordby Kommune ind, en borger ad gangen") as step:
        step.at(0, load.steps())
        for number, _ in enumerate(load.fill(), start=1):
            step.at(number, load.steps())
    heads.seal_story()
    heads.seal()


def _serve(port: int) -> int:
    """Web pages and background work as children; ends when one of them ends, or on a signal."""
    environment = around(os.environ, port)
    children = [_child(environment, "jobs"), _child(environment, "serve", "--port", str(port))]
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, _stop)
    try:
        with Step("Åbner siderne"):
            _wait_until_it_answers(port, children)
        _tell(port)
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
    except Stopped:
        click.echo("\nLandfast er standset. Data er gemt.")
        return 0
    finally:
        _end(children)
    raise click.ClickException("Landfast gik i stå. Se linjerne ovenfor, og start igen.")


def around(given: Mapping[str, str], port: int) -> dict[str, str]:
    """What the children run in: links in messages lead to this demonstration, unless one says."""
    here = {"LANDFAST_PUBLIC_URL": f"http://{HOST}:{port}"}
    environment = {**here, **given, "LANDFAST_DEMO": "1"}
    environment.pop("LANDFAST_ROLE", None)
    return environment


class Stopped(Exception):
    """Somebody wants it to end."""


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise Stopped


def _child(environment: dict[str, str], *arguments: str) -> "subprocess.Popen[bytes]":
    """One of our own commands; it tells its troubles, we tell the rest."""
    return subprocess.Popen(  # noqa: S603 - our own program with our own words
        [sys.executable, "-m", "landfast.jobs.cli", *arguments],
        env=environment, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _end(children: "list[subprocess.Popen[bytes]]") -> None:
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)  # a second Ctrl-C must not leave a child behind
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _wait_until_it_answers(port: int, children: "list[subprocess.Popen[bytes]]") -> None:
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last and all(child.poll() is None for child in children):
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/levende/", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)


def _tell(port: int) -> None:
    from landfast.jobs.demo import shown

    click.echo("\nDu kan være (vælg på siden, uden adgangskode):\n")
    for row in shown.written():
        role = f"{row['role']}, {row['unit']}" if row["unit"] else row["role"]
        click.echo(f"  {row['name']} – {role}\n      {row['try_this']}")
    click.echo(f"\nLandfast kører på http://{HOST}:{port}/  (stands med Ctrl-C)")
