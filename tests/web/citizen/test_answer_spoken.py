"""The answer of intake and what one chooses among stand in the language of the page."""

import pytest
from django.conf import settings
from django.urls import reverse

from landfast.course.rules.words import Outcome
from tests.factories.courses import started_course
from tests.factories.referrals import citizen_of, decided

SAID = {
    Outcome.OFFERED: ("We would like to offer you a course.", "Vi vil gerne tilbyde"),
    Outcome.WAITING: (" calls you in the meantime.", "ringer til dig imens"),
    Outcome.DECLINED: ("We cannot offer you a course", "Vi kan ikke tilbyde dig"),
}


def page(client, address, language="en"):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client.get(address).content.decode()


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_answer_speaks_her_language_and_keeps_what_they_wrote(town, signed_in, outcome):
    course_id = decided(town, outcome)
    client = signed_in(citizen_of(town, course_id))
    english, danish = SAID[outcome]
    seen = page(client, reverse("my_course"))
    assert english in seen
    assert danish not in seen
    assert danish in page(client, reverse("my_course"), "da")


def test_how_much_somebody_bears_is_chosen_in_the_language_of_the_page(town, signed_in):
    course_id = started_course(town).id
    seen = page(signed_in(town.karen), reverse("course_profile", args=[course_id]))
    assert "Almost none" in seen
    assert "Næsten ingen" not in seen
