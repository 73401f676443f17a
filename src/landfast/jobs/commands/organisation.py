"""`landfast organisation`: the first unit of an organisation, and who keeps it."""

import secrets

import click

from landfast.jobs.start import django_ready
from landfast.people.rules import OrganisationKind

KINDS = click.Choice([kind.value for kind in OrganisationKind])


@click.group("organisation")
def command() -> None:
    """Organisationer: begynd en ny."""


@command.command("begin")
@click.argument("name")
@click.option("--kind", type=KINDS, default=OrganisationKind.MUNICIPALITY.value, show_default=True)
@click.option("--unit", required=True, help="Den øverste enhed, fx Rådhuset.")
@click.option("--administrator", required=True, help="Navnet på den, der ansætter de andre.")
@click.option("--username", help="Giv administratoren en adgangskode til at begynde med.")
def begin(name: str, kind: str, unit: str, administrator: str, username: str | None) -> None:
    """Opret organisationen NAME med én enhed og dens administrator."""
    django_ready("jobs")
    from landfast.access.actor import SYSTEM
    from landfast.access.session import acting
    from landfast.journeys.found_organisation import Founding, found_organisation
    from landfast.kernel.refusals import Refusal
    from landfast.login.actions import identities
    from landfast.people import actions as people

    try:
        with acting(SYSTEM):
            person = found_organisation(Founding(name, OrganisationKind(kind), unit, administrator))
            code = identities.invite(by=SYSTEM, person_id=person)
            password = secrets.token_urlsafe(18) if username else ""
            if username:
                people.open_account(person_id=person, username=username, password=password)
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from refusal
    click.echo(f"{name} er oprettet. {administrator} er administrator.")
    click.echo(f"Kode til at forbinde et login: {code}")
    if password:
        click.echo(f"Adgangskode til at begynde med: {password}")
