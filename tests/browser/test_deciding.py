"""Moment 5: in the meeting something lies outside the mandate, and the leader sits elsewhere."""

import pytest

from landfast.directory.actions.mandates import write_mandate
from landfast.directory.rules.mandates import Mandate, Service
from landfast.kernel.clock import today
from tests.browser.conftest import DESK, Site
from tests.factories.plan import priced, with_team
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_a_leader_elsewhere_is_asked_in_five_touches_and_answers_with_a_reason(site: Site):
    # given Bo, who may promise five thousand kroner, and a proposal that costs more
    town = build_town()
    sanne = town.hire("Sanne Social", town.social, "leader")
    with as_(sanne):
        may = Mandate(town.social, "home_support", Service.DAILY, 4000, 12, today())
        write_mandate(actor=sanne, mandate=may)
    lived = with_team(town, town.bo)
    agreement = priced(town, lived, town.bo, text="Bo kommer ti timer om ugen")
    for actor, name in ((town.karen, "karen"), (sanne, "sanne"), (lived.citizen, "jytte")):
        site.account(actor, name)
    # the words say it before anybody has asked
    karen = site.signed_in("karen")
    here = f"/forloeb/{lived.id}/aftale/{agreement}/"
    karen.goes_to(here).sees("Søger om: Bo kommer ti timer om ugen").finds_no_barrier()
    # when Karen asks at the table: who is suggested, she sees what the leader will see
    touches = karen.touches
    karen.follows("Spørg en leder").sees("De kan afgøre det").finds_no_barrier()
    karen.follows("Vælg Sanne Social").finds_no_barrier()
    karen.writes("Hvorfor?", "Det er over rammen").ticks("Hvad det koster")
    karen.writes("Hvad gælder, mens vi venter?", "Bo kommer tre timer")
    karen.touches_button("Se, hvad lederen ser").sees("Det her ser Sanne Social")
    karen.sees("Støtte i hverdagen, 5.000 kr., 12 uger").finds_no_barrier()
    karen.touches_button("Send spørgsmålet").sees("Lederen er spurgt")
    # then it took five touches, and there is a date to say aloud
    assert karen.touches - touches <= 5
    karen.sees("Sig det højt:").sees("Vi ved det senest").finds_no_barrier()
    jytte = site.signed_in("jytte")
    jytte.goes_to(here).sees("Du får svar senest").sees("Bo kommer tre timer").finds_no_barrier()
    # and Sanne, in another meeting, answers on her phone and reads nothing more
    leader = site.signed_in("sanne")
    leader.goes_to("/til-afgoerelse/").sees("Svar senest").finds_no_barrier()
    leader.follows("Søger om: Bo kommer").sees("Det er over rammen").finds_no_barrier()
    leader.ticks("Ja").writes("Hvorfor?", "Det koster mere at lade være")
    leader.touches_button("Send svaret").sees("Ingen spørger dig om noget lige nu")
    # so that the words say it, before the meeting is over
    karen.goes_to(here).sees("Sanne Social: Ja").finds_no_barrier()
    karen.touches_button("Skriv lederens ja ind i aftalen")
    karen.sees_in("h1", "Bo kommer ti timer om ugen").finds_no_barrier()
    jytte.goes_to(here).sees("Det koster mere at lade være")
    jytte.sees_in("h1", "Bo kommer ti timer om ugen")


def test_a_leader_writes_what_may_be_promised_and_who_decides(site: Site):
    # given a leader of a unit in which nobody may promise anything
    town = build_town()
    site.account(town.hire("Signe Social", town.social, "leader"), "signe")
    leader = site.signed_in("signe", DESK)
    leader.goes_to(f"/enheder/{town.social}/mandater/").sees("Alt skal spørges").finds_no_barrier()
    # when she writes a mandate, and who decides the rest
    leader.follows("Skriv et nyt mandat").finds_no_barrier()
    leader.picks("Hvem gælder det for?", "Støtte").writes("Højst hvor mange kroner", "12500")
    leader.touches_button("Gem mandatet").sees("op til 12.500 kr.").finds_no_barrier()
    leader.follows("Vælg, hvem der afgør").finds_no_barrier()
    leader.picks("Hvem afgør det først?", "Signe").touches_button("Gem rækkefølgen")
    # then everybody can read it
    leader.sees("svarer inden for 16 arbejdstimer").finds_no_barrier()
