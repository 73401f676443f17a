"""Bo stopper: said by the coordinator, read by her before the day, a meeting by one touch (B6)."""

from datetime import timedelta

from landfast.access.queries import events
from landfast.kernel.clock import at, now, today
from landfast.login.rules import Way
from landfast.messages.rules.news import NEWS
from landfast.network.actions import end_member
from landfast.network.actions.leaving import announce_leaving, rather_wait
from tests.factories.courses import started_course
from tests.factories.meetings import load_formats
from tests.factories.network import in_the_team
from tests.factories.town import as_
from tests.web.conftest import come_in


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
    assert "Bo Bostøtte hjælper dig til og med" in me.get("/mit/").content.decode()
    assert "Vi ved ikke endnu, hvem der kommer i stedet." in page
    told = {"leaves_on": str(last), "follower": str(kim.person_id)}
    assert karen.post(where, told).status_code == 302
    form = karen.get(where).content.decode()
    assert f'value="{kim.person_id}" selected' in form, "another day does not forget who comes"
    page = me.get("/mit/folk/").content.decode()
    assert "Bagefter kommer Kim Bruun." in page
    assert "Bagefter kommer Kim Bruun." in me.get("/mit/").content.decode()
    asked = me.post(f"/mit/{lived.id}/moed-begge/{member}/")
    assert asked.status_code == 302
    assert "Kim Bruun" in me.get(asked["Location"]).content.decode()
    assert me.get(where).status_code == 200
    assert karen.post(f"{team}bliver/").status_code == 302
    for path in ("/mit/folk/", "/mit/"):
        assert "hjælper dig til og med" not in me.get(path).content.decode()


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


def stops(town, lived, follower=None, days=14):
    member = in_the_team(lived, town.bo, by=town.karen)
    with as_(town.karen):
        announce_leaving(
            actor=town.karen, course_id=lived.id, member_id=member, follower=follower,
            leaves_on=today() + timedelta(days=days),
        )  # fmt: skip
    return member


def test_she_would_rather_wait_and_reads_what_happens_meanwhile(town, signed_in):
    lived = started_course(town)
    member = stops(town, lived)
    me, karen = signed_in(lived.citizen), signed_in(town.karen)
    hold = f"/mit/{lived.id}/hold/{member}/"
    assert "Jeg vil hellere vente med en ny" in me.get("/mit/folk/").content.decode()
    assert "En, der hjælper dig, stopper" in me.get("/mit/").content.decode()
    assert me.post(f"{hold}vent/").status_code == 302
    assert "En, der hjælper dig, stopper" not in me.get("/mit/").content.decode(), "she has chosen"
    page = me.get("/mit/folk/").content.decode()
    assert "Ingen begynder, før du siger til." in page
    assert "Imens ringer du til Karen Koordinator" in page
    ours = f"/forloeb/{lived.id}/netvaerk/"
    assert "borgeren vil hellere vente med en ny" in karen.get(ours).content.decode()
    with as_(lived.citizen):
        assert [row.kind for row in events(lived.id, ["network.member_waits"])]
    assert NEWS["network.member_waits"].holders
    assert karen.post(f"{hold}vent/").status_code == 403, "it is hers to say"
    assert me.post(f"{hold}vent/").status_code == 409, "said once"
    assert me.post(f"{hold}ny/").status_code == 302
    assert "Ingen begynder, før du siger til." not in me.get("/mit/folk/").content.decode()
    assert "vil hellere vente" not in karen.get(ours).content.decode()
    assert me.post(f"{hold}ny/").status_code == 409


def test_after_the_last_day_she_who_waits_can_still_say_that_she_will_not(town, signed_in):
    lived = started_course(town)
    member = stops(town, lived)
    me = signed_in(lived.citizen)
    me.post(f"/mit/{lived.id}/hold/{member}/vent/")
    with at(now() + timedelta(days=20)):
        page = signed_in_again(me, lived, signed_in).get("/mit/folk/").content.decode()
    assert "Bo Bostøtte hjalp dig til og med" in page
    assert "Jeg vil gerne have en ny nu" in page


def signed_in_again(client, lived, signed_in):
    """The sitting of the first day is over by then."""
    come_in(client.session, lived.citizen, Way.TWO_STEPS)
    return client


def test_after_the_last_day_the_coordinator_is_told_by_itself(town, signed_in):
    lived = started_course(town)
    member = stops(town, lived, days=1)
    karen = signed_in(town.karen)
    left = "Bo Bostøtte skulle være stoppet. Pladsen er tom."
    with at(now() + timedelta(days=1)):
        come_in(karen.session, town.karen, Way.TWO_STEPS)
        assert left not in karen.get("/mandag/").content.decode(), "the last day is a day"
    with at(now() + timedelta(days=2)):
        come_in(karen.session, town.karen, Way.TWO_STEPS)
        page = karen.get("/mandag/").content.decode()
        assert left in page
        assert f"/forloeb/{lived.id}/netvaerk/team/{member}/" in page
        with as_(lived.citizen):
            rather_wait(actor=lived.citizen, course_id=lived.id, member_id=member)
        page = karen.get("/mandag/").content.decode()
        assert "Borgeren vil hellere vente med en ny." in page
        with as_(town.karen):
            end_member(actor=town.karen, course_id=lived.id, member_id=member)
        assert "Bo Bostøtte skulle være stoppet" not in karen.get("/mandag/").content.decode()
