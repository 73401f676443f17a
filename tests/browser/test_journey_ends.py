"""The journey ends, and goes on: hand over, pause, stop, close, come back (screens 6 and 8)."""

import pytest

from landfast.course.actions.phases import activate
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.courses import started_course, state_of
from tests.factories.plan import accepted, in_days, join
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(site: Site):
    town = build_town()
    for name in ("karen", "mads", "dorte", "bo"):
        site.account(getattr(town, name), name)
    return town


def test_a_course_is_handed_over_when_the_new_coordinator_has_said_yes(site: Site, town):
    # given Karen, who holds Jytte's course, and asks Mads to take it
    lived = started_course(town, "Jytte Jensen")
    karen = site.signed_in("karen", DESK).goes_to(f"/forloeb/{lived.id}/")
    karen.opens("Mere, du kan gøre").follows("Overdrag forløbet").finds_no_barrier()
    karen.page.get_by_role("radio", name="Mads Makker").first.check(force=True)
    karen.writes("Hvorfor", "Jytte kender Mads").touches_button("Spørg den nye koordinator")
    # then she still holds it
    karen.sees("er spurgt af").sees("Forløbet skifter først, når svaret er ja").finds_no_barrier()
    # when Mads says yes, then it is his at once
    mads = site.signed_in("mads", PHONE).goes_to("/mine-borgere/").sees("Du er spurgt")
    mads.finds_no_barrier().follows("Svar på spørgsmålet").finds_no_barrier()
    mads.touches_button("Ja, jeg tager forløbet").finds_no_barrier()
    # and Karen is told, and can read along for a while to finish
    karen.goes_to("/mine-borgere/").sees("Mads Makker sagde ja til Jytte Jensen")
    karen.follows("Jytte Jensen").sees("Mads Makker").finds_no_barrier()


def test_a_pause_has_a_day_and_the_citizen_begins_again(site: Site, town):
    # given Pia, who wants a rest, on her phone
    lived = started_course(town, "Pia Poulsen")
    site.account(lived.citizen, "pia")
    pia = site.signed_in("pia", PHONE).follows("Mit valg").finds_no_barrier()
    # when she pauses until a day of her own, nobody asks why
    pia.follows("Hold en pause").finds_no_barrier()
    pia.page.locator("input[type=date]").first.fill(in_days(30).isoformat())
    pia.page.locator("main form button[type=submit]").first.click()
    pia.sees("pause").finds_no_barrier()
    assert state_of(lived) == "BERO"
    # then her coordinator is still hers, and sees the day on which they look at it again
    pia.goes_to("/").sees("Du holder pause").sees("Karen Koordinator").finds_no_barrier()
    karen = site.signed_in("karen", DESK).goes_to(f"/forloeb/{lived.id}/")
    karen.sees("På pause. I ser på det igen").finds_no_barrier()
    # and one touch begins again
    pia.goes_to("/mit/valg/").touches_button("Begynd igen").sees("Hej Pia")
    assert state_of(lived) != "BERO"


def test_i_want_to_stop_takes_two_touches_and_the_promises_become_tasks(site: Site, town):
    # given Rikke, to whom Bo has promised something
    lived = started_course(town, "Rikke Rask")
    join(town, lived, town.bo)
    accepted(town, lived, town.bo, text="Ringer til sygehuset")
    site.account(lived.citizen, "rikke")
    rikke = site.signed_in("rikke", PHONE).follows("Mit valg")
    before = rikke.touches
    # when she stops, then it is two touches, without a reason, and the same day
    rikke.follows("Jeg vil stoppe").finds_no_barrier()
    rikke.touches_button("Ja, stop mit forløb").sees("Dit forløb er stoppet").finds_no_barrier()
    assert rikke.touches - before == 2
    assert state_of(lived) == "AFVIST_AF_BORGER"
    # and Bo can no longer read, but his promise is a task of his own
    bo = site.signed_in("bo", PHONE).sees("Ringer til sygehuset").finds_no_barrier()
    assert bo.page.goto(f"/forloeb/{lived.id}/").status in {403, 404}
    bo.finds_no_barrier()
    # and she can come back with one touch
    rikke.goes_to("/").touches_button("Begynd igen").sees("Velkommen tilbage")
    rikke.finds_no_barrier()


def test_a_planned_end_says_who_carries_on_and_the_door_stays_open(site: Site, town):
    # given Tage, whose goals are reached
    lived = started_course(town, "Tage Toft")
    with as_(town.karen):
        activate(actor=town.karen, course_id=lived.id)
    site.account(lived.citizen, "tage")
    here = f"/forloeb/{lived.id}/"
    karen = site.signed_in("karen", DESK).goes_to(f"{here}afslutning/").finds_no_barrier()
    # when they begin to end, and write it together
    karen.writes("Hvorfor begynder", "Målene er nået").touches_button("Begynd afslutningen")
    karen.follows("Skriv afslutningen").finds_no_barrier()
    karen.writes("Det blev gjort", "Bolig og læge").writes("Hvem går videre", "Bo kommer tirsdage")
    karen.writes("Sådan kommer borgeren tilbage", "Ring til koordinatorteamet")
    karen.page.get_by_label("Borgeren ville hellere").check(force=True)
    karen.touches_button("Afslut forløbet").sees("Døren står åben et halvt år")
    # then Tage reads what was done, who carries on, and how to come back
    tage = site.signed_in("tage", PHONE).sees("Dit forløb er slut").finds_no_barrier()
    tage.sees("Bo kommer tirsdage").sees("Begynd igen")
    # and the lead can open it again with the coordinator as before
    dorte = site.signed_in("dorte", DESK).goes_to(here).sees("Åbn forløbet igen")
    dorte.finds_no_barrier()


def test_who_moves_says_what_goes_along_and_it_is_somebodys_task(site: Site, town):
    # given Ulla, who moves, and to whom Bo has promised something
    lived = started_course(town, "Ulla Ulrik")
    join(town, lived, town.bo)
    accepted(town, lived, town.bo, text="Ringer til boligselskabet")
    site.account(lived.citizen, "ulla")
    karen = site.signed_in("karen", DESK).goes_to(f"/forloeb/{lived.id}/")
    karen.opens("Mere, du kan gøre").follows("Borgeren flytter").finds_no_barrier()
    karen.writes("Hvor flytter borgeren hen?", "Havneby")
    karen.writes("Det må den nye kommune", "Ulla vil gerne mødes om formiddagen")
    # when nobody has heard a yes, then nothing goes along and nothing typed is lost
    karen.touches_button("Afslut forløbet her").sees("Uden et ja går intet videre")
    karen.finds_no_barrier()
    assert state_of(lived) == "OPSTART"
    karen.page.get_by_label("Borgeren har læst det og sagt ja").check(force=True)
    karen.touches_button("Afslut forløbet her").sees("står under Mine aftaler")
    # then it is Karen's task to tell it, and Bo's promise is his to wind up
    karen.goes_to("/mine-aftaler/").sees("Fortæl det til Havneby: Ulla vil gerne mødes")
    karen.finds_no_barrier()
    site.signed_in("bo", PHONE).goes_to("/mine-aftaler/").sees("Ringer til boligselskabet")
    # and Ulla reads where it goes and which words, and who to ring
    ulla = site.signed_in("ulla", PHONE).sees("Dit forløb er slut").does_not_see("Begynd igen")
    ulla.sees("Du flytter til Havneby").sees("Tag dine papirer med, hvis du vil")
    ulla.sees("Ulla vil gerne mødes om formiddagen").sees("Du kan altid ringe til")
    ulla.finds_no_barrier()


def test_a_death_asks_for_the_day_alone_and_nobody_is_reminded(site: Site, town):
    # given Viggo, who has died
    lived = started_course(town, "Viggo Vest")
    karen = site.signed_in("karen", DESK).goes_to(f"/forloeb/{lived.id}/")
    karen.opens("Mere, du kan gøre").follows("Borgeren er død").finds_no_barrier()
    # when a slip of the pen is told, then it can be put right where it stands
    karen.page.get_by_label("Dødsdagen").fill(in_days(3).isoformat())
    karen.touches_button("Luk forløbet").sees("Dagen ligger efter i dag").finds_no_barrier()
    karen.page.get_by_label("Dødsdagen").fill(in_days(0).isoformat())
    karen.touches_button("Luk forløbet").sees("Ingen får flere påmindelser").finds_no_barrier()
    # then nobody is asked to call him, and the lead can read that he has died
    karen.goes_to("/mandag/").does_not_see("Viggo Vest")
    dorte = site.signed_in("dorte", DESK).goes_to(f"/forloeb/{lived.id}/")
    dorte.sees("Borgeren er død").does_not_see("Åbn forløbet igen").finds_no_barrier()


def test_the_leader_sees_who_waits_and_hands_many_over_at_once(site: Site, town):
    # given three courses of Karen
    for name in ("Vera Vang", "Willy Wind", "Yrsa Yde"):
        started_course(town, name)
    dorte = site.signed_in("dorte", DESK).goes_to("/overblik/").sees("Forløb efter fase")
    dorte.finds_no_barrier()
    # when Dorte asks Mads to take two of them
    dorte.follows("Karen Koordinator").sees("Yrsa Yde").finds_no_barrier()
    dorte.ticks("Vera Vang").ticks("Willy Wind").picks("Hvem skal spørges?", "Mads Makker")
    dorte.writes("Hvorfor?", "Karen går på barsel").touches_button("Spørg om at tage forløbene")
    # then each has its own answer to wait for
    dorte.sees("Vera Vang: Mads Makker er spurgt").sees("Willy Wind: Mads Makker er spurgt")
    dorte.finds_no_barrier()
    mads = site.signed_in("mads", PHONE).goes_to("/mine-borgere/")
    mads.sees("Vera Vang").sees("Willy Wind").does_not_see("Yrsa Yde").finds_no_barrier()
