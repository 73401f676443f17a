"""A unit's record mailbox (journalens postkasse, product D8): told that there is something new.

The mail says nothing: no name, no number, nothing of what. The page behind the link is each
one's own.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from landfast.kernel.addresses import can_be_an_address
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

ADDRESS_MAX = 254


def check_address(address: str) -> None:
    """An empty address turns it off; anything else must be able to take a mail."""
    wanted = address.strip()
    if wanted and (len(wanted) > ADDRESS_MAX or not can_be_an_address(wanted)):
        raise Wrong("no_address", da("Skriv en mailadresse, fx navn@eksempel.dk."), "address")


def may_leave(last_sent_on: date | None, try_at: datetime | None, now: datetime, day: date) -> bool:
    """At most one mail a day, and after a failure not before its next try."""
    return last_sent_on != day and (try_at is None or try_at <= now)


def box_of(unit: UUID, parents: Mapping[UUID, UUID | None], boxes: Iterable[UUID]) -> UUID | None:
    """The unit's own mailbox, or that of the nearest unit above it."""
    known, at = set(boxes), unit
    for _step in parents:
        if at in known:
            return at
        above = parents.get(at)
        if above is None:
            return None
        at = above
    return None
