"""Two meetings as one story each, from a wish to a promise that was kept.

On the way: a citizen with a phone, a psychiatrist with a link, an aunt without a login, a leader
who must decide, a net that goes in the middle, and minutes that were wrong and are recalled.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, Site, Someone
from tests.browser.test_journey_meets import ahead, goes_on, on
from tests.browser.test_room_screens import says
from tests.factories.courses import Lived, started_course
from tests.factories.meetings import load_formats
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def around_jytte(site: Site, end: str) -> tuple[Lived, dict[str, Someone]]:
    """Jytte with Bo and Anna in her team and an aunt; Bo has a leader; each with a login."""
    town = build_town()
    load_formats()
    sanne = town.hire("Sanne Social", town.social, "leader")
    lived = started_course(town)
    for helper, role in ((town.bo, "home_support"), (town.anna, "ward_staff")):
        in_the_team(lived, helper, by=town.karen, role=role)
    named_by_citizen(lived, "Min moster Inge")
    people = {"jytte": lived.citizen, "karen": town.karen, "bo": town.bo, "sanne": sanne}
    for name, actor in people.items():
        site.account(actor, f"{name}-{end}")
    sizes = {"karen": DESK}
    return lived, {name: site.signed_in(f"{name}-{end}", sizes.get(name, PHONE)) for name in people}


def she_wishes_and_calls(lived: Lived, jytte: Someone, meeting: str, *guests: str) -> str:
    """Her wish in her own words, and a meeting about it; the address of the meeting."""
    jytte.goes_to(reverse("wish_area", args=[lived.id, "daily_living"]))
    jytte.writes("Dine egne ord", "Jeg vil sove om natten").touches_button("Gem ønsket")
    jytte.goes_to(reverse("meetings", args=[lived.id]))
    jytte.touches_button(f"Forbered {meeting}")
    expect(jytte.page).to_have_url(re.compile("/forbered/$"))
    here = urlsplit(jytte.page.url).path.removesuffix("forbered/")
    if meeting == "Netværksmøde":
        jytte.follows("Skriv et tema")
        jytte.writes("Hvad skal mødet handle om?", "Jeg vil have ro om natten")
        jytte.touches_button("Skriv temaet ned").sees("Temaet er skrevet ned")
    jytte.follows("Vælg en person")
    for guest in guests:
        jytte.picks("Hvem vil du have med?", guest).touches_button("Sæt på listen")
    if meeting != "Netværksmøde":
        card = jytte.looks_at("article", "Anna Afsnit")
        card.locator("select").select_option("reflector")
        card.get_by_role("button", name="Gem rollen").click()
    jytte.follows("Se mødet").finds_no_barrier()
    jytte.follows("Hvor mødet er").writes("Hvor?", "Hjemme hos mig").finds_no_barrier()
    jytte.touches_button("Gem ændringen").sees("Det er gemt").follows("Hvornår mødet er")
    jytte.writes("Hvornår?", ahead(1)).touches_button("Gem ændringen").sees("Det er gemt")
    jytte.touches_button("Indkald mødet").sees("Mødet er indkaldt")
    return here


def a_proposal(karen: Someone, words: str, who: str = "") -> Someone:
    """Karen writes down what somebody at the table could do."""
    if not karen.page.get_by_label("Hvad skal der ske?").first.is_visible():
        karen.opens("Skriv et forslag")
    karen.writes("Hvad skal der ske?", words).writes("Senest hvornår?", on(10))
    if who:
        karen.picks("Hvem gør det?", who)
    return karen


def the_aunt_says_yes_with_a_code(site: Site, karen: Someone) -> None:
    """Her name is chosen, the code is said aloud, and she types it on her own phone."""
    a_proposal(karen, "Sover hos Jytte om fredagen", "moster Inge").ticks(
        "Borgeren har sagt ja til"
    )
    karen.touches_button("Foreslå aftalen").sees("Forslaget er skrevet ned")
    karen.touches_button("Få en kode at sige højt").sees("til mødet slutter").finds_no_barrier()
    code = karen.page.locator(".lf-code").first.inner_text()
    aunt = site.visitor(javascript=False).goes_to("/svar/").writes("Koden", code.lower())
    aunt.touches_button("Vis, hvad jeg er spurgt om").sees("Sover hos Jytte om fredagen")
    aunt.touches_button("Ja, det gør jeg").sees("Det er gjort")


def the_leader_decides(people: dict[str, Someone], room: str) -> None:
    """Bo's promise needs a yes; until then something else holds, and ends with the answer."""
    karen, bo, sanne = people["karen"], people["bo"], people["sanne"]
    a_proposal(karen, "Kommer hver aften klokken ni", "Bo").touches_button("Foreslå aftalen")
    karen.sees("Forslaget er skrevet ned")
    waits = karen.looks_at(".lf-grid > div", "Kommer hver aften klokken ni")
    waits.get_by_role("link", name="Spørg en leder").click()
    karen.follows("Vælg Sanne Social").writes("Hvorfor?", "Det er flere timer, end vi må love")
    karen.writes("Hvad gælder, mens vi venter?", "Ringer hver aften klokken ni")
    karen.picks("Hvem gør det, mens vi venter?", "Bo")
    karen.touches_button("Se, hvad lederen ser").touches_button("Send spørgsmålet")
    karen.sees("Sig det højt:").sees("Mens vi venter").finds_no_barrier()
    bo.goes_to(reverse("my_agreements")).sees("Ringer hver aften klokken ni")
    sanne.goes_to(reverse("my_decisions")).follows("Kommer hver aften").ticks("Ja")
    sanne.writes("Hvorfor?", "Nætterne er det vigtigste").touches_button("Send svaret")
    karen.page.reload()
    karen.sees("Sanne Social: Ja").sees("Gjaldt, mens en leder var spurgt")
    bo.goes_to(reverse("my_agreements")).does_not_see("Ringer hver aften klokken ni")
    bo.follows("Svar på forslaget").touches_button("Sig ja til aftalen").sees("Nu gælder aftalen")
    karen.goes_to(room)


def the_psychiatrist_answers_from_a_link(site: Site, karen: Someone, room: str) -> None:
    """Nobody at the table can promise it: a link goes to the one who can."""
    a_proposal(karen, "Ser på medicinen til natten").touches_button("Foreslå aftalen")
    karen.sees("Forslaget er skrevet ned").sees_in(".lf-room-side", "Ser på medicinen til natten")
    karen.follows("Spørg en uden for Landfast").writes("Hvem spørger I?", "Overlæge Holm")
    karen.ticks("Borgeren har sagt ja til").touches_button("Spørg om aftalen")
    link = urlsplit(karen.page.locator("#new-link").input_value()).path
    holm = site.visitor(javascript=False).goes_to(link).sees("Ser på medicinen til natten")
    holm.touches_button("Ja, det gør jeg").sees("Det er gjort")
    karen.goes_to(room)


def the_meeting_ends(karen: Someone, *, speaks: bool = False) -> None:
    """A round, who is responsible where that is spoken, and a next date."""
    karen.touches_button("Gå til afslutningen").sees("har det sidste ord")
    if speaks:
        karen.writes("Hvem har ansvaret for hvad?", "Bo for aftenerne, Inge for fredagene")
    karen.writes("Næste møde", ahead(42)).touches_button("Slut mødet, og lav referatet")
    karen.sees("vis det til borgeren først")


def she_sees_it_first_and_it_is_sent(people: dict[str, Someone], here: str) -> None:
    """The citizen before all others."""
    karen, jytte = people["karen"], people["jytte"]
    karen.touches_button("Vis det til borgeren").sees("Borgeren ser det først")
    jytte.goes_to(f"{here}mit-referat/").touches_button("Det er set").sees("Nu sender Karen")
    karen.page.reload()
    karen.touches_button("Send referatet ud").sees("Referatet er sendt ud")


def the_wrong_minutes_are_recalled(people: dict[str, Someone], here: str) -> None:
    """They went out with a wrong word: nobody reads them, until the new ones are hers and out."""
    karen, bo = people["karen"], people["bo"]
    she_sees_it_first_and_it_is_sent(people, here)
    bo.goes_to(f"{here}referat/").sees("Kommer hver aften klokken ni")
    karen.opens("Ret eller træk tilbage").writes("Hvorfor?", "Der står en forkert dag")
    karen.touches_button("Træk referatet tilbage").sees("trukket tilbage")
    bo.page.reload()
    bo.sees("Referatet er trukket tilbage").does_not_see("Kommer hver aften klokken ni")
    karen.opens("Ret eller træk tilbage").writes("Hvorfor?", "Dagen er rettet")
    karen.touches_button("Lav en ny udgave").sees("Udgave 2")
    she_sees_it_first_and_it_is_sent(people, here)
    bo.page.reload()
    bo.sees("Kommer hver aften klokken ni").finds_no_barrier()


def it_was_kept(lived: Lived, people: dict[str, Someone]) -> None:
    """Bo tells it in one touch, and her plan says so."""
    bo, jytte = people["bo"], people["jytte"]
    bo.goes_to(reverse("my_agreements")).touches_button("Aftalen er holdt")
    expect(bo.page.get_by_role("button", name="Aftalen er holdt")).to_have_count(0)
    plan = jytte.goes_to(reverse("my_plan")).opens("afslutte")
    plan.sees_in(".lf-promise-lines", "Kommer hver aften klokken ni")
    plan.sees_in(".lf-promise-lines", "Holdt").finds_no_barrier()


def test_a_network_meeting_from_a_wish_to_a_promise_that_was_kept(site: Site):
    # given Jytte, who wishes to sleep, and calls those who can help
    lived, people = around_jytte(site, "netvaerk")
    karen = people["karen"]
    here = she_wishes_and_calls(lived, people["jytte"], "Netværksmøde", "Bo", "moster Inge")
    # when the meeting is held from Karen's phone, and the net goes in the middle
    karen.goes_to(f"{here}rum/").begins_with_all().sees("Læs den højt")
    goes_on(karen)
    goes_on(karen)
    phone = site.signed_in("karen-netvaerk", PHONE).goes_to(f"{here}rum/telefon/")
    says(phone, "Jytte", "Jeg ligger vågen til klokken fire").sees_in("#room-more", "vågen")
    phone.page.context.set_offline(True)
    says(phone, "Bo", "Vi kan ringe om aftenen").sees_in("[data-waiting]", "ringe om aftenen")
    says(phone, "Jytte", "Ja tak")
    # then she is told before she signs out, and nothing is lost when the net is back
    phone.touches_button("Log ud").sees_in("#unsent", "ikke er sendt: 2").finds_no_barrier()
    phone.page.context.set_offline(False)
    phone.sees_in("#room-more .lf-log", "Vi kan ringe om aftenen").sees_in("#room-more", "Ja tak")
    phone.touches_button("Næste tema").sees_in("#room-more .lf-room-list", "Talt om")
    # and an aunt, a leader and a psychiatrist each say yes in their own way
    karen.goes_to(f"{here}rum/").sees("Alle temaer er talt igennem")
    the_aunt_says_yes_with_a_code(site, karen)
    the_leader_decides(people, f"{here}rum/")
    the_psychiatrist_answers_from_a_link(site, karen, f"{here}rum/")
    # and the minutes are hers first, recalled when they were wrong, and what was promised is kept
    the_meeting_ends(karen)
    the_wrong_minutes_are_recalled(people, here)
    it_was_kept(lived, people)


def test_an_open_dialogue_from_a_wish_to_a_promise_that_was_kept(site: Site):
    # given Jytte, who calls those who can help, and Anna, who is to reflect
    lived, people = around_jytte(site, "dialog")
    karen, jytte = people["karen"], people["jytte"]
    meeting = "Netværksmøde i Åben Dialog"
    here = she_wishes_and_calls(lived, jytte, meeting, "Bo", "Anna", "moster Inge")
    # when it is held without a screen, and Jytte's phone has no net as she raises her hand
    karen.goes_to(f"{here}rum/").begins_with_all().sees("Reflekterer")
    karen.touches_button("Begynd samtalen").sees("Læg skærmen væk, og tal sammen")
    jytte.goes_to(f"{here}rum/mit/").page.context.set_offline(True)
    jytte.touches_button("Ræk hånden op").sees_in("[data-waiting]", "Ræk hånden op")
    jytte.page.context.set_offline(False)
    expect(jytte.page.get_by_role("button", name="Tag hånden ned")).to_be_visible()
    # then what was said is written afterwards, each in their own words
    karen.opens("Skriv bagefter, hvad der blev sagt")
    karen.writes("Hvad ville borgeren tale om?", "Mine nætter")
    karen.writes("Det sagde borgeren", "Jeg ligger vågen til klokken fire")
    karen.writes("Det hørte Anna Afsnit", "Jeg hørte, at natten er lang")
    karen.writes("Det svarede borgeren på refleksionen", "Ja, og jeg er alene")
    karen.touches_button("Gem det, der blev sagt").sees("Alle temaer er talt igennem")
    # and an aunt, a leader and a psychiatrist each say yes in their own way
    the_aunt_says_yes_with_a_code(site, karen)
    the_leader_decides(people, f"{here}rum/")
    the_psychiatrist_answers_from_a_link(site, karen, f"{here}rum/")
    # and the minutes are hers first, recalled when they were wrong, and what was promised is kept
    the_meeting_ends(karen, speaks=True)
    the_wrong_minutes_are_recalled(people, here)
    it_was_kept(lived, people)
