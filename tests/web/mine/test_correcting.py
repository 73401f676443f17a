"""Det passer ikke: asked on an entry, answered, shown beside it; nothing is lost."""

import re
from functools import cache

import pytest
from django.urls import reverse

from landfast.access.models import Event
from landfast.kernel.danish import lix
from tests.factories.plan import wished, with_team
from tests.factories.town import as_
from tests.web.mine.reading import visible_text


@pytest.fixture
def lived(town):
    return with_team(town, town.bo)


@pytest.fixture
def client_of(signed_in):
    """Each person's one client."""
    return cache(signed_in)


@pytest.fixture
def about(lived):
    return f"plan_wish-{wished(lived, 'Jeg vil bo i Odense')}"


def asked(client_of, lived, about, words="Jeg sagde Aarhus"):
    address = reverse("ask_correction", args=[lived.id, about])
    return client_of(lived.citizen).post(address, {"words": words})


def answer_page(client_of, town, lived):
    karen = client_of(town.karen)
    html = karen.get(reverse("corrections", args=[lived.id])).content.decode()
    assert "Jeg sagde Aarhus" in html
    assert "Jeg vil bo i Odense" in html
    return karen, html.split(f'href="{reverse("corrections", args=[lived.id])}')[1].split('"')[0]


@pytest.mark.parametrize(("answer", "kind"), [("corrected", "made"), ("stands", "stands")])
def test_it_is_asked_answered_and_shown_beside_with_the_old_words(
    town, lived, about, client_of, answer, kind
):
    assert asked(client_of, lived, about).status_code == 302
    karen, rest = answer_page(client_of, town, lived)
    address = reverse("corrections", args=[lived.id]) + rest
    said = {"answer": answer, "note": "Vi talte om det"}
    assert karen.post(address, said).status_code == 302
    assert karen.post(address, said).status_code == 422
    page = client_of(lived.citizen).get(reverse("my_record", args=[lived.id])).content.decode()
    for words in ("Jeg vil bo i Odense", "Jeg sagde Aarhus", "Vi talte om det"):
        assert words in page
    with as_(lived.citizen):
        kinds = list(Event.objects.filter(kind__startswith="correction.").values_list("kind"))
    assert sorted(kinds) == [("correction.asked",), (f"correction.{kind}",)]


def test_what_stands_about_herself_is_met_by_who_answers_as_it_stands(town, lived, client_of):
    page = client_of(lived.citizen).get(reverse("my_record", args=[lived.id])).content.decode()
    [herself] = re.findall(r"course_citizen-[\w-]+", page)
    asked(client_of, lived, herself, "Jeg hedder Jytte Marie")
    html = client_of(town.karen).get(reverse("corrections", args=[lived.id])).content.decode()
    assert "Jeg hedder Jytte Marie" in html
    assert "Jytte Jensen" in html
    assert "Det står her ikke mere" not in html


def test_it_is_asked_of_an_entry_that_is_there(lived, about, client_of):
    assert asked(client_of, lived, "plan_wish-1").status_code == 404
    assert asked(client_of, lived, about, " ").status_code == 422


def test_the_team_does_not_answer_and_strangers_see_nothing(town, lived, about, client_of):
    asked(client_of, lived, about)
    address = reverse("corrections", args=[lived.id])
    assert client_of(town.bo).get(address).status_code == 403
    assert client_of(town.vibeke).get(address).status_code == 404


def test_the_coordinator_meets_it_on_monday_until_it_is_answered(town, lived, about, client_of):
    asked(client_of, lived, about)
    address = reverse("corrections", args=[lived.id])
    monday = client_of(town.karen).get(reverse("monday")).content.decode()
    assert "noget i forløbet ikke passer" in monday
    assert f'href="{address}"' in monday
    karen, rest = answer_page(client_of, town, lived)
    karen.post(address + rest, {"answer": "stands", "note": "Vi talte om det"})
    assert "noget i forløbet ikke passer" not in karen.get(reverse("monday")).content.decode()


def test_the_page_reads_easily(lived, about, client_of):
    address = reverse("ask_correction", args=[lived.id, about])
    html = client_of(lived.citizen).get(address).content.decode()
    assert "Jeg vil bo i Odense" in html
    assert lix(visible_text(html)) <= 35


def test_who_answers_reads_the_entry_field_by_field_and_not_as_a_row(town, lived, about, client_of):
    asked(client_of, lived, about)
    karen, rest = answer_page(client_of, town, lived)
    list_url = reverse("corrections", args=[lived.id])
    for address in (list_url, list_url + rest):
        html = karen.get(address).content.decode()
        assert "Der står nu: »Jeg vil bo i Odense«" in html
        assert "Jeg vil bo i Odense · " not in html
        assert "Dine ønsker" not in html, "who answers is not the one it is about"


def test_who_sits_beside_her_writes_down_what_she_says_does_not_fit(town, lived, about, client_of):
    karen = client_of(town.karen)
    found = karen.get(reverse("find_correction", args=[lived.id])).content.decode()
    address = reverse("ask_correction_beside", args=[lived.id, about])
    assert f'href="{address}"' in found
    assert "Der står nu: »Jeg vil bo i Odense«" in karen.get(address).content.decode()
    unsaid = karen.post(address, {"words": "Jeg sagde Aarhus"})
    assert unsaid.status_code == 422
    assert "Jeg sagde Aarhus" in unsaid.content.decode()
    said = karen.post(address, {"words": "Jeg sagde Aarhus", "citizen_said_so": "on"})
    assert said.status_code == 302
    hers = client_of(lived.citizen).get(reverse("my_record", args=[lived.id])).content.decode()
    assert "»Jeg sagde Aarhus«" in hers
    assert re.search(r"<dt>Bedt om af</dt><dd>Karen Koordinator", hers)


def test_only_who_holds_the_threads_writes_it_down(town, lived, about, client_of):
    address = reverse("ask_correction_beside", args=[lived.id, about])
    assert client_of(town.bo).get(address).status_code == 403
    assert client_of(town.vibeke).get(address).status_code == 404
    gone = reverse("ask_correction_beside", args=[lived.id, "plan_wish-1"])
    assert client_of(town.karen).get(gone).status_code == 404
