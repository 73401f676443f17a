"""`landfast shell`: Python with Landfast loaded."""

import click

from landfast.jobs.start import django_ready


@click.command("shell")
def command() -> None:
    """Åbn Python med Landfast indlæst."""
    django_ready()
    from django.core.management import call_command

    call_command("shell")
