"""The decision: proposed by one, confirmed by another (to par øjne, S004 §6.3)."""

from datetime import datetime, time, timedelta
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import end_grants, grant, record, to_post
from landfast.access.actor import Actor
from landfast.access.queries import require, require_post
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.phases import begin_again, locked, move
from landfast.course.queries.intake import missing_answers
from landfast.course.rules import intake as rules
from landfast.course.rules import told
from landfast.course.rules.words import Outcome, ReferralState, State
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da
from landfast.people import queries as people

INTAKE_POSTS = ("coordinator", "daily_leader")


@action
def propose(*, actor: Actor, course_id: UUID, proposal: rules.Proposal) -> UUID:
    """One of intake proposes: offered, waiting list, or declined with what instead."""
    require(actor, Permission.COURSE_MOVE, course=course_id)
    course = locked(course_id)
    rules.check_in_intake(State(course.state))
    rules.check_all_answered(missing_answers(course))
    waiting = _open(course)
    rules.check_no_open_proposal(waiting.proposed_by.name if waiting else None)
    rules.check_proposal(proposal, today())
    caller = proposal.calls_meanwhile
    if proposal.outcome is Outcome.WAITING and caller:
        rules.check_caller(is_there=caller in people.on_duty([caller]))
    decision = models.Decision(
        course=course, outcome=proposal.outcome, reason=proposal.reason.strip(),
        proposed_by_id=actor.person_id, proposed_at=now(), created_at=now(),
    )  # fmt: skip
    if proposal.outcome is Outcome.WAITING:
        decision.expected_on = proposal.expected_on
        decision.calls_meanwhile_id = proposal.calls_meanwhile
    if proposal.outcome is Outcome.DECLINED:
        decision.instead, decision.appeal = proposal.instead.strip(), proposal.appeal.strip()
    decision.save(force_insert=True)
    record(actor, "intake.proposed", decision, topic=Topic.FRAME, outcome=proposal.outcome)
    return decision.id


def _open(course: models.Course) -> models.Decision | None:
    return (
        models.Decision.objects.filter(course=course, confirmed_at=None, returned_at=None)
        .select_related("proposed_by")
        .first()
    )


def _to_answer(actor: Actor, course_id: UUID, decision_id: UUID) -> models.Decision:
    """The proposal that waits, with its course locked; another one confirms nothing."""
    require(actor, Permission.COURSE_MOVE, course=course_id)
    course = locked(course_id)
    decision = _open(course)
    rules.check_still_open(decision.id if decision else None, decision_id)
    if decision is None:
        raise NotFound
    decision.course = course
    return decision


@action
def confirm(*, actor: Actor, course_id: UUID, decision_id: UUID) -> Outcome:
    """The second pair of eyes says yes, and it takes effect: the citizen has her answer."""
    decision = _to_answer(actor, course_id, decision_id)
    rules.check_second_pair_of_eyes(decision.proposed_by_id, actor.person_id)
    decision.confirmed_by_id, decision.confirmed_at = actor.person_id, now()
    decision.save(update_fields=["confirmed_by", "confirmed_at"])
    outcome = Outcome(decision.outcome)
    record(actor, f"intake.decided.{outcome.value}", decision, topic=Topic.FRAME)
    _answer_referrals(decision.course)
    _take_effect(actor, decision.course, outcome)
    return outcome


def _answer_referrals(course: models.Course) -> None:
    """Before intake's access ends: afterwards it sees no referral of the course."""
    models.Referral.objects.filter(course=course, state=ReferralState.TAKEN).update(
        state=ReferralState.ANSWERED, answered_at=now()
    )


def _take_effect(actor: Actor, course: models.Course, outcome: Outcome) -> None:
    """An offer waits for its coordinator; the citizen keeps her access, whatever the answer.

    Of a no intake reads on until she has heard it, for a few days at most: who decided tells her.
    The change says where the reason stands, not the reason: leaders see changes, not decisions.
    """
    if outcome is Outcome.WAITING and course.state != State.WAITING:
        move(actor, course, State.WAITING, reason=rules.IN_THE_DECISION)
    if outcome is Outcome.DECLINED:
        move(actor, course, State.DECLINED, reason=rules.IN_THE_DECISION)
        end_grants(
            actor, course=course.id, roles=frozenset({CourseRole.INTAKE}),
            at=datetime.combine(told.tell_by(today()) + timedelta(days=1), time.min, DENMARK),
        )  # fmt: skip


@action
def send_back(*, actor: Actor, course_id: UUID, decision_id: UUID, because: str) -> None:
    """The second sees it otherwise, or the first takes it back: with a word on why."""
    decision = _to_answer(actor, course_id, decision_id)
    rules.check_because(because)
    decision.returned_by_id, decision.returned_at = actor.person_id, now()
    decision.returned_because = because.strip()
    decision.save(update_fields=["returned_by", "returned_at", "returned_because"])
    record(actor, "intake.sent_back", decision, topic=Topic.FRAME)


@action
def reassess(*, actor: Actor, course_id: UUID, reason: str) -> None:
    """A no is looked at again (genvurdering): intake is let in, criteria are answered anew.

    Not while a course of hers goes on elsewhere: one course each (`another_goes_on`).
    """
    course = locked(course_id)
    unit_id = UnitId(course.unit_id)
    require_post(actor, Permission.INTAKE_DECIDE, unit=unit_id)
    require(actor, Permission.COURSE_SEE_FRAME, course=course_id, also=rules.check_may_reassess)
    rules.check_can_be_reassessed(State(course.state))
    rules.check_because(reason, "reason")
    begin_again(actor, course, State.ASSESSMENT, reason=reason.strip())
    end_grants(actor, course=course.id, roles=frozenset({CourseRole.INTAKE}))
    grant(
        actor,
        course.id,
        [to_post(unit_id, post, CourseRole.INTAKE, da("Genvurdering")) for post in INTAKE_POSTS],
    )
