"""Recording what happened outside Landfast, as it was told."""

from datetime import date, time
from typing import Any
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import close_situation, open_situation, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.access.situations import since
from landfast.course import models
from landfast.course.rules import observation as rules
from landfast.course.rules.words import Precision
from landfast.kernel.clock import now, today


@action
def record_observation(
    *,
    actor: Actor,
    course_id: UUID,
    kind: str,
    happened_on: date,
    precision: Precision = Precision.EXACT,
    happened_at: time | None = None,
    roles: list[str] | None = None,
    words: str = "",
    facts: dict[str, Any] | None = None,
    source: str,
    reference: str = "",
    needs: list[str] | None = None,
    sectors: list[str] | None = None,
) -> UUID:
    """Note what was told: kind, date with precision, roles involved, facts, source (iagttagelse).

    Guards bind only acts done in Landfast: nothing told is refused. One reference is noted once.
    """
    require(actor, Permission.OBSERVATION_RECORD, course=course_id)
    rules.check_observation(kind, happened_on, words, source, today())
    if reference:
        known = models.Observation.objects.filter(course_id=course_id, reference=reference).first()
        if known:
            record(actor, "observation.known", known, reference=reference)
            return known.id
    row = models.Observation(
        course_id=course_id, kind=kind, happened_on=happened_on, happened_at=happened_at,
        precision=precision, roles=roles or [], sectors=sectors or [], needs=needs or [],
        words=words.strip(), facts=facts or {}, source=source.strip(), reference=reference,
        recorded_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "observation.recorded", row, observed=kind)
    _so_now(actor, row)
    return row.id


def _so_now(actor: Actor, row: models.Observation) -> None:
    """An admission, or nobody can reach her: what she has shared for that case opens, or closes."""
    day, told = row.happened_on, models.Observation.objects.filter(course_id=row.course_id)
    if ends := rules.CLOSES.get(row.kind):
        began = since(row.course_id).get(ends)
        if began and began <= rules.so_since(ends, day, row.happened_at or time.max):
            close_situation(actor, row.course_id, ends)
    begins = rules.opens(row.kind, Precision(row.precision), day, today())
    is_over = [kind for kind, what in rules.CLOSES.items() if what is begins]
    if begins and not told.filter(kind__in=is_over, happened_on__gt=day).exists():
        moment = rules.so_since(begins, day, row.happened_at)
        open_situation(actor, row.course_id, begins, since=moment)
