"""A pause asks nothing of her: a day is proposed, and none need be said."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.course.queries.own import own_courses
from landfast.course.rules.ending import proposed_review
from landfast.kernel.clock import today
from landfast.kernel.danish import day
from tests.factories.courses import started_course, state_of
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


def at(lived):
    return reverse("pause_my_course", args=[lived.id])


def review(lived):
    with as_(lived.citizen):
        [course] = own_courses(lived.citizen)
        return course.review_on


def test_one_touch_pauses_with_the_day_that_is_proposed(lived, signed_in):
    me = signed_in(lived.citizen)
    page = me.get(at(lived)).content.decode()
    assert f'value="{proposed_review(today()).isoformat()}"' in page
    assert (
        me.post(at(lived), {"review_on": proposed_review(today()).isoformat()}).status_code == 302
    )
    assert state_of(lived) == "BERO"
    shown = me.get("/mit/").content.decode().replace("\xa0", " ")
    assert f"Vi taler sammen igen {day(proposed_review(today()))}." in shown


@pytest.mark.parametrize("said", [{}, {"review_on": ""}])
def test_no_day_is_no_missing_answer(lived, signed_in, said):
    answer = signed_in(lived.citizen).post(at(lived), said, follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Du holder pause nu." in page
    assert "mangler" not in page
    assert state_of(lived) == "BERO"
    assert review(lived) == proposed_review(today())


def test_a_day_of_her_own_is_hers_and_one_too_far_is_kept_to_be_changed(lived, signed_in):
    me = signed_in(lived.citizen)
    far = (today() + timedelta(days=90)).isoformat()
    refused = me.post(at(lived), {"review_on": far})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Vælg en dag inden for otte uger" in page
    assert f'value="{far}"' in page, "what she typed stands"
    own = today() + timedelta(days=10)
    assert me.post(at(lived), {"review_on": own.isoformat()}).status_code == 302
    assert review(lived) == own
