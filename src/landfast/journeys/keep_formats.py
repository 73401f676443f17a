"""The organisation's ways to meet: what ships with Landfast, and what it has made its own (C1)."""

from dataclasses import dataclass

from landfast.access.actor import Actor
from landfast.access.houses import kept_by
from landfast.access.rules import Permission
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.text import da
from landfast.meetings import queries
from landfast.meetings.queries import FormatRow
from landfast.people import queries as people
from landfast.people.queries import OrganisationRow


@dataclass(frozen=True)
class KeptFormats:
    """One organisation's own formats."""

    organisation: OrganisationRow
    own: list[FormatRow]


def keeps(actor: Actor) -> list[OrganisationRow]:
    """The organisations whose formats the actor keeps."""
    ids = set(kept_by(actor, Permission.FORMATS_KEEP))
    if not ids:
        raise NotAllowed(
            "not_your_formats",
            da("Mødeformer rettes af den daglige leder eller administratoren."),
        )
    return people.organisations(ids)


def see_formats(actor: Actor) -> tuple[list[KeptFormats], list[FormatRow]]:
    """What each has made its own, and what ships."""
    own = [
        KeptFormats(one, [row for row in queries.formats(one.id) if not row.is_shipped])
        for one in keeps(actor)
    ]
    return own, queries.formats()


def see_shipped(actor: Actor, code: str) -> tuple[FormatRow, list[OrganisationRow]]:
    """One to copy, and for whom."""
    houses = keeps(actor)
    row = queries.current(code)
    if row.organisation_id not in {None, *(one.id for one in houses)}:
        raise NotFound
    return row, houses


def see_own(actor: Actor, code: str) -> FormatRow:
    """One of the actor's own organisation's."""
    row = queries.current(code)
    if row.organisation_id not in {one.id for one in keeps(actor)}:
        raise NotFound
    return row
