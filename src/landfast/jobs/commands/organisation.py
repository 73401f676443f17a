"""`landfast organisation`: the first unit of an organisation, who keeps it, and who waits there."""

from uuid import UUID

import click

from landfast.jobs.start import django_ready
from landfast.people.rules import OrganisationKind

KINDS = click.Choice([kind.value for kind in OrganisationKind])


@click.group("organisation")
def command() -> None:
    """Organisationer: begynd en ny, se hvem der venter på et ja."""


@command.command("waiting")
@click.option("--agree", type=click.UUID, help="Sig ja til ansættelsen med dette nummer.")
def waiting(agree: UUID | None) -> None:
    """Ansættelser, der venter på et ja; til huse uden en anden, der kan sige det."""
    django_ready("jobs")
    from landfast.access.actor import SYSTEM
    from landfast.access.session import acting
    from landfast.journeys import second_yes
    from landfast.kernel.refusals import Refusal

    try:
        with acting(SYSTEM):
            if agree:
                click.echo(f"{second_yes.agree_for_house(agree)} er ansat.")
            for one in second_yes.all_waiting():
                click.echo(f"{one.id}  {one.name}, {one.role_name}, {one.unit}")
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from refusal


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
    from landfast.journeys.found_organisation import found_organisation
    from landfast.kernel.refusals import Refusal
    from landfast.people.actions import Founding

    what = Founding(name, OrganisationKind(kind), unit, administrator, username or "")
    try:
        with acting(SYSTEM):
            made = found_organisation(actor=SYSTEM, what=what)
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from refusal
    click.echo(f"{name} er oprettet. {administrator} er administrator.")
    click.echo(f"Kode til at forbinde et login: {made.code}")
    if made.password:
        click.echo(f"Adgangskode til at begynde med: {made.password}")


@command.command("keeper")
@click.argument("person", type=click.UUID)
def keeper(person: UUID) -> None:
    """Gør PERSON til systemadministrator: må begynde organisationer i browseren."""
    django_ready("jobs")
    from landfast.access.actor import SYSTEM
    from landfast.access.session import acting
    from landfast.journeys.found_organisation import appoint_keeper
    from landfast.kernel.ids import PersonId
    from landfast.kernel.refusals import Refusal

    try:
        with acting(SYSTEM):
            name = appoint_keeper(person_id=PersonId(person))
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from refusal
    click.echo(f"{name} er systemadministrator.")
