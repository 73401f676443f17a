"""Naming somebody who may read for her, and what that somebody sees: in the browser's words."""

import re
from datetime import timedelta
from html import unescape

import pytest

from landfast.consent.proxies import proxies
from landfast.consent.rules.proxy import Limit
from landfast.directory.actions import describe_unit
from landfast.journeys.prepare_meeting import candidates, invite
from landfast.kernel import clock, danish
from landfast.kernel.danish import lix
from landfast.meetings import actions as meetings
from landfast.meetings.models import Meeting
from landfast.meetings.queries import meeting, next_meeting
from landfast.network.actions.telling import set_relation_untold
from landfast.plan import actions as plan
from landfast.web.spoken import day
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.network import named_by_citizen
from tests.factories.parts import proxy_of
from tests.factories.plan import proposed, wished
from tests.factories.town import as_

EASY = 35
YES = {
    "name": "Birthe Jensen", "limits": ["read_plan", "answer_meetings"],
    "reason": "Hun hjælper mig", "days": "90",
}  # fmt: skip
BESIDE = YES | {"kind": "chosen", "how": "orally", "evidence": "Hos Jytte, Bo var med"}
GUARDIAN = BESIDE | {
    "name": "Gert Værge", "kind": "guardian", "how": "on_paper", "evidence": "Brev af 3. maj",
}  # fmt: skip


@pytest.fixture
def lived(town):
    course = started_course(town)
    wished(course, "Jeg vil have et sted at bo")
    return course


def at(lived, *rest):
    return "/".join([f"/forloeb/{lived.id}/fuldmagt", *map(str, rest), ""])


def named(lived):
    with as_(lived.citizen):
        return proxies(lived.id)


def test_the_citizen_names_somebody_gives_a_code_and_stops(lived, signed_in):
    me = signed_in(lived.citizen)
    assert "hvem der må læse for mig" in me.get("/mit/valg/").content.decode()
    page = me.post(at(lived, "ny"), YES, follow=True).content.decode()
    for words in ("Birthe Jensen", "Læse min plan", "Svare for mig", "Hun hjælper mig"):
        assert words in page
    [row] = named(lived)
    assert "Vi viser den kun denne ene gang" in me.post(at(lived, row.id, "kode")).content.decode()
    assert "Stop for Birthe Jensen" in me.get("/mit/valg/").content.decode()
    page = me.post(at(lived, row.id, "stop"), follow=True).content.decode()
    assert "Har måttet læse" in page
    assert "Birthe Jensen" not in me.get("/mit/valg/").content.decode()


def test_beside_the_citizen_how_it_was_said_is_written_and_she_confirms(town, lived, signed_in):
    karen = signed_in(town.karen)
    page = karen.post(at(lived, "ny"), BESIDE | {"kind": "guardian"}).content.decode()
    assert "En værge er udpeget på papir" in page
    karen.post(at(lived, "ny"), BESIDE)
    page = karen.get(at(lived)).content.decode()
    assert "Sagt mundtligt: Hos Jytte, Bo var med" in page
    assert "Ja, det passer" not in page
    me = signed_in(lived.citizen)
    assert "Ja, det passer" in me.get(at(lived)).content.decode()
    me.post(at(lived, named(lived)[0].id, "passer"))
    assert named(lived)[0].is_confirmed


def test_the_proxy_comes_to_whom_they_read_for_and_the_citizen_sees_the_look(
    town, lived, signed_in, django_assert_max_num_queries
):
    proposed(town, lived, town.karen)
    sister = signed_in(proxy_of(lived))
    assert sister.get("/mit/")["Location"] == "/laeser-for/"
    listed = sister.get("/laeser-for/").content.decode()
    assert "Jytte Jensen" in listed
    assert "Ring til min koordinator" not in listed, "they have none"
    with django_assert_max_num_queries(22):  # the log, limits, whose, plan, meetings; session
        page = sister.get(f"/laeser-for/{lived.id}/").content.decode()
    for words in (
        "Du læser for Jytte Jensen", "Jeg vil have et sted at bo", "Ringer til boligforeningen",
    ):  # fmt: skip
        assert words in page
    looks = signed_in(lived.citizen).get("/mit/valg/").content.decode()
    assert "En, der læser for dig," in looks
    assert "Det, du må læse for borgeren" in looks


def test_the_proxy_says_how_she_takes_part(town, signed_in):
    met = prepared_meeting(town, call=True)
    sister = signed_in(proxy_of(met.lived))
    page = sister.get(f"/laeser-for/{met.course_id}/").content.decode()
    assert "Svar for Jytte Jensen" in page
    assert "Bo Bostøtte" not in page
    answer = {"attends": "represented", "own_word": "Jeg vil sove"}
    sister.post(f"/laeser-for/{met.course_id}/{met.id}/", answer)
    with as_(met.karen):
        assert Meeting.objects.get(id=met.id).represented_by == "Birthe Jensen"


@pytest.mark.parametrize("page", ["", "planen/", "moeder/", "deling/", "fuldmagt/"])
def test_the_proxy_finds_no_page_of_the_course(lived, signed_in, page):
    sister = signed_in(proxy_of(lived))
    assert sister.get(f"/forloeb/{lived.id}/{page}").status_code in {403, 404}


def test_the_proxy_stops_by_a_touch_and_she_sees_it(lived, signed_in):
    sister = signed_in(proxy_of(lived))
    page = sister.get(f"/laeser-for/{lived.id}/").content.decode()
    assert "Stop med at læse" in page
    page = sister.post(f"/laeser-for/{lived.id}/stop/", follow=True).content.decode()
    assert "Du læser ikke mere." in page
    assert "Du læser ikke for nogen lige nu." in page
    assert sister.get(f"/laeser-for/{lived.id}/").status_code == 404
    me = signed_in(lived.citizen)
    assert "Birthe Jensen" not in me.get("/mit/valg/").content.decode()
    assert "holdt op" in me.get(f"/mit/{lived.id}/alt/").content.decode()
    today = day(clock.today())
    assert f"Fra {today} til {today}" in me.get(at(lived)).content.decode()


def test_who_was_stopped_reads_nothing_with_the_same_login(lived, signed_in):
    sister = signed_in(proxy_of(lived))
    signed_in(lived.citizen).post(at(lived, named(lived)[0].id, "stop"))
    assert sister.get(f"/laeser-for/{lived.id}/").status_code == 404
    assert "Du læser ikke for nogen" in sister.get("/laeser-for/").content.decode()


def test_what_she_reads_when_she_names_somebody_is_easy_to_read(lived, signed_in):
    me = signed_in(lived.citizen)
    for page in (at(lived), at(lived, "ny")):
        html = me.get(page).content.decode()
        main = html[html.index("<main") : html.index("</main>")]
        words = unescape(re.sub(r"<[^>]+>", ". ", main))
        assert lix(re.sub(r"[.\s]{2,}", ". ", words)) <= EASY, page


def test_one_who_is_close_finds_a_break_and_what_stands_under_their_own_name(
    town, lived, signed_in
):
    dorte = {"actor": town.dorte, "unit_id": town.coordination, "does": "Samler trådene"}
    with as_(town.dorte):
        describe_unit(**dorte, for_relatives="Ring, når du er træt.")
    sister = named_by_citizen(lived, "Birthe Jensen")
    with as_(lived.citizen):
        plan.add_step(
            actor=lived.citizen, course_id=lived.id, text="Kommer med suppe", relation_id=sister
        )
    page = signed_in(proxy_of(lived, place=sister)).get(f"/laeser-for/{lived.id}/")
    promised = page.content.decode()
    promised = promised[promised.index('id="promised"') : promised.index('id="plan"')]
    assert "Kommer med suppe" in promised
    assert "Ring, når du er træt." in page.content.decode()


def test_one_who_is_close_finds_the_meetings_they_are_asked_to_and_no_other(town, signed_in):
    met = prepared_meeting(town)
    lived = met.lived
    place, other = named_by_citizen(lived, "Birthe Jensen"), named_by_citizen(lived, "Kurt")
    plan_only = {"limits": [Limit.READ_PLAN]}
    sister = proxy_of(lived, place=place, **plan_only)
    kurt = proxy_of(lived, place=other, **plan_only)
    with as_(lived.citizen):
        key = next(one.key for one in candidates(lived.id) if one.guest.relation_id == place)
        invite(actor=lived.citizen, meeting_id=met.id, guest=key, why="Kender mig")
    heading = "Møder, du er bedt med til"
    where = f"/laeser-for/{lived.id}/"
    hers, his = signed_in(sister), signed_in(kurt)
    assert heading not in hers.get(where).content.decode(), "it is not called yet"
    with as_(lived.citizen):
        meetings.call_meeting(actor=lived.citizen, meeting_id=met.id)
    assert heading in hers.get(where).content.decode()
    assert heading not in his.get(where).content.decode()


def test_the_proxy_reads_the_hour_and_the_themes_in_her_words(town, signed_in):
    met = prepared_meeting(town, call=True)
    place = met.guests["sister"]
    with as_(met.lived.citizen):
        coming = next_meeting(met.course_id).starts_at.astimezone(clock.DENMARK)
        relation = next(row.relation_id for row in meeting(met.id).guests if row.id == place)
    close = proxy_of(met.lived, place=relation)
    with clock.at(coming - timedelta(hours=20)):
        page = signed_in(close).get(f"/laeser-for/{met.course_id}/").content.decode()
    said = f"{danish.day(coming)} {danish.clock(coming)}"
    assert page.count(said) == 2, "the meeting, and that one is asked to it"
    assert "<li>Hvem ringer jeg til?</li>" in page


def test_two_of_the_same_name_are_two_people(lived, signed_in):
    places = [named_by_citizen(lived, "Birthe Jensen") for _ in range(2)]
    last = places[-1]
    with as_(lived.citizen):
        for place in places:
            plan.add_step(
                actor=lived.citizen, course_id=lived.id, text=f"Trin ved {place}",
                relation_id=place,
            )  # fmt: skip
    reader, unplaced = proxy_of(lived, place=last), proxy_of(lived)
    page = signed_in(reader).get(f"/laeser-for/{lived.id}/").content.decode()
    promised = page[page.index('id="promised"') : page.index('id="plan"')]
    assert promised.count("Trin ved") == 1
    assert f"Trin ved {last}" in promised
    page = signed_in(unplaced).get(f"/laeser-for/{lived.id}/").content.decode()
    assert 'id="promised"' not in page


def test_before_she_marks_who_reads_for_her_the_page_says_what_ends(lived, signed_in):
    place, other = named_by_citizen(lived, "Birthe Jensen"), named_by_citizen(lived, "Kurt")
    sister, me = proxy_of(lived, place=place), signed_in(lived.citizen)
    page = me.get(f"/mit/{lived.id}/folk/{place}/").content.decode()
    assert "Birthe Jensen læser for dig nu. Det stopper også." in page
    assert "læser for dig nu" not in me.get(f"/mit/{lived.id}/folk/{other}/").content.decode()
    proxy_of(lived)  # of whom no place is known
    page = me.get(f"/mit/{lived.id}/folk/{other}/").content.decode()
    assert "Læser Kurt for dig nu? Det skal du stoppe et andet sted." in page
    assert at(lived) in page
    with as_(lived.citizen):
        set_relation_untold(actor=lived.citizen, course_id=lived.id, relation_id=place, untold=True)
    assert signed_in(sister).get(f"/laeser-for/{lived.id}/").status_code == 404
    page = me.post(at(lived, "ny", place), YES).content.decode()
    assert "Lav det om først" in page


def test_a_link_opens_the_door_and_says_nothing_of_her(lived, signed_in, client):
    me = signed_in(lived.citizen)
    me.post(at(lived, "ny"), YES)
    page = me.post(at(lived, named(lived)[0].id, "kode")).content.decode()
    link = re.search(r"/kom-ind/[^\"<]+", page).group()
    found = client.get(link)
    assert found.status_code == 200
    assert "Du er inviteret" in found.content.decode()
    assert "Jytte" not in found.content.decode()
    assert client.get(link[:-3] + "xx/").status_code == 404


def test_the_form_begins_with_whom_she_came_from(lived, signed_in):
    me, place = signed_in(lived.citizen), named_by_citizen(lived, "Moster Inga")
    assert 'value="Moster Inga"' in me.get(at(lived, "ny", place)).content.decode()
    me.post(at(lived, "ny", place), YES)
    assert named(lived)[0].place == place


def test_who_reads_for_her_is_named_with_the_ground_where_she_writes(town, lived, signed_in):
    """A guardian is appointed: nobody says that she chose one."""
    signed_in(town.karen).post(at(lived, "ny"), GUARDIAN)
    me = signed_in(lived.citizen)
    me.post(at(lived, "ny"), YES)
    for page in ("oensker/nyt/", "om-mig/", "folk/ny/"):
        html = unescape(me.get(f"/mit/{lived.id}/{page}").content.decode())
        shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
        assert "Gert Værge (din værge)" in shown, page
        assert "Birthe Jensen (læser for dig, fordi du har sagt ja)" in shown, page
        assert "du har valgt" not in shown, page
    choices = unescape(me.get("/mit/valg/").content.decode())
    for name, ground in (
        ("Gert Værge", "Din værge"), ("Birthe Jensen", "Læser for dig, fordi du har sagt ja"),
    ):  # fmt: skip
        assert f'<strong>{name}</strong> <span class="lf-person-role">{ground}.' in choices
    with as_(lived.citizen):
        [mine] = [row for row in proxies(lived.id) if row.name == "Birthe Jensen"]
    me.post(at(lived, mine.id, "stop"))
    assert "Birthe Jensen" not in me.get(f"/mit/{lived.id}/om-mig/").content.decode()


def test_who_reads_for_her_stands_among_her_people(town, lived, signed_in):
    place = named_by_citizen(lived, "Mor Jensen")
    proxy_of(lived, place=place)
    signed_in(town.karen).post(at(lived, "ny"), GUARDIAN)
    html = unescape(signed_in(lived.citizen).get("/mit/folk/").content.decode())
    hers, _mark, apart = html.partition('id="reading"')
    assert "læser for dig, fordi du har sagt ja" in hers, "in her sphere"
    assert "Gert Værge" not in hers
    assert "Gert Værge" in apart
    assert "Din værge" in apart
    assert "Birthe Jensen" not in apart, "nobody stands twice"
    assert at(lived) in apart


def test_the_same_person_reads_again_with_the_same_login_and_only_when_it_is_over(lived, signed_in):
    me, birthe = signed_in(lived.citizen), proxy_of(lived)
    [row] = named(lived)
    assert "Lad Birthe Jensen læse igen" not in me.get(at(lived)).content.decode()
    early = me.post(at(lived, row.id, "igen"), YES)
    assert early.status_code == 422
    assert "Stop det først" in early.content.decode()
    me.post(at(lived, row.id, "stop"))
    sister = signed_in(birthe)
    assert sister.get(f"/laeser-for/{lived.id}/").status_code == 404
    assert at(lived, row.id, "igen") in me.get(at(lived)).content.decode()
    form = me.get(at(lived, row.id, "igen")).content.decode()
    assert 'value="Birthe Jensen"' in form
    assert "Hun hjælper mig med breve" in form
    me.post(at(lived, row.id, "igen"), YES | {"name": "Ove Olsen"})
    assert sister.get(f"/laeser-for/{lived.id}/").status_code == 200
    assert {(one.person_id, one.name) for one in named(lived)} == {
        (birthe.person_id, "Birthe Jensen")
    }
    assert "Lad Birthe Jensen læse igen" not in me.get(at(lived)).content.decode()


def test_nobody_is_named_again_from_another_course(town, lived, signed_in):
    other = started_course(town, "Ove Olsen")
    proxy_of(other)
    [row] = named(other)
    me = signed_in(lived.citizen)
    assert me.get(at(lived, row.id, "igen")).status_code == 404
    assert me.post(at(lived, row.id, "igen"), YES).status_code == 404


def test_who_is_not_to_be_told_is_not_named_again(lived, signed_in):
    place = named_by_citizen(lived, "Birthe Jensen")
    proxy_of(lived, place=place)
    [row] = named(lived)
    with as_(lived.citizen):
        set_relation_untold(actor=lived.citizen, course_id=lived.id, relation_id=place, untold=True)
    again = signed_in(lived.citizen).post(at(lived, row.id, "igen"), YES)
    assert again.status_code == 422


def test_who_reads_for_her_reads_her_name_and_what_they_may_not(lived, signed_in):
    sister = signed_in(proxy_of(lived, limits=[Limit.READ_PLAN]))
    page = sister.get(f"/laeser-for/{lived.id}/").content.decode()
    may, _, rest = page.partition("Du må ikke:")
    assert "Læse planen" in may
    assert "Svare for Jytte Jensen, når der er møde" in rest
    assert "Sige ja til at dele noget for Jytte Jensen" in rest
    assert "Læse planen" not in rest
    assert "borgeren" not in re.search(r"<main.*?</main>", page, re.DOTALL).group()


def test_who_answers_for_her_answers_by_her_name(town, signed_in):
    met = prepared_meeting(town, call=True)
    sister = signed_in(proxy_of(met.lived))
    page = sister.get(f"/laeser-for/{met.course_id}/{met.id}/").content.decode()
    for words in ("Hvordan er Jytte Jensen med?", "Jeg kommer og taler for Jytte Jensen",
                  "Jytte Jensens ord", "Jytte Jensens team"):  # fmt: skip
        assert words in page
    assert "orgeren" not in re.search(r"<main.*?</main>", page, re.DOTALL).group()
