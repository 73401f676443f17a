"""`landfast login`: invitations to a provider's login."""

from uuid import UUID

import click

from landfast.jobs.start import django_ready


@click.group("login")
def command() -> None:
    """Login: inviter nogen til at forbinde deres login."""


@command.command("invite")
@click.argument("person", type=click.UUID)
def invite(person: UUID) -> None:
    """Lav en kode, som forbinder PERSONs login (fx MitID) med Landfast. Den virker i en uge."""
    django_ready()
    from landfast.kernel.ids import PersonId
    from landfast.kernel.refusals import Refusal
    from landfast.login.actions import identities

    try:
        code = identities.invite(by=None, person_id=PersonId(person))
    except Refusal as refusal:
        raise click.ClickException("Der er ingen person med den nøgle.") from refusal
    click.echo(f"Giv koden til personen selv: {code}")
