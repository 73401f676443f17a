"""A question to another sector without a name, in the browser (F7)."""

import pytest

from landfast.consultation.actions import keep_forum
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_bo_asks_the_ward_and_jytte_stays_unknown(site: Site):
    # given a ward that takes questions, and Bo, who is in Jytte's team
    town = build_town()
    town.hire("Lise Ledende", town.ward, "leader")
    with as_(town.lise):
        keep_forum(
            actor=town.lise, unit_id=town.ward, name="Psykiatriens rådgivning",
            about="Søvn og medicin", is_open=True,
        )  # fmt: skip
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen, role="home_support")
    for name in ("bo", "anna"):
        site.account(getattr(town, name), name)
    # when Bo writes her name and a place, he is told what to change, and his words are kept
    bo = site.signed_in("bo", PHONE).goes_to(f"/forloeb/{lived.id}/")
    bo.follows("Spørg et andet sted til råds uden navn").sees("De ser ikke, at det handler om")
    bo.ticks("Psykiatriens rådgivning").finds_no_barrier()
    bo.writes("Hvad vil du spørge om?", "Jytte fra Nordbyen sover ikke")
    bo.touches_button("Send spørgsmålet").sees("kan pege på borgeren").finds_no_barrier()
    bo.writes("Hvad vil du spørge om?", "En kvinde fra Nordbyen sover ikke")
    bo.touches_button("Send spørgsmålet").sees("Se på det her, før du sender")
    bo.ticks("“Nordbyen”").touches_button("Send spørgsmålet")
    bo.sees("Ingen kan se, hvem det handler om").finds_no_barrier()
    # then the ward reads the case, not whose it is, and answers
    anna = site.signed_in("anna", DESK).follows("Spørg uden navn").finds_no_barrier()
    anna.follows("En kvinde fra Nordbyen").sees("Bo Bostøtte, Social og Handicap, spørger")
    anna.does_not_see("Jytte")
    anna.writes("Skriv dit svar", "Ring til os sammen").touches_button("Send svaret")
    anna.sees("Dit svar er sendt").finds_no_barrier()
    # and Bo has it
    bo.page.reload()
    bo.sees("Ring til os sammen").touches_button("Jeg er hjulpet").sees("er afsluttet")
