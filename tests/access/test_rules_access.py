"""How many guesses are too many, and what several roles together may do."""

from datetime import UTC, datetime, timedelta

import pytest

from landfast.access import rules
from landfast.access.roles import COURSE_ROLES, CourseRole, may_in_course
from landfast.access.rules import Permission
from tests.refusing import refused

FEW = {"here": rules.TRIES_HERE - 1, "source": rules.TRIES_SOURCE - 1, "name": rules.TRIES_NAME - 1}


@pytest.mark.parametrize("what", FEW)
def test_who_has_guessed_many_times_waits(what):
    rules.check_tries(**FEW)
    with refused("too_many_tries", "password"):
        rules.check_tries(**(FEW | {what: FEW[what] + 1}))


@pytest.mark.parametrize("role", CourseRole)
def test_a_role_may_what_stands_in_its_text(role):
    for permission in Permission:
        stands = permission in COURSE_ROLES[role].may
        assert may_in_course(frozenset({role}), permission) is stands, permission


def test_several_roles_may_their_sum_and_none_may_nothing():
    both = frozenset({CourseRole.PROFESSIONAL, CourseRole.COORDINATOR})
    assert may_in_course(both, Permission.COURSE_STOP) is True
    assert may_in_course(frozenset(), Permission.COURSE_READ) is False


def test_looks_close_together_are_one():
    first = datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert rules.is_one_look(first + rules.ONE_LOOK, first) is True
    assert rules.is_one_look(first + rules.ONE_LOOK + timedelta(seconds=1), first) is False
