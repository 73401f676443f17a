"""A course that is kept apart: who may know of it is named, one by one."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Apart, Permission
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da


@action
def keep_apart(*, actor: Actor, course_id: UUID, why: Apart, leader: PersonId) -> None:
    """Posts, units and organisations reach the course no more; one leader does, by name."""
    require(actor, Permission.KEEP_APART, course=course_id)
    if not _done("select access_keep_apart(%s, %s, %s)", course_id, why.value, leader):
        raise NotNow(
            "cannot_be_kept_apart",
            da("Vælg en leder af borgerens enhed. Eller er det allerede gjort?"),
        )
    record(actor, "access.kept_apart", course=course_id)


@action
def lift_apart(*, actor: Actor, course_id: UUID) -> None:
    """The unit's leaders see again that there is a course."""
    require(actor, Permission.KEEP_APART, course=course_id)
    if not _done("select access_lift_apart(%s)", course_id):
        raise NotNow("not_kept_apart", da("Forløbet er ikke holdt adskilt."))
    record(actor, "access.apart_lifted", course=course_id)


def _done(sql: str, *values: str | UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return bool(cursor.fetchone()[0])
