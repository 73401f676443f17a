"""Whose word it is, alike on every screen; and a session that ends while the meeting runs."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.meetings.rules import TurnKind
from tests.browser.conftest import DESK, PASSWORD, PHONE, Site
from tests.factories.meetings import running_meeting, say
from tests.factories.town import build_town
from tests.web.meetings.test_whose_words import WORDS, another_wrote, room, speakers

pytestmark = pytest.mark.browser


def at_the_table(site: Site, name: str):
    """Karen's large page and Jytte's phone, while Bo has the word."""
    town = build_town()
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    site.account(town.karen, f"karen-{name}")
    site.account(met.lived.citizen, f"jytte-{name}")
    karen, jytte = site.signed_in(f"karen-{name}", DESK), site.signed_in(f"jytte-{name}", PHONE)
    karen.goes_to(reverse("hold_meeting", args=[met.course_id, met.id]))
    jytte.goes_to(reverse("my_room", args=[met.course_id, met.id]))
    return met, karen, jytte


def box(leader):
    """Where the leader writes what is said."""
    return leader.page.locator(".lf-room-say textarea")


def logged_out(someone):
    """The session has ended: the browser's own cookie is worth nothing any more."""
    someone.page.context.clear_cookies(name="sessionid")


def logs_in(someone, name: str):
    """Through the door, in the same browser."""
    someone.writes("Brugernavn", name).writes("Adgangskode", PASSWORD)
    someone.page.get_by_role("main").get_by_role("button", name="Log ind", exact=True).click()


def test_the_leader_who_writes_sees_the_hand_and_both_screens_say_the_same(site: Site):
    met, karen, jytte = at_the_table(site, "haand")
    jytte.sees_in(".lf-turn-name", "Bo Bostøtte")
    # given Karen in the middle of Bo's words, when Jytte raises her hand on her phone
    box(karen).fill(WORDS)
    jytte.touches_button("Ræk hånden op")
    # then both screens say that Bo speaks and she is next, and nothing typed has moved
    jytte.sees_in(".lf-room-hand", "Du får ordet, når Bo Bostøtte er færdig.")
    jytte.sees_in(".lf-turn-name", "Bo Bostøtte").finds_no_barrier()
    karen.sees_in("#room-hand", "har rakt hånden op.")
    karen.sees_in("#room-hand", "får ordet, når Bo Bostøtte er færdig.")
    karen.sees_in(".lf-turn-name", "Bo Bostøtte").finds_no_barrier()
    expect(box(karen)).to_have_value(WORDS)
    karen.keeps_a_picture("hand-while-writing")
    # when Karen presses what the page offers her, they are Bo's, and Jytte has the word
    karen.touches_button("Gem, og giv Jytte ordet").sees_in(".lf-turn-name", "Jytte")
    assert [who for who, _kind in speakers(met)] == ["Bo Bostøtte"]
    expect(box(karen)).to_have_value("")
    jytte.sees_in(".lf-room-hand", "Du har ordet nu.")
    expect(jytte.page.get_by_role("button", name="Ræk hånden op")).to_have_count(0)


def test_the_large_page_follows_what_is_written_elsewhere_and_keeps_what_is_typed(site: Site):
    met, karen, _jytte = at_the_table(site, "foelger")
    # given nothing typed, when Bo's words are written on the phone, the page follows by itself
    another_wrote(met)
    karen.sees_in(".lf-turn-name", "Jytte").sees_in("#room-side", "Fra telefonen")
    say(met, TurnKind.NO_ANSWER)
    karen.sees_in(".lf-turn-name", "Anna")
    # given Anna's words half typed, when they are written elsewhere too
    box(karen).fill(WORDS)
    say(met, TurnKind.INPUT, "Det samme", met.guests["anna"])
    karen.sees_in("#room-side", "Det samme")
    expect(box(karen)).to_have_value(WORDS)
    karen.touches_button("Gem, og giv Jytte ordet")
    # then they are Anna's still, and say so
    karen.sees("Ordene her er Anna").finds_no_barrier().keeps_a_picture("words-left")
    expect(box(karen)).to_have_value(WORDS)
    karen.touches_button("Gem som Anna").sees_in("#room-side", WORDS)
    assert {who for who, _kind in speakers(met)} == {room_name(met, "anna")}


def test_words_typed_without_a_net_come_back_under_the_name_they_were_typed_under(site: Site):
    met, karen, _jytte = at_the_table(site, "uden-net")
    karen.page.context.set_offline(True)
    karen.sees("Skriv videre her")
    part = karen.page.locator("[data-without-net]")
    part.locator("select[name=seat]").select_option(label=room_name(met, "anna"))
    part.locator("textarea").fill(WORDS)
    karen.page.context.set_offline(False)
    expect(box(karen)).to_have_value(WORDS)
    another_wrote(met)
    karen.touches_button("Gem, og giv Jytte ordet")
    karen.sees("Gem som Anna").touches_button("Gem som Anna")
    expect(box(karen)).to_have_value("")
    assert {who for who, _kind in speakers(met)} == {room_name(met, "anna")}


def room_name(met, guest):
    """The name of somebody at the table."""
    guests = room(met).meeting.guests
    return next(one.name for one in guests if one.id == met.guests[guest])


def test_a_hand_raised_after_the_session_has_ended_is_sent_when_she_is_back(site: Site):
    met, _karen, jytte = at_the_table(site, "ude")
    logged_out(jytte)
    jytte.touches_button("Ræk hånden op")
    # then her page says so, with the way in, and not that it waits for the net
    jytte.sees_in("[data-logged-out]", "Du er logget ud").finds_no_barrier()
    expect(jytte.page.locator("[data-waiting] > p")).to_be_hidden()
    jytte.keeps_a_picture("logged-out-hand")
    jytte.follows("Log ind igen")
    logs_in(jytte, "jytte-ude")
    expect(jytte.page).to_have_url(re.compile("/rum/mit/$"))
    jytte.sees_in(".lf-room-hand", "Din hånd er oppe")
    assert room(met).meeting.hand_up is True


@pytest.mark.parametrize("presses", ["Gem, og giv Jytte ordet", "Log ind igen"])
def test_the_leader_whose_session_has_ended_loses_no_word(site: Site, presses):
    name = "leder-ude" if presses == "Log ind igen" else "leder-gemmer"
    met, karen, _jytte = at_the_table(site, name)
    box(karen).fill(WORDS)
    logged_out(karen)
    if presses == "Log ind igen":
        karen.sees_in("[data-logged-out]", "Du er logget ud").finds_no_barrier()
        karen.follows(presses)
    else:
        karen.touches_button(presses)
    logs_in(karen.sees("Du var logget ud"), f"karen-{name}")
    expect(box(karen)).to_have_value(WORDS)
    karen.touches_button("Gem, og giv Jytte ordet").sees_in(".lf-turn-name", "Jytte")
    assert [who for who, _kind in speakers(met)] == ["Bo Bostøtte"]
