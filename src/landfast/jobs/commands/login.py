"""`landfast login`: invitations to a provider's login, and the end of sessions."""

import json
from uuid import UUID

import click

from landfast.jobs.start import django_ready


@click.group("login")
def command() -> None:
    """Login: inviter nogen til at forbinde deres login, eller log nogen ud overalt."""


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


@command.command("end")
@click.argument("person", type=click.UUID, required=False)
@click.option("--all", "everybody", is_flag=True, help="Log alle ud, fx når en nøgle er lækket.")
def end(person: UUID | None, everybody: bool) -> None:
    """Log PERSON ud overalt. Loginnet selv bliver."""
    if everybody == bool(person):
        raise click.UsageError("Skriv nøglen på én person, eller --all.")
    django_ready("jobs")
    from landfast.access.actions import record
    from landfast.access.actor import SYSTEM
    from landfast.access.session import acting
    from landfast.kernel.ids import PersonId
    from landfast.login.actions import sittings

    with acting(SYSTEM):
        ended = sittings.end_all_of(PersonId(person) if person else None)
        record(SYSTEM, "login.ended_all", person=person)
    click.echo(f"{ended} sessioner er slut.")


@command.command("key")
@click.argument("realm")
def key(realm: str) -> None:
    """Vis den offentlige halvdel af nøglen, som REALM logger ind hos udbyderen med (JWK)."""
    django_ready()
    from landfast.login import realms
    from landfast.login.client_keys import public_key

    known = realms.realm(realm)
    if known is None or not known.private_key:
        raise click.ClickException(f"{realm} har ingen nøgle (private_key_file i LANDFAST_REALMS).")
    click.echo(json.dumps({"keys": [public_key(known)]}, indent=2))
