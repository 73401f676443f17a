"""The data protection officer searches the look log; a citizen asks who it was."""

import pytest

from landfast.access.actions import To, grant
from landfast.access.looks.looking import open_record
from landfast.access.roles import CourseRole
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.courses import started_course
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def lived_in(site: Site, mark: str):
    """Jytte's course: Jens of the same surname has looked, and the leader of the unit."""
    town = build_town()
    site.account(town.hire("Didde Databeskytter", town.social, "dpo"), f"didde{mark}")
    town.hire("Jens Jensen", town.coordination, "coordinator")
    lived = started_course(town)
    site.account(lived.citizen, f"jytte{mark}")
    with as_(town.karen):
        grant(town.karen, lived.id, [To(CourseRole.SECOND, "Makker", person=town.jens.person_id)])
    for somebody in (town.karen, town.jens, town.dorte):
        with as_(somebody):
            open_record(somebody, lived.id, "Planen")


@pytest.mark.parametrize("screen", [DESK, PHONE])
def test_the_officer_searches_and_judges_an_unusual_look(site: Site, screen):
    # given Didde, who oversees the log
    mark = str(screen["width"])
    lived_in(site, mark)
    didde = site.signed_in(f"didde{mark}", screen)
    didde.sees("Du ser ikke, hvad der står om borgeren").finds_no_barrier()
    # when she searches for what was seen of Jytte
    didde.writes("Borgerens navn", "jytte").touches_button("Søg i loggen")
    didde.sees("Karen Koordinator").sees("Er i teamet").finds_no_barrier()
    # and opens what is unusual
    didde.follows("Usædvanlige opslag").sees("Har samme efternavn som borgeren.")
    didde.finds_no_barrier().follows("Vurdér opslaget, Jens Jensen")
    didde.sees("Jytte Jensen: Har ").finds_no_barrier()
    didde.chooses("Der skal følges op").writes("Hvorfor?", "Spørg Jens, om de er i familie.")
    didde.touches_button("Gem vurderingen")
    # then her words stand by it
    didde.sees("Din vurdering er gemt").finds_no_barrier()


def test_jytte_asks_for_a_name_and_gets_it(site: Site):
    # given Jytte, whose record the unit's leader has looked at
    lived_in(site, "asked")
    jytte = site.signed_in("jytteasked", PHONE)
    jytte.goes_to("/mit/valg/").sees("Koordinatorteamet (leder)").finds_no_barrier()
    # when she asks for the name
    jytte.touches_button("Bed om navn").sees("Du har bedt om navnet").finds_no_barrier()
    # and the controller gives it
    didde = site.signed_in("diddeasked", DESK)
    didde.follows("Bed om navn").finds_no_barrier()
    didde.follows("Svar Jytte Jensen").sees("Dorte Daglig").finds_no_barrier()
    didde.chooses("Giv navnet").touches_button("Send svaret").sees("Borgeren har fået svar")
    # then she reads it where she asked
    jytte.goes_to("/mit/valg/").sees("Det var Dorte Daglig.").finds_no_barrier()
