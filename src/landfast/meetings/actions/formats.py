"""Loading the shipped formats (mødeformer)."""

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.meetings import models
from landfast.meetings.rules.formats import Shipped, shipped


@action(asks=False)
def load_shipped_formats(*, actor: Actor | None = None) -> int:
    """The twelve formats as shipped; again and again gives the same (domain A12, product C1).

    Asks nobody: it is part of setting up, and a format says nothing about any citizen.
    """
    there = {row.code: row for row in models.Format.objects.order_by("code")}
    for code, given in shipped().items():
        row = there.get(code) or models.Format(code=code, created_at=now())
        _fill(row, given)
        row.save(force_insert=code not in there)
    record(actor, "meetings.formats_loaded", count=len(shipped()))
    return len(shipped())


def _fill(row: models.Format, given: Shipped) -> None:
    row.name, row.output, row.source = given.name, given.output, given.source
    row.must_attend = [
        {"roles": sorted(must.roles), "count": must.count, "text": must.text} for must in given.must
    ]
    row.may_attend = list(given.may)
    row.roles = [{"role": role, "text": text} for role, text in given.roles]
    row.agenda_by_citizen, row.agenda_before = given.agenda_by_citizen, given.agenda_before
    row.with_citizen, row.minutes_long = given.with_citizen, given.minutes_long
    row.is_ready = given.is_ready
    row.reflects, row.off_screen = given.reflects, given.off_screen
    row.speaks_responsibility = given.speaks_responsibility
