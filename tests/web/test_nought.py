"""The sign that the database takes nowhere, in what came beside a form: no page breaks on it."""

import pytest
from django.urls import reverse

from tests.factories.courses import started_course

ODD = "a\x00b"


@pytest.fixture
def course(town):
    return started_course(town)


def test_in_what_somebody_is_looked_for_by(town, course, signed_in):
    found = signed_in(town.lars).post(reverse("find_same", args=[course.id]), {"q": ODD})
    assert found.status_code == 200
    there = signed_in(town.karen).get(reverse("find_outside", args=[course.id]), {"q": ODD})
    assert there.status_code == 200


def test_in_what_a_yes_is_for(town, course, signed_in):
    allow = reverse("allow_consent", args=[course.id, town.bo.person_id])
    assert signed_in(course.citizen).post(allow, {"purpose": ODD}).status_code == 302
