"""The journey follows up: promises are told about, Monday is quick, cover is two touches.

Screens 5 and 7, and the moments 7 (Monday 08:05) and 8 (the coordinator is sick), with the
touches counted.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from landfast.access.actions import To, grant
from landfast.access.roles import CourseRole
from landfast.course.actions.coordinator import name_second
from landfast.course.queries.holding import holders
from landfast.kernel import clock
from landfast.plan import actions
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.courses import started_course
from tests.factories.plan import accepted, complete, in_days, wished, with_team
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(site: Site):
    town = build_town()
    for name in ("bo", "karen", "mads", "nina"):
        site.account(getattr(town, name), name)
    return town


def give_a_broken_promise(town, lived) -> None:
    """Nina's citizen was promised something by Bo that did not happen."""
    with as_(town.nina):
        to = To(CourseRole.PROFESSIONAL, "Borgeren har valgt det", person=town.bo.person_id)
        grant(town.nina, lived.id, [to])
        made = actions.propose_agreement(
            actor=town.nina, course_id=lived.id, terms=complete(town.nina),
            maker=town.bo.person_id,
        )  # fmt: skip
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=made)
        actions.report_agreement(
            actor=town.bo, agreement_id=made, report=actions.Report.NOT_KEPT, because="Sygdom"
        )


def test_a_promise_is_told_about_in_two_touches_and_a_broken_one_becomes_a_new(site: Site, town):
    # given Bo, who has promised two things to Jytte
    lived = with_team(town, town.bo)
    site.account(lived.citizen, "jytte")
    wish = wished(lived)
    accepted(town, lived, town.bo, text="Følger med i banken", wish_id=wish, practical_problem="")
    accepted(town, lived, town.bo, text="Ringer til udlejer")
    bo = site.signed_in("bo", PHONE).sees("Mine aftaler").finds_no_barrier()
    # when he tells that one was kept, then it takes one touch
    bo.looks_at(".lf-mine", "banken").get_by_role("button", name="Aftalen er holdt").click()
    bo.sees("Det er skrevet ned").goes_to("/mine-aftaler/")
    # and that one was not, two: to fold out, and to send, with a few words between
    before = bo.touches
    bo.opens("Ikke holdt, fordi").writes("Hvad kom i vejen?", "Udlejer tog den ikke")
    bo.touches_button("Gem: ikke holdt").sees("Det er skrevet ned").finds_no_barrier()
    assert bo.touches - before == 2
    # then Karen's Monday page puts it first, and says why
    karen = site.signed_in("karen", DESK).sees("Ring først til").sees("Aftalen blev ikke holdt")
    karen.finds_no_barrier()
    # when they have talked about it, then a new agreement is the next thing
    karen.follows("Skriv, at I har talt om det").sees("talt")
    karen.chooses("Borgeren har sagt ja til, at jeg tog det op").touches_button("Gem samtalen")
    karen.sees("Samtalen er skrevet ned.").goes_to("/mandag/").follows("Foreslå en ny aftale").sees(
        "Foreslå"
    ).finds_no_barrier()
    karen.writes("Hvad skal ske?", "Skriver til udlejer").picks("Hvem skal gøre det?", "Bo")
    karen.writes("Eller: et praktisk problem nu", "Døren kan ikke låses")
    karen.writes("Senest", in_days(7).isoformat())
    karen.touches_button("Foreslå aftalen").sees("Venter på et ja").finds_no_barrier()
    # and Jytte sees what was kept, and what waits for a yes, on her phone
    jytte = site.signed_in("jytte", PHONE).sees("Det har vi aftalt").sees("Skriver til udlejer")
    jytte.follows("Min plan").sees("Følger med i banken").sees("Holdt").finds_no_barrier()


def test_monday_0805_says_without_a_touch_whom_to_call(site: Site, town):
    # given Nina with seven courses, of which six have a promise that was not kept
    names = ("Adam Ask", "Bodil Birk", "Carla Cederskov", "Dan Dahl", "Else Eg", "Finn Fyr")
    for name in names:
        lived = started_course(town, name, by=town.nina)
        give_a_broken_promise(town, lived)
    started_course(town, "Gerda Gran", by=town.nina)
    # when she signs in, then the page is there without another touch
    nina = site.signed_in("nina", DESK).sees("Ring først til")
    assert nina.touches == 0
    # and at most five lines stand there, each with a call button before anything else to press
    lines = nina.page.locator(".lf-call-line")
    expect(lines.nth(2)).to_be_visible()
    expect(lines.nth(5)).to_have_count(0)
    for line in lines.all():
        first = line.locator("a[href], button, summary").nth(1)
        expect(first).to_have_attribute("href", re.compile("^tel:"))
        expect(line.locator(".lf-last-said"), "what was last said stands there").to_have_count(1)
    nina.finds_no_barrier()
    # when she has talked with the first, then that line is gone: nothing handled is left
    first = lines.first.locator(".lf-card-over a").inner_text()
    nina.follows("Skriv, at I har talt om det")
    nina.chooses("Borgeren har sagt ja til, at jeg tog det op").touches_button("Gem samtalen")
    nina.sees("Samtalen er skrevet ned.").goes_to("/mandag/")
    expect(nina.page.locator(".lf-call-line a").get_by_text(first, exact=True)).to_have_count(0)


def test_the_coordinator_is_sick_and_no_citizen_rings_a_dead_number(site: Site, town):
    # given Karen, who is sick this morning, and Mads, whom her citizens have met
    for name in ("Hanne Holt", "Ivar Ibsen"):
        lived = started_course(town, name)
        with as_(town.karen):
            name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    site.account(lived.citizen, "ivar")
    # when Mads, on the bus, opens his list
    mads = site.signed_in("mads", PHONE).goes_to("/mine-borgere/").finds_no_barrier()
    before = mads.touches
    mads.follows("Er Karen Koordinator væk? Dæk alle forløbene")
    mads.touches_button("Dæk alle forløbene i dag").sees("Det hører op af sig selv.")
    # then two touches were enough for all
    assert mads.touches - before == 2
    mads.sees("Mads Makker dækker").finds_no_barrier()
    # and Ivar's page and card show who covers
    ivar = site.signed_in("ivar", PHONE).sees("Mads Makker")
    ivar.sees("Dækker for din koordinator lige nu").finds_no_barrier()
    dead = ivar.page.locator(".lf-person-coordinator a[href^='tel:']")
    expect(dead, "nobody rings who is away").to_have_count(0)
    ivar.follows("Mine folk").follows("Se mit kort").sees("Mads Makker").finds_no_barrier()
    # and when the period is over, the hand-back needs nobody
    with clock.at(clock.now() + timedelta(days=10)), as_(lived.citizen):
        held = holders(lived.id)
        assert (held.deputy, held.holder.name) == (None, "Karen Koordinator")
