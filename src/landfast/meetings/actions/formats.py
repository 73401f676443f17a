"""Formats as they are shipped, and as an organisation makes them its own (mødeformer)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.meetings import models
from landfast.meetings.queries.forms import form_of
from landfast.meetings.rules.formats import Form, as_rows, shipped


@action(asks=False)
def load_shipped_formats(*, actor: Actor | None = None) -> int:
    """The twelve formats as shipped; again and again gives the same (domain A12, product C1).

    Asks nobody: it is part of setting up, and a format says nothing about any citizen. What has
    changed since becomes a new version; meetings keep the one that they were begun with.
    """
    there = {row.code: row for row in models.Format.objects.filter(replaced_at=None)}
    for code, given in shipped().items():
        row = there.get(code)
        if row is None or form_of(row) != given:
            put(given, instead_of=row)
    record(actor, "meetings.formats_loaded", count=len(shipped()))
    return len(shipped())


def put(
    form: Form, *, instead_of: models.Format | None = None, of: UUID | None = None
) -> models.Format:
    """A version of a format; the one before it stays for the meetings that were begun with it."""
    if instead_of:
        instead_of.replaced_at = now()
        instead_of.save(update_fields=["replaced_at"])
    row = models.Format(
        code=form.code, origin=form.origin, name=form.name, output=form.output, source=form.source,
        version=instead_of.version + 1 if instead_of else 1, citizen=form.citizen,
        organisation_id=instead_of.organisation_id if instead_of else of,
        agenda_by=form.agenda_by, agenda_when=form.agenda_when,
        agenda_points=list(form.agenda_points), minutes_long=form.minutes_long,
        shortest=form.shortest, longest=form.longest, notice_days=form.notice_days,
        within_days=form.within_days, reflects=form.reflects,
        speaks_first=[one.value for one in form.speaks_first],
        makes_agreements=form.makes_agreements, needs_next_date=form.needs_next_date,
        speaks_responsibility=form.speaks_responsibility, off_screen=form.off_screen,
        created_at=now(), **as_rows(form),
    )  # fmt: skip
    row.save(force_insert=True)
    return row
