"""A fresh start (frisk start): older notes stay behind for those who come after (F1)."""

from datetime import date, datetime, time, timedelta

from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import NotAllowed, Wrong
from landfast.kernel.text import da

LONGEST_BACK = timedelta(days=120 * 365)


def check_fresh_start(since: date, today: date, *, by_citizen: bool) -> None:
    """Only the citizen draws the line, at a day that has been: nobody hides from a successor."""
    if not by_citizen:
        raise NotAllowed("hers_alone", da("Det kan kun borgeren selv bestemme."))
    if not today - LONGEST_BACK <= since <= today:
        raise Wrong("no_day", da("Vælg i dag eller en dag, der har været."), "since")


def line_at(since: date, today: date, now: datetime) -> datetime:
    """Today means from this moment: what was written until now stays behind."""
    return now if since == today else datetime.combine(since, time.min, DENMARK)
