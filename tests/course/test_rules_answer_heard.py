"""Rules of who writes that she has heard the answer, without a database."""

import pytest

from landfast.access.roles import CourseRole
from landfast.course.rules import told
from landfast.course.rules.words import Outcome, ToldHow
from landfast.kernel.refusals import NotAllowed, NotNow

TELL = {CourseRole.INTAKE, CourseRole.LEAD, CourseRole.COORDINATOR, CourseRole.COVER,
        CourseRole.DEPUTY, CourseRole.SECOND}  # fmt: skip


@pytest.mark.parametrize("role", list(CourseRole))
def test_who_answers_for_the_answer_writes_it_down(role):
    assert told.may_note_told(frozenset({role})) is (role in TELL)
    if role in TELL:
        told.check_may_note_told(frozenset({role}))
    else:
        with pytest.raises(NotAllowed):
            told.check_may_note_told(frozenset({role}))


def test_only_an_answer_that_nobody_has_told_is_told():
    told.check_waits_to_hear(is_answered=True, is_told=False)
    for is_answered, is_told, code in (
        (False, False, "no_answer_yet"), (True, True, "told_already"),
    ):  # fmt: skip
        with pytest.raises(NotNow) as refused:
            told.check_waits_to_hear(is_answered=is_answered, is_told=is_told)
        assert refused.value.code == code


def test_each_answer_and_each_way_has_its_words():
    assert set(told.ANSWERS) == set(Outcome)
    assert set(told.HOW_NAMES) == set(ToldHow)
