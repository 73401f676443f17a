"""`landfast jobs`: the background work."""

import click

from landfast.jobs.start import django_ready, keep_database


@click.command("jobs")
def command() -> None:
    """Kør baggrundsarbejdet, til du standser det med Ctrl-C."""
    django_ready("jobs")
    keep_database()
    from landfast.jobs import shipped
    from landfast.jobs.clock import run_forever

    shipped.load()
    run_forever()
