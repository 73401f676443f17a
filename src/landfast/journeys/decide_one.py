"""A leader outside the course decides one thing, and sees what that needs (product D4, F2)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looking import Part, list_records, open_part
from landfast.access.parts import my_parts
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.course.queries.names import part_courses
from landfast.journeys.see_plan import AgreementSeen, see_agreement
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow
from landfast.plan.queries import DecisionRow, decisions

FOUND = 12


@dataclass(frozen=True)
class Deciders:
    """The proposal, and the employees who fit the words."""

    seen: AgreementSeen
    found: list[EmploymentRow]


def find_deciders(actor: Actor, course_id: UUID, agreement_id: UUID, words: str) -> Deciders:
    """Look for the leader who can decide it."""
    require(actor, Permission.DECISION_ASK, course=course_id)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    found = people.find_staff(words, FOUND) if words.strip() else []
    return Deciders(seen, [row for row in found if row.person.id != actor.person_id])


def decider_name(person_id: UUID) -> str:
    """Who is about to be asked."""
    held = people.employments(person_id=PersonId(person_id))
    if not held:
        raise NotFound
    return held[0].person.name


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
    return [Asked(row, names[row.course_id].name) for row in decisions(list(parts))]


def see_decision(actor: Actor, course_id: UUID, decision_id: UUID) -> Asked:
    """What is asked, by whom, about which citizen, and why. Nothing else of the course."""
    require(actor, Permission.DECISION_ANSWER, course=course_id)
    open_part(actor, Part(course_id, CourseRole.DECIDER, decision_id), "Et spørgsmål til afgørelse")
    [row] = decisions([decision_id])
    return Asked(row, part_courses(CourseRole.DECIDER)[course_id].name)
