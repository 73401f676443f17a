"""Delt med andre: give, understand and take back, both widths; and the reader outside the team."""

import pytest

from tests.browser.conftest import Site
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


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
    jytte.follows("Del noget med en anden").finds_no_barrier()
    jytte.follows("Vælg Social og Handicap").sees("Du kan sige nej").finds_no_barrier()
    # when she forgets the topic she is told, and her words are kept
    jytte.writes("Hvad skal de bruge det til?", "Finde en bolig").touches_button("Ja, del det")
    jytte.sees("Her mangler et svar")
    assert jytte.page.input_value("#id_purpose") == "Finde en bolig"
    jytte.ticks("Bolig").touches_button("Ja, del det")
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
