"""A course that runs, that she stops and begins again."""

from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import activate_course
from landfast.journeys.stop_course import stop_course
from landfast.plan import queries as plan
from tests.factories.plan import accepted, wished, with_team
from tests.factories.town import as_


def running_with_a_promise(town):
    """The meetings run; Karen holds it, Bo has promised something."""
    course = with_team(town, town.bo)
    wished(course)
    accepted(town, course, town.bo, text="Ringer til banken")
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=course.id)
    return course


def stops(lived):
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)


def begins(lived, actor=None, **said):
    with as_(actor or lived.citizen):
        return reopen_course(actor=actor or lived.citizen, course_id=lived.id, **said)


def promises(lived):
    with as_(lived.citizen):
        return {row.text: row.state for row in plan.plan_of(lived.id).agreements}
