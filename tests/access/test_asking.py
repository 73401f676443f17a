"""An act's own question, asked without the act."""

from contextlib import suppress

import pytest

from landfast.access.action import action
from landfast.access.asking import ask
from landfast.access.queries import require_staff
from landfast.access.session import acting
from landfast.course.actions import ending, phases
from landfast.course.models import StateChange
from landfast.kernel.refusals import NotAllowed, NotFound
from tests.factories.courses import started_course, state_of
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


def test_the_question_is_the_acts_own(town, lived):
    with as_(town.karen):
        ask(ending.close, actor=town.karen, course_id=lived.id)
    with as_(lived.citizen), pytest.raises(NotAllowed):
        ask(ending.close, actor=lived.citizen, course_id=lived.id)
    with as_(town.peter), pytest.raises(NotFound):
        ask(ending.close, actor=town.peter, course_id=lived.id)


def test_who_may_is_said_and_nothing_is_done(town, lived):
    with as_(town.karen):
        before = StateChange.objects.count()
        ask(phases.activate, actor=town.karen, course_id=lived.id)
        assert StateChange.objects.count() == before
    assert state_of(lived) == "OPSTART"


def test_it_is_asked_of_a_page_that_reads(town, lived):
    """A page may not write; the question takes the act's own locks and gives them back."""
    with acting(town.karen, reading=True):
        ask(phases.pause, actor=town.karen, course_id=lived.id)


def test_an_act_that_asks_nobody_guards_no_page(town):
    @action(asks=False, tells=False)
    def tick(*, actor):
        """Nobody is asked."""

    with as_(town.karen), pytest.raises(AssertionError, match="asked nobody"):
        ask(tick, actor=town.karen)
    with as_(town.karen):
        require_staff(town.karen)  # outside a question a yes ends nothing


def test_an_act_that_catches_what_fails_goes_no_step_further(town):
    @action(asks=False, tells=False)
    def catches(*, actor):
        """What is asked is caught with the rest."""
        with suppress(Exception):
            require_staff(actor)
        raise AssertionError

    with as_(town.karen):
        ask(catches, actor=town.karen)
