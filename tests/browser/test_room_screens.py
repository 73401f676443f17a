"""The screens of a meeting: the table's, the leader's, her own; ten minutes without a net (C5)."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.journeys import hold_meeting
from landfast.kernel.clock import today
from landfast.meetings.rules import Stage
from landfast.plan.rules.promise import Terms
from tests.browser.conftest import DESK, PHONE, Site, Someone
from tests.factories.meetings import held_meeting, running_meeting
from tests.factories.plan import accepted
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def says(leader: Someone, who: str, words: str, button: str = "Gem, og gå videre") -> Someone:
    """A note on the leader's phone."""
    leader.picks("Hvem?", who)
    return leader.writes("Hvad blev der sagt?", words).touches_button(button)


def test_the_table_the_leader_and_the_citizen_each_have_a_screen(site: Site):
    # given a meeting that runs, with its three screens
    town = build_town()
    met = running_meeting(town)
    for name, actor in (("karen-bord", town.karen), ("jytte-bord", met.lived.citizen)):
        site.account(actor, name)
    phone, table = site.signed_in("karen-bord", PHONE), site.signed_in("karen-bord", DESK)
    jytte = site.signed_in("jytte-bord", PHONE)
    ids = [met.course_id, met.id]
    phone.goes_to(reverse("leader_phone", args=ids))
    table.goes_to(reverse("table_screen", args=ids))
    # when her phone leads her from the meeting, it shows what happens now
    jytte.goes_to(reverse("prepare_meeting", args=ids))
    expect(jytte.page).to_have_url(re.compile("/rum/mit/$"))
    jytte.sees_in("#room-now", "Hvad vil du sige om »").finds_no_barrier()
    # and what she says is written, the word goes to Bo, and the table sees it
    says(phone, "Jytte", "Jeg sover to timer om natten")
    table.sees_in(".lf-turn", "Bo").finds_no_barrier()
    expect(table.page.get_by_text("Jeg sover to timer")).to_have_count(0)
    # and she raises her hand, which all can see, and gets the word after Bo
    jytte.touches_button("Ræk hånden op").sees_in("#room-now", "Din hånd er oppe")
    table.sees_in("#room-now", "vil gerne sige noget")
    phone.sees_in("#room-now", "har rakt hånden op").finds_no_barrier()
    # and a theme is parked and stays in sight of all
    words = phone.page.locator("#room-more .lf-room-list > li").last
    words.locator("summary").click()
    words.get_by_role("button", name="Gem temaet til senere").click()
    table.sees_in("#room-now", "Gemt til senere")
    jytte.sees_in("#room-now", "Gemt til senere")
    # and she may leave it at listening
    jytte.opens("Hvornår vil du svare?").touches_button("Ikke i dag")
    expect(jytte.page.get_by_role("button", name="Ikke i dag ✓")).to_be_attached()


def test_two_screens_and_ten_minutes_without_a_net_lose_nothing(site: Site):
    # given Karen's phone and her computer, and Bo's phone, in the same meeting
    town = build_town()
    met = running_meeting(town)
    with as_(met.karen):
        hold_meeting.propose(
            actor=met.karen, meeting_id=met.id, maker=met.bo.person_id,
            terms=Terms("Ringer hver aften", practical_problem="Søvn", due_on=today(),
                        follow_up_by=met.karen.person_id, follow_up_on=today()),
        )  # fmt: skip
    for name, actor in (("karen-net", town.karen), ("bo-net", town.bo)):
        site.account(actor, name)
    phone, desk = site.signed_in("karen-net", PHONE), site.signed_in("karen-net", DESK)
    bo = site.signed_in("bo-net", PHONE)
    ids = [met.course_id, met.id]
    for screen in (phone, desk):
        screen.goes_to(reverse("leader_phone", args=ids))
    bo.goes_to(reverse("my_room", args=ids)).sees("Ringer hver aften")
    says(phone, "Jytte", "Jeg sover ikke")
    for screen in (phone, desk):
        screen.sees_in("#room-more", "Jeg sover ikke")
    # when the phones lose the net, and both go on
    for screen in (phone, bo):
        screen.page.context.set_offline(True)
    bo.touches_button("Sig ja til aftalen").sees("Venter på at blive sendt").finds_no_barrier()
    phone.opens("Ret noten").writes("Noten", "Jeg sover to timer").touches_button("Gem noten")
    says(phone, "Bo", "Jeg kan ringe klokken ni")
    expect(phone.page.locator("[data-waiting-list] li")).to_have_count(2)
    phone.sees_in("[data-waiting]", "Jeg kan ringe klokken ni").finds_no_barrier()
    # and meanwhile, on the computer, note, turn and proposal are changed too
    desk.opens("Ret noten").writes("Noten", "Jeg sover slet ikke").touches_button("Gem noten")
    desk.sees_in("#room-more .lf-log", "Jeg sover slet ikke")
    desk.picks("Hvem?", "Anna").touches_button("Giv ordet").sees_in(".lf-turn", "Anna")
    desk.touches_button("Træk forslaget tilbage").sees_in("#room-more", "Ikke længere ønsket")
    # and the net is back
    for screen in (bo, phone):
        screen.page.context.set_offline(False)
    bo.sees_in("[data-told]", "Mødelederen ser begge dele")
    # then each of the three stands side by side, and nothing was changed
    expect(phone.page.locator(".lf-beside .lf-card")).to_have_count(3)
    for title in ("Den samme note er rettet", "Ordet var givet videre", "Forslaget var ændret"):
        phone.sees_in(".lf-beside", title)
    phone.sees_in("#room-more .lf-log", "Jeg sover slet ikke").finds_no_barrier()
    expect(phone.page.locator("[data-waiting]")).to_be_hidden()
    # and Karen chooses
    phone.touches_button("Behold begge").sees_in("#room-more .lf-log", "Jeg sover to timer")
    expect(phone.page.locator(".lf-beside .lf-card")).to_have_count(2)
    phone.touches_button("Skriv det ind nu").sees_in("#room-more .lf-log", "klokken ni")
    phone.touches_button("Spørg igen")
    expect(phone.page.locator(".lf-beside")).to_have_count(0)
    # and Bo is asked anew: nobody says yes for him
    bo.sees_in("#room-now", "Venter på ja fra")
    bo.touches_button("Sig ja til aftalen").sees_in("#room-now", "Aftalt")


def says_no(leader: Someone, promise: str, why: str) -> None:
    """Its maker has told that it was not kept, and why."""
    card = leader.looks_at(".lf-mine", promise)
    card.locator("summary", has_text="Ikke holdt, fordi").click()
    card.locator("textarea").fill(why)
    card.get_by_role("button", name="Gem: ikke holdt").click()


def test_since_last_is_told_without_a_net_and_stands_beside_what_was_told_meanwhile(site: Site):
    # given Karen's phone and her computer at "Siden sidst", and two promises of Bo's
    town = build_town()
    met = running_meeting(town, Stage.FOLLOW_UP)
    for words in ("Ringer hver aften", "Følger med i banken"):
        accepted(town, met.lived, met.bo, text=words)
    site.account(town.karen, "karen-sidst-net")
    phone, desk = (site.signed_in("karen-sidst-net", size) for size in (PHONE, DESK))
    for screen in (phone, desk):
        screen.goes_to(reverse("leader_phone", args=[met.course_id, met.id]))
        screen.sees("Ringer hver aften").sees("Følger med i banken")
    # when the phone has no net, both are told there, and one on the computer too
    phone.page.context.set_offline(True)
    says_no(phone, "Ringer hver aften", "Nummeret var skiftet")
    phone.looks_at(".lf-mine", "Følger med").get_by_role("button", name="siger: holdt").click()
    expect(phone.page.locator("[data-waiting-list] li")).to_have_count(2)
    phone.sees_in("[data-waiting]", "Nummeret var skiftet").finds_no_barrier()
    phone.keeps_a_picture("since-last-waits")
    says_no(desk, "Følger med", "Banken var lukket")
    desk.sees_in(".lf-room-promises", "sagt af Bo Bostøtte")
    # then the one is told, and the other stands beside what was told meanwhile
    phone.page.context.set_offline(False)
    phone.sees_in(".lf-beside", "Det var allerede fortalt, hvordan det gik")
    expect(phone.page.locator(".lf-beside .lf-card")).to_have_count(1)
    phone.sees_in(".lf-beside", "Banken var lukket").sees_in(".lf-beside", "Holdt: Følger med")
    told = desk.page.get_by_text("Aftalen blev ikke holdt – sagt af Bo Bostøtte")
    expect(told).to_have_count(2)
    phone.finds_no_barrier().keeps_a_picture("since-last-beside")
    phone.touches_button("Jeg har set det")
    expect(phone.page.locator(".lf-beside")).to_have_count(0)


def test_words_that_wait_outlive_that_the_page_is_closed(site: Site):
    # given a phone that lost its net with a note in it
    town = build_town()
    met = running_meeting(town)
    site.account(town.karen, "karen-luk")
    phone = site.signed_in("karen-luk", PHONE)
    room = reverse("leader_phone", args=[met.course_id, met.id])
    phone.goes_to(room).page.context.set_offline(True)
    says(phone, "Jytte", "Ord uden net").sees_in("[data-waiting]", "Ord uden net")
    # then no word of it lies readable in the browser
    kept = phone.page.evaluate(
        """async () => { const base = await new Promise((yes) => {
             const asked = indexedDB.open("landfast-room");
             asked.onsuccess = () => yes(asked.result) });
           const rows = await new Promise((yes) => {
             const all = base.transaction("acts").objectStore("acts").getAll();
             all.onsuccess = () => yes(all.result) });
           return rows.map((row) => Object.keys(row).sort().join() + " "
             + new TextDecoder().decode(row.sealed)).join() }"""
    )
    assert kept.startswith("iv,meeting,n,sealed")
    assert "Ord uden net" not in kept
    # and when the page is opened again with a net, it is sent
    phone.page.goto("about:blank")
    phone.page.context.set_offline(False)
    phone.goes_to(room).sees_in("#room-more", "Ord uden net")


def test_she_says_with_a_face_how_it_was_and_the_team_sees_it_over_time(site: Site):
    # given a meeting that has been held
    town = build_town()
    met = held_meeting(town)
    site.account(met.lived.citizen, "jytte-puls")
    site.account(town.karen, "karen-puls")
    pulse = reverse("pulse", args=[met.course_id, met.id])
    jytte = site.signed_in("jytte-puls", PHONE).goes_to(pulse).sees("Du behøver ikke svare")
    # when she presses two of three faces
    jytte.finds_no_barrier().page.get_by_text("Ja, helt").first.click()
    jytte.page.get_by_text("Kun lidt").last.click()
    jytte.touches_button("Gem mit svar").sees("Tak for dit svar").finds_no_barrier()
    # then the team sees it as a picture, and as words
    karen = site.signed_in("karen-puls", DESK).goes_to(pulse).sees("Møderne over tid")
    expect(karen.page.locator(".lf-pulse-hers")).to_have_count(2)
    karen.sees_in("table", "Ja, helt").finds_no_barrier()
