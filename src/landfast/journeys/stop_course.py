""" "Jeg vil stoppe": the same day, from any state. No reason, no measuring, no block."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.consent.queries import ShareRow, shares
from landfast.course.actions import ending
from landfast.course.queries.courses import CourseView, course_page
from landfast.course.queries.own import OwnCourse
from landfast.journeys._leaving import settle
from landfast.journeys.see_own_course import mine, opened_own
from landfast.journeys.who_reads import ReaderToHer, who_reads
from landfast.kernel.clock import now
from landfast.meetings.queries import meetings_of
from landfast.meetings.queries.agreed import agreed_on
from landfast.meetings.queries.fallen import AheadRow, lying_ahead
from landfast.plan import queries as plan
from landfast.plan.queries import AgreementRow

PAGE = "Jeg vil stoppe"


@dataclass(frozen=True)
class Ends:
    """What ends with the course: said before it does."""

    meetings: list[AheadRow]
    agreements: list[AgreementRow]
    readers: list[ReaderToHer]
    agreed: datetime | None
    """The next meeting's day, said aloud at the last one, while nothing is prepared for it."""
    shared: list[ShareRow]
    """By topic, with somebody outside the team."""

    @property
    def read_for_her(self) -> list[str]:
        """Who reads for her until then, each name once: they hear of it from a person."""
        found = (one.name for one in self.readers if one.role is CourseRole.PROXY)
        return list(dict.fromkeys(found))


def before_my_stop(actor: Actor, course_id: UUID) -> tuple[OwnCourse, Ends]:
    """She reads what ends with her course before she stops it (domain 0.1)."""
    return mine(opened_own(actor, course_id, PAGE, lambda course: (course, _ends(course_id))))


def before_ending(
    actor: Actor, course_id: UUID, page: str = PAGE
) -> tuple[CourseView, Ends | None]:
    """The same for who writes an ending down; nothing of it to who reads the frame only."""
    view = course_page(actor, course_id, page)
    return view, _ends(course_id) if view.whole else None


def _ends(course_id: UUID) -> Ends:
    return Ends(
        lying_ahead(course_id), plan.open_agreements(course_id), who_reads(course_id),
        agreed_on(meetings_of(course_id), now()),
        [row for row in shares(course_id) if row.runs],
    )  # fmt: skip


@journey
def stop_course(*, actor: Actor, course_id: UUID) -> int:
    """The citizen, or the coordinator on her word, stops the course (domain 0.1, issue §3.6).

    Answers how much is left to say aloud.
    """
    left = settle(actor, course_id)
    ending.stop(actor=actor, course_id=course_id)
    return left
