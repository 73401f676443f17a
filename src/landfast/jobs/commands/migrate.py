"""`landfast migrate`: bring the database's tables up to date, as their owner."""

import click

from landfast.jobs.start import django_ready
from landfast.kernel import postgres


@click.command("migrate")
@click.argument("app", required=False)
@click.argument("migration", required=False)
def command(app: str | None, migration: str | None) -> None:
    """Bring databasens tabeller op til denne udgave."""
    postgres.url("owner")  # says so at once when its address is missing
    postgres.ensure_running()
    if not postgres.is_managed() and not postgres.database_exists(postgres.database_name()):
        postgres.create_database(postgres.database_name())
    django_ready(any_tables=True)
    from django.conf import settings

    from landfast.access.signing import keep_key
    from landfast.kernel import tables

    named = [name for name in (app, migration) if name]
    tables.migrate(*named)
    if not named:
        keep_key(settings.LANDFAST_ACTOR_KEY)
    click.echo("Databasen er opdateret.")
