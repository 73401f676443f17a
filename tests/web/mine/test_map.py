"""Mit netværkskort, without a browser."""

from datetime import timedelta
from html import unescape

import pytest

from landfast.consent.proxies import proxies
from landfast.kernel import clock
from landfast.network import queries as network
from landfast.network.rules import Closeness, Sphere
from tests.factories.courses import started_course
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.parts import proxy_of
from tests.factories.town import as_

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def lived(town):
    return started_course(town)


@pytest.fixture
def me(lived, signed_in):
    return signed_in(lived.citizen)


def body(response):
    assert response.status_code == 200
    return response.content.decode()


def drawn(lived, thing, closeness="close", sphere="family"):
    return {"thing": str(thing), "sphere": sphere, "closeness": closeness}


def test_everybody_is_on_the_drawing_and_in_the_list(town, lived, me):
    in_the_team(lived, town.bo, by=town.karen)
    named_by_citizen(lived, "Søs")
    page = body(me.get("/mit/netvaerk/"))
    assert 'aria-label="Søs, Tæt på, Familie"' in page
    assert 'aria-label="Bo Bostøtte, I nærheden, Hjælp i hverdagen"' in page
    assert page.count("Tættere på") == 1  # nobody comes closer than close
    assert "Fortryd det sidste" in page


def test_a_touch_on_the_list_moves_somebody_and_undo_puts_them_back(lived, me):
    sister = named_by_citizen(lived, "Søs")
    assert (
        me.post(f"/mit/{lived.id}/netvaerk/flyt/", drawn(lived, sister, "far")).status_code == 302
    )
    assert "Søs: Længere væk, Familie." in body(me.get("/mit/netvaerk/"))
    assert me.post(f"/mit/{lived.id}/netvaerk/fortryd/").status_code == 302
    with as_(lived.citizen):
        [row] = network.relations(lived.id)
    assert (row.sphere, row.closeness) == (Sphere.FAMILY, Closeness.CLOSE)


def test_what_the_script_swaps_in_is_what_a_fresh_page_shows(lived, me):
    sister = named_by_citizen(lived, "Søs")
    url = f"/mit/{lived.id}/netvaerk/flyt/"
    part = body(me.post(url, drawn(lived, sister, "near", "friends"), **HTMX))
    assert part.startswith('<div id="map"')
    assert "<h1>" not in part
    assert 'data-said="Søs: I nærheden, Venner."' in part
    rows = part[part.index("<svg") : part.index("</svg>")]
    assert rows in body(me.get("/mit/netvaerk/"))


@pytest.mark.parametrize(
    "wrong", [{"sphere": "moon"}, {"closeness": ""}, {"thing": "x"}, {"thing": "0" * 32}]
)
def test_a_spot_or_a_person_that_is_not_there_is_refused(lived, me, wrong):
    spot = drawn(lived, named_by_citizen(lived)) | wrong
    status = me.post(f"/mit/{lived.id}/netvaerk/flyt/", spot).status_code
    assert status == (404 if "thing" in wrong else 422)


def test_nothing_to_undo_is_said(lived, me):
    response = me.post(f"/mit/{lived.id}/netvaerk/fortryd/")
    assert response.status_code == 409
    assert "ikke flere ændringer fra i dag" in response.content.decode()


def test_an_earlier_day_is_looked_at_and_not_drawn_on(town, signed_in):
    with clock.at(clock.now() - timedelta(days=3)):
        lived = started_course(town)
        named_by_citizen(lived, "Hunden Balder", Sphere.LEISURE)
    me = signed_in(lived.citizen)
    named_by_citizen(lived, "Søs")
    page = body(me.get("/mit/netvaerk/?nr=1"))
    assert "Sådan var det" in page
    assert "Hunden Balder" in page
    assert "Søs" not in page
    assert "netvaerk/flyt/" not in page
    assert "Søs" in body(me.get("/mit/netvaerk/?nr=2"))
    assert "Søs" in body(me.get("/mit/netvaerk/?nr=99999999"))


def test_one_is_drawn_with_a_tie_for_myself_alone_and_the_coordinator_does_not_meet_them(
    town, lived, me, signed_in
):
    new = {
        "name": "Den gamle kæreste", "kind": "person", "sphere": "friends", "closeness": "far",
        "tie": "broken", "only_mine": "on",
    }  # fmt: skip
    response = me.post(f"/mit/{lived.id}/folk/ny/?fra=kort", new)
    assert response.url == "/mit/netvaerk/"
    page = body(me.get(response.url))
    assert "Vi ses ikke mere" in page
    assert "kun for dig" in page
    karen = signed_in(town.karen)
    assert "kæreste" not in body(karen.get(f"/forloeb/{lived.id}/netvaerk/"))
    with as_(lived.citizen):
        [row] = network.relations(lived.id)
    change = f"/mit/{lived.id}/folk/{row.id}/"
    page = me.get(change)
    assert "Kun for mig" in body(page)
    seen = page.context["form"].stands
    assert me.post(change, {**new, "only_mine": "", "seen": seen}).status_code == 302
    assert "Kun for mig" not in body(me.get(change))
    assert "kæreste" in body(karen.get(f"/forloeb/{lived.id}/netvaerk/"))


def test_the_map_takes_few_queries(town, lived, me, django_assert_max_num_queries):
    for person in (town.bo, town.anna):
        in_the_team(lived, person, by=town.karen)
    for name in ("Mor", "Søs", "Kim"):
        named_by_citizen(lived, name)
    me.get("/mit/netvaerk/")
    with django_assert_max_num_queries(15):  # one of them: who reads from there
        body(me.get("/mit/netvaerk/"))


def test_the_way_back_says_what_it_means_to_who_reads_for_her(lived, me):
    """Before and after: it ends a reading; the way back on the map begins none."""
    aunt = named_by_citizen(lived, "Tante Else")
    proxy_of(lived, place=aunt)
    before = unescape(body(me.get("/mit/netvaerk/")))
    assert "Fortryder du nu, læser Tante Else ikke for dig mere." in before
    said = body(me.post(f"/mit/{lived.id}/netvaerk/fortryd/", follow=True))
    assert "Tante Else: det sidste er fortrudt. Tante Else læser ikke for dig mere." in said
    with as_(lived.citizen):
        assert [row.runs for row in proxies(lived.id)] == [False]


def test_back_on_the_map_nobody_reads_by_that_alone(lived, me):
    aunt = named_by_citizen(lived, "Tante Else")
    proxy_of(lived, place=aunt)
    assert me.post(f"/mit/{lived.id}/folk/{aunt}/fjern/").status_code == 302
    before = unescape(body(me.get("/mit/netvaerk/")))
    assert "Fortryder du nu, kommer Tante Else på kortet igen, men læser ikke for dig." in before
    said = body(me.post(f"/mit/{lived.id}/netvaerk/fortryd/", follow=True))
    assert "Tante Else læser ikke for dig, før du siger ja igen." in said
    with as_(lived.citizen):
        assert [row.runs for row in proxies(lived.id)] == [False]


def test_where_nobody_reads_the_way_back_says_nothing_of_it(lived, me):
    named_by_citizen(lived, "Søs")
    assert "Fortryder du nu" not in body(me.get("/mit/netvaerk/"))


def test_beside_her_it_is_said_of_the_citizen(town, lived, signed_in):
    aunt = named_by_citizen(lived, "Tante Else")
    proxy_of(lived, place=aunt)
    page = body(signed_in(town.karen).get(f"/forloeb/{lived.id}/netvaerk/"))
    assert "Fortryder I nu, læser Tante Else ikke for borgeren mere." in unescape(page)
