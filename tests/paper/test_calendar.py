"""Calendar files that others read: two parsers, and a real CalDAV server with its client."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import caldav
import icalendar
import pytest
import vobject
from radicale import Application
from radicale import config as radicale_config

from landfast.paper.calendar import Entry, Method, Parties, feed, invitation

STAMP = datetime(2026, 11, 30, 9, tzinfo=UTC)
ENTRY = Entry("5f" * 16 + "@landfast", datetime(2026, 12, 4, 9, tzinfo=UTC), 60, "https://x/s/abc")
PARTIES = Parties("svar@eksempel.dk", "grete@eksempel.dk")


def values(raw: bytes) -> dict[str, Any]:
    """The same facts by two libraries that share no code, or the test ends here."""
    one = icalendar.Calendar.from_ical(raw)
    event = one.walk("VEVENT")[0]
    other = vobject.readOne(raw.decode())
    by_icalendar = {
        "method": str(one["method"]), "uid": str(event["uid"]), "sequence": int(event["sequence"]),
        "starts": event["dtstart"].dt, "ends": event["dtend"].dt, "summary": str(event["summary"]),
        "organizer": str(event["organizer"]), "attendee": str(event["attendee"]),
        "status": str(event["status"]), "asks": event["attendee"].params.get("RSVP", ""),
        "class": str(event["class"]), "url": str(event["url"]),
    }  # fmt: skip
    seen = other.vevent
    by_vobject = {
        "method": other.method.value, "uid": seen.uid.value, "sequence": int(seen.sequence.value),
        "starts": seen.dtstart.value, "ends": seen.dtend.value, "summary": seen.summary.value,
        "organizer": seen.organizer.value, "attendee": seen.attendee.value,
        "status": seen.status.value, "asks": "".join(seen.attendee.params.get("RSVP", [])),
        "class": seen.contents["class"][0].value, "url": seen.url.value,
    }  # fmt: skip
    assert by_icalendar == by_vobject
    return by_icalendar


def test_two_parsers_agree_on_an_invitation_its_update_and_its_end():
    asked = values(invitation(ENTRY, PARTIES, Method.REQUEST, STAMP))
    assert asked == {
        "method": "REQUEST", "uid": ENTRY.uid, "sequence": 0, "starts": ENTRY.starts_at,
        "ends": ENTRY.starts_at + timedelta(hours=1), "summary": "Møde",
        "organizer": "mailto:svar@eksempel.dk", "attendee": "mailto:grete@eksempel.dk",
        "status": "CONFIRMED", "asks": "TRUE", "class": "PRIVATE", "url": ENTRY.link,
    }  # fmt: skip
    moved = replace(ENTRY, sequence=1, starts_at=ENTRY.starts_at + timedelta(days=1))
    changed = values(invitation(moved, PARTIES, Method.REQUEST, STAMP))
    assert (changed["uid"], changed["sequence"]) == (ENTRY.uid, 1)
    ended = values(
        invitation(replace(moved, sequence=2, is_cancelled=True), PARTIES, Method.CANCEL, STAMP)
    )
    assert (ended["method"], ended["status"], ended["asks"]) == ("CANCEL", "CANCELLED", "")
    kept = values(invitation(moved, PARTIES, Method.DECLINE_COUNTER, STAMP))
    assert (kept["method"], kept["status"]) == ("DECLINECOUNTER", "CONFIRMED")


def test_who_has_no_login_gets_no_link_that_another_could_open():
    raw = invitation(replace(ENTRY, link=""), PARTIES, Method.REQUEST, STAMP)
    event = icalendar.Calendar.from_ical(raw).walk("VEVENT")[0]
    assert "url" not in event
    assert "http" not in raw.decode()


def test_every_line_ends_as_the_standard_says_and_none_is_too_long():
    raw = invitation(replace(ENTRY, link="https://x/" + "ø" * 200), PARTIES, Method.REQUEST, STAMP)
    lines = raw.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    assert raw.startswith(b"BEGIN:VCALENDAR")
    assert raw.endswith(b"END:VCALENDAR\r\n")


def test_a_feed_has_no_people_and_shows_what_was_cancelled():
    gone = replace(ENTRY, uid="anden@landfast", is_cancelled=True)
    raw = feed([ENTRY, gone], STAMP)
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CANCELLED"]
    assert not {"attendee", "organizer"} & {key.lower() for event in events for key in event}
    assert "method" not in icalendar.Calendar.from_ical(raw)
    assert len(vobject.readOne(raw.decode()).vevent_list) == 2


class Silent(WSGIRequestHandler):
    """Keeps the terminal quiet."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture
def calendar_server(tmp_path: Path) -> Iterator[str]:
    """Radicale, a CalDAV server that others run for their calendars."""
    settings = radicale_config.load()
    settings.update(
        {
            "auth": {"type": "none"},
            "storage": {"filesystem_folder": str(tmp_path), "_filesystem_fsync": "False"},
            "logging": {"level": "critical"},
        },
        "test", privileged=True,
    )  # fmt: skip
    server = make_server("127.0.0.1", 0, Application(settings), handler_class=Silent)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def without_method(raw: bytes) -> str:
    """A program lays an invitation into its calendar without the method (RFC 4791 §4.1)."""
    calendar = icalendar.Calendar.from_ical(raw)
    del calendar["method"]
    return calendar.to_ical().decode()


def test_a_real_calendar_server_takes_the_invitation_its_update_and_its_end(calendar_server):
    with caldav.DAVClient(calendar_server, username="grete", password="x") as client:
        mine = client.principal().make_calendar(name="Arbejde")
        mine.save_event(without_method(invitation(ENTRY, PARTIES, Method.REQUEST, STAMP)))
        moved = replace(ENTRY, sequence=1, starts_at=ENTRY.starts_at + timedelta(days=1))
        mine.save_event(without_method(invitation(moved, PARTIES, Method.REQUEST, STAMP)))
        [event] = mine.events()
        assert event.icalendar_component["dtstart"].dt == moved.starts_at
        found = mine.search(
            start=moved.starts_at, end=moved.starts_at + timedelta(hours=2), event=True
        )
        assert len(found) == 1
        gone = replace(moved, sequence=2, is_cancelled=True)
        mine.save_event(without_method(invitation(gone, PARTIES, Method.CANCEL, STAMP)))
        [event] = mine.events()
        assert str(event.icalendar_component["status"]) == "CANCELLED"
