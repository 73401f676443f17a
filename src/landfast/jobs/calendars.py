"""Reading people's calendars: what is fetched becomes times, and is forgotten."""

import base64
import logging
from datetime import UTC, datetime, time

from django.conf import settings

from landfast.access.actor import SYSTEM
from landfast.access.session import acting
from landfast.kernel.clock import today
from landfast.kernel.fetching import Asked, Limits, NotFetched, fetch
from landfast.people import calendars
from landfast.people.calendars import Due
from landfast.people.rules.calendars import AHEAD, Taken, Trouble

log = logging.getLogger("landfast.jobs")
QUESTION = """<?xml version="1.0" encoding="utf-8"?>
<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">
<C:time-range start="{first}" end="{last}"/></C:free-busy-query>"""


def read_due() -> int:
    """Read the calendars whose time has come, one after the other; how many were.

    What is fetched is fetched between two transactions: a slow calendar holds no row.
    """
    with acting(SYSTEM):
        calendars.forget_of_those_gone()
        waiting = calendars.due()
    for one in waiting:
        _read(one)
    return len(waiting)


def _read(one: Due) -> None:
    from landfast.people.rules.busy import Unreadable

    try:
        spans = _spans(one)
    except NotFetched as error:
        trouble = Trouble(error.code)
    except Unreadable:
        trouble = Trouble.UNREADABLE
    else:
        with acting(SYSTEM):
            calendars.note_taken(calendar_id=one.id, spans=spans)
        return
    log.info("calendar %s could not be read: %s", one.id, trouble)
    with acting(SYSTEM):
        calendars.note_trouble(calendar_id=one.id, trouble=trouble)


def _spans(one: Due) -> list[Taken]:
    from landfast.people.rules.busy import taken_in

    limits = Limits(inside=settings.LANDFAST_CALENDAR_HOSTS)
    return taken_in(fetch(_question(one), limits), today(), today() + AHEAD)


def _question(one: Due) -> Asked:
    """A feed is fetched; a calendar with a login is asked for free and busy (CalDAV, RFC 4791)."""
    if not one.login:
        return Asked(one.address, headers={})
    first, last = (
        datetime.combine(day, time(), UTC).strftime("%Y%m%dT%H%M%SZ")
        for day in (today(), today() + AHEAD)
    )
    headers = {
        "Authorization": f"Basic {base64.b64encode(one.login.encode()).decode()}",
        "Content-Type": "application/xml; charset=utf-8", "Depth": "1",
    }  # fmt: skip
    body = QUESTION.format(first=first, last=last).encode()
    return Asked(one.address, "REPORT", headers, body)
