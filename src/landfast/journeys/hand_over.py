"""Handing courses over: one, or many from the manager's list; each result is told."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import handover
from landfast.course.queries.courses import course_frame, offer_to
from landfast.course.rules.coordinator import NOTHING_KNOWN
from landfast.course.rules.handover import OVERLAP_DAYS
from landfast.journeys._facts import team_facts
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import Refusal, Wrong
from landfast.kernel.text import da
from landfast.meetings.actions import lead_follows

MANY_MAX = 200


@dataclass(frozen=True)
class Told:
    """What became of one offer: offered, or why not."""

    course_id: UUID
    citizen: str
    why_not: str = ""


@journey
def offer_course(
    *,
    actor: Actor,
    course_id: UUID,
    taker: PersonId,
    reason: str,
    override: str = "",
    overlap_days: int = OVERLAP_DAYS,
    begins_on: date | None = None,
) -> UUID:
    """Offer one course to a successor; the holder keeps it until the answer."""
    return handover.offer(
        actor=actor, course_id=course_id, taker=taker, reason=reason, override=override,
        overlap_days=overlap_days, begins_on=begins_on, facts=team_facts(course_id, taker),
    )  # fmt: skip


def offer_many(
    *, actor: Actor, course_ids: list[UUID], taker: PersonId, reason: str, override: str = ""
) -> list[Told]:
    """Offer many courses to one successor. One that cannot be offered stops no other."""
    if not course_ids:
        raise Wrong("none_chosen", da("Sæt hak ved de forløb, der skal have en ny."), "courses")
    if len(course_ids) > MANY_MAX:
        raise Wrong("too_many_chosen", da("Vælg højst 200 forløb ad gangen."), "courses")
    told = []
    for course_id in dict.fromkeys(course_ids):
        why = ""
        try:
            with transaction.atomic():
                offer_course(
                    actor=actor, course_id=course_id, taker=taker, reason=reason,
                    override=override,
                )  # fmt: skip
        except Refusal as refusal:
            if refusal.field == "reason":
                raise
            why = refusal.sentence
        told.append(Told(course_id, _name(course_id), why))
    return told


def _name(course_id: UUID) -> str:
    frame = course_frame(course_id)
    return frame.citizen if frame else ""


@journey
def accept_course(*, actor: Actor, handover_id: UUID) -> bool:
    """Say yes to a course: it is mine from this second, and so are the meetings that lie ahead.

    False: the day that was set lies ahead, and nothing has changed hands yet.
    """
    asked = offer_to(actor, handover_id)
    facts = team_facts(asked.course_id, actor.person_id) if asked else NOTHING_KNOWN
    course_id = handover.accept(actor=actor, handover_id=handover_id, facts=facts)
    if course_id is not None:
        lead_follows(course_id=course_id)
    return course_id is not None


@journey
def refuse_course(*, actor: Actor, handover_id: UUID, answer: str) -> None:
    """Say no with a reason; the one who asked is told."""
    handover.refuse(actor=actor, handover_id=handover_id, answer=answer)
