"""One course as professionals meet it: its meetings, and what the start has uncovered."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.consent.emergencies import EmergencyRow, in_courses
from landfast.consent.rules.emergency import SHOWN
from landfast.course.queries.assessment import (
    CitizenAnswer,
    decision_for_citizen,
    found_to_fit,
)
from landfast.course.queries.heard import waits_to_hear
from landfast.course.queries.page import CoursePage, full_page
from landfast.course.rules.words import State
from landfast.journeys.see_findings import said_about
from landfast.kernel.clock import now
from landfast.meetings.queries import MeetingRow, last_and_next
from landfast.messages.queries import Noted, ToSay, said_at, said_lately, to_say
from landfast.network import queries as network
from landfast.plan import queries as plan
from landfast.plan.queries.said import Said
from landfast.redthread.queries import Standing, findings_of


@dataclass(frozen=True)
class CourseSeen:
    """The page, the last meeting, the one ahead, and whether wishes and a team are there."""

    page: CoursePage
    met: MeetingRow | None = None
    meets: MeetingRow | None = None
    has_wishes: bool = True
    has_team: bool = True
    findings: list[Standing] = field(default_factory=list)
    """What is worth a look."""
    said: dict[UUID, Said] = field(default_factory=dict)
    """What the agreements they rest on say."""
    to_say: list[ToSay] = field(default_factory=list)
    """What reaches her by no channel; for who holds the course."""
    was_said: UUID | None = None
    """What of that was just noted as said, while it can be taken back."""
    noted: list[Noted] = field(default_factory=list)
    """What was noted as said before that, lately; for who tells her."""
    emergencies: list[EmergencyRow] = field(default_factory=list)
    """What others have read in an emergency in the last month."""
    fits: bool | None = None
    """In intake: have two said that a course fits? None where nobody asked."""
    waits: CitizenAnswer | None = None
    """On the waiting list: what she was answered, and who rings meanwhile; for who may read it."""

    unheard: bool = False
    """At the start: is there an answer of intake that nobody knows her to have heard?"""


def see_course(
    actor: Actor, course_id: UUID, *, whole_number: bool = False,
    noted: tuple[UUID, UUID] | None = None,
) -> CourseSeen:  # fmt: skip
    """The page (the look is logged) with what its next step rests on; a frame has no more.

    `noted`: the course and the batch that one touch has just noted as said.
    """
    shown = full_page(actor, course_id, whole_number=whole_number)
    state = shown.view.frame.state
    fits = found_to_fit(course_id) if state is State.ASSESSMENT else None
    waits = decision_for_citizen(course_id) if state is State.WAITING else None
    if not shown.view.whole:
        return CourseSeen(shown, fits=fits, waits=waits)
    met, meets = last_and_next([course_id])
    last, ahead = met.get(course_id), meets.get(course_id)
    found = findings_of([course_id])
    said = said_about(row for row in found if not row.rests)
    # a look is hers and theirs who hold the threads: never shown to all who read the course
    held = [course_id] if shown.view.may(Permission.FINDING_SETTLE) else []
    opened = in_courses(actor, held, now() - SHOWN)
    seen = CourseSeen(
        shown, last, ahead, findings=found, said=said, to_say=to_say([course_id]),
        was_said=noted[1] if noted and noted[0] == course_id and said_at(*noted) else None,
        emergencies=opened, fits=fits, waits=waits,
        noted=said_lately(course_id) if shown.view.may(Permission.AGREEMENT_FOLLOW_UP) else [],
    )  # fmt: skip
    if state is not State.START:
        return seen
    wishes, team = bool(plan.wishes_of(course_id)), bool(network.members(course_id))
    again = any(stay.state is State.REOPENED for stay in shown.view.stays)
    unheard = not again and waits_to_hear(course_id)
    return replace(seen, has_wishes=wishes, has_team=team, unheard=unheard)
