"""When somebody is taken, out of a calendar of theirs: times only, never what they are about.

A calendar is read as RFC 5545 says; what repeats is counted out by a library that many keep.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from landfast.kernel.clock import DENMARK
from landfast.people.rules.calendars import Taken

SPANS = 5_000
TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
FREE = frozenset({"FREE"})


class Unreadable(Exception):
    """It is not a calendar, or not one that can be read."""


def taken_in(text: bytes, first: date, last: date) -> list[Taken]:
    """When the owner of a calendar is taken from one day to another, run together.

    Cancelled entries, and those marked as free, take nothing. An entry for whole days takes them
    as Danish days; without a mark of its own such an entry is a note, and takes nothing.
    """
    begins, ends = _instant(first), _instant(last + timedelta(days=1))
    try:
        calendar = Calendar.from_ical(text)
        _check_repeats(calendar)
        # by the instant: asked by days, it leaves out what began the evening before
        events = recurring_ical_events.of(calendar).between(begins, ends)
        found = [span for event in events if (span := _span(event))]
        found += [span for part in calendar.walk("VFREEBUSY") for span in _told(part)]
    except Unreadable:
        raise
    except Exception as error:  # whatever stands in a file of others
        raise Unreadable from error
    return _within(together(found), begins, ends)


def together(spans: Iterable[Taken]) -> list[Taken]:
    """Spans that touch each other run together: how many there were is nobody's business."""
    found: list[Taken] = []
    for span in sorted(spans, key=lambda one: (one.starts_at, one.ends_at)):
        if found and span.starts_at <= found[-1].ends_at:
            found[-1] = Taken(found[-1].starts_at, max(found[-1].ends_at, span.ends_at))
        else:
            found.append(span)
    return found


def _within(spans: list[Taken], begins: datetime, ends: datetime) -> list[Taken]:
    cut = [Taken(max(one.starts_at, begins), min(one.ends_at, ends)) for one in spans]
    kept = [one for one in cut if one.starts_at < one.ends_at]
    if len(kept) > SPANS:
        raise Unreadable
    return kept


def _check_repeats(calendar: Any) -> None:
    """An entry that repeats by the second would be counted out until the server falls over."""
    for event in calendar.walk("VEVENT"):
        rules = event.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            if {str(often).upper() for often in rule.get("FREQ", [])} & TOO_OFTEN:
                raise Unreadable


def _span(event: Any) -> Taken | None:
    starts, ends = event["DTSTART"].dt, event["DTEND"].dt
    is_whole_day = not isinstance(starts, datetime)
    shown = str(event.get("TRANSP", "TRANSPARENT" if is_whole_day else "OPAQUE")).upper()
    marked = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    if is_whole_day and marked and marked not in FREE and "TRANSP" not in event:
        shown = "OPAQUE"
    if shown == "TRANSPARENT" or marked in FREE:
        return None
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return None
    return _taken(starts, ends)


def _told(part: Any) -> Iterable[Taken]:
    """The periods of an answer about free and busy (RFC 4791, CalDAV)."""
    lines = part.get("FREEBUSY", [])
    for line in lines if isinstance(lines, list) else [lines]:
        if str(line.params.get("FBTYPE", "BUSY")).upper() in FREE:
            continue
        if span := _taken(line.start, line.end):
            yield span


def _taken(starts: date, ends: date) -> Taken | None:
    span = Taken(_instant(starts), _instant(ends))
    return span if span.starts_at < span.ends_at else None


def _instant(told: date) -> datetime:
    """A time without a zone, and a day, are Danish."""
    if not isinstance(told, datetime):
        return datetime.combine(told, time(), DENMARK)
    return told if told.tzinfo else told.replace(tzinfo=DENMARK)
