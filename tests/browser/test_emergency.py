"""Nødadgang: opened with a ground and a reason, red on every page, reviewed, read by her."""

import pytest

from tests.browser.conftest import DESK, Site
from tests.factories.emergencies import known_course, named
from tests.factories.plan import wished
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_anna_reads_in_an_emergency_and_jytte_hears_of_it(site: Site):
    # given Jytte, and Anna at the ward, who has no ground to read about her
    town = build_town()
    lived = known_course(town)
    wished(lived, "Jeg vil have et sted at bo")
    dina = town.hire("Dina Dpo", town.coordination, "dpo")
    for actor, name in ((lived.citizen, "jytte"), (town.anna, "anna"), (dina, "dina")):
        site.account(actor, name)
    anna = site.signed_in("anna")
    anna.goes_to("/delt/").follows("Nødadgang").finds_no_barrier()
    anna.follows("Åbn et forløb i en nødsituation").finds_no_barrier()
    # when the number is not right, the page says no more than that
    anna.writes("Borgerens CPR-nummer", "030370-1234").ticks("Fare for liv")
    anna.writes("Hvorfor skal du læse nu?", "Hun er fundet bevidstløs i sit hjem")
    anna.touches_button("Åbn og læs").sees("Det nummer åbner ikke noget her").finds_no_barrier()
    # and when it is, the course is there to read, red on every page
    anna.writes("Borgerens CPR-nummer", "010170-1234").touches_button("Åbn og læs")
    anna.sees("Jytte Jensen").sees_in(".lf-emergency-line", "ikke skrive").finds_no_barrier()
    anna.goes_to(f"/forloeb/{lived.id}/plan/").sees("Jeg vil have et sted at bo")
    anna.sees_in(".lf-emergency-line", "Hver side skrives ned").finds_no_barrier()
    # then Jytte reads from where, and why
    jytte = site.signed_in("jytte")
    jytte.goes_to("/mit/").sees("Hun er fundet bevidstløs i sit hjem").finds_no_barrier()
    # and Anna closes it when she needs it no more
    anna.follows("Luk nødadgangen").finds_no_barrier()
    anna.touches_button("Luk nødadgangen nu").sees("Du kan ikke læse mere")
    # and the officer says whether it was right
    officer = site.signed_in("dina")
    officer.goes_to("/noedadgang/").finds_no_barrier()
    officer.follows("Se på Anna Afsnit").sees("Planen").finds_no_barrier()
    officer.ticks("Det var i orden").writes("Med dine ord", "Det hastede")
    officer.touches_button("Gem afgørelsen").sees("Din afgørelse er skrevet ned")
    jytte.goes_to("/mit/").sees("Det var i orden: Det hastede")


def test_karen_lets_bo_read_by_law_and_jytte_hears_of_it(site: Site):
    # given Jytte's course from before, and Bo, whose case it is
    bo = named("Bo Bostøtte")
    for actor, name in ((named("Karen Koordinator"), "karen"), (bo, "bo")):
        site.account(actor, name)
    karen = site.signed_in("karen")
    karen.goes_to("/mine-borgere/").follows("Jytte Jensen").follows("Netværket")
    karen.follows("Delt uden for teamet").follows("Del noget med en anden")
    karen.writes("Søg en person eller et sted", "Bo").touches_button("Søg").follows(
        "Vælg Bo Bostøtte"
    )
    karen.follows("Loven giver lov uden et ja").finds_no_barrier()
    karen.ticks("Myndigheder deler").ticks("Bolig").ticks("6 måneder")
    karen.writes("Hvorfor er det nødvendigt?", "Boligsagen skal afgøres")
    karen.touches_button("Giv adgang").sees("højst i 30 dage").finds_no_barrier()
    karen.ticks("To uger").touches_button("Giv adgang").sees("borgeren får besked")
    karen.sees("Boligsagen skal afgøres").finds_no_barrier()
    jytte = site.signed_in("jytte")
    jytte.goes_to("/mit/valg/").opens("Delt med andre").follows("Alt, der er delt")
    jytte.sees("Læser, fordi loven giver lov")
    jytte.sees("Besluttet af Karen Koordinator").finds_no_barrier()


def test_karen_keeps_jytte_apart(site: Site):
    # given Jytte, who works here herself
    karen = site.signed_in("karen")
    karen.goes_to("/mine-borgere/").follows("Jytte Jensen")
    karen.follows("Hvem kan vide, at der er et forløb?").finds_no_barrier()
    karen.touches_button("Hold forløbet adskilt").sees("Her mangler et svar").finds_no_barrier()
    karen.ticks("Arbejder selv her").ticks("Dorte Daglig")
    karen.touches_button("Hold forløbet adskilt").sees("Holdt adskilt siden").finds_no_barrier()
    # then the leader who was not named has her on no list
    site.account(named("Lars Leder"), "lars")
    lars = site.signed_in("lars", DESK)
    lars.goes_to("/overblik/").does_not_see("Jytte Jensen")
    karen.touches_button("Hold det ikke adskilt mere").sees("kan se forløbet igen")
