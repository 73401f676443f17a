"""What leaders count: their own units' courses, as numbers from functions of the database."""

from django.db import connection

from landfast.course.queries.oversight import Counted, counted
from landfast.course.rules.words import State
from tests.factories.courses import assessed_course, started_course
from tests.factories.town import as_


def test_a_leader_counts_the_courses_of_her_units_by_phase_and_holder(town):
    started_course(town, "Anna Ask")
    started_course(town, "Bent Berg", by=town.mads)
    started_course(town, "Carl Dam", by=town.mads)
    assessed_course(town)
    with as_(town.dorte):
        found = counted([town.coordination])
    by_state = {row.state: (row.count, row.days) for row in found.states}
    held = {row.name: (row.held, row.as_cover) for row in found.carried}
    assert by_state[State.START] == (3, 0)
    assert sum(count for count, _ in by_state.values()) == 4
    assert held == {"Karen Koordinator": (1, 0), "Mads Makker": (2, 0)}


def test_nobody_counts_a_unit_that_they_do_not_oversee(town):
    started_course(town, "Anna Ask")
    for stranger in (town.karen, town.bo, town.peter):
        with as_(stranger):
            assert counted([town.coordination]) == Counted([], [])
    with as_(town.dorte):
        assert counted([town.ward]) == Counted([], [])


def test_no_citizen_leaves_the_function(town):
    with connection.cursor() as cursor:
        cursor.execute("select proargnames::text from pg_proc where proname = 'course_count'")
        [(given,)] = cursor.fetchall()
    assert given == "{units,state,person_id,courses,as_cover,age}"
