"""Handing a course over: the baton stays with the holder until the successor has accepted."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_self
from landfast.access.roles import CourseRole
from landfast.access.rules import Level, Permission, Topic
from landfast.course import models
from landfast.course.actions.changing import settle
from landfast.course.actions.coordinator import begin_responsibility, check_can_hold, end_second
from landfast.course.actions.phases import locked
from landfast.course.actions.team import end_deputyships, end_holding, holder_of
from landfast.course.rules import announcing
from landfast.course.rules import coordinator as rules
from landfast.course.rules import handover as periods
from landfast.course.rules.changing import ChangeState
from landfast.course.rules.words import HandoverState, HolderKind
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import CourseId, PersonId
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da
from landfast.programmes.rules import CoordinationModel, allows_authority

TAKER = frozenset({CourseRole.TAKER})
FORMER = frozenset({CourseRole.FORMER_COORDINATOR})


@action
def offer(
    *,
    actor: Actor,
    course_id: UUID,
    taker: PersonId,
    reason: str,
    override: str = "",
    overlap_days: int = periods.OVERLAP_DAYS,
    begins_on: date | None = None,
    facts: rules.TeamFacts = rules.NOTHING_KNOWN,
) -> UUID:
    """Offer the course to a successor, who sees whom it is about until the answer (lessons 2).

    `begins_on`: the day from which it is theirs, when that is known beforehand (B6).
    """
    require(actor, Permission.COORDINATOR_HAND_OVER, course=course_id)
    course = locked(course_id)
    holder = holder_of(course)
    rules.check_words(reason)
    periods.check_overlap(overlap_days)
    announcing.check_begins(begins_on, today())
    rules.check_offer(
        holder=holder.person_id, taker=taker, has_open_offer=_open(course_id) is not None
    )
    check_can_hold(actor, course, taker, override=override, facts=facts)
    row = models.Handover(
        course=course, giver_id=holder.person_id, taker_id=taker,
        offered_by_id=actor.person_id, reason=reason, override=override,
        state=HandoverState.OFFERED, begins_on=begins_on, overlap_days=overlap_days,
        created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    asked = To(
        CourseRole.TAKER, da("Er spurgt"), person=taker, topic=Topic.FRAME, level=Level.WRITE
    )  # fmt: skip
    grant(actor, course_id, [asked])
    record(actor, "handover.offered", row, topic=Topic.FRAME, taker=taker, giver=row.giver_id)
    return row.id


@action
def accept(
    *, actor: Actor, handover_id: UUID, facts: rules.TeamFacts = rules.NOTHING_KNOWN
) -> CourseId | None:
    """The successor says yes: from this second the course is theirs; the former one can read on.

    Answers which course it was about; None: the day that was set lies ahead, and now she knows.
    `facts`: whether they have come to decide in it since they were asked.
    """
    row = _for_answer(actor, handover_id)
    rules.check_taker_neutral(
        decides=row.taker_id in facts.decide_here,
        model_allows=allows_authority(
            CoordinationModel(row.course.programme.coordination_model)
        ),
        reason=row.override,
    )  # fmt: skip
    if announcing.begins_later(row.begins_on, today()):
        _promise(actor, row)
        return None
    course = row.course
    holder = holder_of(course)
    row.overlap_until = periods.overlap_until(today(), row.overlap_days)
    _answer(row, HandoverState.ACCEPTED, "")
    _lay_down(actor, holder, row)
    end_second(actor, course, row.taker_id)
    begin_responsibility(
        actor, course, PersonId(row.taker_id), kind=HolderKind.COORDINATOR, reason=row.reason,
        override=row.override,
    )  # fmt: skip
    end_deputyships(actor, course)  # they covered for whoever had it until now
    settle(actor, course.id, ChangeState.CHANGED)
    end_grants(actor, course=course.id, person=PersonId(row.taker_id), roles=TAKER)
    record(
        actor, "handover.accepted", row, topic=Topic.FRAME, taker=row.taker_id,
        giver=row.giver_id, offered_by=row.offered_by_id, overlap_until=row.overlap_until,
    )  # fmt: skip
    return CourseId(course.id)


def _promise(actor: Actor, row: models.Handover) -> None:
    """A yes for a later day: the citizen is told by this very act, and the holder goes on (B6)."""
    announcing.check_promised_once(is_promised=row.promised_at is not None)
    row.promised_at = now()
    row.save(update_fields=["promised_at"])
    record(
        actor, "handover.promised", row, topic=Topic.FRAME, taker=row.taker_id, giver=row.giver_id,
        offered_by=row.offered_by_id, begins_on=row.begins_on,
    )  # fmt: skip


@action
def note_seen(*, actor: Actor, course_id: UUID) -> None:
    """The citizen has read who her new coordinator is: the page need not tell it again."""
    require(actor, Permission.COORDINATOR_ASK_OTHER, course=course_id)
    record(actor, "coordinator.seen", locked(course_id), topic=Topic.FRAME)


@action
def close_for_former(*, actor: Actor, course_id: UUID, person_id: PersonId) -> None:
    """The citizen ends the former coordinator's reading before its day (lessons 2). No reason."""
    require(actor, Permission.COORDINATOR_ASK_OTHER, course=course_id)
    course = locked(course_id)
    if end_grants(actor, course=course_id, person=person_id, roles=FORMER):
        record(actor, "handover.overlap_ended", course, topic=Topic.FRAME, person=person_id)


def _lay_down(actor: Actor, holder: models.Coordinatorship, row: models.Handover) -> None:
    """The former coordinator reads for a dated while, then not any more. Cover has no overlap."""
    end_holding(actor, holder, now())
    if holder.kind != HolderKind.COORDINATOR or row.overlap_until is None:
        return
    ends = datetime.combine(row.overlap_until + timedelta(days=1), time.min, DENMARK)
    former = To(
        CourseRole.FORMER_COORDINATOR, da("Overdragelse"), person=PersonId(holder.person_id),
        level=Level.READ, ends_at=ends,
    )  # fmt: skip
    grant(actor, row.course_id, [former])


@action
def refuse(*, actor: Actor, handover_id: UUID, answer: str) -> None:
    """The successor says no, with a reason; the holder keeps the course and is told (lessons 3)."""
    row = _for_answer(actor, handover_id)
    rules.check_words(answer, field="answer")
    _answer(row, HandoverState.REFUSED, answer)
    _call_off(actor, row)
    record(
        actor, "handover.refused", row, topic=Topic.FRAME, taker=row.taker_id, giver=row.giver_id,
        offered_by=row.offered_by_id,
    )  # fmt: skip
    end_grants(actor, course=row.course_id, person=PersonId(row.taker_id), roles=TAKER)


@action
def withdraw(*, actor: Actor, handover_id: UUID) -> CourseId:
    """The offer is taken back before it was answered. Answers which course it was about."""
    seen = models.Handover.objects.filter(id=handover_id).first()
    if seen is None:
        raise NotFound
    require(actor, Permission.COORDINATOR_HAND_OVER, course=seen.course_id)
    locked(seen.course_id)
    row = models.Handover.objects.get(id=handover_id)
    rules.check_open_offer(HandoverState(row.state))
    _answer(row, HandoverState.WITHDRAWN, "")
    _call_off(actor, row)
    end_grants(actor, course=row.course_id, person=PersonId(row.taker_id), roles=TAKER)
    record(actor, "handover.withdrawn", row, topic=Topic.FRAME, taker=row.taker_id)
    return CourseId(row.course_id)


def _call_off(actor: Actor, row: models.Handover) -> None:
    """Who was told of a change is told that it does not come (B6)."""
    if row.promised_at is not None:
        record(actor, "handover.called_off", row, topic=Topic.FRAME, taker=row.taker_id)


def _open(course_id: UUID) -> models.Handover | None:
    return models.Handover.objects.filter(
        course_id=course_id, state=HandoverState.OFFERED
    ).first()  # fmt: skip


def _for_answer(actor: Actor, handover_id: UUID) -> models.Handover:
    """The offer, asked for and locked through its course; only the taker answers."""
    seen = models.Handover.objects.filter(id=handover_id).first()
    if seen is None:
        raise NotFound
    require_self(actor, seen.taker_id)
    rules.check_open_offer(HandoverState(seen.state))
    course = locked(seen.course_id)
    row = models.Handover.objects.get(id=handover_id)  # as it stands under the lock
    rules.check_open_offer(HandoverState(row.state))
    row.course = course
    return row


def _answer(row: models.Handover, state: HandoverState, answer: str) -> None:
    row.state, row.answered_at, row.answer = state, now(), answer
    row.save(update_fields=["state", "answered_at", "answer", "overlap_until"])
