"""What is urgent today, and when it may break the quiet (D8: what is urgent does not wait)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from landfast.kernel.clock import date_in_denmark
from landfast.messages.rules.hours import Hours
from landfast.messages.rules.news import Audience, Happened, audience_of

URGENT_FOR = timedelta(hours=12)
"""After that it is news as all other news; and what begins later and not today is no hurry."""
BY_THEN = timedelta(hours=1)
"""Quiet may be broken for what begins before it ends, or so soon after."""

URGENT: dict[str, Audience] = {
    "meeting.called": Audience(named=("to",), citizen=True),
    "meeting.cancelled": Audience(named=("to",), citizen=True),
    "meeting.participant_removed": Audience(named=("to",)),
    "coordinator.lost": Audience(named=("cover",)),
}
"""Whom it may be urgent for. A meeting: only when it is today; a vacancy always, since the leader
who covers it answers within ten minutes (principle 2)."""
OF_A_MEETING = frozenset({"meeting.called", "meeting.cancelled", "meeting.participant_removed"})


@dataclass(frozen=True)
class Hurry:
    """For whom something is urgent, and the moment that it is about, when it has one."""

    whom: frozenset[UUID] = frozenset()
    about: datetime | None = None


def urgent_for(event: Happened, now: datetime) -> Hurry:
    """For whom an act is urgent today: who would else go to a meeting in vain, or miss it."""
    audience = URGENT.get(event.kind)
    if audience is None or now - event.at > URGENT_FOR:
        return Hurry()
    about = _moment(event) if event.kind in OF_A_MEETING else None
    if event.kind in OF_A_MEETING and not _is_soon(about, now):
        return Hurry()
    return Hurry(audience_of(audience, event), about)


def may_leave_urgent(
    now: datetime, hours: Hours, about: datetime | None, *, is_away: bool = False
) -> bool:
    """Outside quiet hours at once. Within them only for what begins before they end, or within
    the hour after: for a meeting at ten the morning is soon enough.
    """
    if is_away:
        return False
    if not hours.are_quiet(now):
        return True
    return about is not None and about < hours.end_after(now) + BY_THEN


def is_still_urgent(now: datetime, since: datetime, about: datetime | None) -> bool:
    """What is past, or half a day old, is news as all other news and waits for the daily one."""
    return now - since <= URGENT_FOR and (about is None or now < about)


def _moment(event: Happened) -> datetime | None:
    said = event.facts.get("starts_at")
    return datetime.fromisoformat(said) if said else None


def _is_soon(moment: datetime | None, now: datetime) -> bool:
    """Later today in Danish time, or tonight and early tomorrow."""
    if moment is None or moment <= now:
        return False
    return date_in_denmark(moment) == date_in_denmark(now) or moment - now <= URGENT_FOR
