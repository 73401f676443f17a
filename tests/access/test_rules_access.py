"""How many guesses are too many, and what several roles together may do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from landfast.access import rules
from landfast.access.queries import Reader, readers_about
from landfast.access.roles import COURSE_ROLES, CourseRole, may_in_course
from landfast.access.rules import Permission, Topic
from landfast.kernel.ids import PersonId
from tests.refusing import refused

FEW = {"here": rules.TRIES_HERE - 1, "source": rules.TRIES_SOURCE - 1, "name": rules.TRIES_NAME - 1}


@pytest.mark.parametrize("what", FEW)
def test_who_has_guessed_many_times_waits(what):
    rules.check_tries(**FEW)
    with refused("too_many_tries", "password"):
        rules.check_tries(**(FEW | {what: FEW[what] + 1}))


def test_who_opens_one_citizen_after_the_other_is_asked_to_wait():
    refusal = rules.too_many_records()
    assert (refusal.status, refusal.code) == (429, "too_many_records")


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


def test_nothing_is_left_out_of_an_insight_without_a_ground_and_no_ground_without_something():
    rules.check_left_out(0, None)
    for reason in rules.LeftOut:
        rules.check_left_out(1, reason)
        with refused("nothing_left_out", "reason"):
            rules.check_left_out(0, reason)
    with refused("left_out_without_reason", "reason"):
        rules.check_left_out(1, None)


def test_more_records_than_a_days_work_are_asked_about():
    assert rules.is_many(rules.MANY_A_DAY) is False
    assert rules.is_many(rules.MANY_A_DAY + 1) is True


def test_two_people_of_one_name_do_not_lend_each_other_topics():
    """Each reads one of the two: nobody of them reads a row that is about both."""
    one, other = (
        Reader("Peter Hansen", CourseRole.RECIPIENT, topic, None, PersonId(uuid4()))
        for topic in (Topic.HEALTH, Topic.HOUSING)
    )
    assert readers_about([one, other], {Topic.HEALTH, Topic.HOUSING}) == []
    assert readers_about([one, other], {Topic.HEALTH}) == [one]
    both = replace(one, topic=Topic.HOUSING)
    assert readers_about([one, both, other], {Topic.HEALTH, Topic.HOUSING}) == [one, both]
