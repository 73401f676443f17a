"""What did not arrive is tried again, by who can act."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_staff
from landfast.access.rules import Permission
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da


@action
def retry_staff(*, actor: Actor, person_id: PersonId) -> None:
    """Try again what did not reach an employee. The database asks who keeps or leads them."""
    require_staff(actor)
    _retry("notices_retry_staff", person_id)
    record(actor, "notices.staff_tried_again", person=person_id)


@action
def retry_course(*, actor: Actor, course_id: UUID) -> None:
    """Try again what did not reach a citizen: by who holds her course."""
    require(actor, Permission.AGREEMENT_FOLLOW_UP, course=course_id)
    _retry("notices_retry_course", course_id)
    record(actor, "notices.tried_again", course=course_id)


def _retry(function: str, whom: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}(%s)", [whom])
        (done,) = cursor.fetchone()
    if not done:
        raise NotNow("nothing_failed", da("Der er ikke noget at prøve igen."))
