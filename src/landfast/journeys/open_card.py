"""Whoever holds a citizen's card opens the code on it: whom to ring, and who picks up now (B3)."""

from uuid import UUID

from landfast.access.action import journey
from landfast.course.actions.card import open_by_code
from landfast.journeys.whom_to_ring import WhomToRing, whom_to_ring


@journey
def open_card(*, code: UUID) -> WhomToRing | None:
    """Name and number, and who picks up now; None when the code opens nothing any more."""
    held = open_by_code(code=code)
    if held is None:
        return None
    return whom_to_ring(held)
