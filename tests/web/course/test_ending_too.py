"""What is said before and after a course ends as planned, by a move or by a death."""

import re

import pytest
from django.urls import reverse

from landfast.course.actions.coordinator import appoint_first
from landfast.course.actions.ending import reopen
from landfast.course.rules.ending import ClosingFacts
from landfast.journeys.close_course import begin_closing, close_course
from landfast.journeys.note_death import note_death
from landfast.kernel.clock import today
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.parts import proxy_of
from tests.factories.plan import accepted, proposed, wished
from tests.factories.town import as_

CLOSED = ClosingFacts(
    "Vi nåede meget", "", "Bo går videre", "Ring til os", talk_declined=True
)  # fmt: skip


def shown(answer):
    return answer.content.decode().replace("\xa0", " ")


@pytest.fixture
def met(town):
    met = prepared_meeting(town, call=True)
    wished(met.lived)
    accepted(town, met.lived, town.bo, text="Ringer til banken")
    proxy_of(met.lived)
    return met


def closed(town, met):
    with as_(town.karen):
        begin_closing(actor=town.karen, course_id=met.course_id, reason="Vi er i mål")
        close_course(actor=town.karen, course_id=met.course_id, facts=CLOSED)


@pytest.mark.parametrize("page", ["close_course", "move_away", "note_death", "stop_course"])
def test_what_ends_too_is_said_before_it_does(town, met, signed_in, page):
    if page == "close_course":
        with as_(town.karen):
            begin_closing(actor=town.karen, course_id=met.course_id, reason="Vi er i mål")
    read = shown(signed_in(town.karen).get(reverse(page, args=[met.course_id])))
    assert "Møderne bliver aflyst" in read
    assert "Vi skriver ikke til Min søster Birthe." in read
    assert "Sig det selv til dem, vi ikke skriver til." in read
    assert "Birthe Jensen kan ikke læse forløbet mere." in read
    assert "Ringer til banken" in read


def test_she_reads_that_not_everybody_is_written_to(met, signed_in):
    read = shown(signed_in(met.lived.citizen).get(reverse("stop_my_course", args=[met.course_id])))
    assert "De andre får besked om, at mødet er aflyst." in read
    assert "Vi beder Karen Koordinator sige det til dem, vi ikke skriver til." in read
    assert "De, der er indkaldt, får besked" not in read


def test_who_promised_something_to_one_who_died_is_told_so_and_has_nothing_to_finish(
    town, met, signed_in
):
    with as_(town.karen):
        note_death(actor=town.karen, course_id=met.course_id, died_on=today())
    bo = signed_in(town.bo)
    read = shown(bo.get(reverse("my_agreements")))
    assert "Jytte Jensen er død" in read
    assert "Det gør os ondt." in read
    assert "Ringer til banken" in read.partition("Jytte Jensen er død")[2]
    assert "Gør det færdigt i din egen enhed" not in read
    assert "Opgaver fra forløb" not in read


def test_what_is_to_be_said_aloud_of_a_death_is_kept_until_it_is_said(town, met, signed_in):
    karen, other = signed_in(town.karen), started_course(town, "Bent Berg")
    proposed(town, other, town.karen, text="Ringer til Karens egen bank")
    sent = karen.post(
        reverse("note_death", args=[met.course_id]), {"died_on": today().isoformat()}, follow=True
    )
    assert "Det, du selv skal sige, står under Mine aftaler." in shown(sent)
    read = shown(karen.get(reverse("my_agreements"))).partition("Jytte Jensen er død")[2]
    assert "De skal høre det af dig." in read
    assert "Sig det til Min søster Birthe: mødet" in read
    assert "Sig det til Birthe Jensen, der læste for Jytte" in read
    assert "Du havde lovet" not in read
    assert read.index("Min søster Birthe: mødet") < read.index("der læste for Jytte")  # by its day
    assert read.index("De skal høre det af dig.") < read.index("Ringer til Karens egen bank")
    [said] = re.findall(r'mødet [^<]+ er aflyst\.</p><form [^>]*action="([^"]+)"', read)
    karen.post(said)
    read = shown(karen.get(reverse("my_agreements")))
    assert "Sig det til Min søster Birthe: mødet" not in read
    assert "Sig det til Birthe Jensen, der læste for Jytte" in read


def test_who_opens_the_login_of_one_who_died_is_offered_nothing_that_cannot_be(
    town, met, signed_in
):
    with as_(town.karen):
        note_death(actor=town.karen, course_id=met.course_id, died_on=today())
    read = shown(signed_in(met.lived.citizen).get("/mit/"))
    assert "Vi har skrevet ned, at Jytte er død. Det gør os ondt." in read
    assert "er det en fejl, så ring til os" in read
    for untrue in ("Begynd igen", "Døren", "Hej Jytte", "Dine oplysninger"):
        assert untrue not in read


def test_when_the_closing_has_begun_she_reads_so_also_when_she_is_lately_back(town, met, signed_in):
    closed(town, met)
    with as_(met.lived.citizen):
        reopen(actor=met.lived.citizen, course_id=met.course_id)
    with as_(town.dorte):
        appoint_first(
            actor=town.dorte, course_id=met.course_id, person_id=town.mads.person_id,
            reason="Har plads",
        )  # fmt: skip
    with as_(town.mads):
        begin_closing(actor=town.mads, course_id=met.course_id, reason="Vi er i mål")
    read = shown(signed_in(met.lived.citizen).get("/mit/"))
    assert "Vi er ved at slutte." in read
    assert "Velkommen tilbage" not in read


def test_nobody_is_asked_to_refer_the_dead_anew(town, met, signed_in):
    with as_(town.karen):
        note_death(actor=town.karen, course_id=met.course_id, died_on=today())
    read = shown(signed_in(town.dorte).get(reverse("ended_courses")))
    assert "Borgeren er død." in read
    assert "Åbnes ikke igen" in read
    assert "Kræver en ny henvendelse" not in read


def test_who_presses_begin_again_twice_is_told_that_it_is_under_way(town, met, signed_in):
    closed(town, met)
    me, again = signed_in(met.lived.citizen), reverse("reopen_my_course", args=[met.course_id])
    assert me.post(again).status_code == 302
    second = me.post(again)
    assert "Forløbet er i gang. Der er ikke noget, du skal gøre." in shown(second)


def test_begun_again_after_a_closing_nothing_is_said_to_hold_still(town, met, signed_in):
    closed(town, met)
    with as_(met.lived.citizen):
        reopen(actor=met.lived.citizen, course_id=met.course_id)
    with as_(town.dorte):
        appoint_first(
            actor=town.dorte, course_id=met.course_id, person_id=town.mads.person_id,
            reason="Har plads",
        )  # fmt: skip
    read = shown(signed_in(met.lived.citizen).get("/mit/"))
    assert "Det faldt væk, da dit forløb sluttede." in read
    assert "da du stoppede" not in read
    assert "Din nye koordinator er" in read
    assert "Det, I har aftalt, gælder stadig." not in read
    assert "Vi nåede ikke at sige dagen til dig først." not in read


def test_who_read_for_her_is_not_taken_for_a_citizen_without_a_course(town, met, signed_in):
    sister = signed_in(proxy_of(met.lived))
    closed(town, met)
    read = shown(sister.get("/mit/", follow=True))
    assert "Du læser ikke for nogen lige nu." in read
    assert "Ring til den" not in read
    assert "Teamet svarer dig gerne." in read
    assert re.search(r'href="tel:[^"]+">Ring til Koordinatorteamet: ', read)
    assert "Du har ikke noget forløb" not in read
