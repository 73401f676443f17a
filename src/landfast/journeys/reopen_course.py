"""Coming back: within a month of a stop where it was, within half a year without intake."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending
from landfast.course.actions.taking_up import take_up
from landfast.course.queries.coordinators import held_last
from landfast.course.queries.courses import CourseView, course_frame, course_page
from landfast.course.queries.leads import who_covers
from landfast.journeys._facts import team_facts
from landfast.plan.actions import offer_agreements_again


def before_reopening(*, actor: Actor, course_id: UUID) -> tuple[CourseView, bool]:
    """The course, and whether it would go on where it was: the page promises what the act does.

    Only where somebody leads the unit from day to day, and covers (decision 65).
    """
    view = course_page(actor, course_id, "Genåbning")
    return view, view.may_take_up and who_covers(actor, course_id, view.frame.unit_id) is not None


@journey
def reopen_course(
    *, actor: Actor, course_id: UUID, citizen_said_so: bool = False, said_how: str = ""
) -> bool:
    """The citizen, or the unit's lead on her word, opens the course again.

    A stop of the last month is taken up where it was: covered by the daily lead while who held it
    is asked, its promises offered again to their makers. Otherwise it waits for a coordinator.
    Consents are asked for anew either way. Answers whether it went on (decision 65).
    """
    ending.reopen(
        actor=actor, course_id=course_id, citizen_said_so=citizen_said_so, said_how=said_how
    )
    cover = who_covers(actor, course_id, course_frame(course_id).unit_id)
    former = held_last(course_id)
    if cover is None or former is None:
        return False
    facts = team_facts(course_id, former)
    if not take_up(actor=actor, course_id=course_id, cover=cover, facts=facts):
        return False
    offer_agreements_again(actor=actor, course_id=course_id)
    return True
