"""A language that says some pages says all of them; nobody is offered it unasked."""

import re

import pytest
from django.urls import reverse

from tests.factories.courses import assessed_course
from tests.factories.whole import whole_course
from tests.web.mine.reading import visible_text

ARABIC = ("ar", "العربية")
LATIN = re.compile(r"[A-Za-zÆØÅæøå]{3,}")
NAMES = {
    "Jytte", "Jensen", "Karen", "Koordinator", "Koordinatorteamet", "Mads", "Makker", "Bostøtte",
    "Anna", "Afsnit", "Landfast", "Hjemme", "hos", "PDF", "Dansk", "English",
}  # fmt: skip
WRITTEN = re.compile(
    r'(?s)<h3 class="lf-promise-what".*?</h3>|<p class="lf-promise-wish".*?</p>'
    r'|<span class="lf-person-role">.*?</span>|<ul.*?</ul>|<q>.*?</q>'
)
"""What people wrote, and what roles are called in Denmark."""


@pytest.fixture
def hers(town, signed_in):
    client = signed_in(whole_course(town).citizen)
    client.cookies["sprog"] = "ar"
    return client


@pytest.fixture
def offered(settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ARABIC]


def body(client, name):
    return client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("name", ["my_course", "my_card", "my_meetings"])
def test_the_pages_that_speak_arabic_speak_it_from_right_to_left(offered, hers, name):
    html = body(hers, name)
    assert '<html lang="ar" dir="rtl"' in html
    left = set(LATIN.findall(visible_text(WRITTEN.sub("", html)))) - NAMES
    assert left == set()


def test_who_waits_reads_it_too(offered, town, signed_in):
    client = signed_in(assessed_course(town).citizen)
    client.cookies["sprog"] = "ar"
    html = body(client, "my_course")
    assert "ننظر إن كان المسار مناسباً لك" in html
    assert set(LATIN.findall(visible_text(html))) - NAMES == set()


def test_other_pages_are_danish_from_top_to_end(offered, hers):
    html = body(hers, "my_plan")
    assert '<html lang="da" class' in html
    assert 'value="ar" lang="ar">العربيّة</button>' in html
    assert "Min plan" in html


def test_it_is_offered_only_where_it_was_turned_on(hers):
    html = body(hers, "my_course")
    assert '<html lang="da" class' in html
    assert "العربية" not in html
