"""Asking a named leader to decide one thing, and the answer (afgørelse, product D4)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_self
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Permission, Topic
from landfast.directory.queries import mandates as directory
from landfast.directory.rules.mandates import ANSWER_WITHIN
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.rules import PersonKind
from landfast.plan import models
from landfast.plan.actions.interim import (
    NOTHING,
    Interim,
    end_interim,
    propose_interim,
    refuse_words,
)
from landfast.plan.actions.moving import locked_agreement, put_terms, terms_of, write_change
from landfast.plan.queries.costing import cost_of
from landfast.plan.queries.deciding import is_to_price, is_to_words, least
from landfast.plan.rules import deciding, mandate
from landfast.plan.rules.deciding import Appeal, DecisionAbout, DecisionAnswer, Shown
from landfast.plan.rules.words import Act, AgreementState, MandateState

DECIDER = frozenset({CourseRole.DECIDER})


@dataclass(frozen=True)
class Asking:
    """What a leader is asked, why, and what they are shown beside it: no more than is chosen."""

    question: str
    reason: str
    shows: Collection[Shown] = ()
    interim: Interim = NOTHING
    """What holds while one waits: a promise of its own."""
    about: DecisionAbout = DecisionAbout.GRANT
    unit: UUID | None = None
    """Whose chain the leader stands in; else where the leader works."""


@action
def ask_decision(
    *, actor: Actor, agreement_id: UUID, decider: PersonId, question: str, reason: str,
    asking: Asking | None = None,
) -> UUID:  # fmt: skip
    """A named leader reads the question, whose it is and why, and nothing else of the course."""
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.DECISION_ASK, course=agreement.course_id)
    return put_question(actor, agreement, decider, asking or Asking(question, reason))


def put_question(
    actor: Actor, agreement: models.Agreement, decider: PersonId, asking: Asking
) -> UUID:
    """The question itself, with its clock and its one reader. The callers have asked access."""
    state = AgreementState(agreement.state)
    waits = _waiting(agreement_id=agreement.id).exists()
    deciding.check_may_ask_decision(state, waits=waits, about=asking.about)
    person = people.person(decider)
    deciding.check_question(
        asking.question, asking.reason, is_self=decider == actor.person_id,
        is_staff=person is not None and person.kind is PersonKind.STAFF,
    )  # fmt: skip
    row = _row(actor, agreement, decider, asking)
    row.save(force_insert=True)
    if agreement.mandate == MandateState.REFUSED:  # it waits for an answer again
        agreement.mandate = MandateState.APPLICATION
        agreement.save(update_fields=["mandate"])
    to = To(
        CourseRole.DECIDER, row.reason, person=decider, ground=Ground.DECISION, topic=Topic.ONE,
        level=Level.WRITE, about=row.id, ends_at=now() + deciding.LONGEST,
    )  # fmt: skip
    grant(actor, agreement.course_id, [to])
    record(
        actor, "plan.decision_asked", row, decider=decider, agreement=agreement.id,
        about=asking.about, unit=row.unit_id, shows=[code for code, _ in row.shown],
        answer_by=row.answer_by,
    )  # fmt: skip
    return row.id


def _row(
    actor: Actor, agreement: models.Agreement, decider: PersonId, asking: Asking
) -> models.DecisionAsk:
    place = directory.place_of(decider, asking.unit)
    answer_by = people.after_hours_at_work(decider, place.hours if place else ANSWER_WITHIN)
    interim = propose_interim(actor, agreement, asking.interim, answer_by)
    return models.DecisionAsk(
        course_id=agreement.course_id, agreement=agreement, decider_id=decider,
        asked_by_id=actor.person_id, asked_at=now(), question=asking.question.strip(),
        reason=asking.reason.strip(), about=asking.about, created_at=now(),
        shown=least(agreement.id, asking.shows, asking.interim.text, asking.about),
        interim_id=interim,
        unit_id=place.unit if place else None, level=place.level if place else 0,
        stands_in_for_id=place.stands_in_for if place else None,
        answer_by=answer_by,
    )  # fmt: skip


@action
def answer_decision(
    *, actor: Actor, decision_id: UUID, answer: DecisionAnswer, because: str, instead: str = "",
    appeal: Appeal | None = None,
) -> None:  # fmt: skip
    """Yes, no or instead, with a reason. From this second the leader reads nothing more."""
    row = _locked(decision_id)
    require(actor, Permission.DECISION_ANSWER, course=row.course_id)
    require_self(actor, row.decider_id)
    deciding.check_waits(waits=_waits(row))
    about = DecisionAbout(row.about)
    deciding.check_decision(answer, because, instead, appeal=appeal, about=about)
    row.answer, row.because, row.instead = answer.value, because.strip(), instead.strip()
    row.answered_at = now()
    row.appeal = appeal.value if appeal and deciding.wants_appeal(answer, about) else ""
    row.save(update_fields=["answer", "because", "instead", "answered_at", "appeal"])
    record(actor, "plan.decision_answered", row, answer=answer, asked_by=row.asked_by_id)
    refuse_words(row.id)
    _over(actor, row)


@action
def withdraw_decision(*, actor: Actor, decision_id: UUID) -> None:
    """It is not to be decided after all: from this second the leader reads nothing."""
    row = _locked(decision_id)
    require(actor, Permission.DECISION_ASK, course=row.course_id)
    deciding.check_waits(waits=_waits(row))
    _withdraw(actor, row)


def withdraw_all(actor: Actor, course_id: UUID) -> None:
    """The course is over: no leader has anything to decide in it. The callers have asked access.

    What ends with its promise has ended with it (plan/0090); here are those that outlived theirs.
    """
    for row in _waiting(course_id=course_id).select_for_update().order_by("id"):
        _withdraw(actor, row)


def _withdraw(actor: Actor, row: models.DecisionAsk) -> None:
    row.withdrawn_at = now()
    row.save(update_fields=["withdrawn_at"])
    record(actor, "plan.decision_withdrawn", row, decider=row.decider_id)
    _over(actor, row)


@action
def take_up_yes(*, actor: Actor, agreement_id: UUID) -> None:
    """The leader said yes: the words no longer apply for it, and say who granted it (D4)."""
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.DECISION_ASK, course=agreement.course_id)
    newest = models.DecisionAsk.objects.filter(
        agreement=agreement, about=DecisionAbout.GRANT, answered_at__isnull=False
    ).select_related("decider").order_by("-answered_at").first()  # fmt: skip
    answer = DecisionAnswer(newest.answer) if newest else None
    deciding.check_may_take_up(answer, MandateState(agreement.mandate), agreement.state)
    if newest and answer:
        deciding.check_price(same=is_to_price(newest.shown, cost_of(agreement_id)))
        deciding.check_asked_words(
            same=is_to_words(answer, newest.asked_at, agreement, agreement.text)
        )
    old = terms_of(agreement)
    agreement.text = mandate.granted_text(agreement.text)
    put_terms(
        agreement, deciding.granted(terms_of(agreement), newest.decider.name if newest else "")
    )
    agreement.version += 1
    agreement.save()
    write_change(
        actor, agreement, Act.GRANT, AgreementState(agreement.state),
        old_text=old.text if old.text != agreement.text else "",
    )  # fmt: skip
    record(
        actor, f"plan.agreement_{Act.GRANT.value}", agreement,
        decision=newest.id if newest else None,
    )  # fmt: skip


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
    end_interim(row.id)
    person = PersonId(row.decider_id)
    end_grants(actor, course=row.course_id, person=person, roles=DECIDER, about=row.id)
