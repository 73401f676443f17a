"""Forms of standing meetings, for the tests that try every form."""

from django.urls import reverse

from landfast.circles.rules.kinds import Kind
from tests.factories.circles import circle, raised, talked_about
from tests.factories.courses import started_course


def of_circle(name, kind=Kind.UNITS, who="karen"):
    return lambda town: (getattr(town, who), reverse(name, args=[circle(town, kind).id]))


def from_a_course(town):
    lived = started_course(town)
    return town.karen, reverse("raise_course_case", args=[lived.id, circle(town).id])


def hers(town):
    lived = started_course(town)
    case = raised(circle(town), lived)
    return lived.citizen, reverse("my_case", args=[lived.id, case])


def to_tell(town):
    case, _ = talked_about(circle(town), started_course(town))
    return town.karen, reverse("tell_of_case", args=[case])


FORMS = {
    "raise_theme": of_circle("raise_theme"),
    "propose_for_unit": of_circle("propose_for_unit"),
    "plan_sitting": of_circle("plan_sitting", who="lars"),
    "raise_course_case": from_a_course,
    "my_case": hers,
    "tell_of_case": to_tell,
}
"""Who opens it, and its address."""
