"""A meeting on paper is typed in, something in its minutes is covered, and the threads go on."""

from datetime import timedelta

import pytest

from landfast.course.actions import handover
from landfast.kernel.clock import today
from tests.browser.conftest import DESK, Site
from tests.factories.meetings import prepared_meeting
from tests.factories.plan import accepted
from tests.factories.town import as_, build_town
from tests.meetings.test_guests_write import met_with

pytestmark = pytest.mark.browser
SECRET = "Min søster drikker"


def test_what_was_on_paper_stands_in_the_record_of_each(site: Site):
    # given a meeting that was held at a kitchen table without any net
    town = build_town()
    met = prepared_meeting(town, call=True)
    for name, actor in (("jytte", met.lived.citizen), ("karen", met.karen), ("bo", met.bo)):
        site.account(actor, name)
    course = f"/forloeb/{met.course_id}"
    meeting = f"{course}/moeder/{met.id}"
    karen = site.signed_in("karen", DESK, javascript=False)
    karen.goes_to(f"{meeting}/forbered/").follows("Skriv papiret ind")
    # when she types it in, first nothing at all, then without how it goes on
    karen.touches_button("Gem, og lav et udkast").sees("Sæt kryds, eller skriv noget.")
    karen.sees("Sæt kryds, hvis mødet er holdt før tid.").ticks("Mødet er holdt, før")
    karen.ticks("Bo").writes("Det sagde Jytte", f"Jeg sover ikke\n{SECRET}")
    karen.writes("Hvad", "Ringer hver aften").picks("Hvem", "Bo")
    karen.page.locator("#id_a0_due_on").fill((today() + timedelta(days=9)).isoformat())
    karen.touches_button("Gem, og lav et udkast").sees("Skriv en dato, eller sæt kryds herunder.")
    karen.ticks("Der er ikke aftalt et nyt møde").writes("Hvad har I så aftalt?", "Vi ringes ved")
    karen.touches_button("Gem, og lav et udkast")
    # then the minutes say who typed it, and what waits for a yes
    karen.sees("Skrevet ind fra papir af Karen").sees("Forslag, der venter på et ja")
    # when it is out, and something in it is not Jytte's alone
    karen.touches_button("Vis det til borgeren").touches_button("Vi har set det sammen")
    karen.touches_button("Send referatet ud").follows("Dæk noget, eller tag det ud")
    karen.ticks(SECRET).writes("Hvorfor?", "Det handler om en anden")
    karen.touches_button("Lav den nye udgave").sees(f"{SECRET} [udeladt for andre, 1]")
    bo = site.signed_in("bo").goes_to(f"{meeting}/referat/")
    bo.sees("[udeladt 1]").sees("Det handler om en anden").does_not_see(SECRET)
    bo.goes_to("/til-journal/").sees("Referat af et møde").finds_no_barrier()
    # when the threads go to Mads, Jytte reads in kind words what was not finished
    accepted(town, met.lived, met.bo, text="Skriver til banken")
    with as_(met.karen):
        asked = handover.offer(
            actor=met.karen, course_id=met.course_id, taker=town.mads.person_id,
            reason="Mads bor tættere på",
        )  # fmt: skip
    with as_(town.mads):
        handover.accept(actor=town.mads, handover_id=asked)
    jytte = site.signed_in("jytte").goes_to("/mit/folk/")
    jytte.follows("Se, hvem der har hjulpet dig hvornår").sees("Fik trådene af Karen")
    jytte.sees("Skriver til banken (Bo").finds_no_barrier()
    jytte.goes_to(f"{meeting}/mit-referat/").sees("Kopiér referatet").finds_no_barrier()


def test_a_guest_writes_the_minutes_on_her_phone_and_the_citizen_sees_them_first(site: Site):
    town = build_town()
    met = met_with(town, "minute_taker")
    site.account(town.solveig, "solveig")
    solveig = site.signed_in("solveig").goes_to("/invitationer/")
    solveig.follows("Skriv referatet").sees("Du er gæst").finds_no_barrier()
    solveig.writes("Det sagde borgeren", "Jeg vil sove om natten").touches_button("Gem teksten")
    solveig.sees("Referatet er gemt").touches_button("Vis det til borgeren")
    solveig.sees("Borgeren ser det først.").finds_no_barrier()
    site.account(met.lived.citizen, "jytte-two")
    jytte = site.signed_in("jytte-two")
    jytte.goes_to(f"/forloeb/{met.course_id}/moeder/{met.id}/mit-referat/")
    jytte.sees("Jeg vil sove om natten")


def test_the_pages_of_who_leads_have_no_barrier(site: Site):
    town = build_town()
    met = prepared_meeting(town, call=True)
    site.account(met.karen, "karen-two")
    karen = site.signed_in("karen-two", DESK)
    course, there = f"/forloeb/{met.course_id}", f"/forloeb/{met.course_id}/moeder/{met.id}"
    karen.goes_to(f"{there}/papir/").finds_no_barrier()
    karen.goes_to(f"{course}/stafet/").sees("Stafetlog for").finds_no_barrier()
    keeper = town.hire("Olga Organisator", town.social, "org_admin")
    site.account(keeper, "olga")
    olga = site.signed_in("olga", DESK).goes_to(f"/organisation/enhed/{town.social}/journal/")
    olga.sees("Journalens postkasse").finds_no_barrier()
