"""A leader outside the course decides one thing, and sees what that needs (product D4, F2)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import Part, list_records, open_part
from landfast.access.parts import my_parts
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.course.queries.names import part_courses
from landfast.directory.queries import mandates as directory
from landfast.directory.queries.mandates import Suggested
from landfast.directory.rules.mandates import ANSWER_WITHIN
from landfast.journeys.see_plan import AgreementSeen, see_agreement
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow
from landfast.plan.queries import DecisionRow, decisions
from landfast.plan.queries.deciding import least
from landfast.plan.rules.deciding import Shown

FOUND = 12
GONE = da(
    "Spørgsmålet er ikke hos dig. Det er besvaret, trukket tilbage eller sendt videre. "
    "Se dine spørgsmål."
)
LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Deciders:
    """The proposal, those who can decide it, and the employees who fit the words."""

    seen: AgreementSeen
    suggested: list[Suggested]
    found: list[EmploymentRow]


def find_deciders(actor: Actor, course_id: UUID, agreement_id: UUID, words: str) -> Deciders:
    """Who can decide it: whoever decides for the maker's unit, those above, or one looked for."""
    require(actor, Permission.DECISION_ASK, course=course_id)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    found = people.find_staff(words, FOUND) if words.strip() else []
    others = [row for row in found if row.person.id != actor.person_id]
    return Deciders(seen, _suggested(actor, seen), others)


def _suggested(actor: Actor, seen: AgreementSeen) -> list[Suggested]:
    """The nearest two: whose maker it is, else where the one who asks works."""
    maker = seen.agreement.maker
    where = maker.id if maker else actor.person_id
    first = directory.suggested_for(where, never=actor.person_id)
    if first is None:
        return []
    above = first.choice.level + 1
    second = directory.suggested_for(where, above=above, never=actor.person_id)
    return [first, second] if second else [first]


@dataclass(frozen=True)
class Asking:
    """One leader who is about to be asked, and by when there would be an answer."""

    seen: AgreementSeen
    name: str
    by: datetime


def before_asking(
    actor: Actor, course_id: UUID, agreement_id: UUID, person_id: PersonId, unit: UUID | None
) -> Asking:
    """What one sees before the question is sent."""
    require(actor, Permission.DECISION_ASK, course=course_id)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    jobs = directory.units_of(person_id)
    if not jobs:
        raise NotFound
    place = directory.place_of(person_id, unit)
    hours = place.hours if place else ANSWER_WITHIN
    return Asking(seen, jobs[0].person.name, people.after_hours_at_work(person_id, hours))


def would_show(asking: Asking, shows: Collection[Shown], interim: str) -> list[tuple[Shown, str]]:
    """What the leader would be shown beside the question, as it would stand when it is sent."""
    rows = least(asking.seen.agreement.id, shows, interim)
    return [(Shown(code), words) for code, words in rows]


@dataclass(frozen=True)
class Asked:
    """One question, and whose course it is about."""

    decision: DecisionRow
    citizen: str


def my_decisions(actor: Actor) -> list[Asked]:
    """What the actor is asked to decide now: a row in the log for each citizen."""
    parts = {one.about: one.course for one in my_parts(actor, CourseRole.DECIDER) if one.about}
    if not parts:
        return []
    list_records(actor, set(parts.values()), "Til afgørelse (liste)")
    names = part_courses(CourseRole.DECIDER)
    rows = sorted(decisions(list(parts)), key=lambda row: (row.answer_by or LAST, row.asked_at))
    return [Asked(row, names[row.course_id].name) for row in rows]


def see_decision(actor: Actor, course_id: UUID, decision_id: UUID) -> Asked:
    """What is asked, by whom, about which citizen, and why. Nothing else of the course."""
    try:
        require(actor, Permission.DECISION_ANSWER, course=course_id)
        open_part(
            actor, Part(course_id, CourseRole.DECIDER, decision_id), "Et spørgsmål til afgørelse"
        )
    except NotFound as hidden:
        raise NotFound("question_gone", GONE) from hidden
    [row] = decisions([decision_id])
    return Asked(row, part_courses(CourseRole.DECIDER)[course_id].name)
