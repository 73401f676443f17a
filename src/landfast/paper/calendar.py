"""Calendar files (iCalendar, RFC 5545; invitations by iTIP, RFC 5546): a time, and nobody's name.

A calendar is shared with colleagues, shown on a wall and read aloud by a car. So an entry says that
there is a meeting and when; who it is about, the place and the kind of meeting stand on a page that
the entry opens for nobody without a login. Times are UTC: no zone's rules have to agree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress, vText

PRODUCT = "-//Landfast//Landfast//DA"
SUMMARY = "Møde"
"""All that a calendar shows. Even a kind of meeting may be a diagnosis to who knows."""
REFRESH = timedelta(hours=4)


class Method(StrEnum):
    """What a calendar mail asks the receiving program to do (RFC 5546 §1.4)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    DECLINE_COUNTER = "DECLINECOUNTER"


@dataclass(frozen=True)
class Entry:
    """A meeting as a calendar knows it."""

    uid: str
    starts_at: datetime
    minutes_long: int
    link: str = ""
    """A page behind a login, or nothing: who sees the calendar is not who was invited."""
    sequence: int = 0
    is_cancelled: bool = False


@dataclass(frozen=True)
class Parties:
    """Where an answer goes, and whose invitation it is. One each: guests do not see each other."""

    organizer: str
    attendee: str


def invitation(entry: Entry, parties: Parties, method: Method, stamp: datetime) -> bytes:
    """One invitation, update, cancellation, or no to another time, for one person."""
    event = _event(entry, stamp)
    event.add("organizer", _address(parties.organizer, CN="Landfast"))
    event.add("attendee", _attendee(parties.attendee, method))
    event["status"] = "CANCELLED" if method is Method.CANCEL else "CONFIRMED"
    calendar = _calendar()
    calendar.add("method", method.value)
    return _with(calendar, [event])


def feed(entries: Iterable[Entry], stamp: datetime) -> bytes:
    """One's own meetings to subscribe to: nobody attends, so that no program mails anybody."""
    events = [_event(entry, stamp) for entry in entries]
    calendar = _calendar()
    calendar.add("x-wr-calname", "Landfast")
    calendar.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    return _with(calendar, events)


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _with(calendar: Calendar, events: list[Event]) -> bytes:
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", entry.sequence)
    starts = entry.starts_at.astimezone(UTC)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=entry.minutes_long))
    event.add("summary", SUMMARY)
    if entry.link:
        event.add("description", f"Sted og svar: {entry.link}")
        event.add("url", entry.link)
    else:
        event.add("description", "Stedet står i mailen fra Landfast.")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event


def _address(address: str, **parameters: str) -> vCalAddress:
    found = vCalAddress(f"mailto:{address}")
    for name, value in parameters.items():
        found.params[name] = vText(value)
    return found


def _attendee(address: str, method: Method) -> vCalAddress:
    if method is Method.REQUEST:
        return _address(
            address,
            ROLE="REQ-PARTICIPANT",
            PARTSTAT="NEEDS-ACTION",
            RSVP="TRUE",
            CUTYPE="INDIVIDUAL",
        )
    return _address(address, ROLE="REQ-PARTICIPANT", CUTYPE="INDIVIDUAL")
