"""Ten minutes without a net, and then a no for good: no word is lost, and none waits behind it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.meetings import actions, queries
from landfast.meetings.rules import Stage, ThemeEnd
from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.test_room_screens import says
from tests.factories.meetings import running_meeting
from tests.factories.plan import accepted
from tests.factories.town import as_, build_town
from tests.web.mine.test_new_coordinator import hand_over

pytestmark = pytest.mark.browser


def park_all(met):
    """Somebody closed every theme meanwhile."""
    with as_(met.karen):
        for theme in queries.meeting(met.id).themes:
            actions.end_theme(
                actor=met.karen, meeting_id=met.id, theme_id=theme.id, ended=ThemeEnd.PARKED
            )


def test_words_that_a_rule_refuses_wait_beside_why_and_those_behind_them_go_on(site: Site):
    # given Karen's phone without a net, with two notes; the first is Bo's, before she has spoken
    town = build_town()
    met = running_meeting(town)
    site.account(town.karen, "karen-nej")
    phone = site.signed_in("karen-nej", PHONE)
    phone.goes_to(reverse("leader_phone", args=[met.course_id, met.id]))
    phone.page.context.set_offline(True)
    says(phone, "Bo", "Bo kan ringe klokken ni", "Fælles løsning")
    says(phone, "Jytte", "Jeg sover to timer")
    expect(phone.page.locator("[data-waiting-list] li")).to_have_count(2)
    # when the net is back
    phone.page.context.set_offline(False)
    # then the second is written, and the first waits beside why, and can be copied
    phone.sees_in("#room-more .lf-log", "Jeg sover to timer")
    expect(phone.page.locator("[data-waiting]")).to_be_hidden()
    phone.sees_in(".lf-beside", "Det kunne ikke skrives ind, da det kom")
    phone.sees_in(".lf-beside", "klokken ni").finds_no_barrier()
    phone.keeps_a_picture("refused-beside")
    expect(phone.page.locator(".lf-beside").get_by_text("Kopiér teksten")).to_be_visible()
    # and Karen makes it a note
    phone.touches_button("Gem som note").sees_in("#room-more .lf-log", "klokken ni")


def test_who_has_no_access_any_more_keeps_the_words_and_reads_why(site: Site):
    # given the leader's phone without a net, and a reason and a raised hand pressed on it
    town = build_town()
    met = running_meeting(town, Stage.FOLLOW_UP)
    accepted(town, met.lived, met.bo, text="Ringer hver aften")
    site.account(town.karen, "karen-ude")
    phone = site.signed_in("karen-ude", PHONE)
    phone.goes_to(reverse("leader_phone", args=[met.course_id, met.id]))
    phone.page.context.set_offline(True)
    card = phone.looks_at(".lf-mine", "Ringer hver aften")
    card.locator("summary", has_text="Ikke holdt, fordi").click()
    card.locator("textarea").fill("Nummeret var skiftet")
    card.get_by_role("button", name="Gem: ikke holdt").click()
    phone.touches_button("Jytte rakte hånden op")
    expect(phone.page.locator("[data-waiting-list] li")).to_have_count(2)
    # when she is no longer the coordinator as the net is back
    hand_over(town, met, town.mads)
    phone.page.context.set_offline(False)
    # then the words stand there, with why, and nothing waits behind them
    phone.sees_in("[data-unsent]", "Kunne ikke sendes")
    expect(phone.page.locator("[data-unsent] textarea")).to_have_value("Nummeret var skiftet")
    expect(phone.page.locator("[data-waiting]")).to_be_hidden()
    phone.finds_no_barrier().keeps_a_picture("refused-kept")
    # and they lie until she lets them
    phone.touches_button("Lad det ligge")
    expect(phone.page.locator("[data-unsent]")).to_be_hidden()


def test_without_an_open_theme_the_phone_says_what_to_do_before_anybody_types(site: Site):
    town = build_town()
    met = running_meeting(town)
    site.account(town.karen, "karen-intet-tema")
    phone, desk = (site.signed_in("karen-intet-tema", size) for size in (PHONE, DESK))
    for screen in (phone, desk):
        screen.goes_to(reverse("leader_phone", args=[met.course_id, met.id]))
    # given a note without a net, and every theme parked meanwhile
    phone.page.context.set_offline(True)
    says(phone, "Jytte", "Jeg sover to timer")
    park_all(met)
    phone.page.context.set_offline(False)
    # then the words wait for her, and the form says where a theme is written
    phone.sees_in(".lf-beside", "Jeg sover to timer")
    phone.sees_in("#room-say", "Der er intet åbent tema").finds_no_barrier()
    expect(phone.page.get_by_label("Hvad blev der sagt?")).to_have_count(0)
    phone.keeps_a_picture("no-open-theme")
    desk.sees_in("#room-say", "Der er intet åbent tema").keeps_a_picture("no-open-theme-desk")
    phone.touches_button("Gem som note").sees_in("#room-more .lf-log", "Jeg sover to timer")


@pytest.mark.parametrize("screen", ["hold_meeting", "leader_phone"])
def test_no_script_of_another_page_falls_over_in_the_room(site: Site, screen):
    """The copy on a phone is renewed from here too: nothing before it may stop it."""
    town = build_town()
    met = running_meeting(town)
    name = "karen-falder-ikke" if screen == "hold_meeting" else "karen-heller-ikke"
    site.account(town.karen, name)
    karen = site.signed_in(name, PHONE)
    fell: list[str] = []
    karen.page.on("pageerror", lambda error: fell.append(str(error)))
    karen.goes_to(reverse(screen, args=[met.course_id, met.id]))
    expect(karen.page.locator("[data-unsent]")).to_be_hidden()
    karen.page.wait_for_load_state("networkidle")
    assert fell == []
