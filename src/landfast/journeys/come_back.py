"""The coordinator is back before time: who covered does so no longer (moment 8)."""

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_staff, scopes_as
from landfast.access.roles import CourseRole
from landfast.course.actions.cover import end_deputies
from landfast.course.queries.coordinators import held_by
from landfast.course.queries.listed import list_held
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.people import actions as people

HOLDS = (CourseRole.COORDINATOR, CourseRole.COVER)


@journey
def come_back(*, actor: Actor) -> int:
    """I am at work again: my time away ends, and the cover in all my courses; in how many."""
    require_staff(actor)
    mine = scopes_as(actor, *HOLDS)
    list_held(actor, actor.person_id, "Tilbage igen (liste)", only_in=mine)
    covered = [held.course_id for held in held_by(actor.person_id, mine) if held.deputy]
    ended = people.come_back(person_id=actor.person_id)
    if not covered and not ended:
        raise NotNow("nobody_covers", da("Ingen dækker for dig lige nu. Der er intet at ændre."))
    for course_id in covered:
        end_deputies(actor=actor, course_id=course_id)
    record(actor, "people.came_back", person=actor.person_id, courses=len(covered))
    return len(covered)
