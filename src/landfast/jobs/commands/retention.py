"""`landfast retention`: what is kept, what is due, packages for an archive."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import click

from landfast.jobs.refused import Refused
from landfast.jobs.start import django_ready
from landfast.kernel import postgres

AHEAD = 90


@click.group("retention")
def command() -> None:
    """Bevaring og kassation: hvad er afsluttet, blokeret, afleveret og slettet."""


@command.command("report")
@click.option("--days", type=click.IntRange(0, 3660), default=AHEAD, help="Hvor langt frem.")
def report(days: int) -> None:
    """Vis antal for hver organisation, og hvad der sker de næste 90 dage."""
    django_ready("jobs")
    from landfast.access.actor import SYSTEM
    from landfast.access.session import acting
    from landfast.keeping import queries
    from landfast.keeping.rules import KIND_NAMES, STATE_NAMES
    from landfast.kernel.clock import today

    with acting(SYSTEM):
        rows = queries.counted(today() + timedelta(days=days))
    for row in rows:
        more = [f"{row.due} inden {days} dage"] if row.due else []
        more += [f"{row.held} må ikke slettes endnu"] if row.held else []
        told = f" ({', '.join(more)})" if more else ""
        click.echo(
            f"{row.organisation}: {KIND_NAMES[row.kind].lower()}, "
            f"{STATE_NAMES[row.state].lower()}: {row.courses}{told}"
        )
    if not rows:
        click.echo("Intet forløb er afsluttet.")


@command.command("run")
def run() -> int:
    """Tag de skridt, hvis dag er kommet (baggrundsarbejdet gør det selv)."""
    django_ready("jobs")
    from landfast.jobs.keeping import keep

    done = keep()
    click.echo(
        f"Nyt: {done['begun']}. Blokeret: {done['blocked']}. Frigivet til sletning: "
        f"{done['released']}. Slettet: {done['deleted']}. Gik ikke: {done['failed']}."
    )
    return 1 if done["failed"] else 0


@command.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--case", "case_id", type=click.UUID, help="Kun dette; ellers alle.")
def export(folder: Path, case_id: UUID | None) -> int:
    """Læg en arkivpakke i FOLDER for hvert blokeret forløb, der skal afleveres.

    Slutter med 1, når en pakke ikke kunne laves.
    """
    postgres.url("owner")  # says so at once when its address is missing
    django_ready("jobs")
    from landfast.jobs.keeping import pack

    try:
        folder.mkdir(parents=True, exist_ok=True)
        packed = pack(folder, only=case_id)
    except OSError as bad:
        raise Refused(f"Kan ikke skrive i {folder}: {bad.strerror}.") from bad
    for path in packed.made:
        click.echo(f"{path.name}")
    click.echo(f"Pakker: {len(packed.made)}. Gik ikke: {packed.failed}.")
    return 1 if packed.failed else 0


@command.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> int:
    """Se, om en arkivpakke er hel. Slutter med 1, når den ikke er."""
    from landfast.paper.archive_check import check as wrong_with

    wrong = wrong_with(file)
    for one in wrong or ["Pakken er hel."]:
        click.echo(one)
    return 1 if wrong else 0
