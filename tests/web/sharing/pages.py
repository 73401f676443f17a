"""A citizen with something to share, and the addresses where she does it."""

from tests.factories.courses import started_course
from tests.factories.plan import wished

YES = {"topics": ["housing"], "purpose": "Finde en bolig", "days": "90", "when": "always"}


def who_wants_a_home(town):
    course = started_course(town)
    wished(course, "Jeg vil have et sted at bo")
    return course


def at(lived, *rest):
    return "/".join([f"/forloeb/{lived.id}/deling", *map(str, rest), ""])
