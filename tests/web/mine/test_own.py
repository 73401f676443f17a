"""Når jeg får det dårligt, and Kun for mig, without a browser."""

from html import unescape

import pytest

from landfast.kernel.clock import today
from landfast.network.queries.own import own_notes
from landfast.network.rules.unwell import PARTS, as_one
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_

PAGE = {**dict.fromkeys(PARTS, ""), "signs": "Jeg sover ikke", "seen_by": "team"}


@pytest.fixture
def lived(town):
    found = started_course(town)
    in_the_team(found, town.bo, by=town.karen)
    return found


@pytest.fixture
def me(lived, signed_in):
    return signed_in(lived.citizen)


def body(response):
    assert response.status_code == 200
    return response.content.decode()


def test_she_writes_her_page_and_her_team_reads_it(town, lived, me, signed_in):
    url, theirs = "/mit/naar-det-er-svaert/", f"/forloeb/{lived.id}/netvaerk/naar-det-er-svaert/"
    karen = signed_in(town.karen)
    assert "Skriv siden" in body(me.get(url))
    assert "viser lige nu" in body(karen.get(theirs))
    change = f"/mit/{lived.id}/naar-det-er-svaert/"
    assert me.post(change, PAGE).url == url
    assert "Jeg sover ikke" in body(me.get(url))
    assert "Jeg sover ikke" in body(me.get(change))
    assert "Jeg sover ikke" in body(karen.get(theirs))
    shown = {"seen": as_one(PAGE)}
    assert me.post(change, PAGE | shown | {"seen_by": "me"}).status_code == 302
    assert "Jeg sover ikke" not in body(karen.get(theirs))


def test_a_page_for_an_admission_opens_and_closes_at_her_own_touch(town, lived, me, signed_in):
    url, theirs = "/mit/naar-det-er-svaert/", f"/forloeb/{lived.id}/netvaerk/naar-det-er-svaert/"
    so, shares = f"/forloeb/{lived.id}/deling/nu/admitted/", f"/forloeb/{lived.id}/deling/"
    karen = signed_in(town.karen)
    assert so not in body(me.get(url))
    me.post(f"/mit/{lived.id}/naar-det-er-svaert/", PAGE | {"seen_by": "admitted"})
    assert "Jeg sover ikke" not in body(karen.get(theirs))
    assert f'href="{so}"' in body(me.get(url))
    assert me.post(so, {"since": f"{today():%Y-%m-%d}"}).url == shares
    assert "Jeg sover ikke" in body(karen.get(theirs))
    for page in (url, shares):
        assert "Indlagt siden" in body(me.get(page))
        assert f'action="{so}slut/"' in body(me.get(page))
    me.post(f"{so}slut/")
    assert "Jeg sover ikke" not in body(karen.get(theirs))
    assert "Indlagt siden" not in body(me.get(url))
    assert "Indlagt siden" not in body(me.get(shares))


def test_what_came_in_another_window_is_not_written_over(lived, me):
    change = f"/mit/{lived.id}/naar-det-er-svaert/"
    me.post(change, PAGE)
    other = PAGE | {"helps": "Ring til Birthe"}
    assert me.post(change, other | {"seen": as_one(PAGE)}).status_code == 302
    late = me.post(change, PAGE | {"signs": "Jeg går om natten", "seen": as_one(PAGE)})
    assert late.status_code == 422
    page = unescape(late.content.decode())
    assert "Ordene er ændret imens. Intet er væk." in page
    assert "Det står der nu" in page
    assert "Ring til Birthe" in page
    assert "Jeg går om natten" in page
    # sent once more it is meant for what she has read now
    again = PAGE | {"signs": "Jeg går om natten", "seen": as_one(other)}
    assert me.post(change, again).status_code == 302
    assert "Jeg går om natten" in body(me.get("/mit/naar-det-er-svaert/"))


def test_six_lines_for_the_reception_are_told_at_the_field_and_kept(lived, me):
    six = "\n".join("abcdef")
    response = me.post(f"/mit/{lived.id}/naar-det-er-svaert/", PAGE | {"reception": six})
    assert response.status_code == 422
    text = response.content.decode()
    assert "Der er plads til fem linjer." in text
    assert "id_reception_error" in text
    assert "Jeg sover ikke" in text


def test_a_note_is_written_changed_and_thrown_away(town, lived, me, signed_in):
    new = f"/mit/{lived.id}/noter/ny/"
    assert me.post(new, {"text": " "}).status_code == 422
    assert me.post(new, {"text": "Kun mit"}).url == "/mit/noter/"
    assert "Kun mit" in body(me.get("/mit/noter/"))
    with as_(lived.citizen):
        [note] = own_notes(lived.id)
    one = f"/mit/{lived.id}/noter/{note.id}/"
    assert "Kun mit" in body(me.get(one))
    assert signed_in(town.karen).get(one).status_code == 404
    assert me.post(one, {"text": "Også kun mit"}).status_code == 302
    assert me.post(f"{one}smid/").status_code == 302
    assert "Der er ingen noter endnu" in body(me.get("/mit/noter/"))
