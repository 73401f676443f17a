"""Reading and answering for the citizen: whom she has named, and what they see (F2)."""

from dataclasses import dataclass, field
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks.looking import Part, list_records, open_part, open_record
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.consent.proxies import ProxyRow, has_come_in, proxies, proxying
from landfast.consent.rules.proxy import Limit
from landfast.course.queries.names import SharedCourse, WhoseCourse, part_courses, whose_one
from landfast.directory.queries.relatives import ForRelatives, for_relatives
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.login.actions import identities
from landfast.meetings import actions as meeting_actions
from landfast.meetings.queries.parts import AskedTo, PartMeeting, asked_to, meetings_for_her
from landfast.meetings.rules import Attends
from landfast.network.queries.telling import my_places
from landfast.plan.queries import (
    AgreementRow,
    StepRow,
    WishRow,
    open_agreements,
    steps_of,
    wishes_of,
)

MAY_READ_MEETINGS = frozenset({Limit.READ_MEETINGS, Limit.ANSWER_MEETINGS})


@dataclass(frozen=True)
class Proxies:
    """Whose course it is, and everybody she has named."""

    course: WhoseCourse
    rows: list[ProxyRow]


def see_proxies(actor: Actor, course_id: UUID) -> Proxies:
    """Who may read or answer for her: for the citizen and those who help her with it."""
    require(actor, Permission.PROXY_NAME, course=course_id)
    open_record(actor, course_id, "Hvem der må læse for borgeren")
    return Proxies(whose_one(course_id), proxies(course_id))


@journey
def invite_proxy(*, actor: Actor, course_id: UUID, proxy_id: UUID) -> tuple[ProxyRow, str]:
    """A code with which the proxy comes in by their own login at a provider, told once."""
    require(actor, Permission.PROXY_NAME, course=course_id)
    row = next((one for one in proxies(course_id) if one.id == proxy_id and one.runs), None)
    if row is None:
        raise NotFound
    if has_come_in(row.id):
        raise NotNow("has_come_in", da("Personen er kommet ind og bruger sit eget login."))
    return row, identities.invite(by=actor, person_id=PersonId(row.person_id))


@dataclass(frozen=True)
class ForOne:
    """For whom one reads: whose course, and what one may."""

    proxy: ProxyRow
    course: SharedCourse
    wishes: list[WishRow] = field(default_factory=list)
    steps: list[StepRow] = field(default_factory=list)
    agreements: list[AgreementRow] = field(default_factory=list)
    meetings: list[PartMeeting] = field(default_factory=list)
    places: frozenset[UUID] = frozenset()
    """Where the reader stands on her map."""
    asked_to: list[AskedTo] = field(default_factory=list)
    """The meetings that the reader is asked to, whatever else of meetings they may read."""
    offers: list[ForRelatives] = field(default_factory=list)
    """Where one who is close to a citizen gets help and a break."""


def reading_for(actor: Actor) -> list[ForOne]:
    """Everybody for whom the actor may read now: a row in the log for each of them."""
    courses = part_courses(CourseRole.PROXY)
    rows = [row for row in proxying(actor) if row.course_id in courses]
    list_records(actor, {row.course_id for row in rows}, "Læser for (liste)")
    return [ForOne(row, courses[row.course_id]) for row in rows]


def read_for(actor: Actor, course_id: UUID) -> ForOne:
    """What the limits say, and nothing else."""
    require(actor, Permission.READ_FOR, course=course_id)
    open_part(actor, Part(course_id, CourseRole.PROXY), "Det, du må læse for borgeren")
    row = _proxying(actor, course_id)
    course = part_courses(CourseRole.PROXY)[course_id]
    plan, meets = Limit.READ_PLAN in row.limits, MAY_READ_MEETINGS & set(row.limits)
    agreed = [one for one in open_agreements(course_id) if one.counts] if plan else []
    return ForOne(
        row, course, wishes_of(course_id) if plan else [], steps_of(course_id) if plan else [],
        agreed, meetings_for_her(course_id) if meets else [],
        my_places(course_id), asked_to(course_id),
        for_relatives(course.unit_id) if course.unit_id else [],
    )  # fmt: skip


def _proxying(actor: Actor, course_id: UUID) -> ProxyRow:
    row = next((one for one in proxying(actor) if one.course_id == course_id), None)
    if row is None:
        raise NotFound
    return row


@journey
def answer_for(
    *, actor: Actor, course_id: UUID, meeting_id: UUID, attends: Attends, own_word: str
) -> None:
    """How she takes part, as her proxy says it; who comes in her place is the proxy."""
    row = _proxying(actor, course_id)
    meeting_actions.answer_for_citizen(
        actor=actor, course_id=course_id, meeting_id=meeting_id, attends=attends,
        own_word=own_word, represented_by=row.name if attends is Attends.REPRESENTED else "",
    )  # fmt: skip
