"""Asking a named leader to decide one thing, and the answer (afgørelse, product D4)."""

from uuid import UUID

from django.db.models import QuerySet

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_self
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Permission, Topic
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.rules import PersonKind
from landfast.plan import models
from landfast.plan.actions.moving import locked_agreement
from landfast.plan.rules import deciding
from landfast.plan.rules.deciding import DecisionAnswer
from landfast.plan.rules.words import AgreementState

DECIDER = frozenset({CourseRole.DECIDER})


@action
def ask_decision(
    *, actor: Actor, agreement_id: UUID, decider: PersonId, question: str, reason: str
) -> UUID:
    """A named leader reads the question, whose it is and why, and nothing else of the course."""
    agreement = locked_agreement(agreement_id)
    course = agreement.course_id
    require(actor, Permission.DECISION_ASK, course=course)
    deciding.check_may_ask_decision(
        AgreementState(agreement.state), waits=_waiting(agreement_id=agreement.id).exists()
    )
    person = people.person(decider)
    deciding.check_question(
        question, reason, is_self=decider == actor.person_id,
        is_staff=person is not None and person.kind is PersonKind.STAFF,
    )  # fmt: skip
    row = models.DecisionAsk(
        course_id=course, agreement=agreement, decider_id=decider, asked_by_id=actor.person_id,
        asked_at=now(), question=question.strip(), reason=reason.strip(), created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    to = To(
        CourseRole.DECIDER, row.reason, person=decider, ground=Ground.DECISION, topic=Topic.ONE,
        level=Level.WRITE, about=row.id, ends_at=now() + deciding.LONGEST,
    )  # fmt: skip
    grant(actor, course, [to])
    record(actor, "plan.decision_asked", row, decider=decider, agreement=agreement.id)
    return row.id


@action
def answer_decision(
    *, actor: Actor, decision_id: UUID, answer: DecisionAnswer, because: str, instead: str = ""
) -> None:
    """Yes, no or instead, with a reason. From this second the leader reads nothing more."""
    row = _locked(decision_id)
    require(actor, Permission.DECISION_ANSWER, course=row.course_id)
    require_self(actor, row.decider_id)
    deciding.check_waits(waits=_waits(row))
    deciding.check_decision(answer, because, instead)
    row.answer, row.because, row.instead = answer.value, because.strip(), instead.strip()
    row.answered_at = now()
    row.save(update_fields=["answer", "because", "instead", "answered_at"])
    record(actor, "plan.decision_answered", row, answer=answer, asked_by=row.asked_by_id)
    _over(actor, row)


@action
def withdraw_decision(*, actor: Actor, decision_id: UUID) -> None:
    """It is not to be decided after all: from this second the leader reads nothing."""
    row = _locked(decision_id)
    require(actor, Permission.DECISION_ASK, course=row.course_id)
    deciding.check_waits(waits=_waits(row))
    row.withdrawn_at = now()
    row.save(update_fields=["withdrawn_at"])
    record(actor, "plan.decision_withdrawn", row, decider=row.decider_id)
    _over(actor, row)


def _waiting(**of: UUID) -> "QuerySet[models.DecisionAsk]":
    return models.DecisionAsk.objects.filter(answered_at=None, withdrawn_at=None, **of)


def _waits(row: models.DecisionAsk) -> bool:
    return row.answered_at is None and row.withdrawn_at is None


def _locked(decision_id: UUID) -> models.DecisionAsk:
    row = models.DecisionAsk.objects.select_for_update().filter(id=decision_id).first()
    if row is None:
        raise NotFound
    return row


def _over(actor: Actor, row: models.DecisionAsk) -> None:
    person = PersonId(row.decider_id)
    end_grants(actor, course=row.course_id, person=person, roles=DECIDER, about=row.id)
