"""Besked til dig: a mail when there is news, or a person who says it where no channel leads."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from playwright.sync_api import expect

from landfast.access.links import signed
from landfast.jobs import outbox
from landfast.kernel import postgres
from landfast.kernel.clock import in_denmark, now
from landfast.messages.rules import ADDRESS_LINK
from tests.browser.conftest import DESK, Site
from tests.factories.meetings import prepared_meeting
from tests.factories.town import build_town
from tests.messages.conftest import reconnect

pytestmark = pytest.mark.browser


def test_bo_asks_for_a_mail_and_says_that_the_address_is_his(site: Site):
    # given Bo, who looks into Landfast once a week
    town = build_town()
    site.account(town.bo, "bo")
    bo = site.signed_in("bo")
    # when he opens the page from the foot of any other, he reads what a mail will say
    bo.follows("Besked til dig").sees("Der står aldrig, hvem der skrev").finds_no_barrier()
    # when he writes something that is no address, he is told, and his words are kept
    bo.ticks("Send mig en mail").writes("Din mailadresse", "bo")
    bo.touches_button("Gem, hvordan du får besked").sees("Skriv en mailadresse").finds_no_barrier()
    expect(bo.page.locator("#id_address")).to_have_value("bo")
    # when he writes his address, he is asked to say yes to it by mail
    bo.writes("Din mailadresse", "bo@eksempel.dk")
    bo.touches_button("Gem, hvordan du får besked").sees("Vi har sendt en mail til bo@eksempel.dk")
    bo.finds_no_barrier()
    # when he opens the link of the mail and says yes, then he is told from now on
    bo.goes_to(f"/besked/adresse/{signed(ADDRESS_LINK, str(town.bo.person_id), 'bo@eksempel.dk')}/")
    bo.sees("bo@eksempel.dk").finds_no_barrier()
    bo.touches_button("Ja, det er min adresse").sees("Nu får du besked").finds_no_barrier()
    bo.does_not_see("Er adressen din?")


def emptied() -> None:
    """The jobs' own connection empties the outbox, and gives the place back."""
    before = dict(connection.settings_dict)
    reconnect(postgres.django_database("jobs") | {"NAME": before["NAME"]})
    outbox.empty()
    reconnect(before)


def test_a_moved_meeting_is_said_by_the_coordinator_where_no_channel_leads(site: Site):
    # given Jytte, who has no mail, no telephone, no post and no login, and a meeting
    town = build_town()
    met = prepared_meeting(town, call=True)
    emptied()
    site.account(town.karen, "karen-says")
    karen = site.signed_in("karen-says", DESK)
    karen.goes_to("/mandag/").does_not_see("Sig det")
    # when the coordinator moves the meeting
    later = in_denmark(now() + timedelta(days=9)).replace(hour=14, minute=0)
    karen.goes_to(reverse("prepare_meeting", args=[met.course_id, met.id]))
    karen.writes("Hvornår?", later.strftime("%Y-%m-%dT%H:%M")).touches_button("Gem rammen")
    karen.sees("Rammen er gemt")
    emptied()
    # then Mandag asks her to say it, with what it is, and in one touch it is noted
    karen.goes_to("/mandag/").sees("Mødet har fået en ny tid eller et nyt sted").sees("kl. 14")
    karen.sees("Jytte får ikke beskeder på anden måde").finds_no_barrier()
    karen.touches_button("Sagt").sees("Det er noteret, at det er sagt")
    # and where it was a mistake another touch takes it back; her own page of the course says it too
    karen.touches_button("Fortryd").sees("Det venter igen på at blive sagt")
    karen.sees("Mødet har fået en ny tid eller et nyt sted")
    karen.goes_to(reverse("course", args=[met.course_id])).sees("Sig det til Jytte")
    karen.touches_button("Sagt").sees("Det er noteret, at det er sagt").finds_no_barrier()
    karen.goes_to("/mandag/").does_not_see("Sig det")
