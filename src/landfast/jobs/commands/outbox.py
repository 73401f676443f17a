"""`landfast outbox`: send now what waits, and say what came of it."""

import click

from landfast.jobs.start import django_ready


@click.command("outbox")
def command() -> None:
    """Send de beskeder, der venter, og vis, hvordan det gik."""
    django_ready("jobs")
    from landfast.jobs.outbox import empty
    from landfast.messages.rules import DeliveryState

    counted = empty()
    sent, waiting, dead = (
        counted.get(state, 0)
        for state in (DeliveryState.SENT, DeliveryState.WAITING, DeliveryState.DEAD)
    )
    click.echo(f"Sendt: {sent}. Prøves igen: {waiting}. Opgivet: {dead}.")
