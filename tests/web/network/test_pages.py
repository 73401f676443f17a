"""The network page, as professionals use it."""

import re

import pytest

from landfast.consent import queries as consents
from landfast.consent.rules import ConsentState
from landfast.network import queries
from landfast.network.rules.unwell import PARTS
from tests.factories.courses import started_course
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


def base(lived):
    return f"/forloeb/{lived.id}/netvaerk/"


ANSWER = {
    "answer": "orally", "helps_with": "Går med til banken", "sphere": "social", "closeness": "near",
}  # fmt: skip

TOGETHER = {"how": "together"}


def test_the_citizen_stands_in_the_middle(town, lived, signed_in):
    named_by_citizen(lived)
    in_the_team(lived, town.bo, by=town.karen)
    page = signed_in(town.karen).get(base(lived)).content.decode()
    for words in ("Jytte Jensen", "Karen Koordinator", "Bo Bostøtte", "Min søster Birthe"):
        assert words in page


def test_a_professional_reads_but_has_no_button(town, lived, signed_in):
    in_the_team(lived, town.bo, by=town.karen)
    client = signed_in(town.bo)
    page = client.get(base(lived)).content.decode()
    assert "Tag en fagperson med" not in page
    assert client.get(base(lived) + "find/").status_code == 403


@pytest.mark.parametrize("who", ["anna", "mads"])
def test_without_the_citizens_yes_there_is_no_page(town, lived, signed_in, who):
    assert signed_in(getattr(town, who)).get(base(lived)).status_code == 404


def test_the_lead_sees_the_frame_only(town, lived, signed_in):
    assert signed_in(town.dorte).get(base(lived)).status_code == 403


def test_somebody_is_found_and_joins_on_the_citizens_word(town, lived, signed_in):
    client = signed_in(town.karen)
    assert "Bo Bostøtte" in client.get(base(lived) + "find/", {"q": "bostøtte"}).content.decode()
    inside = client.get(base(lived) + "find/", {"q": "ort"}).content.decode()
    assert "Dorte" not in inside, "a short word is sought where a word begins"
    assert "Dorte Daglig" in client.get(base(lived) + "find/", {"q": "Dor"}).content.decode()
    url = f"{base(lived)}find/{town.bo.person_id}/"
    assert client.get(url).status_code == 200
    response = client.post(url, ANSWER)
    assert response.status_code == 302
    with as_(town.bo):
        [member] = queries.members(lived.id)
    assert (member.helps_with, member.may_read) == ("Går med til banken", True)
    again = client.post(url, ANSWER)
    assert again.status_code == 422
    assert "allerede med i teamet" in again.content.decode()
    assert "Går med til banken" in again.content.decode()


def test_a_no_needs_nothing_else_and_opens_nothing(town, lived, signed_in):
    client = signed_in(town.karen)
    response = client.post(f"{base(lived)}find/{town.bo.person_id}/", {"answer": "no_orally"})
    assert response.status_code == 302
    with as_(lived.citizen):
        [row] = consents.consents(lived.id)
        assert row.state is ConsentState.REFUSED
        assert queries.members(lived.id) == []


def test_what_is_missing_stands_at_its_field(town, lived, signed_in):
    url = f"{base(lived)}find/{town.bo.person_id}/"
    response = signed_in(town.karen).post(url, ANSWER | {"helps_with": ""})
    assert response.status_code == 422
    assert "id_helps_with_error" in response.content.decode()


def test_a_member_is_changed_and_leaves(town, lived, signed_in):
    member = in_the_team(lived, town.bo, by=town.karen)
    client = signed_in(town.karen)
    url = f"{base(lived)}team/{member}/"
    page = client.get(url)
    assert "Kommer hver tirsdag" in page.content.decode()
    seen = {"seen": page.context["form"].stands}
    assert client.post(url, ANSWER | seen | {"helps_with": "Kører til lægen"}).status_code == 302
    assert client.post(url + "slut/").status_code == 302
    with as_(town.karen):
        assert queries.members(lived.id) == []
    assert signed_in(town.bo).get(base(lived)).status_code == 404


def test_a_relation_is_named_changed_and_removed(town, lived, signed_in):
    client = signed_in(town.karen)
    near = {"name": "Bror Per", "sphere": "family", "closeness": "close", "tie": "both"} | TOGETHER
    assert client.post(base(lived) + "naere/ny/", near).status_code == 302
    with as_(town.karen):
        [row] = queries.relations(lived.id)
    url = f"{base(lived)}naere/{row.id}/"
    page = client.get(url)
    assert "Bror Per" in page.content.decode()
    seen = {"seen": page.context["form"].stands}
    assert client.post(url, near | seen | {"name": "Per"}).status_code == 302
    assert client.post(url + "fjern/").status_code == 302
    with as_(town.karen):
        assert queries.relations(lived.id) == []


def test_the_page_takes_few_queries(town, lived, signed_in, django_assert_max_num_queries):
    for person in (town.bo, town.anna, town.peter, town.solveig):
        in_the_team(lived, person, by=town.karen)
    client = signed_in(town.karen)
    with django_assert_max_num_queries(25):  # session, actor, savepoints, the log, and leaving
        client.get(base(lived))


def test_karen_draws_beside_her_and_jytte_says_that_it_is_so(town, lived, signed_in):
    thing = named_by_citizen(lived)
    karen, me = signed_in(town.karen), signed_in(lived.citizen)
    page = karen.get(base(lived)).content.decode()
    assert base(lived) + "flyt/" in page
    assert "har ikke sagt ja" not in page
    spot = {"thing": str(thing), "sphere": "friends", "closeness": "far"}
    drawn = karen.post(base(lived) + "flyt/", spot, headers={"HX-Request": "true"})
    assert "Jytte har ikke sagt ja til det endnu" in drawn.content.decode()
    assert "<h1>" not in drawn.content.decode(), "the map only"
    assert karen.post(base(lived) + "fortryd/").status_code == 302
    assert "Karen Koordinator har tegnet noget" in me.get("/mit/netvaerk/").content.decode()
    assert me.post(f"/mit/{lived.id}/netvaerk/ja/").status_code == 302
    assert "har tegnet noget" not in me.get("/mit/netvaerk/").content.decode()
    assert me.post(f"/mit/{lived.id}/netvaerk/ja/").status_code == 409


def test_karen_types_in_her_paper_and_jytte_takes_it(town, lived, signed_in):
    karen, me = signed_in(town.karen), signed_in(lived.citizen)
    write = base(lived) + "naar-det-er-svaert/skriv/"
    sheet = dict.fromkeys(PARTS, "") | {
        "helps": "At sidde i mørke",
        "seen_by": "me",
        "how": "paper",
    }
    long = karen.post(write, sheet | {"reception": "x" * 121})
    assert "En linje er for lang" in long.content.decode()
    assert "At sidde i mørke" in long.content.decode(), "what was typed is kept"
    assert karen.post(write, sheet).url == base(lived) + "naar-det-er-svaert/"
    read = karen.get(base(lived) + "naar-det-er-svaert/").content.decode()
    assert "Borgeren har ikke sagt ja til ordene endnu" in read
    hers = me.get("/mit/naar-det-er-svaert/").content.decode()
    assert "Skrevet sammen med Karen Koordinator" in hers
    answer = re.search(rf"/mit/{lived.id}/naar-det-er-svaert/[0-9a-f-]{{36}}/", hers).group()
    assert me.post(answer, {"answer": "yes", "seen": "At sidde i mørke"}).status_code == 302
    assert "At sidde i mørke" in me.get("/mit/naar-det-er-svaert/").content.decode()
    assert "i mørke" not in karen.get(base(lived) + "naar-det-er-svaert/").content.decode()
    assert signed_in(town.bo).get(write).status_code == 404


def test_paper_to_write_on_has_nobodys_name(town, lived, signed_in):
    paper = signed_in(town.karen).get("/mine-ord.pdf")
    assert (paper.status_code, paper.content[:4]) == (200, b"%PDF")
