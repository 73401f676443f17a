"""What is sent after the session has wholly ended waits for its writer, and for nobody else."""

import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import loads
from django.test import Client
from django.urls import reverse

from landfast.access.queries import draft
from landfast.login.actions import sittings
from landfast.people import actions as people
from landfast.web.doors import SESSION_SITTING
from landfast.web.unsent import AT_MOST, SALT, UNSENT
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting, running_meeting
from tests.factories.town import as_

PASSWORD = "en-lang-og-venlig-kode"
WORDS = "Jeg vil gerne bo et sted med have"
KEPT = "Dine ord er gemt, men ikke sendt. Log ind, så står de der."


@pytest.fixture
def lived(town):
    found = started_course(town)
    for actor, name in ((found.citizen, "rosa"), (town.bo, "bo")):
        with as_(actor):
            people.open_account(person_id=actor.person_id, username=name, password=PASSWORD)
    return found


def come_in(client, name):
    return client.post(reverse("sign_in"), {"username": name, "password": PASSWORD})


@pytest.fixture
def hers(lived):
    client = Client()
    come_in(client, "rosa")
    return client


def page_of(lived):
    return reverse("write_my_statement", args=[lived.id])


def stamp(client, url):
    return re.search(r'name="skrevet" value="([^"]+)"', client.get(url).content.decode()).group(1)


def open_and_end(client, lived, page=""):
    """Her page stands open; her session is ended meanwhile."""
    hidden = {"skrevet": stamp(client, page or page_of(lived))}
    with as_(lived.citizen):
        sittings.end(actor=lived.citizen, sitting_id=UUID(client.session[SESSION_SITTING]))
    return hidden


def test_her_words_wait_and_stand_in_the_form_when_she_has_come_in_again(lived, hers):
    hidden = open_and_end(hers, lived)
    sent = hers.post(page_of(lived), {**hidden, "statement": WORDS})
    assert sent.status_code == 302
    door = hers.get(sent.url)
    assert KEPT in door.content.decode()
    assert WORDS not in door.content.decode()
    entered = come_in(hers, "rosa")
    assert entered.url == page_of(lived)
    shown = hers.get(entered.url).content.decode()
    assert WORDS in shown
    assert "Det er ikke sendt endnu" in shown
    assert UNSENT not in hers.session


def test_whoever_else_comes_in_there_finds_nothing_of_it_and_it_is_gone(lived, hers, town):
    hidden = open_and_end(hers, lived)
    hers.post(page_of(lived), {**hidden, "statement": WORDS})
    assert WORDS not in str(dict(hers.session.items()))  # sealed while it waits
    entered = come_in(hers, "bo")
    assert entered.url != page_of(lived)
    for actor in (town.bo, lived.citizen):
        with as_(actor):
            assert draft(actor, page_of(lived)) == {}
    hers.post(reverse("sign_out"))
    assert come_in(hers, "rosa").url != page_of(lived)


def test_also_when_the_browser_has_long_lost_the_session(lived, hers):
    hidden = open_and_end(hers, lived)
    hers.cookies.pop("sessionid")
    hers.post(page_of(lived), {**hidden, "statement": WORDS})
    come_in(hers, "rosa")
    assert WORDS in hers.get(page_of(lived)).content.decode()


@pytest.mark.parametrize("made_up", ["", "rosa", "x:y:z"])
def test_a_stranger_keeps_nothing_by_a_form_that_no_page_gave_them(lived, made_up):
    stranger = Client()
    answer = stranger.post(page_of(lived), {"skrevet": made_up, "statement": WORDS})
    assert UNSENT not in stranger.session
    assert "gør det igen" in stranger.get(answer.url).content.decode()


@pytest.mark.parametrize("has_cookie", [True, False])
def test_a_file_must_be_chosen_again_and_she_is_told(lived, hers, has_cookie):
    page = reverse("add_paper", args=[lived.id])
    hidden = open_and_end(hers, lived, page)
    if not has_cookie:
        hers.cookies.pop("sessionid")
    hers.post(page, {**hidden, "title": WORDS, "file": SimpleUploadedFile("brev.txt", b"hej")})
    shown = hers.get(come_in(hers, "rosa").url).content.decode()
    assert WORDS in shown
    assert "En fil er ikke gemt. Vælg den igen." in shown


def test_what_is_longer_than_a_draft_is_not_said_to_be_kept(lived, hers):
    hidden = open_and_end(hers, lived)
    answer = hers.post(page_of(lived), {**hidden, "statement": "æ" * 20_001})
    assert KEPT not in hers.get(answer.url).content.decode()


def test_so_many_wait_and_no_more(lived, hers):
    hidden = open_and_end(hers, lived)
    for number in range(AT_MOST + 2):
        hers.post(page_of(lived), {**hidden, "statement": f"{WORDS} {number}"})
    assert len(hers.session[UNSENT]) == AT_MOST
    come_in(hers, "rosa")
    assert f"{WORDS} {AT_MOST + 1}" in hers.get(page_of(lived)).content.decode()


def test_a_form_that_htmx_sends_takes_the_whole_page_to_the_door(lived, hers):
    hidden = open_and_end(hers, lived)
    answer = hers.post(
        page_of(lived), {**hidden, "statement": WORDS}, headers={"HX-Request": "true"}
    )
    assert answer.headers["HX-Redirect"].startswith(reverse("sign_in"))
    assert KEPT in hers.get(answer.headers["HX-Redirect"]).content.decode()


def test_what_a_page_sends_for_itself_is_nothing_to_tell_at_the_door(lived, hers):
    open_and_end(hers, lived)
    hers.post(reverse("keep_draft"), {"kladde": page_of(lived), "statement": WORDS},
              headers={"Sec-Fetch-Dest": "empty"})  # fmt: skip
    assert "Du var logget ud" not in hers.get(reverse("sign_in")).content.decode()


def test_a_page_that_answered_a_form_leads_back_to_the_one_that_was_opened(town, signed_in):
    """The address that a form is sent to may show nothing when it is opened."""
    met = prepared_meeting(town)
    client, where = signed_in(town.karen), [met.course_id, met.id]
    opened = reverse("prepare_meeting", args=where)
    told = {"skrevet": stamp(client, opened), "theme-words": "æ" * 5000}
    wrong = client.post(reverse("add_theme", args=where), told)
    assert wrong.status_code == 422
    after = re.findall(r'name="skrevet" value="([^"]+)"', wrong.content.decode())
    assert after
    assert {loads(one, salt=SALT)[2] for one in after} == {opened}


def test_of_forms_that_are_sent_as_one_only_those_with_words_wait(lived, town):
    met = running_meeting(town)
    with as_(met.karen):
        people.open_account(person_id=met.karen.person_id, username="karen", password=PASSWORD)
    karen = Client()
    come_in(karen, "karen")
    room = reverse("hold_meeting", args=[met.course_id, met.id])
    page = karen.get(room).content.decode()
    stamps = re.findall(r'name="skrevet" value="([^"]+)"', page)
    with as_(met.karen):
        sittings.end(actor=met.karen, sitting_id=UUID(karen.session[SESSION_SITTING]))
    say = reverse("say", args=[met.course_id, met.id])
    sent = {"skrevet": stamps, "kind": "input", "say-text": WORDS, "say-seat": "hende",
            "proposal-text": "", "proposal-wish": "intet", "theme-words": " "}  # fmt: skip
    karen.post(say, sent)
    come_in(karen, "karen")
    with as_(met.karen):
        assert draft(met.karen, say)["say-text"] == WORDS
        others = [reverse(name, args=[met.course_id, met.id])
                  for name in ("propose_at_meeting", "add_theme_now")]  # fmt: skip
        assert [draft(met.karen, one) for one in others] == [{}, {}]
