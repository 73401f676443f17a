"""Who is away cannot be named as the second: the list says why, and the act refuses."""

import pytest
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.course.actions.coordinator import name_second
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotNow
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.factories.courses import assessed_course, started_course
from tests.factories.town import as_


@pytest.fixture
def away(town):
    with as_(SYSTEM):
        people.note_leave(
            person_id=town.mads.person_id, starts_on=today(), ends_on=None, kind=LeaveKind.PLANNED
        )
    return town.mads


def dot_of(page, person):
    """The radio of somebody, and what stands beside it."""
    return page.split(f'value="{person.person_id}"')[-1].split("</div>")[0]


def test_the_list_says_who_is_away_and_has_no_dot_for_them(town, away, browse):
    lived = started_course(town)
    page = browse(town.karen).get(reverse("name_second", args=[lived.id])).content.decode()
    assert "disabled" in dot_of(page, away)
    assert "Er væk lige nu" in dot_of(page, away)
    assert "disabled" not in dot_of(page, town.nina)


def test_at_the_start_too(town, away, browse):
    lived = assessed_course(town)
    page = browse(town.dorte).get(reverse("start_course", args=[lived.id])).content.decode()
    second = page.split('name="second"', 1)[1]
    assert "disabled" in dot_of(second, away)


def test_the_act_refuses_whoever_sends_it(town, away, browse):
    lived = started_course(town)
    with as_(town.karen), pytest.raises(NotNow, match="on_leave"):
        name_second(actor=town.karen, course_id=lived.id, person_id=away.person_id)
    url = reverse("name_second", args=[lived.id])
    sent = browse(town.karen).post(url, {"second": str(away.person_id)})
    assert sent.status_code == 422
    assert "Personen er væk lige nu" in sent.content.decode()
