"""Who is what to a course, who holds it, and an offer of it: asked and made in a line."""

from landfast.access import queries as access
from landfast.course.queries.holding import holders
from landfast.journeys.hand_over import offer_course
from tests.factories.town import as_


def roles(actor, lived):
    with as_(actor):
        return access.course_roles(actor, lived.id)


def holder(lived):
    with as_(lived.citizen):
        return holders(lived.id)


def offered(town, lived, to, by=None):
    by = by or town.karen
    with as_(by):
        return offer_course(
            actor=by, course_id=lived.id, taker=to.person_id, reason="Bor tættere på"
        )
