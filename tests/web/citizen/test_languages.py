"""A language that says some pages says all of them; nobody is offered it unasked."""

import re

import pytest
from django.urls import reverse

from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.plan.actions import report_agreement
from landfast.plan.rules.answering import Report
from tests.factories.courses import assessed_course
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_
from tests.factories.whole import whole_course
from tests.web.mine.reading import visible_text

ARABIC = ("ar", "العربية")
LATIN = re.compile(r"[A-Za-zÆØÅæøå]{3,}")
NAMES = {
    "Dorte", "Daglig",
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


def test_who_comes_back_reads_it_too(offered, town, signed_in):
    lived = with_team(town, town.bo)
    kept = accepted(town, lived, town.bo)
    with as_(town.bo):
        report_agreement(actor=town.bo, agreement_id=kept, report=Report.KEPT)
    client = signed_in(lived.citizen)
    client.cookies["sprog"] = "ar"
    html = body(client, "my_course")
    assert "لم نتفق على شيء جديد بعد." in html
    assert set(LATIN.findall(visible_text(WRITTEN.sub("", html)))) - NAMES == set()
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        reopen_course(actor=lived.citizen, course_id=lived.id)
    html = body(client, "my_course")
    assert "أهلاً بعودتك" in html
    assert set(LATIN.findall(visible_text(WRITTEN.sub("", html)))) - NAMES == set()
