"""My meetings in my own calendar: an address that I make and close, and that names nobody."""

import re
from datetime import datetime, timedelta

import icalendar
from django.test import Client
from django.urls import reverse

from landfast.kernel.clock import now
from landfast.login.models import Identity
from landfast.meetings import actions
from landfast.messages import actions as messages
from tests.factories.logins import connects
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_
from tests.web.conftest import enter


def made(client: Client) -> str:
    """The address, as the page shows it once."""
    page = client.post(reverse("my_feed")).content.decode()
    [found] = re.findall(r"(/besked/kalender/[\w-]+\.ics)", page)
    return found


def events(address: str) -> list[icalendar.Event]:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(answer.content).walk("VEVENT")


def span(address: str) -> tuple[datetime, timedelta]:
    [one] = events(address)
    return one["dtstart"].dt, one["dtend"].dt - one["dtstart"].dt


def test_my_meetings_are_times_without_a_name(town):
    met = prepared_meeting(town, call=True)
    addresses = {who: made(enter(who)) for who in (met.bo, met.karen, met.lived.citizen, town.mads)}
    found = {who: events(address) for who, address in addresses.items()}
    assert [len(found[who]) for who in (met.bo, met.karen, met.lived.citizen, town.mads)] == [
        1,
        1,
        1,
        0,
    ]
    text = b"".join(Client().get(address).content for address in addresses.values()).decode()
    hers = (
        "Jytte",
        "Hjemme",
        "Bo",
        "Karen",
        "ATTENDEE",
        "ORGANIZER",
        str(met.id),
        str(met.course_id),
    )
    assert [word for word in hers if word in text.replace("PRODID:-//Landfast", "")] == []
    assert len({str(one["uid"]) for rows in found.values() for one in rows}) == 3
    with as_(met.lived.citizen):
        actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
    [gone] = events(addresses[met.bo])
    assert (gone["uid"], gone["status"]) == (found[met.bo][0]["uid"], "CANCELLED")


def test_a_time_that_waits_for_her_yes_stands_in_no_calendar(town):
    met = prepared_meeting(town, call=True)
    addresses = [made(enter(who)) for who in (met.bo, met.karen, met.lived.citizen)]
    before = [span(address) for address in addresses]
    moved = frame(starts_at=now() + timedelta(days=12), minutes_long=35)
    with as_(met.karen):
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
    assert [span(address) for address in addresses] == before
    with as_(met.lived.citizen):
        actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
    new = (moved.starts_at.replace(microsecond=0), timedelta(minutes=35))
    assert [span(address) for address in addresses] == [new] * 3


def test_an_address_is_shown_once_and_ends_when_it_is_closed_or_made_anew(town):
    client = enter(town.bo)
    first = made(client)
    assert first not in client.get(reverse("my_feed")).content.decode()
    second = made(client)
    assert Client().get(first).status_code == 404
    assert events(second) == []
    assert client.post(reverse("close_feed")).status_code == 302
    assert Client().get(second).status_code == 404
    assert Client().get(reverse("calendar_feed", args=["x"])).status_code == 404


def test_who_comes_in_by_a_provider_alone_has_the_address_too(town):
    met = prepared_meeting(town, call=True)
    her = met.lived.citizen
    connects(her)
    with as_(her):
        key = messages.open_feed(actor=her)
    assert len(events(reverse("calendar_feed", args=[key]))) == 1
    with as_(her):
        Identity.objects.update(ended_at=now())
    assert Client().get(reverse("calendar_feed", args=[key])).status_code == 404
