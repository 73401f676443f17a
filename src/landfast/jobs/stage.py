"""Letting a person act at a time: how a replay and the demonstration's makers play their parts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from landfast.access.actor import Actor
from landfast.access.session import acting
from landfast.kernel import clock


@contextmanager
def on_stage(actor: Actor | None, moment: datetime) -> Iterator[None]:
    """`actor` acts, and it is `moment`. The database believes a moved clock from jobs only."""
    with clock.at(moment), acting(actor):
        yield
