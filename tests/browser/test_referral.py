"""From a number left by a neighbour and a colleague's referral to an answer by two."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from landfast.course.actions import callback
from landfast.kernel import clock
from landfast.web.course import strangers
from tests.browser.conftest import DESK, PHONE, Site, Someone
from tests.factories.referrals import some_citizen
from tests.factories.shipped import load_shipped
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def sees_well(someone: Someone, name: str) -> Someone:
    """No barrier; pictures are taken when a folder for them is named."""
    someone.finds_no_barrier()
    if folder := os.environ.get("LANDFAST_SCREENS"):
        for size in (PHONE, DESK):
            someone.page.set_viewport_size(size)
            path = Path(folder) / f"{name}-{size['width']}.png"
            someone.page.screenshot(path=path, full_page=True)
    return someone


@pytest.fixture(scope="module")
def town(site: Site):
    town = build_town()
    load_shipped()
    town.jytte = some_citizen()
    for name in ("bo", "karen", "dorte", "jytte"):
        site.account(getattr(town, name), name)
    return town


def test_a_neighbour_asks_to_be_rung_without_login_and_without_script(site: Site, town):
    # given a neighbour with a telephone and no script
    neighbour = site.visitor(javascript=False)
    neighbour.goes_to("/ring-mig-op/").sees("Vil du have, at vi ringer?")
    # when it is about somebody else, then only the own number and an area can be written
    neighbour.follows("Det handler om en, jeg kender").sees("Skriv kun dit eget nummer")
    expect(neighbour.page.locator("main input[type=text]:visible").nth(2)).to_have_count(0)
    with clock.at(clock.now() - timedelta(minutes=1)):  # it takes them a minute
        begun = strangers.stamp()
    neighbour.page.locator("[name=stamp]").evaluate("(field, at) => { field.value = at }", begun)
    neighbour.writes("Dit eget telefonnummer", "20 30 40 50").chooses("Bolig")
    # then a receipt comes at once
    neighbour.touches_button("Bed os ringe").sees("Din kvittering er")
    # and the pages have no barrier
    stranger = site.visitor()
    sees_well(stranger.goes_to("/ring-mig-op/"), "callback-choice")
    sees_well(stranger.goes_to("/ring-mig-op/?om=mig"), "callback-me")
    sees_well(stranger.goes_to("/ring-mig-op/?om=en-anden"), "callback-other")
    stranger.touches_button("Bed os ringe").sees("Vi kunne ikke gemme det endnu")
    sees_well(stranger, "callback-missing")
    sees_well(stranger.goes_to("/ring-mig-op/tak/BK7-M4P2/"), "callback-receipt")


def test_an_employee_refers_and_two_decide(site: Site, town):
    # given somebody who waits to be rung
    with as_(None):
        callback.leave(
            unit_id=town.coordination, source="x", phone="20304051", area="housing",
            about_self=True, name="Ole",
        )  # fmt: skip
    # and an employee who has asked the citizen
    bo = site.signed_in("bo")
    bo.goes_to("/henvis/").sees("Hvad siger borgeren")
    sees_well(bo, "refer")
    bo.writes("Borgerens navn", "Jonas Holm").writes("Borgerens telefon", "22334455")
    bo.writes("Hvad ser du?", "Jonas har ikke åbnet sin post i et halvt år.")
    bo.chooses("Penge").chooses("Bolig").chooses("Ring i denne uge")
    bo.chooses("Ja, borgeren vil gerne kontaktes")
    bo.touches_button("Send henvendelsen").sees("Din kvittering er")
    sees_well(bo, "receipt")
    # and of another who was not asked, he says who will
    bo.goes_to("/henvis/").writes("Borgerens navn", "Ulla Lund").writes(
        "Borgerens telefon", "33445566"
    )
    bo.writes("Hvad ser du?", "Ulla sover i sin bil.").chooses("Ring i dag")
    bo.chooses("Borgeren er ikke spurgt endnu")
    bo.page.get_by_label("Hvem spørger borgeren?").select_option(label="Jeg spørger selv")
    bo.touches_button("Send henvendelsen").sees("Venter på borgerens svar")
    sees_well(bo, "receipt-waits")
    sees_well(bo.goes_to("/henvis/mine/").sees("Spørg Ulla Lund"), "my-referrals")
    sees_well(bo.follows("Skriv svaret").sees("Et nej er et helt almindeligt svar"), "ask")

    # when a coordinator opens the list, then the one next thing is the new referral
    karen = site.signed_in("karen", DESK)
    karen.goes_to("/henvendelser/").sees("Tag henvendelsen om Jonas Holm.")
    sees_well(karen, "intake")
    sees_well(karen.follows("Skriv, hvad der skete"), "call-back")
    karen.goes_to("/henvendelser/").follows("Læs henvendelsen")
    sees_well(karen, "referral")
    karen.touches_button("Tag henvendelsen").sees("Er det det rette for borgeren?")
    sees_well(karen, "assess")
    # and she answers each question with a reason, and proposes
    for group in karen.page.locator("fieldset").all():
        group.get_by_label("Ja", exact=True).check(force=True)
    for reason in karen.page.get_by_label("Hvorfor?").all():
        reason.fill("Det fortæller han selv.")
    karen.touches_button("Gem svarene").sees("Alle spørgsmål er besvaret.")
    sees_well(karen, "assess-answered")
    karen.follows("Sig nej, og peg på noget andet")
    sees_well(karen, "decline")
    karen.page.go_back()
    karen.follows("Skriv på venteliste")
    sees_well(karen, "wait")
    karen.page.go_back()
    karen.follows("Tilbyd et forløb").writes(
        "Hvad bygger det på?", "Du vil gerne have samling på det."
    )
    karen.touches_button("Foreslå det").sees("En kollega skal se på dit forslag.")
    sees_well(karen, "proposed-own")
    # then a second pair of eyes confirms, and the next thing is a coordinator
    dorte = site.signed_in("dorte", DESK)
    dorte.goes_to("/henvendelser/").follows("Jonas Holm")
    sees_well(dorte.sees("bekræft det, hvis du er enig"), "proposed")
    dorte.touches_button("Bekræft afgørelsen").sees("er tilbudt et forløb. Vælg koordinatoren.")
    sees_well(dorte, "offered")


def test_the_citizen_asks_for_a_course_herself(site: Site, town):
    jytte = site.signed_in("jytte")
    sees_well(jytte.goes_to("/henvis-mig/").sees("Bed om et forløb"), "refer-self")
    jytte.writes("Dit navn", "Jytte Jensen").writes("Dit telefonnummer", "22334455")
    jytte.chooses("Ring i denne uge").touches_button("Bed os ringe")
    sees_well(jytte.sees("Tak. Vi har fået din besked"), "self-receipt")
    sees_well(jytte.goes_to("/henvis-mig/").sees("Du behøver ikke skrive igen"), "have-you")
    with as_(town.jytte):
        assert town.jytte.is_citizen
