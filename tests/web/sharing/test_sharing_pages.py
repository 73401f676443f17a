"""Sharing by topic in the browser's words: give, read, confirm, renew, stop."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from landfast.access.rules import TOPIC_NAMES, Situation, Topic
from landfast.consent import actions, queries
from landfast.consent.actions import Outside, Yes
from landfast.consent.rules import LEGAL_TEXT, ConsentState, How
from landfast.kernel import clock
from landfast.kernel.danish import lix
from landfast.plan.actions import add_wish
from landfast.programmes.rules import NeedArea
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.plan import join, proposed
from tests.factories.town import as_
from tests.paper.test_papers import assert_accessible
from tests.paper.test_papers import words as printed
from tests.web.sharing.pages import YES, at, who_wants_a_home

EASY = 35
BESIDE = YES | {"how": "orally", "evidence": "Hjemme hos hende, Bo var med", "waived_because": ""}


@pytest.fixture
def lived(town):
    return who_wants_a_home(town)


def shares(lived):
    with as_(lived.citizen):
        return queries.shares(lived.id)


def test_the_citizen_shares_reads_the_receipt_and_stops(town, lived, signed_in):
    me = signed_in(lived.citizen)
    assert "Del noget med en anden" in me.get("/mit/valg/").content.decode()
    assert "Social og Handicap" in me.get(at(lived, "ny")).content.decode()
    answer = me.post(at(lived, "ny", "enhed", town.social), YES, follow=True)
    page = answer.content.decode()
    for words in ("Kvittering", "Social og Handicap", "Bolig", "Finde en bolig", "De kan læse nu"):
        assert words in page
    [row] = shares(lived)
    assert (row.how, row.state) == (How.SELF, ConsentState.GIVEN)
    assert "Du har delt med Social og Handicap" in page, "her receipt speaks to her"
    assert "Sagt af dig selv her" in page
    assert "orger" not in page.partition("<main")[2].partition("</main")[0]
    paper = me.get(at(lived, row.id, "kvittering.pdf").rstrip("/")).content
    assert "Jytte Jensen" in printed(paper), "a paper says whose it is"
    assert "Stop for Social og Handicap" in me.get("/mit/valg/").content.decode()
    me.post(at(lived, row.id, "stop"))
    assert shares(lived)[0].state is ConsentState.WITHDRAWN
    assert "Stoppet" in me.get(at(lived)).content.decode()


def test_a_promise_names_as_readers_those_who_were_let_in_to_what_it_is_about(
    town, lived, signed_in
):
    join(town, lived, town.bo)
    with as_(lived.citizen):
        me = {"actor": lived.citizen, "course_id": lived.id}
        wishes = [add_wish(area=area, words="Mit ønske", **me)
                  for area in (NeedArea.HOUSING, NeedArea.FAMILY)]  # fmt: skip
    housing, family = (
        proposed(town, lived, town.bo, wish_id=wish, practical_problem="") for wish in wishes
    )
    me = signed_in(lived.citizen)
    me.post(at(lived, "ny", "enhed", town.social), YES)

    def readers(agreement):
        page = me.get(reverse("agreement", args=[lived.id, agreement])).content.decode()
        return page.partition("Kan læses af")[2].partition("</div>")[0]

    assert "Social og Handicap" in readers(housing)
    assert "Social og Handicap" not in readers(family)
    assert "Karen Koordinator" in readers(family)


def test_what_is_shared_takes_few_queries_however_much_it_is(
    town, lived, signed_in, django_assert_max_num_queries
):
    when = {"when": "admitted"}
    me = signed_in(lived.citizen)
    for unit in (town.social, town.ward):
        me.post(at(lived, "ny", "enhed", unit), YES | when)
    assert {row.when.situation for row in shares(lived)} == {Situation.ADMITTED}
    me.get(at(lived))  # what was to be said once has been said
    # eight of the page's own; session, actor, log, and whom the footer says to ring
    with django_assert_max_num_queries(17):
        assert "kun ved indlæggelse" in me.get(at(lived)).content.decode()


def test_the_reader_outside_sees_the_topic_and_whom_to_ring(town, lived, signed_in):
    me = signed_in(lived.citizen)
    me.post(at(lived, "ny", "person", town.bo.person_id), YES)
    bo = signed_in(town.bo)
    assert "Jytte Jensen" in bo.get("/delt/").content.decode()
    page = bo.get(f"/delt/{lived.id}/").content.decode()
    for words in ("Jytte Jensen", "Jeg vil have et sted at bo", "Karen Koordinator"):
        assert words in page
    for other in (f"/forloeb/{lived.id}/", f"/forloeb/{lived.id}/netvaerk/", at(lived)):
        assert bo.get(other).status_code in {403, 404}
    assert "Det, du har delt" in me.get("/mit/valg/").content.decode()


def test_without_a_share_there_is_nothing(town, lived, signed_in):
    anna = signed_in(town.anna)
    assert "Ingen har delt noget" in anna.get("/delt/").content.decode()
    assert anna.get(f"/delt/{lived.id}/").status_code == 404
    assert anna.get(at(lived)).status_code == 404


def test_beside_the_coordinator_and_confirmed_by_the_citizen(town, lived, signed_in):
    karen, me = signed_in(town.karen), signed_in(lived.citizen)
    url = at(lived, "ny", "person", town.bo.person_id)
    assert "Del noget" in karen.get(at(lived)).content.decode()
    assert karen.post(url, BESIDE).status_code == 302
    [row] = shares(lived)
    assert "ikke selv bekræftet" in karen.get(at(lived, row.id)).content.decode()
    asked = f"{town.karen.name} har skrevet, at du sagde ja. Passer det?"
    for page in (at(lived), "/mit/", "/mit/valg/"):
        said = me.get(page).content.decode()
        assert said.index(asked) < said.index("Ja, det passer"), page
    assert asked not in karen.get(at(lived)).content.decode()
    me.post(at(lived, row.id, "passer"))
    assert shares(lived)[0].confirmed_at
    assert asked not in me.get("/mit/").content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"topics": []}, "skal"),
        ({"purpose": ""}, "skal"),
        ({"purpose": " "}, "skal"),
        ({"topics": ["health"]}, "hvorfor I har fraveget det"),
        ({"topics": ["whole"]}, ""),
        ({"days": "9999"}, ""),
        ({"how": "self"}, ""),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_kept(town, lived, signed_in, change, sentence):
    url = at(lived, "ny", "person", town.bo.person_id)
    answer = signed_in(town.karen).post(url, BESIDE | change)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Hjemme hos hende, Bo var med" in page
    assert shares(lived) == []


@pytest.mark.parametrize(("days_ago", "offered"), [(50, False), (70, True), (100, True)])
def test_the_last_month_offers_one_touch_to_go_on(town, signed_in, days_ago, offered):
    with clock.at(clock.now() - timedelta(days=days_ago)):
        lived = started_course(town)
        said = Yes([Topic.HOUSING], "Finde en bolig", clock.today() + timedelta(days=90))
        with as_(lived.citizen):
            made = actions.share(
                actor=lived.citizen, course_id=lived.id, to=Outside(unit=town.social), yes=said
            )
    me = signed_in(lived.citizen)
    assert ("Forlæng et år" in me.get(at(lived)).content.decode()) == offered
    assert me.post(at(lived, made, "forlaeng")).status_code == (302 if offered else 409)
    states = [one.state for one in shares(lived)]
    assert states == [ConsentState.GIVEN, *([ConsentState.REPLACED] if offered else [])]


def test_a_stranger_to_the_receipt_and_an_unknown_recipient_find_nothing(town, lived, signed_in):
    me = signed_in(lived.citizen)
    assert me.get(at(lived, lived.id)).status_code == 404
    assert me.post(at(lived, lived.id, "stop")).status_code == 404
    assert me.get(at(lived, "ny", "enhed", lived.id)).status_code == 404
    assert me.get(at(lived, "ny", "person", lived.id)).status_code == 404


def test_what_the_law_says_is_easy_to_read():
    assert lix(" ".join(LEGAL_TEXT.values())) <= EASY
    assert all(len(name) < 30 for name in TOPIC_NAMES.values())


def test_a_yes_is_signed_by_who_shows_again_who_they_are(town, lived, signed_in, settings):
    """Somebody at a screen that was left open gives nobody access; taking back asks nothing."""
    me = signed_in(lived.citizen)
    me.post(at(lived, "ny", "enhed", town.social), YES)
    [row] = shares(lived)
    settings.LANDFAST_STEP_UP_MINUTES = 0
    form = at(lived, "ny", "enhed", town.ward)
    for answer, onward in (
        (me.get(form), form), (me.post(form, YES), form),
        (me.post(at(lived, row.id, "forlaeng")), at(lived)),
        (me.post(at(lived, row.id, "passer")), at(lived)),
    ):  # fmt: skip
        assert answer["Location"] == f"/log-ind/igen/?{urlencode({'naeste': onward})}"
    assert [one.id for one in shares(lived)] == [row.id]
    me.post(at(lived, row.id, "stop"))
    assert shares(lived)[0].state is ConsentState.WITHDRAWN


def test_what_was_typed_before_one_showed_who_one_is_stands_in_the_form_again(
    town, lived, signed_in, settings
):
    me, form = signed_in(lived.citizen), at(lived, "ny", "enhed", town.ward)
    minutes, settings.LANDFAST_STEP_UP_MINUTES = settings.LANDFAST_STEP_UP_MINUTES, 0
    me.post(form, YES)
    settings.LANDFAST_STEP_UP_MINUTES = minutes
    page = me.get(form).content.decode()
    assert YES["purpose"] in page
    assert re.search(r'value="housing"[^>]*checked', page)
    assert shares(lived) == []
    me.post(form, YES)
    assert len(shares(lived)) == 1
    assert YES["purpose"] not in me.get(form).content.decode(), "it has done its work"


def test_a_no_is_said_in_two_touches_and_can_be_the_last_word(town, lived, signed_in):
    me, karen = signed_in(lived.citizen), signed_in(town.karen)
    unit = at(lived, "ny", "enhed", town.social)
    assert "Nej, ikke med Social og Handicap" in me.get(unit).content.decode()
    assert "helt i orden" in me.get(unit + "nej/").content.decode()
    me.post(unit + "nej/", {})
    [row] = shares(lived)
    assert "har sagt nej til at dele" in me.get(at(lived, row.id)).content.decode()
    assert "én gang til" in karen.get(at(lived)).content.decode()
    asked = karen.post(unit, BESIDE)
    assert "Spørg kun igen, hvis noget er ændret" in asked.content.decode()
    assert karen.post(unit + "nej/", {"never_again": "on"}).status_code == 422
    me.post(at(lived, row.id, "spoerg-ikke"))
    assert "Der spørges ikke igen" in karen.get(at(lived)).content.decode()
    last = karen.post(unit, BESIDE | {"changed": "Alt er nyt"}).content.decode()
    assert "skal ikke spørges igen" in last
    # nobody is led to read it aloud to her; only what she signs herself is taken
    page = karen.get(unit).content.decode()
    assert "Spørg ikke." in page
    assert "Sagt på papir" in page
    for gone in ("Læs op for borgeren", "Sagt mundtligt", "Hvad er ændret", "Borgeren siger nej"):
        assert gone not in page
    assert me.post(unit, YES).status_code == 302
    assert [one.state for one in shares(lived)] == [ConsentState.GIVEN, ConsentState.REFUSED]


def test_beside_her_a_second_no_says_what_had_changed(town, lived, signed_in):
    me, karen = signed_in(lived.citizen), signed_in(town.karen)
    person = at(lived, "ny", "person", town.bo.person_id)
    me.post(person + "nej/", {})
    assert karen.post(person + "nej/", {"changed": "Bo har ny opgave"}).status_code == 302
    row = shares(lived)[0]
    assert "Bo har ny opgave" in karen.get(at(lived, row.id)).content.decode()


def test_a_ward_reads_only_while_she_is_admitted(town, lived, signed_in):
    me, anna = signed_in(lived.citizen), signed_in(town.anna)
    me.post(at(lived, "ny", "organisation", town.region), YES | {"when": "admitted"})
    [row] = shares(lived)
    page = me.get(at(lived, row.id)).content.decode()
    for words in ("Region Fjord", "Kun ved indlæggelse", "De kan ikke læse lige nu"):
        assert words in page
    assert anna.get(f"/delt/{lived.id}/").status_code == 404
    assert "Jeg er indlagt" in me.get(at(lived)).content.decode()
    assert "Siden hvornår" in me.get(at(lived, "nu", "admitted")).content.decode()
    me.post(at(lived, "nu", "admitted"), {"since": clock.today().isoformat()})
    assert "Indlagt siden" in me.get(at(lived)).content.decode()
    assert anna.get(f"/delt/{lived.id}/").status_code == 200
    me.post(at(lived, "nu", "admitted", "slut"))
    assert anna.get(f"/delt/{lived.id}/").status_code == 404


def test_beside_her_who_cannot_be_reached_and_at_which_meeting(town, signed_in):
    met = prepared_meeting(town, call=True)
    karen, lived = signed_in(town.karen), met.lived
    person = at(lived, "ny", "person", town.solveig.person_id)
    assert "Kun på mødet" in karen.get(person).content.decode()
    said = BESIDE | {"when": f"meeting-{met.id}"}
    assert karen.post(at(lived, "ny", "enhed", town.ward), said).status_code == 302
    assert "kun på mødet" in karen.get(at(lived)).content.decode()
    assert karen.post(person, BESIDE | {"when": "unreachable-7"}).status_code == 302
    assert "kun hvis ingen har haft kontakt i 7 dage" in karen.get(at(lived)).content.decode()
    so = at(lived, "nu", "unreachable")
    assert karen.post(so, {"since": "2999-01-01"}).status_code == 422
    karen.post(so, {"since": (clock.today() - timedelta(days=8)).isoformat()})
    assert "Der er kontakt igen" in karen.get(at(lived)).content.decode()
    # she wrote something today: she can be reached, whatever was said
    assert signed_in(town.solveig).get(f"/delt/{lived.id}/").status_code == 404
    assert karen.get(at(lived, "nu", "meeting")).status_code == 404


def test_a_situation_that_nobody_offers_is_refused(town, lived, signed_in):
    url = at(lived, "ny", "enhed", town.social)
    answer = signed_in(lived.citizen).post(url, YES | {"when": "meeting-1"})
    assert answer.status_code == 422
    assert shares(lived) == []


def test_what_may_be_known_is_said_on_one_page_and_held_to(town, lived, signed_in):
    me, bo = signed_in(lived.citizen), signed_in(town.bo)
    assert "Det fortæller jeg selv" in me.get(at(lived, "emner")).content.decode()
    said = {topic.value: "known" for topic in TOPIC_NAMES}
    me.post(at(lived, "emner"), said | {"crime": "myself", "economy": "closed"})
    page = me.get(at(lived)).content.decode()
    assert "Politi og straf" in page
    assert "Må ikke deles" in page
    form = at(lived, "ny", "person", town.bo.person_id)
    assert 'value="economy"' not in me.get(form).content.decode()
    assert me.post(form, YES | {"topics": ["housing", "economy"]}).status_code == 422
    me.post(form, YES)
    assert "vil selv fortælle om: Politi og straf" in bo.get(f"/delt/{lived.id}/").content.decode()
    assert me.post(at(lived, "emner"), said | {"crime": "nonsense"}).status_code == 422


def test_the_receipt_on_paper_says_what_the_page_says(town, lived, signed_in):
    karen = signed_in(town.karen)
    said = BESIDE | {
        "topics": ["health", "housing"], "waived_because": "Hun var på vej ud ad døren",
        "when": "admitted",
    }  # fmt: skip
    karen.post(at(lived, "ny", "enhed", town.ward), said)
    [row] = shares(lived)
    pdf = karen.get(at(lived, row.id, "kvittering.pdf").rstrip("/"))
    assert pdf["Content-Type"] == "application/pdf"
    assert_accessible(pdf.content, "Kvittering")
    on_paper, page = printed(pdf.content), unescape(karen.get(at(lived, row.id)).content.decode())
    for sentence in (
        "Jytte Jensen har delt med Afsnit P3, Region Fjord.", "Bolig, Min krop og mit helbred",
        "Kun ved indlæggelse", "Hun var på vej ud ad døren", "Hjemme hos hende, Bo var med",
        "Karen Koordinator", "Borgeren har ikke selv bekræftet det endnu.",
        "Et ja om dit helbred gælder højst et år.",
    ):  # fmt: skip
        assert sentence in on_paper
        assert sentence in page
    assert signed_in(town.anna).get(at(lived, row.id, "kvittering.pdf")).status_code == 404


def test_the_first_page_asks_about_what_ends_soon_and_what_was_written_for_her(
    town, lived, signed_in
):
    me, karen = signed_in(lived.citizen), signed_in(town.karen)
    me.post(at(lived, "ny", "enhed", town.social), YES)
    assert "Forlæng et år" not in me.get("/mit/").content.decode()
    karen.post(at(lived, "ny", "enhed", town.ward), BESIDE)
    assert "Ja, det passer" in me.get("/mit/").content.decode()
    with as_(lived.citizen):
        soon = clock.today() + timedelta(days=20)
        yes = Yes([Topic.WORK], "Finde et job", soon)
        actions.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(unit=town.social), yes=yes
        )
    page = me.get("/mit/").content.decode()
    assert "Forlæng et år" in page
    assert "Det slutter" in page


def test_the_list_is_a_look_at_each_whom_it_names_and_at_nobody_else(town, lived, signed_in):
    me, bo = signed_in(lived.citizen), signed_in(town.bo)
    other = started_course(town, "Bent Berg")
    listed = "Delt med mig (liste)"
    bo.get("/delt/")
    assert listed not in me.get("/mit/valg/").content.decode()
    me.post(at(lived, "ny", "person", town.bo.person_id), YES)
    bo.get("/delt/")
    assert me.get("/mit/valg/").content.decode().count(listed) == 1
    bo.get(f"/delt/{lived.id}/")
    page = me.get("/mit/valg/").content.decode()
    assert page.count(listed) == 1, "one page opened is one page, not the list again"
    assert "Det, du har delt" in page
    assert listed not in signed_in(other.citizen).get("/mit/valg/").content.decode()
