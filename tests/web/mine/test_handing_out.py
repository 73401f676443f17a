"""The coordinator hands the record out; others in it are found, what is left out is told."""

import re

import pytest
from django.urls import reverse

from landfast.access.models import Event
from landfast.access.rules import LeftOut
from landfast.network import actions as network
from landfast.network.actions import Named
from landfast.network.rules import Closeness, Sphere
from tests.factories.plan import accepted, wished, with_team
from tests.factories.town import as_
from tests.paper.test_papers import assert_accessible, words


@pytest.fixture
def lived(town):
    lived = with_team(town, town.bo)
    wished(lived, "Jeg vil bo tæt på Solveig")
    wished(lived, "Jeg vil lære at svømme")
    accepted(town, lived, town.bo, text="Ringe til udlejeren")
    with as_(lived.citizen):
        solveig = Named("Solveig Søster", Sphere.FAMILY, Closeness.CLOSE, "søster")
        network.add_relation(actor=lived.citizen, course_id=lived.id, named=solveig)
    return lived


def address(lived):
    return reverse("hand_out_record", args=[lived.id])


def key_of(html, said):
    [key] = re.findall(rf'value="([^"]+)"[^>]*>(?:(?!</label>).)*{said}', html)
    return key


def test_entries_that_name_others_are_listed_and_others_are_not(town, lived, signed_in):
    html = signed_in(town.karen).get(address(lived)).content.decode()
    assert "Jeg vil bo tæt på Solveig" in html
    assert "nævner Solveig Søster" in html
    assert "Jeg vil lære at svømme" not in html


def test_what_is_ticked_is_left_out_and_the_book_says_so(town, lived, signed_in):
    karen = signed_in(town.karen)
    key = key_of(karen.get(address(lived)).content.decode(), "Jeg vil bo tæt på Solveig")
    answer = karen.post(address(lived), {"private": [key], "reason": LeftOut.ANOTHERS_RIGHTS.value})
    assert answer["Content-Type"] == "application/pdf"
    assert_accessible(answer.content, "Alt om mig")
    said = words(answer.content)
    assert "Jeg vil bo tæt på Solveig" not in said
    assert "Jeg vil lære at svømme" in said
    assert "Jytte Jensen" in said, "the book says whom it is about"
    assert "1 sted er taget ud" in said
    assert "Datatilsynet" in said
    with as_(lived.citizen):
        event = Event.objects.get(kind="record.handed_out", scope_id=lived.id)
    assert event.facts == {"left_out": 1, "reason": "anothers_rights"}
    mine = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt/").content.decode()
    assert "En fagperson gav dig alt om dig på papir" in mine


def test_nothing_is_left_out_without_a_reason(town, lived, signed_in):
    karen = signed_in(town.karen)
    key = key_of(karen.get(address(lived)).content.decode(), "Jeg vil bo tæt på Solveig")
    answer = karen.post(address(lived), {"private": [key], "reason": ""})
    assert answer.status_code == 422
    assert "Skriv, hvorfor det ikke skal med." in answer.content.decode()


def test_the_login_of_the_one_who_hands_it_out_is_not_in_it(town, lived, signed_in):
    answer = signed_in(town.karen).post(address(lived), {"reason": ""})
    said = words(answer.content)
    assert "Ringe til udlejeren" in said
    assert f"user-{town.karen.person_id}" not in said
    assert "Her har du logget ind" not in said


def test_only_who_holds_the_threads_may(town, lived, signed_in):
    for who in (town.bo, lived.citizen):
        assert signed_in(who).get(address(lived)).status_code == 403
    assert signed_in(town.vibeke).get(address(lived)).status_code == 404
