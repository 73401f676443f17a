"""`landfast db`: the database's address, its backup, and its preparation."""

from pathlib import Path

import click
import psycopg

from landfast.jobs.start import django_ready, tables_wanting
from landfast.kernel import postgres

ROLE = click.Choice(postgres.ROLES)
FILE = click.Path(path_type=Path)
_THERE = "select to_regclass('django_migrations'), to_regclass('access_actor_key')"


@click.group("db")
def command() -> None:
    """Databasen: adresse, sikkerhedskopi og klargøring."""


@command.command("url")
@click.option("--role", type=ROLE, default="app", show_default=True, help="Databaserollen.")
def url(role: postgres.Role) -> None:
    """Vis databasens adresse for en rolle (starter den indbyggede database, hvis der er brug)."""
    address = postgres.url(role)
    postgres.ensure_running()
    click.echo(address)


@command.command("backup")
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Gem hele databasen i en ny fil."""
    postgres.ensure_running()
    postgres.backup(file)
    click.echo(f"Databasen er gemt i {file}.")


@command.command("restore")
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Erstat alt, hvad der er i databasen nu.")
def restore(file: Path, replace: bool) -> None:
    """Læs en sikkerhedskopi ind i en tom database."""
    postgres.ensure_running()
    if not postgres.is_managed() and not postgres.database_exists(postgres.database_name()):
        postgres.create_database(postgres.database_name())
    postgres.restore(file, replace=replace)
    wanting = _believe_our_key()
    click.echo(f"Databasen er læst ind fra {file}.")
    if wanting:
        click.echo(wanting)


def _believe_our_key() -> str:
    """The backup may come from a place with another key, or from before it was changed; it may be
    older than this code too: what to do then, as a sentence.
    """
    with psycopg.connect(postgres.url("owner")) as connection:
        ours, keys = connection.execute(_THERE).fetchone() or (None, None)
    if not ours:
        return ""
    django_ready(any_tables=True)
    from django.conf import settings

    from landfast.access.signing import keep_key

    if keys:  # else it is from before keys, and `landfast migrate` adds one
        keep_key(settings.LANDFAST_ACTOR_KEY, at_once=True)
    return tables_wanting()


@command.command("prepare")
@click.option("--admin-url", help="Adressen for serverens administrator.")
def prepare(admin_url: str | None) -> None:
    """Lav roller og database på en server, I selv driver (kan gentages)."""
    if admin_url is None:
        if postgres.is_managed():
            raise click.UsageError("Angiv --admin-url: adressen for serverens administrator.")
        postgres.ensure_running()
        click.echo("Den indbyggede database er klar.")
        return
    variables = postgres.prepare_managed(admin_url)
    click.echo("Roller og database er klar.")
    if variables:
        click.echo("Gem disse adresser et sikkert sted; de vises kun denne ene gang:", err=True)
        for name, value in variables.items():
            click.echo(f"{name}={value}")
