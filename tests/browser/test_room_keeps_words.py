"""In the room, words in one field outlive a press on another, with script and without."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.meetings import running_meeting
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_words_in_one_field_outlive_a_press_on_another(site: Site, javascript: bool):
    # given a meeting that runs, and Karen who has begun to write a proposal and a theme
    town = build_town()
    met = running_meeting(town)
    name = f"karen-ord-{javascript}".lower()
    site.account(town.karen, name)
    karen = site.signed_in(name, PHONE if javascript else DESK, javascript=javascript)
    karen.goes_to(reverse("hold_meeting", args=[met.course_id, met.id]))
    karen.opens("Skriv et forslag").writes("Hvad skal der ske?", "Ringer til udlejer")
    karen.opens("Skriv et nyt tema").writes("Hvad skal det handle om?", "Mine penge")
    # when Jytte says something meanwhile, and it is written down at once
    karen.writes("Hvad blev der sagt?", "Jeg sover to timer")
    karen.touches_button("Gem, og giv ordet videre").sees("Det, der blev sagt, er skrevet ned.")
    # then what was begun stands there, and says that it is a draft
    expect(karen.page.get_by_label("Hvad skal der ske?")).to_have_value("Ringer til udlejer")
    expect(karen.page.get_by_label("Hvad skal det handle om?")).to_have_value("Mine penge")
    expect(karen.page.get_by_label("Hvad blev der sagt?")).to_have_value("")
    karen.sees("Det, du skrev sidst, står her endnu.")
    if javascript:  # axe is a script
        karen.finds_no_barrier()
    # and Enter in a line sends no words of another field
    karen.writes("Hvad blev der sagt?", "Halve ord")
    karen.page.get_by_label("Hvad skal det handle om?").press("Enter")
    if javascript:
        karen.sees("Temaet er skrevet ned.")
    else:
        karen.sees("Det, du skrev sidst, står her endnu.")
    expect(karen.page.get_by_label("Hvad blev der sagt?")).to_have_value("Halve ord")
    # and an earlier step of the meeting is one press away, as is the way back
    karen.touches_button("Gå til: Ramme").sees("Læs den højt")
    karen.touches_button("Gå til: Siden sidst").sees("Hvordan gik det, der var aftalt?")
    karen.touches_button("Gå til: Temaer")
    expect(karen.page.get_by_label("Hvad blev der sagt?")).to_have_value("Halve ord")
