"""The journey begins: from a colleague's worry to a citizen with a coordinator and her own words.

The first of four parts of the journey (screens 1 to 3). Each part starts where the one
before it ended, made by the same actions, so that the parts can be walked side by side.
"""

import pytest
from playwright.sync_api import expect

from landfast.course.rules.words import Outcome
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.courses import Lived, started_course
from tests.factories.referrals import citizen_of, decided
from tests.factories.shipped import load_shipped
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(site: Site):
    town = build_town()
    load_shipped()
    for name in ("bo", "karen", "dorte", "mads"):
        site.account(getattr(town, name), name)
    return town


def test_a_worry_becomes_an_offer_that_two_people_stand_behind(site: Site, town):
    # given Bo, who has asked Sara, and refers her from his telephone
    bo = site.signed_in("bo", PHONE)
    bo.follows("Henvis en borger").sees("Hvad siger borgeren")
    bo.writes("Borgerens navn", "Sara Sund").writes("Borgerens telefon", "22334455")
    bo.writes("Hvad ser du?", "Sara har fem aftaler med fem steder og kommer ikke til nogen.")
    bo.chooses("Penge").chooses("Bolig").chooses("Ring i denne uge")
    bo.chooses("Ja, borgeren vil gerne kontaktes").touches_button("Send henvendelsen")
    # then he has a receipt at once
    bo.sees("Din kvittering er").finds_no_barrier()

    # when Karen takes it, answers each question and proposes
    karen = site.signed_in("karen", DESK)
    karen.follows("Henvendelser").sees("Sara Sund").finds_no_barrier()
    karen.follows("Læs henvendelsen").touches_button("Tag henvendelsen")
    karen.sees("Er det det rette for borgeren?")
    for group in karen.page.locator("main fieldset").all():
        group.get_by_label("Ja", exact=True).check(force=True)
    for reason in karen.page.get_by_label("Hvorfor?").all():
        reason.fill("Det fortæller hun selv.")
    karen.touches_button("Gem svarene").sees("Alle spørgsmål er besvaret.")
    karen.follows("Tilbyd et forløb").writes("Hvad bygger det på?", "Du vil have én at tale med.")
    karen.touches_button("Foreslå det").sees("En kollega skal se på dit forslag.")
    # then she cannot confirm it herself
    expect(karen.page.get_by_role("button", name="Bekræft afgørelsen")).to_have_count(0)

    # when the daily lead confirms, then the next thing is a coordinator
    dorte = site.signed_in("dorte", DESK)
    dorte.follows("Henvendelser").follows("Sara Sund").touches_button("Bekræft afgørelsen")
    dorte.sees("Vælg koordinatoren").finds_no_barrier()


def test_a_coordinator_is_chosen_with_reasons_and_the_citizen_is_made_welcome(site: Site, town):
    # given Jytte, who has been offered a course
    course = decided(town, Outcome.OFFERED)
    site.account(citizen_of(town, course), "jytte")
    jytte = site.signed_in("jytte", PHONE)
    jytte.sees("Du er tilbudt et forløb").sees("Du har ingen koordinator endnu").finds_no_barrier()
    # when the daily lead chooses Karen, with Mads as her second
    dorte = site.signed_in("dorte", DESK).goes_to(f"/forloeb/{course}/")
    dorte.follows("Vælg koordinator og makker").sees("Ingen af dem træffer afgørelser om borgeren")
    dorte.finds_no_barrier()
    dorte.page.get_by_role("radio", name="Karen Koordinator").first.check(force=True)
    dorte.writes("Hvorfor netop denne?", "Jytte kender hende fra caféen")
    dorte.ticks("Den, jeg vælger, er spurgt og har sagt ja")
    dorte.page.get_by_role("group", name="Makker").get_by_label("Mads Makker").check(force=True)
    dorte.touches_button("Vælg koordinator").sees("Jytte har nu en koordinator.")
    # then Jytte's page says welcome, who is there for her, and one next step
    jytte.goes_to("/").sees("Velkommen.").sees("Karen Koordinator").sees("Mads Makker")
    expect(jytte.page.locator("a[href^='tel:']").nth(1)).to_be_attached()
    jytte.finds_no_barrier()
    # and she writes a wish of her own
    jytte.follows("Skriv et ønske").writes("Dine egne ord", "Et sted, hvor jeg kan sove")
    jytte.touches_button("Gem ønsket").sees("Et sted, hvor jeg kan sove").finds_no_barrier()


def test_karen_and_the_citizen_write_what_matters(site: Site, town):
    # given a course that has just begun
    lived: Lived = started_course(town, "Ulla Lund")
    here = f"/forloeb/{lived.id}"
    karen = site.signed_in("karen", DESK).goes_to(f"{here}/")
    # when they go around the areas of life, one at a time, and skip what they like
    karen.goes_to(f"{here}/oensker/").follows("Tal om ønsker").sees("Spring gerne over")
    karen.writes("Borgerens egne ord", "Mit eget sted at bo").touches_button("Gem ønsket")
    karen.sees("Ønsket er gemt").touches_button("Videre til").finds_no_barrier()
    karen.touches_button("Stop her for i dag").sees("Mit eget sted at bo").finds_no_barrier()
    # and write the personal statement, the energy, and how large a meeting may be
    karen.goes_to(f"{here}/om-borgeren/").touches_button("Lidt").sees("Energien er noteret")
    karen.writes("Med borgerens egne ord", "Jeg bliver hurtigt træt. Spørg mig først.")
    karen.writes("Hvor mange må der højst sidde om bordet?", "4").finds_no_barrier()
    karen.touches_button("Gem ordene").sees("Jeg bliver hurtigt træt.").finds_no_barrier()
    # and bring Bo into the team with her yes, and her sister onto the map
    karen.follows("Netværket").follows("Tag en fagperson med").writes("Navn, enhed", "Bo")
    karen.presses("Enter").follows("Vælg Bo Bostøtte").chooses("Ja, sagt mundtligt")
    karen.writes("Hvad hjælper personen med?", "Kommer hver tirsdag med posten").chooses(
        "I nærheden"
    )
    karen.finds_no_barrier().touches_button("Gem borgerens svar").sees("Bo Bostøtte")
    karen.follows("Tilføj en, borgeren nævner").writes("Navn", "Birthe")
    karen.writes("Hvem er det for borgeren?", "Min søster").chooses("Tæt på")
    karen.page.get_by_label("Kreds").first.select_option(label="Familie")
    karen.finds_no_barrier().touches_button("Sæt personen på kortet").sees("Birthe")
    # then the list stands by sphere and closeness, and the meetings can begin
    karen.sees("Familie").sees("Hjælp i hverdagen").finds_no_barrier()
