"""Who chose English reads the names of formats, roles and stored reasons in English too."""

import pytest
from django.urls import reverse

from tests.factories.meetings import prepared_meeting


@pytest.fixture
def met(town):
    return prepared_meeting(town, call=True)


def in_english(client, url):
    client.post(reverse("language"), {"sprog": "en", "tilbage": "/"})
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_formats_and_roles_of_a_meeting(met, signed_in):
    citizen = signed_in(met.lived.citizen)
    page = in_english(citizen, reverse("prepare_meeting", args=[met.course_id, met.id]))
    for said in ("Network meeting", "Home support worker", "Ward staff"):
        assert said in page
    for said in ("Netværksmøde", "Bostøtte/hjemmevejleder"):
        assert said not in page
    listed = in_english(citizen, reverse("meetings", args=[met.course_id]))
    assert "Open Dialogue network meeting" in listed
    assert "You say at the start what to talk about." in listed


def test_reasons_that_the_program_wrote(met, signed_in):
    page = in_english(signed_in(met.lived.citizen), f"/mit/{met.course_id}/alt/")
    assert "The citizen" in page
    assert "Borgeren selv" not in page
    assert "You got a coordinator" in page


def test_what_happened_and_who_was_there_are_chosen_in_english(met, town, signed_in):
    page = in_english(signed_in(town.karen), reverse("record_observation", args=[met.course_id]))
    for said, danish in (("Home visit", "Hjemmebesøg"), ("Police and probation", "Politi og")):
        assert said in page
        assert danish not in page
