"""Mandag and Mine borgere say who has the courses that went on while a coordinator was gone."""

import pytest
from django.urls import reverse

from tests.course.test_gone_on import goes_to_mads, is_lost
from tests.factories.courses import started_course

NAMES = ("Anna Ask", "Bent Berg", "Carla Carlsen")


@pytest.fixture
def lives(town):
    return [started_course(town, name) for name in NAMES]


def test_both_her_pages_say_it_with_a_number_and_no_citizens_name(town, lives, signed_in):
    is_lost(town)
    goes_to_mads(town, lives[0])
    karen = signed_in(town.karen)
    for name in ("monday", "my_citizens"):
        page = karen.get(reverse(name)).content.decode()
        assert "Dine forløb, da du var væk" in page
        assert "Dækker 2 forløb" in page
        assert "Koordinator for 1 forløb" in page
        assert not any(one in page for one in NAMES)


def test_who_lost_nothing_reads_nothing_of_it(town, lives, signed_in):
    karen = signed_in(town.karen)
    for name in ("monday", "my_citizens"):
        page = karen.get(reverse(name)).content.decode()
        assert "da du var væk" not in page
