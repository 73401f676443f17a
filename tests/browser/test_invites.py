"""An aunt without a login is asked to a meeting, and answers from her mail."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.access.links import signed
from landfast.meetings import actions, models
from landfast.meetings.rules.inviting import LINK
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.meetings import is_over, prepared_meeting
from tests.factories.plan import in_days
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_an_aunt_answers_from_her_mail_and_karen_sees_who_comes_instead(site: Site):
    # given Jytte, who has called a meeting and wants her sister there
    town = build_town()
    met = prepared_meeting(town, call=True)
    site.account(met.lived.citizen, "jytte")
    site.account(town.karen, "karen")
    site.account(town.bo, "bo")
    # when she writes where the invitation goes
    jytte = site.signed_in("jytte")
    jytte.goes_to(f"/forloeb/{met.course_id}/moeder/{met.id}/forbered/")
    jytte.follows("Indkaldelser og svar").sees("Der står ikke, hvem eller hvad")
    jytte.opens("Send indkaldelsen på mail").writes("Mailadresse", "tante")
    jytte.touches_button("Gem adressen").sees("Skriv en mailadresse").finds_no_barrier()
    jytte.writes("Mailadresse", "tante@eksempel.dk")
    jytte.touches_button("Gem adressen").sees("Adressen er gemt.").finds_no_barrier()
    # then the aunt opens the link of her mail, and reads when and where, and not whose it is
    with as_(town.karen):
        key = models.Invite.objects.get(participant_id=met.guests["sister"]).uid
    link = reverse("answer_by_link", args=[signed(LINK, key)])
    aunt = site.visitor().goes_to(link)
    aunt.sees("Karen Koordinator").does_not_see("Jeg vil gerne have ro").finds_no_barrier()
    # when she cannot come, and her husband can, in a browser without a script
    plain = site.visitor(javascript=False).goes_to(link)
    plain.opens("Jeg kan ikke").touches_button("Sig nej til mødet").sees("Skriv kort hvorfor")
    plain.writes("Kommer der en anden i stedet?", "Min mand Per")
    plain.touches_button("Sig nej til mødet").sees("I stedet kommer Min mand Per.")
    # and proposes another time
    another = f"{in_days(90):%Y-%m-%d}T10:00"
    plain.opens("Jeg kan på en anden tid").writes("Hvornår kan du?", another)
    plain.touches_button("Foreslå tiden").sees("Du har foreslået en anden tid:")
    aunt.goes_to(link).sees("Dit svar:").finds_no_barrier()
    # then Karen meets it on Monday, and on the page of the meeting
    karen = site.signed_in("karen").goes_to("/mandag/").sees("1 foreslår en anden tid.")
    karen.finds_no_barrier()
    karen.goes_to(f"/forloeb/{met.course_id}/moeder/{met.id}/indkaldelser/")
    karen.sees("Foreslår Min mand Per i stedet.").sees("Svarede fra mailen").finds_no_barrier()
    karen.touches_button("Behold tiden").sees("Mødet bliver, hvor det var.")
    karen.does_not_see("Foreslår en anden tid")


def test_the_aunt_says_with_faces_how_it_was(site: Site):
    # given a meeting that she was asked to by mail, and that is over
    town = build_town()
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        actions.set_address(
            actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"],
            address="tante@eksempel.dk",
        )  # fmt: skip
    with as_(town.karen):
        key = models.Invite.objects.get(participant_id=met.guests["sister"]).uid
    is_over(met, met.guests["sister"])
    # when she opens the same link, in a browser without a script
    link = reverse("answer_by_link", args=[signed(LINK, key)])
    aunt = site.visitor(javascript=False).goes_to(link).sees("Du behøver ikke svare")
    aunt.page.get_by_text("Ja, helt").first.click()
    aunt.touches_button("Gem mit svar").sees("Tak for dit svar")
    # then it stands there when she comes back, and nothing of whose it is
    for size in (PHONE, DESK):
        back = site.visitor(size).goes_to(link).sees("Tak for dit svar").does_not_see("Jytte")
        back.finds_no_barrier().keeps_a_picture(str(size["width"]))


def test_bo_takes_his_meetings_into_his_own_calendar(site: Site):
    # given Bo, who looks into his own calendar only
    bo = site.signed_in("bo").goes_to("/besked/").follows("Møder i min kalender")
    bo.sees("Der står ingen navne.").finds_no_barrier()
    # when he makes an address, it is shown, once
    bo.touches_button("Lav min adresse").sees("Her er din adresse").finds_no_barrier()
    expect(bo.page.locator("#feed")).to_have_value(re.compile(r"\.ics$"))
    bo.goes_to("/besked/kalender/").does_not_see("Her er din adresse")
    # when he closes it, it is gone
    bo.touches_button("Luk adressen").sees("Adressen virker ikke længere.").sees("Lav min adresse")
