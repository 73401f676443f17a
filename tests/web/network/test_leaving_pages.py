"""Bo stopper: said by the coordinator, read by her before the day, a meeting by one touch (B6)."""

from datetime import timedelta

from landfast.kernel.clock import at, now, today
from landfast.network.actions.leaving import announce_leaving
from tests.factories.courses import started_course
from tests.factories.meetings import load_formats
from tests.factories.network import in_the_team
from tests.factories.town import as_


def test_the_coordinator_says_it_and_she_reads_it_before_the_day(town, signed_in):
    load_formats()
    lived = started_course(town)
    member = in_the_team(lived, town.bo, by=town.karen)
    kim = town.hire("Kim Bruun", town.social, "home_support")
    karen, me = signed_in(town.karen), signed_in(lived.citizen)
    team = f"/forloeb/{lived.id}/netvaerk/team/{member}/"
    where = f"{team}stopper/"
    assert where in karen.get(team).content.decode()
    last = today() + timedelta(days=14)
    wrong = karen.post(where, {"leaves_on": "i morgen", "follower": ""})
    assert wrong.status_code == 422
    assert "Skriv den sidste dag." in wrong.content.decode()
    late = karen.post(where, {"leaves_on": str(today() - timedelta(days=1)), "follower": ""})
    assert "Vælg en dag fra i dag" in late.content.decode()
    assert karen.post(where, {"leaves_on": str(last), "follower": ""}).status_code == 302
    page = me.get("/mit/folk/").content.decode()
    assert "Bo Bostøtte hjælper dig til og med" in page
    assert "Vi ved ikke endnu, hvem der kommer i stedet." in page
    told = {"leaves_on": str(last), "follower": str(kim.person_id)}
    assert karen.post(where, told).status_code == 302
    form = karen.get(where).content.decode()
    assert f'value="{kim.person_id}" selected' in form, "another day does not forget who comes"
    page = me.get("/mit/folk/").content.decode()
    assert "Bagefter kommer Kim Bruun." in page
    asked = me.post(f"/mit/{lived.id}/moed-begge/{member}/")
    assert asked.status_code == 302
    assert "Kim Bruun" in me.get(asked["Location"]).content.decode()
    assert me.get(where).status_code == 200
    assert karen.post(f"{team}bliver/").status_code == 302
    assert "hjælper dig til og med" not in me.get("/mit/folk/").content.decode()


def test_when_the_last_day_is_over_nobody_is_told_that_it_is_ahead(town, signed_in):
    lived = started_course(town)
    member = in_the_team(lived, town.bo, by=town.karen)
    last = today() + timedelta(days=14)
    with as_(town.karen):
        announce_leaving(
            actor=town.karen, course_id=lived.id, member_id=member, leaves_on=last, follower=None
        )
    with at(now() + timedelta(days=20)):
        hers = signed_in(lived.citizen).get("/mit/folk/").content.decode()
        ours = signed_in(town.karen).get(f"/forloeb/{lived.id}/netvaerk/").content.decode()
    assert "Skulle stoppe" in hers
    assert "hjælper dig til og med" not in hers
    assert "skulle stoppe" in ours
