"""A hand-over is a period, not an instant (lessons 2): the former coordinator can finish."""

from datetime import date, datetime, timedelta

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

OVERLAP_DAYS = 14
OVERLAP_MAX = 28


def overlap_until(accepted_on: date, days: int = OVERLAP_DAYS) -> date:
    """The last day on which the former coordinator can read: two weeks unless agreed otherwise."""
    return accepted_on + timedelta(days=days)


def check_overlap(days: int) -> None:
    """The overlap is short: afterwards the access really ends (lessons 2)."""
    if not 0 <= days <= OVERLAP_MAX:
        raise Wrong("overlap_too_long", da("Vælg højst 28 dage."), "overlap_days")


def is_told_of(since: datetime, *, seen_at: datetime | None, met_at: datetime | None) -> bool:
    """A new coordinator (ny koordinator) is told of until she has read it, or they have met (D)."""
    return not any(moment and moment >= since for moment in (seen_at, met_at))
