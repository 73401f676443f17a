"""The pages on which somebody who rings meanwhile is named, while that one is away."""

import pytest
from django.urls import reverse

from landfast.course.rules.words import Outcome
from tests.course.test_rung_meanwhile import is_away
from tests.factories.referrals import citizen_of, decided


@pytest.fixture
def waits(town):
    course_id = decided(town, Outcome.WAITING)
    is_away(town.karen)
    return course_id


def text(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_her_own_page_says_who_rings_and_has_a_number_that_is_answered(town, waits, signed_in):
    seen = text(signed_in(citizen_of(town, waits)).get(reverse("my_course")))
    assert "Karen Koordinator er væk." in seen
    assert "Dorte Daglig ringer til dig imens." in seen
    assert "Ring til Dorte Daglig" in seen
    assert "Ring til Karen" not in seen


def test_the_course_page_the_waiting_list_and_the_overview_say_the_same(town, waits, signed_in):
    dorte = signed_in(town.dorte)
    course = text(dorte.get(reverse("course", args=[waits])))
    assert "Karen Koordinator er væk. <strong>Dorte Daglig</strong> ringer til" in course
    assert "Dorte Daglig i stedet for Karen Koordinator" in text(dorte.get("/henvendelser/"))
    assert "Dorte Daglig ringer imens · Karen Koordinator er væk" in text(
        dorte.get(reverse("overview"))
    )
