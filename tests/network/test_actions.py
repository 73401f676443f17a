"""The team and the people the citizen names."""

import pytest

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.network import actions, queries
from landfast.network.actions import Named
from landfast.network.rules import Closeness, Sphere, Tie
from tests.factories.courses import started_course
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


def test_a_member_joins_on_the_citizens_word_and_reads(town, lived):
    in_the_team(lived, town.bo, by=town.karen)
    with as_(town.bo):
        [member] = queries.members(lived.id)
        assert access.course_roles(town.bo, lived.id) == {CourseRole.PROFESSIONAL}
    assert (member.name, member.may_read, member.sphere) == ("Bo Bostøtte", True, Sphere.SOCIAL)


def test_nobody_is_in_the_team_twice(town, lived):
    in_the_team(lived, town.bo, by=town.karen)
    with pytest.raises(NotNow, match="in_the_team"):
        in_the_team(lived, town.bo, by=lived.citizen)


def test_one_who_leaves_sees_nothing_and_may_come_back(town, lived):
    member = in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        actions.end_member(actor=lived.citizen, course_id=lived.id, member_id=member)
        assert queries.members(lived.id) == []
        assert [row.name for row in queries.members(lived.id, former=True)] == ["Bo Bostøtte"]
        with pytest.raises(NotNow):
            actions.end_member(actor=lived.citizen, course_id=lived.id, member_id=member)
    with as_(town.bo):
        assert access.course_roles(town.bo, lived.id) == frozenset()
    in_the_team(lived, town.bo, by=lived.citizen)
    with as_(town.bo):
        assert access.course_roles(town.bo, lived.id) == {CourseRole.PROFESSIONAL}


def test_a_withdrawal_keeps_the_person_on_the_map(town, lived):
    in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        consent.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
        [member] = queries.members(lived.id)
    assert not member.may_read
    with as_(town.bo):
        assert queries.members(lived.id) == []


def test_one_who_left_after_a_withdrawal_leaves_quietly(town, lived):
    member = in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        consent.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
        actions.end_member(actor=lived.citizen, course_id=lived.id, member_id=member)
        assert queries.members(lived.id) == []


def test_a_member_needs_a_line_that_the_citizen_understands(town, lived):
    with pytest.raises(Wrong, match="no_line"):
        in_the_team(lived, town.bo, by=town.karen, helps_with="")


def test_a_professional_does_not_choose_the_team(town, lived):
    in_the_team(lived, town.bo, by=town.karen)
    with pytest.raises(NotAllowed):
        in_the_team(lived, town.anna, by=town.bo)


def test_a_change_and_a_move_are_kept(town, lived):
    member = in_the_team(lived, town.bo, by=town.karen)
    with as_(town.karen):
        actions.change_member(
            actor=town.karen, course_id=lived.id, member_id=member, helps_with="Går med til lægen",
            call_when="Hverdage 8-15", sphere=Sphere.HEALTH, closeness=Closeness.CLOSE,
        )  # fmt: skip
    with as_(lived.citizen):
        actions.move_member(
            actor=lived.citizen, course_id=lived.id, member_id=member, sphere=Sphere.FRIENDS,
            closeness=Closeness.FAR,
        )  # fmt: skip
        [row] = queries.members(lived.id)
    assert (row.helps_with, row.sphere, row.closeness) == (
        "Går med til lægen", Sphere.FRIENDS, Closeness.FAR,
    )  # fmt: skip


def test_a_member_of_another_course_is_not_found(town, lived):
    other = started_course(town, "Jens Hansen")
    member = in_the_team(other, town.bo, by=town.karen)
    with as_(town.karen), pytest.raises(NotFound):
        actions.end_member(actor=town.karen, course_id=lived.id, member_id=member)


def test_neutrality_is_known_to_the_one_who_appoints_and_to_no_stranger(town, lived):
    in_the_team(lived, town.solveig, by=town.karen, role="case_worker")
    in_the_team(lived, town.bo, by=town.karen)
    with as_(town.dorte):
        assert queries.members(lived.id) == []
        assert queries.authority_roles_of(lived.id, town.solveig.person_id) == ["case_worker"]
        assert queries.authority_roles_of(lived.id, town.bo.person_id) == []
    with as_(town.anna):
        assert queries.authority_roles_of(lived.id, town.solveig.person_id) == []


def test_the_citizen_draws_her_own_people(town, lived):
    sister = named_by_citizen(lived)
    named_by_citizen(lived, "Hunden Balder", Sphere.LEISURE, Closeness.NEAR)
    with as_(lived.citizen):
        changed = Named(
            "Birthe", Sphere.FAMILY, Closeness.FAR, "Min søster", Tie.BOTH, "22 33 44 55"
        )
        actions.change_relation(
            actor=lived.citizen, course_id=lived.id, relation_id=sister, named=changed
        )
        assert [row.name for row in queries.relations(lived.id)] == ["Hunden Balder", "Birthe"]
        actions.remove_relation(actor=lived.citizen, course_id=lived.id, relation_id=sister)
        assert [row.name for row in queries.relations(lived.id)] == ["Hunden Balder"]
        with pytest.raises(NotNow):
            actions.remove_relation(actor=lived.citizen, course_id=lived.id, relation_id=sister)


def test_the_network_stands_by_sphere_the_closest_first(town, lived):
    named_by_citizen(lived, "Kusine Else", Sphere.FAMILY, Closeness.FAR)
    named_by_citizen(lived, "Mor", Sphere.FAMILY, Closeness.CLOSE)
    in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        rows = {
            row.sphere: [one.name for one in row.people]
            for row in queries.people_by_sphere(lived.id)
        }
    assert rows[Sphere.FAMILY] == ["Mor", "Kusine Else"]
    assert rows[Sphere.SOCIAL] == ["Bo Bostøtte"]
    assert rows[Sphere.WORK] == []


def test_somebody_outside_sees_no_relation(town, lived):
    named_by_citizen(lived)
    for actor in (town.bo, town.dorte, town.mads):
        with as_(actor):
            assert queries.relations(lived.id) == []


def test_how_is_asked_when_the_coordinator_adds(town, lived):
    with as_(town.karen), pytest.raises(Wrong, match="how_she_said_it"):
        actions.add_member(
            actor=town.karen, course_id=lived.id, person_id=town.bo.person_id,
            role="home_support", helps_with="Post", how=How.SELF,
        )  # fmt: skip


def test_a_number_that_cannot_be_rung_is_told_at_its_field(lived):
    odd = Named("Birthe", Sphere.FAMILY, Closeness.CLOSE, phone="12")
    with as_(lived.citizen), pytest.raises(Wrong) as wrong:
        actions.add_relation(actor=lived.citizen, course_id=lived.id, named=odd)
    assert wrong.value.field == "phone"
