"""What a citizen keeps on her own telephone for when there is no net (issue 5 §1).

To fetch it is a look in the log, of hers; what she reads later without a net is that look.
"""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.copies import stands
from landfast.course.queries.own import OwnCourse
from landfast.journeys.see_own_course import MyCard, card_of, opened_own
from landfast.kernel.ids import PersonId
from landfast.meetings.queries import MeetingRow, meetings_of
from landfast.network.queries.own import UnwellRow, unwell
from landfast.plan.queries import Plan, plan_of


@dataclass(frozen=True)
class MyCopy:
    """Her card, her meetings, her plan and her page for bad days, as they are now."""

    card: MyCard
    meetings: list[MeetingRow]
    plan: Plan
    unwell: UnwellRow | None
    me: PersonId


def see_my_copy(actor: Actor) -> MyCopy | None:
    """All four in one look; None without a course that goes on: then nothing is to be kept."""

    def read(course: OwnCourse) -> MyCopy | None:
        if course.is_over:
            return None
        return MyCopy(
            card_of(course), meetings_of(course.id), plan_of(course.id), unwell(course.id),
            actor.person_id,
        )  # fmt: skip

    return opened_own(actor, None, "Uden net, på min telefon", read)


def copy_stands(sitting: UUID, course: UUID) -> bool:
    """May a copy stay where it lies? Not when its session was ended, or the course (F1)."""
    return stands(sitting, course)
