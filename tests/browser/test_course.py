"""A course from the choice of a coordinator to the way back; cover in two touches (moment 8)."""

import os
from pathlib import Path

import pytest

from landfast.course.actions.coordinator import name_second
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from tests.browser.conftest import DESK, PHONE, Site, Someone
from tests.factories.courses import assessed_course, started_course
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def sees_well(someone: Someone, name: str) -> None:
    """No barrier; pictures are taken when a folder for them is named."""
    someone.finds_no_barrier()
    if folder := os.environ.get("LANDFAST_SCREENS"):
        for size in (PHONE, DESK):
            someone.page.set_viewport_size(size)
            path = Path(folder) / f"{name}-{size['width']}.png"
            someone.page.screenshot(path=path, full_page=True)
        someone.page.set_viewport_size(PHONE)


@pytest.fixture(scope="module")
def town(site: Site):
    town = build_town()
    for name in ("karen", "mads", "dorte"):
        site.account(getattr(town, name), name)
    return town


def test_from_the_choice_of_a_coordinator_to_the_end(site: Site, town):
    # given a citizen who has been offered a course
    lived = assessed_course(town, "Jytte Jensen")
    here = f"/forloeb/{lived.id}/"
    # when the daily lead opens it, then the one next step is a coordinator
    lead = site.signed_in("dorte", DESK)
    lead.goes_to(here).sees("Vælg en koordinator til Jytte")
    sees_well(lead, "course-before-start")
    lead.follows("Vælg koordinator og makker").sees("Navnene står i alfabetisk orden")
    sees_well(lead, "choose-coordinator")
    lead.page.get_by_role("radio", name="Karen Koordinator").first.check(force=True)
    lead.writes("Hvorfor netop denne?", "Jytte kender hende fra caféen")
    lead.ticks("Den, jeg vælger, er spurgt og har sagt ja")
    lead.page.locator("input[name=second]").nth(2).check(force=True)
    lead.touches_button("Vælg koordinator").sees("Jytte har nu en koordinator.")
    # and the coordinator writes the citizen's own words with her
    karen = site.signed_in("karen", DESK)
    karen.goes_to(here).sees("Tal med Jytte om, hvad de andre skal vide")
    sees_well(karen, "course-start")
    karen.follows("Skriv det med borgerens ord")
    sees_well(karen, "profile")
    karen.touches_button("Noget").sees("Energien er noteret")
    karen.writes("Med borgerens egne ord", "Jeg vil helst tale om formiddagen.")
    karen.touches_button("Gem ordene").sees("Jeg vil helst tale om formiddagen.")
    karen.opens("Mere, du kan gøre").touches_button("Begynd netværksmøderne").sees(
        "Netværksmøderne er begyndt."
    )
    for page in ("pause", "sket/ny", "overdrag", "stop", "flytning", "doedsfald", "lovbestemt"):
        karen.goes_to(f"{here}{page}/")
        sees_well(karen, page.replace("/", "-"))
    # when they are done, then the closing says who carries on and how to come back
    karen.goes_to(f"{here}afslutning/").writes("Hvorfor begynder", "Målene er nået")
    karen.touches_button("Begynd afslutningen").sees("Skriv afslutningen")
    karen.follows("Skriv afslutningen")
    sees_well(karen, "close")
    karen.touches_button("Afslut forløbet").sees("Vi kunne ikke gemme det endnu")
    karen.writes("Det blev gjort", "Bolig og læge").writes("Hvem går videre", "Bo kommer tirsdage")
    karen.writes("Sådan kommer borgeren tilbage", "Ring til koordinatorteamet")
    karen.page.get_by_label("Borgeren ville hellere").check(force=True)
    karen.touches_button("Afslut forløbet").sees("Døren står åben et halvt år")
    lead.goes_to(here).sees("Åbn forløbet igen")
    sees_well(lead, "course-closed")


def test_the_lead_sees_who_has_nobody_and_hands_many_over(site: Site, town):
    # given courses of Karen, and one of Nina, who is lost without warning
    for name in ("Carl Carlsen", "Dagny Dam"):
        started_course(town, name)
    started_course(town, "Erik Eg", by=town.nina)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.nina.person_id, loss=Loss.LEAVE)
    lead = site.signed_in("dorte", DESK)
    lead.goes_to("/overblik/").sees("Erik Eg er uden koordinator.")
    sees_well(lead, "overview")
    lead.follows("Åbn forløbet").sees("Ledig: der er ingen koordinator lige nu")
    sees_well(lead, "course-vacant")
    lead.goes_to("/overblik/").follows("Karen Koordinator").sees("Dagny Dam")
    lead.page.get_by_label("Carl Carlsen").check(force=True)
    lead.page.get_by_label("Dagny Dam").check(force=True)
    lead.page.get_by_label("Hvem skal spørges?").select_option(label="Mads Makker (har 0)")
    lead.writes("Hvorfor?", "Karen går på barsel").touches_button("Spørg om at tage forløbene")
    lead.sees("Sådan gik det").sees("Carl Carlsen: Mads Makker er spurgt")
    sees_well(lead, "hand-over-many")


def test_karen_is_sick_at_seven_and_mads_covers_in_two_touches(site: Site, town):
    # given Karen's courses, with Mads as the second whom the citizens have met
    for name in ("Anna Ask", "Bent Berg"):
        lived = started_course(town, name)
        with as_(town.karen):
            name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    # when Mads, on the bus, opens his list and touches twice
    mads = site.signed_in("mads", PHONE)
    mads.goes_to("/mine-borgere/").sees("Anna Ask")
    sees_well(mads, "my-citizens")
    before = mads.touches
    mads.follows("Er Karen Koordinator væk? Dæk alle forløbene")
    sees_well(mads, "cover")
    mads.touches_button("Dæk alle forløbene i dag").sees("Det hører op af sig selv.")
    assert mads.touches - before == 2
    # then the course says who covers
    mads.follows("Anna Ask").sees("Dækker for koordinatoren til og med")
    sees_well(mads, "course-covered")
