"""The room's large page while there is no net: it has the queue of the leader's phone (C5)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.meetings.rules import Stage
from landfast.plan.rules.words import AgreementState
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.meetings import running_meeting
from tests.factories.plan import accepted
from tests.factories.town import build_town
from tests.meetings.test_acts import notes, state_of

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_large_page_goes_on_without_a_net_and_keeps_what_was_begun(site: Site, size):
    # given Karen's large page with half a turn and half a proposal
    town = build_town()
    met = running_meeting(town)
    name = f"karen-stor-{size['width']}"
    site.account(town.karen, name)
    karen = site.signed_in(name, size)
    karen.goes_to(reverse("hold_meeting", args=[met.course_id, met.id]))
    karen.opens("Skriv et forslag").writes("Hvad skal der ske?", "Ringer til udlejer")
    karen.page.get_by_label("Hvad blev der sagt?").locator("visible=true").fill("Jeg sover")
    # when the net goes, she writes on where the words have gone along
    karen.page.context.set_offline(True)
    karen.sees("Skriv videre her").finds_no_barrier()
    words = karen.page.locator("[data-without-net] textarea")
    expect(words).to_have_value("Jeg sover")
    karen.keeps_a_picture("without-net")
    words.fill("Jeg sover to timer")
    karen.touches_button("Gem, og gå videre")
    karen.picks("Hvem?", "Bo")
    words.fill("Jeg kan ringe klokken ni")
    karen.touches_button("Gem, og gå videre")
    expect(karen.page.locator("[data-waiting-list] li")).to_have_count(2)
    words.fill("Halve ord")
    # and when it is back, both are written in order, and what was begun stands there
    karen.page.context.set_offline(False)
    expect(karen.page.locator(".lf-room-side")).to_contain_text("Jeg kan ringe klokken ni")
    expect(karen.page.locator("[data-waiting]")).to_be_hidden()
    expect(karen.page.locator("[data-without-net]")).to_be_hidden()
    assert notes(met) == ["Jeg sover to timer", "Jeg kan ringe klokken ni"]
    expect(karen.page.get_by_label("Hvad skal der ske?")).to_have_value("Ringer til udlejer")
    expect(karen.page.locator(".lf-room-say textarea")).to_have_value("Halve ord")
    karen.sees("Ordene her er Bo Bostøttes. De er ikke gemt endnu.")
    karen.finds_no_barrier().keeps_a_picture("net-again")


def test_a_promise_is_told_about_on_the_large_page_without_a_net(site: Site):
    town = build_town()
    met = running_meeting(town, Stage.FOLLOW_UP)
    promise = accepted(town, met.lived, met.bo, text="Ringer hver aften")
    site.account(town.karen, "karen-stor-sidst")
    karen = site.signed_in("karen-stor-sidst", PHONE)
    karen.goes_to(reverse("hold_meeting", args=[met.course_id, met.id]))
    karen.page.context.set_offline(True)
    part = karen.page.locator("[data-without-net]")
    part.get_by_role("button", name="siger: holdt").click()
    part.get_by_role("button", name="Gå til: Temaer").click()
    expect(karen.page.locator("[data-waiting-list] li")).to_have_count(2)
    karen.finds_no_barrier().keeps_a_picture("told-without-net")
    karen.page.context.set_offline(False)
    expect(karen.page.locator(".lf-room-say textarea")).to_be_visible()
    assert state_of(met, promise) is AgreementState.KEPT


def test_words_typed_and_not_pressed_stay_when_the_net_is_back(site: Site):
    # given two promises to tell about, and no net
    town = build_town()
    met = running_meeting(town, Stage.FOLLOW_UP)
    kept = accepted(town, met.lived, met.bo, text="Ringer hver aften")
    left = accepted(town, met.lived, met.anna, text="Skriver til banken")
    site.account(town.karen, "karen-stor-ord")
    karen = site.signed_in("karen-stor-ord", PHONE)
    karen.goes_to(reverse("hold_meeting", args=[met.course_id, met.id]))
    karen.page.context.set_offline(True)
    part = karen.page.locator("[data-without-net]")
    told = part.locator(".lf-mine")
    told.filter(has_text="ringer hver aften").get_by_role("button", name="siger: holdt").click()
    # when she writes why the other was not kept, and the net is back before she has pressed
    told.filter(has_text="skriver til banken").get_by_text("Ikke holdt, fordi …").click()
    why = part.locator("textarea").locator("visible=true")
    why.fill("Anna har været syg")
    karen.page.context.set_offline(False)
    # then what was pressed is sent, and her words stand, also when she goes on
    expect(karen.page.locator("[data-waiting]")).to_be_hidden()
    room = karen.page.locator("#room")
    expect(room.get_by_role("button", name="siger: holdt")).to_have_count(1)
    expect(part).to_contain_text("Nettet er her igen")
    expect(told.filter(has_text="ringer hver aften").filter(visible=True)).to_have_count(0)
    assert state_of(met, kept) is AgreementState.KEPT
    room.get_by_role("button", name="Gå til temaerne").click()
    expect(karen.page.locator(".lf-room-say textarea")).to_be_visible()
    expect(why).to_have_value("Anna har været syg")
    karen.finds_no_barrier().keeps_a_picture("words-kept")
    # and once pressed they are sent, and the part goes
    part.get_by_role("button", name="Gem: ikke holdt").locator("visible=true").click()
    expect(part).to_have_count(0)
    assert state_of(met, left) is AgreementState.BROKEN
