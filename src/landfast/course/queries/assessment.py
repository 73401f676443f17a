"""One citizen's assessment and the answer she gets."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import course_roles
from landfast.access.rules import Topic
from landfast.course import models
from landfast.course.queries.heard import answers_read
from landfast.course.queries.intake import ReferralRow, referral_row
from landfast.course.queries.meanwhile import Chosen, Rings, ringing
from landfast.course.queries.numbers import Number, number
from landfast.course.rules import intake as rules
from landfast.course.rules import told
from landfast.course.rules.contact import CPR_LOOK
from landfast.course.rules.words import Answer, Outcome, State, ToldHow
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.programmes.queries import CriterionRow, criteria


@dataclass(frozen=True)
class AnswerRow:
    """How a criterion was answered, by whom, when."""

    answer: Answer
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class DecisionRow:
    """A decision: proposed, confirmed or sent back."""

    id: UUID
    outcome: Outcome
    reason: str
    instead: str
    appeal: str
    expected_on: date | None
    rings: Rings | None
    """Who rings her while she waits: who was chosen, or another in their place."""
    proposed_by: str
    proposed_by_me: bool
    proposed_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    returned_because: str
    told_at: datetime | None = None
    told_by: str = ""
    told_how: ToldHow | None = None


@dataclass(frozen=True)
class AssessmentPage:
    """All that the assessment page shows."""

    course_id: CourseId
    unit_id: UnitId
    name: str
    phone: str
    programme: str
    target: str
    state: State
    since: datetime
    decide_by: date
    read_at: datetime
    referrals: list[ReferralRow]
    criteria: list[CriterionRow]
    answers: dict[UUID, AnswerRow]
    summary: rules.Summary
    proposed: DecisionRow | None
    decided: DecisionRow | None
    sent_back: DecisionRow | None
    colleagues: list[people.EmploymentRow]
    cpr: Number
    read_by_her: datetime | None = None
    """When she opened her page with the answer herself."""
    may_note_told: bool = False
    may_reassess: bool = False

    @property
    def waits_to_hear(self) -> bool:
        """Is there an answer that nobody knows her to have heard?"""
        return self.decided is not None and not (self.decided.told_at or self.read_by_her)

    @property
    def is_open(self) -> bool:
        """Is the course still in intake?"""
        return self.state in rules.IN_INTAKE


def assessment(actor: Actor, course_id: UUID, *, whole_number: bool = False) -> AssessmentPage:
    """The assessment of one citizen. Opening it is logged, and so is asking for her number."""
    what = CPR_LOOK if whole_number else "Henvendelsen"
    whole = open_record(actor, course_id, what) is Topic.WHOLE
    course = (
        models.Course.objects.select_related("citizen", "programme")
        .filter(scope_id=course_id)
        .first()
    )
    if course is None:
        raise NotFound
    roles = course_roles(actor, course_id)
    rules.check_may_read(State(course.state), roles, whole=whole)
    asked, answers = criteria(course.programme_id), _answers(course)
    proposed, decided, back = _decisions(actor, course)
    referrals = models.Referral.objects.filter(course=course).select_related(
        "referred_by", "who_asks", "known_to", "rung_by"
    )
    return AssessmentPage(
        CourseId(course.scope_id), UnitId(course.unit_id), course.citizen.name,
        course.citizen.phone, course.programme.name, course.programme.target, State(course.state),
        course.state_since, rules.decide_by(date_in_denmark(course.state_since)), now(),
        [referral_row(row) for row in referrals.order_by("received_at", "id")],
        asked, answers, rules.summary([a.answer for a in answers.values()], len(asked)),
        proposed, decided, back, people.employments(unit_ids=[UnitId(course.unit_id)]),
        number(course.citizen.cpr, whole=whole_number),
        answers_read([course_id]).get(course_id) if decided else None,
        told.may_note_told(roles),
        State(course.state) is State.DECLINED and rules.may_reassess(roles),
    )  # fmt: skip


def _answers(course: models.Course) -> dict[UUID, AnswerRow]:
    rows = models.Assessment.objects.filter(course=course).select_related("assessed_by")
    return {
        row.criterion_id: AnswerRow(
            Answer(row.answer), row.reason, row.assessed_by.name, row.assessed_at
        )
        for row in rows.order_by("id")
        if course.state != State.ASSESSMENT or row.assessed_at >= course.state_since
    }


def _decisions(
    actor: Actor, course: models.Course
) -> tuple[DecisionRow | None, DecisionRow | None, DecisionRow | None]:
    """The proposal that waits, what was decided last, and what was sent back last."""
    rows = models.Decision.objects.filter(course=course).select_related(
        "proposed_by", "confirmed_by", "calls_meanwhile", "told_by", "course"
    )
    found = list(rows.order_by("-proposed_at", "-id"))
    proposed = next((row for row in found if not row.confirmed_at and not row.returned_at), None)
    decided = next((row for row in found if row.confirmed_at and _stands(row, course)), None)
    back = found[0] if found and found[0].returned_at else None
    one, two, three = (_decision(actor, row) if row else None for row in (proposed, decided, back))
    return one, two, three


def _stands(decision: models.Decision, course: models.Course) -> bool:
    """A decision from before a reassessment is history."""
    return course.state != State.ASSESSMENT or decision.proposed_at >= course.state_since


def _decision(actor: Actor | None, row: models.Decision) -> DecisionRow:
    return DecisionRow(
        row.id, Outcome(row.outcome), row.reason, row.instead, row.appeal, row.expected_on,
        _rings(row), row.proposed_by.name,
        actor is not None and row.proposed_by_id == actor.person_id, row.proposed_at,
        row.confirmed_by.name if row.confirmed_by else "", row.confirmed_at,
        row.returned_because, row.told_at, row.told_by.name if row.told_by else "",
        ToldHow(row.told_how) if row.told_how else None,
    )  # fmt: skip


@dataclass(frozen=True)
class CitizenAnswer:
    """The answer as the citizen reads it: a letter, and whom she can ring."""

    outcome: Outcome
    on: datetime
    letter: list[rules.Paragraph]
    position: int | None
    expected_on: date | None
    rings: Rings | None
    """Who rings her while she waits."""


def decision_for_citizen(course_id: UUID) -> CitizenAnswer | None:
    """The answer intake gave, as she reads it; None while there is none, or for who may not.

    Called by pages that have opened the record already.
    """
    row = (
        models.Decision.objects.filter(course_id=course_id, confirmed_at__isnull=False)
        .select_related("proposed_by", "confirmed_by", "calls_meanwhile", "course", "told_by")
        .order_by("-confirmed_at", "-id")
        .first()
    )
    if row is None or row.confirmed_at is None or not _stands(row, row.course):
        return None
    outcome, rings = Outcome(row.outcome), _rings(row)
    place = waiting_position(course_id) if outcome is Outcome.WAITING else None
    letter = rules.letter(
        outcome, reason=row.reason, instead=row.instead, appeal=row.appeal,
        expected_on=row.expected_on, position=place, caller=rings.name if rings else "",
        instead_of=rings.in_place_of if rings else "",
    )  # fmt: skip
    return CitizenAnswer(outcome, row.confirmed_at, letter, place, row.expected_on, rings)


def _rings(row: models.Decision) -> Rings | None:
    one, course = row.calls_meanwhile, row.course
    if one is None:
        return None
    said = Chosen(course.id, UnitId(course.unit_id), PersonId(one.id), one.name, one.phone)
    return ringing([said])[course.id]


def found_to_fit(course_id: UUID) -> bool | None:
    """Have two said that a course fits? None where nobody asked (`check_found_to_fit`)."""
    with connection.cursor() as cursor:
        cursor.execute("select course_found_to_fit(%s)", [course_id])
        (fits,) = cursor.fetchone()
    return None if fits is None else bool(fits)


def waiting_position(course_id: UUID) -> int | None:
    """The citizen's place on the waiting list; None when she is not on it."""
    with connection.cursor() as cursor:
        cursor.execute("select course_waiting_position(%s)", [course_id])
        (place,) = cursor.fetchone()
    return int(place) if place is not None else None
