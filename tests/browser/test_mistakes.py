"""Mistakes: one who stands here twice becomes one; what stood on the wrong citizen goes home."""

import pytest

from landfast.course.actions import observing
from landfast.kernel.clock import today
from tests.browser.conftest import DESK, Site
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import Town, as_, build_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(site: Site) -> Town:
    """One town for both."""
    return build_town()


def test_jytte_stands_here_twice_and_two_people_join_her(site: Site, town: Town):
    # given Jytte's course with Karen, and another that was made with Mads
    first, second = started_course(town), started_course(town, by=town.mads)
    wished(first, "Jeg vil bo ved vandet")
    for actor, name in ((town.dorte, "dorte"), (town.lars, "lars"), (second.citizen, "jytte")):
        site.account(actor, name)
    # when Dorte sees them side by side
    dorte = site.signed_in("dorte", DESK)
    dorte.goes_to(f"/forloeb/{second.id}/").follows("Er der sket en fejl?").finds_no_barrier()
    dorte.follows("Find den anden side").sees("telefon eller fødselsdag passer").finds_no_barrier()
    dorte.follows("Se Jytte Jensen ved siden af").sees("Mister adgangen: Karen Koordinator")
    dorte.sees("Borgeren logger ind på den anden side").finds_no_barrier()
    # she chooses which stays, and says how she knows
    dorte.touches_button("Foreslå at føre dem sammen").sees("Her mangler et svar")
    dorte.chooses("Jytte Jensen (1)").writes("Hvordan ved du det?", "Hun har selv sagt det")
    dorte.touches_button("Foreslå at føre dem sammen").sees("En anden skal se på det")
    dorte.follows("Jytte Jensen og Jytte Jensen er den samme borger")
    dorte.sees("Du har selv foreslået det").finds_no_barrier()
    # then Lars is the other pair of eyes
    lars = site.signed_in("lars")
    lars.goes_to("/fejl/").follows("Jytte Jensen og Jytte Jensen er den samme borger")
    lars.touches_button("Før dem sammen").sees("Det er gjort").finds_no_barrier()
    # and Jytte reads it in plain words, with her wish where she is
    jytte = site.signed_in("jytte")
    jytte.goes_to("/mit/").sees("Du stod her to gange").finds_no_barrier()
    jytte.goes_to("/mit/plan/").sees("Jeg vil bo ved vandet")
    # it was wrong after all: all is as it was
    lars.follows("To sider om Jytte Jensen er ført sammen").follows(
        "Skil ad igen"
    ).finds_no_barrier()
    lars.writes("Hvorfor skal det laves om?", "Det var to søstre").touches_button("Skil ad igen")
    lars.sees("Alt er, som det var")
    jytte.goes_to("/mit/").sees("Nu er det, som det var før")


def test_what_stood_on_the_wrong_citizen_goes_home_and_who_saw_it_is_told(site: Site, town: Town):
    # given Karen, who wrote about Yrsa on Xenia's page, and Xenia, who saw it
    xenia, yrsa = started_course(town, "Xenia Xo"), started_course(town, "Yrsa Yde")
    with as_(town.karen):
        observing.record_observation(
            actor=town.karen, course_id=xenia.id, kind="admission", happened_on=today(),
            source="Datter", words="Kom på skadestuen i nat",
        )  # fmt: skip
    dina = town.hire("Dina Dpo", town.coordination, "dpo")
    for actor, name in (
        (town.karen, "karen"), (xenia.citizen, "xenia"), (yrsa.citizen, "yrsa"), (dina, "dina"),
    ):  # fmt: skip
        site.account(actor, name)
    site.signed_in("xenia").goes_to("/mit/").sees("Hej Xenia")
    # when Karen finds it and moves it
    karen = site.signed_in("karen")
    karen.goes_to(f"/forloeb/{xenia.id}/").follows("Er der sket en fejl?").finds_no_barrier()
    karen.follows("Flyt en hændelse").sees("Kom på skadestuen i nat").finds_no_barrier()
    karen.chooses("Yrsa Yde").writes("Hvordan ved du det?", "Det var Yrsas datter, der ringede")
    karen.touches_button("Gå videre").sees("Kan læse det bagefter").finds_no_barrier()
    karen.touches_button("Flyt det nu").sees("Det er gjort")
    # then the old place says so, and no more
    karen.goes_to(f"/forloeb/{xenia.id}/fejl/").sees("flyttet, skrevet på forkert borger")
    karen.does_not_see("Kom på skadestuen")
    # and Yrsa and Xenia are told, each without the other's name
    other = site.signed_in("yrsa").goes_to("/mit/").sees("Noget om dig stod på en anden borgers")
    other.sees("Den anden borger kan også have læst det").does_not_see("Xenia").finds_no_barrier()
    told = site.signed_in("xenia").goes_to("/mit/").sees("Det handlede ikke om dig")
    told.does_not_see("Yrsa")
    # and those who saw it are told one by one, before the officer's eyes
    karen.goes_to(f"/forloeb/{yrsa.id}/fejl/").sees("En anden borger").finds_no_barrier()
    karen.touches_button("Den anden borger har fået det at vide").sees("Det er skrevet ned")
    officer = site.signed_in("dina", DESK)
    officer.goes_to("/indblik/fejl/").sees("om Yrsa Yde").sees("Fik det at vide").finds_no_barrier()
