"""The officer keeps, holds and lets go; a second reads the receipt; the citizen is told the day."""

import psycopg
import pytest

from landfast.jobs.keeping import pack
from landfast.kernel import clock, postgres
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.courses import started_course
from tests.factories.keeping import kept_on, officers, over
from tests.factories.town import build_town

pytestmark = pytest.mark.browser
YEARS_HAVE_GONE = "update keeping_case set block_on = current_date - 1 where state = 'closed'"


@pytest.mark.parametrize("screen", [DESK, PHONE])
def test_from_blocked_to_the_day_it_is_deleted(site: Site, screen, tmp_path):
    # given Jytte's course, whose years have gone
    mark = str(screen["width"])
    town = build_town()
    officers(town)
    course = over(started_course(town))
    for actor, name in ((town.dina, "dina"), (town.arne, "arne"), (course.citizen, "jytte")):
        site.account(actor, f"{name}{mark}")
    with psycopg.connect(**postgres.connection_parts("owner") | {"dbname": site.database}) as owner:
        owner.execute(YEARS_HAVE_GONE)
    assert kept_on(clock.today())["blocked"] == 1
    pack(tmp_path)
    # when Dina opens it, she sees where it stands, and that a complaint must wait no more
    dina = site.signed_in(f"dina{mark}", screen)
    dina.follows("Bevaring").sees("Venter på arkivets kvittering").finds_no_barrier()
    dina.follows("Jytte Jensen").sees("Du ser ikke, hvad der står").finds_no_barrier()
    dina.follows("Må ikke slettes endnu").finds_no_barrier()
    dina.chooses("En klage er i gang").writes("Hvorfor?", "Klage 12")
    dina.touches_button("Gem").sees("En klage er i gang. Klage 12").finds_no_barrier()
    dina.touches_button("Ophæv").sees("Det er ophævet")
    # and writes the archive's receipt
    dina.follows("Skriv arkivets kvittering").finds_no_barrier()
    dina.writes("Arkivets kvitteringsnummer", "AVID.VES.12").touches_button("Gem")
    dina.sees("En anden skal bekræfte kvitteringen")
    # and Arne reads it on his own
    arne = site.signed_in(f"arne{mark}", screen)
    arne.follows("Jytte Jensen").follows("Bekræft kvitteringen").finds_no_barrier()
    arne.writes("Arkivets kvitteringsnummer", "AVID.VES.12").touches_button("Bekræft")
    arne.sees("Det er afleveret").sees("Slettes ").finds_no_barrier()
    # then the years behind it are there to see
    arne.goes_to("/indblik/bevaring/aar/").sees("arkivloven").finds_no_barrier()
    # and Jytte is told the day, with a copy at hand
    jytte = site.signed_in(f"jytte{mark}", screen)
    jytte.sees("Dine oplysninger slettes ").finds_no_barrier()
    jytte.follows("Læs alt om mig").sees("Hvor længe det gemmes").finds_no_barrier()
