"""Whoever has promised something reads on its page, and among theirs, that the course rests."""

from datetime import timedelta

from django.urls import reverse

from landfast.course.rules.ending import PauseGround
from landfast.journeys.pause_course import pause_course
from landfast.journeys.resume_course import resume_course
from landfast.kernel.clock import today
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_

RESTS = "Forløbet er på pause."


def test_a_promise_and_the_list_of_mine_say_that_the_course_is_on_a_pause(town, signed_in):
    lived = with_team(town, town.bo)
    mine = accepted(town, lived, town.bo)
    bo = signed_in(town.bo)

    def read():
        pages = (reverse("my_agreements"), reverse("agreement", args=[lived.id, mine]))
        shown = [bo.get(one) for one in pages]
        assert {one.status_code for one in shown} == {200}
        return [RESTS in one.content.decode() for one in shown]

    assert read() == [False, False]
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED,
            review_on=today() + timedelta(days=14),
        )  # fmt: skip
    assert read() == [True, True]
    with as_(lived.citizen):
        resume_course(actor=lived.citizen, course_id=lived.id)
    assert read() == [False, False]
