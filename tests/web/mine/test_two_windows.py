"""What she says of herself, in two windows or with somebody beside her: nothing is written over."""

import re
from html import unescape

import pytest
from django.urls import reverse

from landfast.course.queries.profiles import profile
from landfast.network.models import Unwell
from tests.factories.courses import started_course
from tests.factories.town import as_

ABOUT = {"write_my_statement": "citizen", "course_profile": "karen"}
CHANGED = "Ordene er ændret imens."


@pytest.fixture
def lived(town):
    return started_course(town)


def hidden(client, url):
    """What the page sends along by itself."""
    found = re.findall(r'<input type="hidden" name="(seen)"(?: value="([^"]*)")?',
                       client.get(url).content.decode())  # fmt: skip
    assert found, url
    return {name: unescape(value).replace("\n", "\r\n") for name, value in found}


def said(lived):
    with as_(lived.citizen):
        return profile(lived.id)


@pytest.mark.parametrize("page", ABOUT)
def test_the_second_save_meets_what_stands_and_then_counts(town, lived, signed_in, page):
    who = lived.citizen if ABOUT[page] == "citizen" else town.karen
    client, url = signed_in(who), reverse(page, args=[lived.id])
    assert (
        client.post(url, {**hidden(client, url), "statement": "Jeg er bange for hunde"}).status_code
        == 302
    )
    first, second = hidden(client, url), hidden(client, url)
    told = {"statement": "Jeg er bange for hunde", "largest_meeting": "4"}
    assert client.post(url, {**first, **told}).status_code == 302
    late = client.post(url, {**second, "statement": "Jeg vil helst ringes op"})
    html = late.content.decode()
    assert late.status_code == 422
    assert CHANGED in html
    assert "Jeg vil helst ringes op</textarea>" in html
    assert re.search(r"<blockquote>.*Jeg er bange for hunde.*: 4<", html, re.DOTALL)
    assert said(lived).largest_meeting == 4
    again = {"seen": unescape(re.search(r'name="seen" value="([^"]*)"', html)[1])}
    assert client.post(url, {**again, "statement": "Jeg vil helst ringes op"}).status_code == 302
    assert said(lived).statement == "Jeg vil helst ringes op"


@pytest.mark.parametrize(("code", "name"), [("om-mig", "statement"), ("styrker", "strengths")])
def test_a_screen_of_the_talk_does_not_write_over_her_own_page(town, lived, signed_in, code, name):
    talk = reverse("talk_words", args=[lived.id, code])
    hers, karen = signed_in(lived.citizen), signed_in(town.karen)
    mine = reverse("write_my_statement", args=[lived.id])
    old = hidden(karen, talk)
    hers.post(mine, {**hidden(hers, mine), name: "Mine egne ord"})
    late = karen.post(talk, {**old, name: "Koordinatorens ord"})
    assert late.status_code == 422
    assert CHANGED in late.content.decode()
    assert getattr(said(lived), name) == "Mine egne ord"


def write(client, url, words, seen=None):
    sent = {"signs": words, "seen_by": "me", "how": "together"}
    return client.post(url, {**(hidden(client, url) if seen is None else seen), **sent})


def test_who_writes_beside_her_in_two_windows_is_told_too(town, lived, signed_in):
    karen, url = signed_in(town.karen), reverse("write_beside", args=[lived.id])
    assert write(karen, url, "Jeg sover ikke").status_code == 302
    old = hidden(karen, url)
    assert write(karen, url, "Jeg sover ikke, og jeg spiser ikke").status_code == 302
    late = write(karen, url, "Jeg tager ikke telefonen", old)
    assert late.status_code == 422
    assert "og jeg spiser ikke</blockquote>" in late.content.decode().replace("</p>", "")
    with as_(town.karen):
        assert Unwell.objects.get().signs == "Jeg sover ikke, og jeg spiser ikke"


def answers(client):
    """Her buttons on the page, each with what it sends."""
    html = client.get(reverse("my_unwell")).content.decode()
    forms = re.findall(
        r'<form[^>]*action="([^"]*/svar/[^"]*|[^"]*)"[^>]*>(.*?)</form>', html, re.DOTALL
    )
    for action, inside in forms:
        told = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', inside))
        if told.get("answer") == "yes":
            return action, {name: unescape(value) for name, value in told.items()}
    raise AssertionError(html)


def test_her_yes_is_to_the_words_she_read(town, lived, signed_in):
    karen, hers = signed_in(town.karen), signed_in(lived.citizen)
    url = reverse("write_beside", args=[lived.id])
    write(karen, url, "Jeg sover ikke")
    action, told = answers(hers)
    write(karen, url, "Noget, hun aldrig har læst")
    assert hers.post(action, told).status_code == 409
    action, told = answers(hers)
    assert hers.post(action, told).status_code == 302
    with as_(lived.citizen):
        assert Unwell.objects.get().signs == "Noget, hun aldrig har læst"


def test_her_yes_takes_no_words_away_that_she_wrote_meanwhile(town, lived, signed_in):
    karen, hers = signed_in(town.karen), signed_in(lived.citizen)
    write(karen, reverse("write_beside", args=[lived.id]), "Jeg sover ikke")
    action, told = answers(hers)
    mine = reverse("write_my_unwell", args=[lived.id])
    assert write(hers, mine, "Mine egne").status_code == 302
    assert hers.post(action, told).status_code == 409
    with as_(lived.citizen):
        assert Unwell.objects.get(helped_by=None).signs == "Mine egne"
