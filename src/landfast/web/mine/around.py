"""Who is there for the citizen: who holds her course, and whom to ring while all are away."""

from typing import Any

from django.utils.translation import gettext as _

from landfast.course.queries.own import OwnCourse
from landfast.journeys.see_own_course import MyCourse
from landfast.web.mine.present import beside_lines, coordinator_line
from landfast.web.parts.shapes import Person


def around(seen: MyCourse) -> dict[str, Any]:
    """Who is there for her, and who picks up now."""
    course = seen.course
    return {
        "coordinator": coordinator_line(course.held),
        "beside": [*beside_lines(course.held), *stands_in(course)],
        "second_before": seen.second_before,
        "answers": seen.answers,
    }


def stands_in(course: OwnCourse) -> list[Person]:
    """While all who hold it are away: the unit or the lead whom she can ring, as a line."""
    one = course.stands_in
    return [Person(one.name, _("Ring hertil imens"), one.phone)] if one else []
