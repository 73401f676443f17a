"""`landfast actor-key`: a new key for signing who acts, told to the database by its owner."""

import click

from landfast.jobs.start import django_ready
from landfast.kernel import kept_secrets, postgres


@click.command("actor-key")
@click.option("--at-once", is_flag=True, help="Den gamle nøgle gælder ikke et sekund mere.")
def command(at_once: bool) -> None:
    """Skift nøglen, som beviser, hvem der handler. Genstart web og jobs bagefter."""
    postgres.url("owner")  # says so at once when its address is missing
    django_ready()
    from django.conf import settings

    from landfast.access.signing import keep_key

    if not settings.LANDFAST_ACTOR_KEY_GIVEN:
        settings.LANDFAST_ACTOR_KEY = kept_secrets.renew(settings.LANDFAST_ACTOR_KEY_FILE)
    if not keep_key(settings.LANDFAST_ACTOR_KEY, at_once=at_once):
        raise click.UsageError(
            "Databasen kender allerede den nøgle, der står i LANDFAST_ACTOR_KEY. "
            "Sæt den først til en ny lang tilfældig tekst, alle steder hvor Landfast kører."
        )
    until = "gælder ikke mere" if at_once else "gælder et døgn endnu"
    click.echo(f"Nøglen er skiftet. Den gamle {until}: genstart web og jobs.")
