"""A meeting lived in the browser: prepared on a phone, held by keyboard, written down."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.meetings.rules import Stage
from tests.browser.conftest import DESK, PASSWORD, Site, Someone
from tests.factories.meetings import prepared_meeting, running_meeting
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def enters(site: Site, name: str, path: str, size: dict[str, int] | None = None) -> Someone:
    """Somebody signs in and comes straight to a page."""
    someone = site.visitor(size)
    someone.goes_to(f"/log-ind/?naeste={path}")
    someone.writes("Brugernavn", name).writes("Adgangskode", PASSWORD)
    return someone.touches_button("Log ind")


def test_a_bad_day_takes_one_touch_and_bo_answers_in_one(site: Site):
    # given a meeting that has been called
    town = build_town()
    met = prepared_meeting(town, call=True)
    for actor, name in ((met.lived.citizen, "jytte"), (town.bo, "bo")):
        site.account(actor, name)
    # when Jytte cannot come, then one touch says so, and nobody asks why
    page = reverse("attend_otherwise", args=[met.course_id, met.id])
    jytte = enters(site, "jytte", page).sees("Ingen spørger hvorfor").finds_no_barrier()
    before = jytte.touches
    jytte.touches_button("Ring mig op i stedet").sees("du er med på telefon")
    assert jytte.touches - before == 1
    # and Bo, who has to come, is counted on; one touch says that he is there by telephone
    bo = enters(site, "bo", reverse("invitations")).sees("Du har mødepligt").finds_no_barrier()
    bo.touches_button("Jeg er med på telefon").sees("På telefon")


def test_the_room_is_used_by_keyboard_and_the_citizen_gets_the_word_after_each(site: Site):
    # given a meeting at its first theme
    town = build_town()
    met = running_meeting(town, Stage.THEMES)
    site.account(town.karen, "karen2")
    room = reverse("hold_meeting", args=[met.course_id, met.id])
    karen = enters(site, "karen2", room, DESK).sees("Hvad vil du sige om »")
    karen.finds_no_barrier()
    # when Karen writes what Jytte said and goes on by keyboard alone
    words(karen, "Jeg sover kun to timer")
    # then it is Bo's turn, and Jytte comes right after him
    karen.sees("Jytte får ordet").sees("Jeg sover kun to timer")
    words(karen, "Vi kan komme om aftenen")
    karen.sees("Passer det? Vil du svare eller rette?").finds_no_barrier()
    # and a pass is a touch without words
    karen.touches_button("Intet svar i dag").sees("Anna Afsnit")
    expect(karen.page, "the room is swapped, not left").to_have_url(re.compile(f"{room}$"))


def words(someone: Someone, text: str) -> None:
    """Write at the table and press the first button by keyboard."""
    field = someone.page.get_by_label("Hvad blev der sagt?")
    field.focus()
    someone.page.keyboard.type(text)
    someone.page.keyboard.press("Tab")
    with someone.changes_the_room():
        someone.page.keyboard.press("Enter")
