"""One wish in two windows: the second save is refused with both texts, and nothing is lost."""

import re

import pytest
from django.urls import reverse

from landfast.access.queries import events
from landfast.plan import queries
from tests.factories.plan import wished, with_team
from tests.factories.town import as_
from tests.web.plan.test_to_whom import main

FIRST = "Jeg vil have en altan\nog en kat"


@pytest.fixture
def lived(town):
    return with_team(town, town.bo)


@pytest.fixture
def wish(lived):
    return wished(lived, FIRST)


def words_of(lived, wish):
    with as_(lived.citizen):
        return queries.wish(wish, lived.id)


def fields(client, url):
    """What a browser without JavaScript sends of the page as it is."""
    html = main(client.get(url))
    form = html[html.index('<form method="post"') :]
    hidden = re.findall(r'<input type="hidden" name="(seen\w*)" value="([^"]*)"', form)
    return {name: value.replace("\n", "\r\n") for name, value in hidden}


@pytest.mark.parametrize("page", ["change_my_wish", "wish_words"])
def test_the_second_save_meets_both_texts_and_then_counts(lived, wish, signed_in, page):
    hers, url = signed_in(lived.citizen), reverse(page, args=[lived.id, wish])
    first, second = fields(hers, url), fields(hers, url)
    assert hers.post(url, {**first, "words": "Jeg vil have en hund"}).status_code in {302, 303}
    refused = hers.post(url, {**second, "words": "Jeg vil have en hest"})
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "Ordene er ændret imens. Intet er væk." in html
    assert "<blockquote>Jeg vil have en hund</blockquote>" in html
    assert ">\nJeg vil have en hest</textarea>" in html
    assert words_of(lived, wish).words == "Jeg vil have en hund"
    seen = re.search(r'name="seen" value="([^"]*)"', html)[1]
    hers.post(url, {**second, "seen": seen, "words": "Jeg vil have en hest"})
    assert words_of(lived, wish).words == "Jeg vil have en hest"


def test_who_sits_beside_her_does_not_write_over_what_she_wrote(town, lived, wish, signed_in):
    url = reverse("wish_words", args=[lived.id, wish])
    karen = signed_in(town.karen)
    seen = fields(karen, url)
    signed_in(lived.citizen).post(url, {**seen, "words": "Jeg vil have ro"})
    assert karen.post(url, {**seen, "words": "Hun vil have ro"}).status_code == 422
    assert words_of(lived, wish).words == "Jeg vil have ro"


def test_only_the_number_is_changed_where_the_words_came_from_another_window(
    lived, wish, signed_in
):
    hers, url = signed_in(lived.citizen), reverse("change_my_wish", args=[lived.id, wish])
    old = fields(hers, url)
    hers.post(url, {**old, "words": "Jeg vil have en hund"})
    hers.post(url, {**old, "words": FIRST.replace("\n", "\r\n"), "rating": "7"})
    row = words_of(lived, wish)
    assert (row.words, row.rating) == ("Jeg vil have en hund", 7)
    hers.post(url, {**old, "words": FIRST.replace("\n", "\r\n"), "rating": ""})
    assert words_of(lived, wish).rating == 7, "the page never showed the number"
    with as_(lived.citizen):
        assert len(events(lived.id, ["plan.wish_reworded"], 9)) == 1
        assert len(events(lived.id, ["plan.wish_rated"], 9)) == 1


def test_a_draft_from_before_stands_beside_what_is_there_now(lived, wish, signed_in):
    hers, url = signed_in(lived.citizen), reverse("wish_words", args=[lived.id, wish])
    assert "Det står der nu" not in main(hers.get(url))
    hers.post(reverse("keep_draft"), {"kladde": url, "words": "Min kladde"})
    html = main(hers.get(url))
    assert ">\nMin kladde</textarea>" in html
    assert "Det står der nu" in html
    assert "og en kat" in html
