"""One mail becomes one answer to one invitation, or a code that says why it is none.

Nothing is believed here: who answered, to what, and whether it still counts, is for the rules of
meetings (`meetings.rules.inviting`). What is not clear is no answer.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from typing import Any

from icalendar import Calendar, Event

LARGEST = 1_000_000
PARTS = 50
LONGEST_COMMENT = 300
KINDS = ("text/calendar", "application/ics")


class Odd(StrEnum):
    """Why a mail is no answer to an invitation."""

    TOO_LARGE = "too_large"
    NO_CALENDAR = "no_calendar"
    BROKEN = "broken"
    OTHER_METHOD = "other_method"
    NOT_ONE = "not_one"
    DELEGATED = "delegated"
    NO_TIME = "no_time"


class Word(StrEnum):
    """What an answer says."""

    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    PROPOSES = "proposes"


@dataclass(frozen=True)
class Heard:
    """What a calendar program says that somebody has answered."""

    uid: str
    attendee: str
    word: Word
    sequence: int
    stamp: datetime
    comment: str = ""
    starts_at: datetime | None = None
    minutes_long: int | None = None


def read(mail: bytes) -> Heard | Odd:
    """The answer in a mail. Forwarded mails inside it are not looked into."""
    if len(mail) > LARGEST:
        return Odd.TOO_LARGE
    try:
        part = _calendar_part(message_from_bytes(mail, policy=policy.default))
        if part is None:
            return Odd.NO_CALENDAR
        calendar = Calendar.from_ical(_bytes(part))
        return _answer(calendar, part.get_param("method"))
    except Exception:  # anybody can send one: what a parser breaks on is read once, as no answer
        return Odd.BROKEN


def _calendar_part(mail: Any) -> EmailMessage | None:
    parts = _own_parts(mail)
    for kind in KINDS:
        for part in parts:
            if part.get_content_type() == kind:
                return part
    return None


def _own_parts(mail: Any) -> list[EmailMessage]:
    """The parts of this mail itself, the outermost first."""
    found: list[EmailMessage] = []
    waiting = [mail]
    while waiting and len(found) < PARTS:
        part = waiting.pop(0)
        found.append(part)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting.extend(part.get_payload())
    return found


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _answer(calendar: Any, told_method: object) -> Heard | Odd:
    method = str(calendar.get("method", "")).upper()
    if method not in {"REPLY", "COUNTER"} or str(told_method or method).upper() != method:
        return Odd.OTHER_METHOD
    events = [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    if len(events) != 1 or "RECURRENCE-ID" in events[0] or "RRULE" in events[0]:
        return Odd.NOT_ONE
    [event] = events
    attendees = _all(event, "attendee")
    if len(attendees) != 1:
        return Odd.NOT_ONE
    return _said(event, attendees[0], is_counter=method == "COUNTER")


def _said(event: Event, attendee: Any, *, is_counter: bool) -> Heard | Odd:
    status = str(attendee.params.get("PARTSTAT", "")).upper()
    if status == "DELEGATED" or "DELEGATED-TO" in attendee.params:
        return Odd.DELEGATED
    word = Word.PROPOSES if is_counter else _WORDS.get(status)
    stamp = _instant(event.get("dtstamp"))
    if word is None or stamp is None:
        return Odd.BROKEN
    starts, minutes = _time(event) if is_counter else (None, None)
    if is_counter and (starts is None or minutes is None):
        return Odd.NO_TIME
    address = re.sub(r"^mailto:", "", str(attendee), flags=re.IGNORECASE)
    return Heard(
        str(event["uid"]).strip(), address.strip().casefold(), word,
        int(event.get("sequence", 0)), stamp, _comment(event), starts, minutes,
    )  # fmt: skip


_WORDS = {word.name: word for word in (Word.ACCEPTED, Word.TENTATIVE, Word.DECLINED)}


def _all(event: Event, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _comment(event: Event) -> str:
    """What somebody wrote along. Outlook writes it into the description's place; that is ours."""
    return " ".join(" ".join(str(one) for one in _all(event, "comment")).split())[:LONGEST_COMMENT]


def _time(event: Event) -> tuple[datetime | None, int | None]:
    """When, and how many minutes. A time without a zone that is known is no time."""
    starts, ends = _instant(event.get("dtstart")), _instant(event.get("dtend"))
    lasts = getattr(event.get("duration"), "dt", None)
    if starts and ends is None and isinstance(lasts, timedelta):
        ends = starts + lasts
    if starts is None or ends is None:
        return None, None
    return starts, int((ends - starts).total_seconds() // 60)


def _instant(value: Any) -> datetime | None:
    found = getattr(value, "dt", None)
    if not isinstance(found, date) or not isinstance(found, datetime) or found.tzinfo is None:
        return None
    return found.astimezone(UTC)
