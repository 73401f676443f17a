"""The talk about wishes, hopes and dreams: one picture a screen, skipped, paused, gone on with."""

import re

import pytest
from django.urls import reverse

from landfast.course.queries.profiles import profile
from landfast.web.plan.talk import AREAS, PLACES, place
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


@pytest.fixture
def me(lived, signed_in):
    return signed_in(lived.citizen)


def at(lived, name, *rest):
    return reverse(name, args=[lived.id, *rest])


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_every_life_area_is_met_once_the_heavy_ones_last_and_then_what_she_can():
    assert len(set(AREAS)) == 10
    assert PLACES[0] == "daily_living"
    assert [one for one in PLACES if one not in AREAS] == PLACES[-2:]
    assert place(PLACES[-1], to_citizen=True).url_code == ""


def test_each_screen_has_its_picture_with_words_for_it(lived, me):
    for code in PLACES:
        name = "wish_area" if code in list(AREAS) else "talk_words"
        page = text(me.get(at(lived, name, code)))
        assert '<svg class="lf-picture"' in page, code
        assert f"{PLACES.index(code) + 1} af 12" in page


def test_she_skips_pauses_and_goes_on_where_she_left(lived, me):
    talk = at(lived, "talk")
    assert me.get(talk).url == at(lived, "wish_area", "daily_living")
    on = me.post(at(lived, "leave_talk", "daily_living"), {"go": "on"})
    assert on.url == at(lived, "wish_area", "network")
    pause = me.post(at(lived, "leave_talk", "network"), {"go": "pause"})
    assert pause.url == reverse("my_plan")
    assert me.get(talk).url == at(lived, "wish_area", "network")
    assert me.post(at(lived, "leave_talk", "crime"), {"go": "on"}).url == at(
        lived, "talk_words", "styrker"
    )
    assert me.post(at(lived, "leave_talk", "om-mig"), {"go": "on"}).url == reverse("my_plan")
    assert me.get(talk).url == at(lived, "wish_area", "daily_living"), "from the beginning again"
    assert me.post(at(lived, "leave_talk", "no-such"), {"go": "on"}).status_code == 404


def test_what_she_can_and_what_has_helped_stands_where_the_profile_is(town, lived, me, signed_in):
    url = at(lived, "talk_words", "styrker")
    assert me.post(url, {"strengths": "x" * 2001, "worked": ""}).status_code == 422
    assert me.post(url, {"strengths": "Dyr", "worked": "At gå ture"}).status_code == 303
    me.post(at(lived, "talk_words", "om-mig"), {"statement": "Spørg mig først"})
    page = text(me.get("/mit/valg/"))
    assert all(words in page for words in ("Dyr", "At gå ture", "Spørg mig først"))
    assert "At gå ture" in text(signed_in(town.karen).get(at(lived, "course_profile")))
    with as_(lived.citizen):
        assert profile(lived.id).worked == "At gå ture"


def test_beside_her_the_words_carry_who_wrote_them(town, lived, me, signed_in):
    karen = signed_in(town.karen)
    page = at(lived, "wish_area", "daily_living")
    assert "Dit navn står ved dem" in text(karen.get(page))
    karen.post(page, {"words": "Kaffe i solen"})
    assert "Skrevet sammen med Karen Koordinator" in text(me.get("/mit/plan/"))
    wished(lived, "Mine egne")
    assert text(me.get("/mit/plan/")).count("Skrevet sammen med") == 1
    mine = re.findall(r'action="([^"]+/mit/)"', me.get("/mit/plan/").content.decode())
    assert len(mine) == 1
    seen = {"seen": "Kaffe i solen"}
    assert 'name="seen" value="Kaffe' in me.get("/mit/plan/").content.decode()
    assert karen.post(mine[0], seen).status_code == 403
    for other in ({}, {"seen": "Te i solen"}):
        refused = me.post(mine[0], other)
        assert refused.status_code == 409
        assert "En anden har rettet det imens" in refused.content.decode()
    assert "Skrevet sammen med" in text(me.get("/mit/plan/"))
    assert me.post(mine[0], seen).status_code == 302
    assert "Skrevet sammen med" not in text(me.get("/mit/plan/"))
    assert "Kaffe i solen" in text(me.get("/mit/plan/"))
    assert me.post(mine[0], seen).status_code == 409
    assert signed_in(town.bo).get(page).status_code in {403, 404}
