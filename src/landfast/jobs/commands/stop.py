"""`landfast stop`: stop the embedded database now."""

import click

from landfast.kernel import postgres


@click.command("stop")
def command() -> None:
    """Stands den indbyggede database nu."""
    if postgres.stop():
        click.echo("Databasen er standset.")
    else:
        click.echo("Der var ingen indbygget database at standse.")
