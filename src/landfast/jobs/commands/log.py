"""`landfast log`: the look log is sealed, and asked whether it is as it was sealed."""

import click

from landfast.jobs.start import django_ready
from landfast.kernel import postgres

SHOWN = 50
WORDS = {
    "changed": "en række er ændret",
    "removed": "en række er fjernet",
    "added": "en række er sat ind bagefter",
    "backdated": "en række er skrevet senere, end den siger",
    "seal_changed": "forseglingen er ændret",
    "seals_missing": "forseglinger før denne mangler",
    "chain_broken": "passer ikke til forseglingen før",
    "head_differs": "hovedet er et andet end det, der er gemt uden for databasen",
    "cut_off": "er gemt uden for databasen, men findes ikke i den: enden er skåret af",
    "head_missing_outside": "mangler uden for databasen",
    "nothing_outside": "intet hoved er gemt uden for databasen",
}


@click.group("log")
def command() -> None:
    """Loggen over, hvem der har kigget: forsegl den, og se, om den er hel."""


@command.command("seal")
def seal() -> None:
    """Forsegl det, der er skrevet til nu (baggrundsarbejdet gør det hvert minut)."""
    django_ready("jobs")
    from landfast.jobs import heads

    click.echo(f"Nye forseglinger: {heads.seal()}.")


@command.command("verify")
def verify() -> int:
    """Se, om loggen er, som den blev forseglet. Slutter med 1, når den ikke er."""
    postgres.url("owner")  # says so at once when its address is missing
    django_ready()
    from django.conf import settings

    from landfast.access.proof import prove
    from landfast.jobs.heads import kept

    proof = prove(kept(settings.LANDFAST_LOG_HEADS))
    click.echo(
        f"Set efter: {proof.seals} forseglinger, {proof.looks} forseglede rækker. "
        f"Endnu ikke forseglet: {proof.unsealed} rækker. "
        f"Slettet med deres forløb efter reglerne: {proof.erased} rækker."
    )
    for found in proof.findings[:SHOWN]:
        row = f", række {found.row}" if found.row else ""
        click.echo(f"Forsegling {found.seal}{row}: {WORDS[found.what]}.")
    if len(proof.findings) > SHOWN:
        click.echo(f"Og {len(proof.findings) - SHOWN} fund mere.")
    click.echo("Loggen er IKKE, som den blev forseglet." if proof.findings else "Loggen er hel.")
    return 1 if proof.findings else 0
