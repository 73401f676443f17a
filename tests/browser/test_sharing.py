"""Delt med andre: give, understand and take back, both widths; and the reader outside the team."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import build_town

pytestmark = pytest.mark.browser
MOST = 3
"""Touches to give, from her choices on, and to take back."""


def test_jytte_shares_her_housing_and_takes_it_back(site: Site):
    # given Jytte, who wants a place to live, and Bo, who is not in her team
    town = build_town()
    lived = started_course(town)
    wished(lived, "Jeg vil have et sted at bo")
    site.account(lived.citizen, "jytte")
    site.account(town.bo, "bo")
    jytte = site.signed_in("jytte")
    # when she goes from her choices to somebody she will share with
    jytte.goes_to("/mit/valg/").finds_no_barrier()
    before = jytte.touches
    jytte.follows("Del noget med en anden").finds_no_barrier()
    jytte.follows("Social og Handicap").sees("Du kan sige nej").finds_no_barrier()
    # when she forgets what for she is told; a press on Enter is no yes
    jytte.touches_button("Ja, del: Bolig").sees("Her mangler et svar")
    before += 1
    jytte.writes("Hvad skal de bruge det til?", "Finde en bolig")
    jytte.page.locator("#id_purpose").press("Enter")
    expect(jytte.page.locator("#id_purpose")).to_have_value("Finde en bolig")
    jytte.touches_button("Ja, del: Bolig")
    assert jytte.touches - before == MOST
    # then she has the receipt
    jytte.sees("De kan læse nu").finds_no_barrier()
    # and Bo, who works there, reads that and no more
    bo = site.signed_in("bo")
    bo.goes_to("/delt/").finds_no_barrier()
    bo.follows("Jytte Jensen").sees("Jeg vil have et sted at bo").finds_no_barrier()
    # when she stops it in one touch, it is closed the next time he looks
    jytte.touches_button("Stop for Social og Handicap").sees("De kan ikke læse mere")
    jytte.finds_no_barrier()
    bo.goes_to("/delt/").sees("Ingen har delt noget med dig lige nu")


def test_jytte_says_when_what_and_no_and_takes_it_back_in_three_touches(site: Site):
    # given Jytte, who wants the ward to know how she lives if she is admitted
    town = build_town()
    lived = started_course(town)
    wished(lived, "Jeg vil have et sted at bo")
    site.account(lived.citizen, "jytte-siger")
    site.account(town.anna, "anna-p3")
    jytte = site.signed_in("jytte-siger")
    # when she keeps one topic back and tells another herself
    jytte.goes_to(f"/forloeb/{lived.id}/deling/emner/").sees("Det fortæller jeg selv")
    jytte.finds_no_barrier()
    jytte.page.locator("#id_crime_1").check()
    jytte.touches_button("Gem det").sees("Politi og straf").finds_no_barrier()
    # and shares her housing with the ward, only while she is admitted
    new = f"/forloeb/{lived.id}/deling/ny/"
    jytte.follows("Del noget med en anden").sees("Afsnit P3")
    jytte.goes_to(f"{new}enhed/{town.ward}/").sees("Du kan sige nej")
    jytte.finds_no_barrier().ticks("Kun ved indlæggelse")
    jytte.writes("Hvad skal de bruge det til?", "Hjælpe mig hjem")
    jytte.opens("Del flere emner på én gang").ticks("Bolig").touches_button("Ja, del det")
    jytte.sees("De kan ikke læse lige nu").finds_no_barrier()
    anna = site.signed_in("anna-p3")
    anna.goes_to("/delt/").sees("Ingen har delt noget med dig lige nu")
    # then it opens when she says that she is admitted
    jytte.follows("Alt, der er delt").follows("Jeg er indlagt").sees("Siden hvornår")
    jytte.finds_no_barrier().touches_button("Skriv det ned").sees("Indlagt siden")
    anna.goes_to("/delt/").follows("Jytte Jensen").sees("vil selv fortælle om: Politi og straf")
    anna.finds_no_barrier()
    # when she takes it back: from her first page in three touches
    jytte.goes_to("/mit/")
    before = jytte.touches
    jytte.follows("Mit valg").touches_button("Stop for Afsnit P3")
    assert jytte.touches - before <= MOST
    jytte.sees("De kan ikke læse mere").finds_no_barrier()
    anna.goes_to("/delt/").sees("Ingen har delt noget med dig lige nu")
    # and a no is as easy as a yes
    jytte.goes_to(f"{new}enhed/{town.social}/")
    jytte.follows("Nej, ikke med Social og Handicap").sees("helt i orden").finds_no_barrier()
    jytte.ticks("Spørg mig ikke igen").touches_button("Skriv nej").sees("Ingen får noget at se")
    jytte.opens("Det har du sagt nej til").sees("Der spørges ikke igen").finds_no_barrier()
    # and a fresh start is told in plain words
    jytte.follows("Begynd på en frisk").sees("lade det gamle ligge").finds_no_barrier()
    jytte.touches_button("Begynd på en frisk").sees("Frisk start fra").finds_no_barrier()
