"""`landfast keys`: turning the keys that secrets at rest are sealed with."""

import click

from landfast.jobs.start import django_ready


@click.group("keys")
def command() -> None:
    """Nøgler: dem, som hemmeligheder i databasen er forseglet med."""


@command.command("rotate")
def rotate() -> None:
    """Forsegl alt med den nyeste nøgle i LANDFAST_SEALING_KEYS, så den gamle kan tages væk."""
    django_ready("owner")
    from landfast.kernel.resealing import turn_keys

    turned = turn_keys("owner")
    for one in turned:
        click.echo(f"{one.table}: {one.again} forseglet igen, {one.already} var det allerede.")
    if lost := {one.table: one.lost for one in turned if one.lost}:
        where = ", ".join(f"{number} i {table}" for table, number in lost.items())
        raise click.ClickException(
            f"Ingen af nøglerne åbner {where}. Tag ikke den gamle nøgle væk: find den, der "
            "mangler, sæt den sidst i LANDFAST_SEALING_KEYS, og prøv igen."
        )
    click.echo("Alt er forseglet med den nyeste nøgle. Den gamle kan tages væk.")
