"""Nobody is told to ring a coordinator whom they do not have: it is said who it is."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from landfast.course.rules.words import Outcome
from tests.factories.courses import started_course
from tests.factories.referrals import citizen_of, decided

PAGES = ["/tilbud/?q=kvantefysik", "/mit/hurtigt-vaek/", "/was/"]


def main(client, url):
    html = client.get(url).content.decode()
    return re.search(r"<main.*?</main>", html, re.DOTALL).group()


@pytest.mark.parametrize("url", PAGES)
def test_who_waits_rings_the_unit_by_its_name(town, signed_in, url):
    said = main(signed_in(citizen_of(town, decided(town, Outcome.WAITING))), url)
    assert not re.search("[dm]in koordinator", said, re.IGNORECASE)
    assert re.search(r'href="tel:[^"]+">Ring til [^<]+: [^<]+</a>', said)


@pytest.mark.parametrize("url", PAGES)
def test_who_has_one_rings_her(town, signed_in, url):
    assert "Ring til min koordinator" in main(signed_in(started_course(town).citizen), url)


@pytest.mark.parametrize("url", [PAGES[0], PAGES[2]])
def test_a_stranger_can_be_rung(db, url):
    said = main(Client(), url)
    assert not re.search("[dm]in koordinator", said, re.IGNORECASE)
    assert f'href="{reverse("callback")}"' in said


def test_whoever_works_here_is_told_of_no_citizens_number(town, signed_in):
    assert "Ring til min koordinator" not in main(signed_in(town.karen), PAGES[0])
