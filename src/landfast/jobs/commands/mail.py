"""`landfast mail take`: answers of calendar programs, from a pipe or a Maildir."""

import sys
from pathlib import Path

import click

from landfast.jobs.start import django_ready


@click.group("mail")
def command() -> None:
    """Mail, der kommer ind."""


@command.command("take")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Læs alle nye mails i en Maildir, og slet dem.",
)
def take(folder: Path | None) -> None:
    """Læs svar på mødeindkaldelser: én mail fra standard input, eller alle i en mappe."""
    django_ready("jobs")
    from django.db import transaction

    from landfast.jobs.invitations import read_folder, take_mail

    if folder:
        counted = read_folder(folder)
    else:
        with transaction.atomic():
            counted = {take_mail(sys.stdin.buffer.read()).value: 1}
    counts, others = counted.pop("counts", 0), sum(counted.values())
    click.echo(f"Svar, der tæller: {counts}. Andre mails: {others}.")
