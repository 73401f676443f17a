"""A guest of one meeting: asked from outside the team, reads that meeting and nothing else (F2)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks.looking import Part, list_records, open_part
from landfast.access.parts import my_parts
from landfast.access.queries import persons_who_may, require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.course.queries.names import SharedCourse, part_courses
from landfast.journeys.prepare_meeting import Preparation, look_at_preparation
from landfast.journeys.write_as_guest import GuestWriting, writing_of
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.meetings import actions, queries
from landfast.meetings.actions import Guest
from landfast.meetings.queries import PartMeeting, visited
from landfast.meetings.queries.lines import LineRow, lines_of_others
from landfast.meetings.queries.pulse import my_pulse_key
from landfast.meetings.rules import MeetingState
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow
from landfast.plan.queries import AgreementRow, open_agreements
from landfast.redthread.queries.choosing import signs_asked

FOUND = 12


@dataclass(frozen=True)
class Outsiders:
    """The meeting, and the employees outside the team who fit the words."""

    preparation: Preparation
    found: list[EmploymentRow]


def find_guests(actor: Actor, course_id: UUID, meeting_id: UUID, words: str) -> Outsiders:
    """Look for somebody outside the team to ask to this meeting."""
    seen = look_at_preparation(actor, course_id, meeting_id)
    require(actor, Permission.MEETING_PREPARE, course=course_id)
    found = people.find_staff(words, FOUND) if words.strip() else []
    team = persons_who_may(Permission.COURSE_READ, course_id) if found else {}
    there = {guest.person_id for guest in seen.meeting.guests}
    outside = [row for row in found if row.person.id not in team and row.person.id not in there]
    return Outsiders(seen, outside)


def guest_name(person_id: UUID) -> str:
    """Who is about to be asked."""
    held = people.employments(person_id=PersonId(person_id))
    if not held:
        raise NotFound
    return held[0].person.name


@journey
def ask_guest(*, actor: Actor, meeting_id: UUID, person_id: UUID, why: str) -> UUID:
    """One employee outside the team is asked, with why."""
    held = people.employments(person_id=PersonId(person_id))
    if not held:
        raise NotFound
    guest = Guest(why, person_id, role=held[0].role)
    return actions.ask_guest(actor=actor, meeting_id=meeting_id, guest=guest)


@dataclass(frozen=True)
class Visit:
    """The one meeting, whose it is, why one was asked, and one's own agreements from it."""

    course: SharedCourse
    meeting: PartMeeting
    why: str
    until: datetime | None
    agreements: list[AgreementRow]
    lines: list[LineRow]
    """What the others say that they are there for."""
    writing: GuestWriting
    may_tell: bool
    """May a sign be recorded here?"""
    pulse_key: str | None
    """With it they say how the meeting was, when it is over."""


def visit(actor: Actor, course_id: UUID, meeting_id: UUID) -> Visit:
    """That meeting, and nothing else of the course."""
    require(actor, Permission.MEETING_VISIT, course=course_id)
    open_part(actor, Part(course_id, CourseRole.GUEST, meeting_id), "Mødet (gæst)")
    part = next(one for one in my_parts(actor, CourseRole.GUEST) if one.about == meeting_id)
    [meeting] = visited([meeting_id])
    mine = [row for row in open_agreements(course_id) if row.counts]
    course = part_courses(CourseRole.GUEST)[course_id]
    return Visit(
        course, meeting, part.reason, part.until, mine, lines_of_others(meeting_id),
        writing_of(actor, meeting_id, meeting.state), signs_asked(course_id),
        my_pulse_key(meeting_id) if meeting.state is MeetingState.HELD else None,
    )  # fmt: skip


@dataclass(frozen=True)
class VisitRow:
    """A meeting that one is a guest of."""

    course_id: UUID
    meeting_id: UUID
    called: str
    starts_at: datetime | None


def my_visits(actor: Actor, listed: Collection[UUID] = ()) -> list[VisitRow]:
    """The meetings that the actor is a guest of: a row in the log for each not `listed` yet."""
    parts = {one.about: one.course for one in my_parts(actor, CourseRole.GUEST) if one.about}
    if not parts:
        return []
    list_records(actor, set(parts.values()) - set(listed), "Invitationer (liste)")
    names = part_courses(CourseRole.GUEST)
    return [
        VisitRow(row.course_id, row.id, names[row.course_id].name, row.starts_at)
        for row in queries.when_visited(list(parts))
    ]
