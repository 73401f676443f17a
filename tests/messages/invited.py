"""A meeting that has been called: who is invited by mail, and what their mail says."""

from datetime import datetime, time, timedelta
from email.header import decode_header, make_header
from email.message import Message
from typing import Any

import icalendar

from landfast.jobs import invitations
from landfast.kernel import clock
from landfast.meetings import models
from landfast.messages import actions as messages
from landfast.messages.rules import Way
from tests.factories.days import coming_monday
from tests.factories.meetings import Met
from tests.factories.town import as_
from tests.interop.odd import UTC_FORM
from tests.interop.odd import Reply as Answer

MONDAY = coming_monday()
AUNT = "tante@eksempel.dk"


def wants_mail(actor: Any, address: str) -> None:
    with as_(actor):
        messages.choose(
            actor=actor, way=Way.MAIL, address=address, quiet_from=time(20), quiet_until=time(8)
        )
        messages.confirm(actor=actor, address=address)


def calendars(server: Any, address: str) -> list[icalendar.Calendar]:
    """The calendar files that went to an address, in order."""
    return [
        icalendar.Calendar.from_ical(part.get_payload(decode=True))
        for mail in server.mails
        if mail["To"] == address
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]


def said(mail: Message) -> str:
    """The whole mail as it is read."""
    parts = [part.get_payload(decode=True) or b"" for part in mail.walk()]
    return str(mail["Subject"]) + b"".join(parts).decode()


def subjects(server: Any, address: str) -> list[str]:
    mails = [mail for mail in server.mails if mail["To"] == address]
    return [str(make_header(decode_header(mail["Subject"]))) for mail in mails]


def replies(met: Met) -> dict[str, str]:
    with clock.at(MONDAY + timedelta(hours=3)), as_(met.karen):
        rows = models.Participant.objects.filter(meeting_id=met.id)
        found = {row.id: row.reply for row in rows}
    return {name: found[pk] for name, pk in met.guests.items()}


def answer(file: icalendar.Calendar, who: str, **changes: str) -> bytes:
    """What the program of the one invited sends back."""
    event = file.walk("VEVENT")[0]
    given = {
        "uid": str(event["uid"]), "attendee": f"mailto:{who}", "sequence": str(event["sequence"]),
        "stamp": clock.now().strftime(UTC_FORM),
    }  # fmt: skip
    reply = Answer(**{**given, **changes})
    head = f"From: {who}\r\nContent-Type: text/calendar; method={reply.told_method}\r\n\r\n"
    return head.encode() + reply.calendar().encode()


def took(at_work: Any, mail: bytes, at: datetime) -> Any:
    with clock.at(at), at_work():
        return invitations.take_mail(mail)
