"""A course begins."""

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.course import models
from tests.factories.courses import assessed_course, started_course, state_of
from tests.factories.town import as_


def test_a_course_under_assessment_is_seen_by_intake_and_citizen_only(town):
    lived = assessed_course(town)
    for actor, seen in ((town.karen, 1), (lived.citizen, 1), (town.bo, 0), (town.anna, 0)):
        with as_(actor):
            assert models.Course.objects.count() == seen, actor.name
            assert models.Citizen.objects.count() == seen, actor.name


def test_intake_loses_its_access_when_the_coordinator_is_appointed(town):
    lived = started_course(town)
    assert state_of(lived) == "OPSTART"
    with as_(town.karen):
        assert CourseRole.COORDINATOR in access.course_roles(town.karen, lived.id)
    with as_(town.mads):
        assert access.course_roles(town.mads, lived.id) == frozenset()
    with as_(town.dorte):
        assert access.course_roles(town.dorte, lived.id) == {CourseRole.LEAD}
