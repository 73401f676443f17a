"""In bed, Thursday 08:40, a bad day, meeting at ten (moment 4)."""

import pytest
from django.urls import reverse

from landfast.plan.actions import report_agreement
from landfast.plan.rules.answering import Report
from landfast.web.spoken import day
from tests.browser.conftest import Site
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.plan import accepted
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_she_cannot_come_and_says_so_in_three_touches(site: Site):
    # given a meeting, a promise that was kept, and somebody who is asked
    town = build_town()
    met = prepared_meeting(town, call=True)
    promise = accepted(town, met.lived, town.bo, text="Ringer til lægen")
    with as_(town.bo):
        report_agreement(actor=town.bo, agreement_id=promise, report=Report.KEPT)
    site.account(met.lived.citizen, "jytte-seng")
    site.account(town.bo, "bo-seng")
    # when she opens her page: she cannot come, and wants to be rung up
    jytte = site.signed_in("jytte-seng")
    jytte.follows("Kan du ikke komme? Sig det her").sees("Ingen spørger hvorfor")
    jytte.touches_button("Ring mig op i stedet").sees("du er med på telefon")
    # then it took no more than three touches, and what was kept still stands
    assert jytte.touches <= 3
    jytte.sees("Det, der er holdt, står stadig").sees("Ringer til lægen").finds_no_barrier()
    # and those who come know at once
    bo = site.signed_in("bo-seng").goes_to(reverse("invitations"))
    bo.sees("er med på telefon").finds_no_barrier()
    # and the other ways are one touch each
    jytte.touches_button("Læs mit ord op").sees("ordet læses op")
    on = day(frame().starts_at)
    jytte.touches_button("Ikke den dag, en anden dag").sees(f"kan ikke {on}")
    bo.goes_to(reverse("invitations")).sees(f"kan ikke {on}")
    # and so is a meeting about one point only
    jytte.follows("Hold mødet uden mig").sees("Det må I tale om uden mig").finds_no_barrier()
    jytte.touches_button("Gem punkterne").sees("kun de aftalte punkter tages")
    # and Bo writes his line before he comes
    bo.follows("Skriv min opgave").writes("Min opgave her", "Nætterne").finds_no_barrier()
    bo.touches_button("Gem min linje").sees("Nætterne")
