"""A yes opens, a withdrawal closes in the same second, a no colours nothing."""

import pytest

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.consent import actions, queries
from landfast.consent.rules import ConsentState, How
from landfast.course.queries.holding import holders
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.courses import started_course
from tests.factories.town import as_


def roles_of(town, actor, lived):
    with as_(actor):
        return access.course_roles(actor, lived.id)


def say_yes(lived, by, to, how=None):
    with as_(by):
        return actions.allow(
            actor=by, course_id=lived.id, recipient=to.person_id, purpose="Hjælper med bolig",
            how=how or (How.SELF if by.is_citizen else How.ORALLY),
        )  # fmt: skip


@pytest.fixture
def lived(town):
    return started_course(town)


def test_without_a_consent_the_course_works_and_a_professional_sees_nothing(town, lived):
    with as_(lived.citizen):
        assert holders(lived.id).holder.name == "Karen Koordinator"
    with as_(town.bo), pytest.raises(NotFound):
        holders(lived.id)
    with as_(town.bo):
        assert queries.consents(lived.id) == []


@pytest.mark.parametrize("who", ["citizen", "karen"])
def test_a_yes_opens_the_course_to_the_recipient(town, lived, who):
    say_yes(lived, lived.citizen if who == "citizen" else town.karen, town.bo)
    assert roles_of(town, town.bo, lived) == {CourseRole.PROFESSIONAL}
    with as_(town.bo):
        [row] = queries.consents(lived.id)
    assert (row.recipient, row.state) == ("Bo Bostøtte", ConsentState.GIVEN)


def test_a_withdrawal_ends_access_in_the_same_second(town, lived):
    say_yes(lived, lived.citizen, town.bo)
    with as_(lived.citizen):
        actions.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
    assert roles_of(town, town.bo, lived) == frozenset()
    with as_(town.bo):
        assert queries.consents(lived.id) == []
        with pytest.raises(NotFound):
            holders(lived.id)
    with as_(lived.citizen):
        [row] = queries.consents(lived.id)
        assert row.state is ConsentState.WITHDRAWN
        assert not row.stands


def test_a_withdrawal_leaves_others_alone(town, lived):
    say_yes(lived, lived.citizen, town.bo)
    say_yes(lived, lived.citizen, town.anna)
    with as_(lived.citizen):
        actions.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
    assert roles_of(town, town.anna, lived) == {CourseRole.PROFESSIONAL}
    assert CourseRole.COORDINATOR in roles_of(town, town.karen, lived)


def test_withdrawing_twice_is_told(town, lived):
    say_yes(lived, lived.citizen, town.bo)
    with as_(lived.citizen):
        actions.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
        with pytest.raises(NotNow, match="nothing_to_withdraw"):
            actions.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)


def test_a_no_is_written_once_and_may_become_a_yes(town, lived):
    no = {"course_id": lived.id, "recipient": town.bo.person_id, "how": How.ORALLY}
    with as_(town.karen):
        actions.refuse(actor=town.karen, **no)
        with pytest.raises(Wrong, match="nothing_has_changed"):
            actions.refuse(actor=town.karen, **no)
    assert roles_of(town, town.bo, lived) == frozenset()
    say_yes(lived, lived.citizen, town.bo)
    with as_(lived.citizen):
        states = [(row.state, row.stands) for row in queries.consents(lived.id)]
    assert states == [(ConsentState.GIVEN, True), (ConsentState.REFUSED, False)]


def test_a_no_ends_a_yes(town, lived):
    say_yes(lived, lived.citizen, town.bo)
    with as_(lived.citizen):
        actions.refuse(
            actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id, how=How.SELF
        )
    assert roles_of(town, town.bo, lived) == frozenset()


def test_ending_all_keeps_the_citizens_own_access_and_may_be_run_again(town, lived):
    say_yes(lived, lived.citizen, town.bo)
    say_yes(lived, lived.citizen, town.anna)
    with as_(lived.citizen):
        assert actions.end_all(actor=lived.citizen, course_id=lived.id) == 2
        assert actions.end_all(actor=lived.citizen, course_id=lived.id) == 0
    for actor in (town.bo, town.anna):
        assert roles_of(town, actor, lived) == frozenset()
    assert CourseRole.CITIZEN in roles_of(town, lived.citizen, lived)


def test_a_professional_cannot_let_others_in(town, lived):
    say_yes(lived, lived.citizen, town.bo)
    with pytest.raises(NotAllowed):
        say_yes(lived, town.bo, town.anna)
    with pytest.raises(NotFound):
        say_yes(lived, town.peter, town.anna)


def test_nobody_says_yes_in_the_citizens_place(town, lived):
    with pytest.raises(Wrong, match="how_she_said_it"):
        say_yes(lived, town.karen, town.bo, how=How.SELF)


def test_access_is_for_employees_only(town, lived):
    with as_(lived.citizen), pytest.raises(Wrong, match="not_an_employee"):
        actions.allow(
            actor=lived.citizen, course_id=lived.id, purpose="x", how=How.SELF,
            recipient=PersonId(lived.citizen.person_id),
        )  # fmt: skip
