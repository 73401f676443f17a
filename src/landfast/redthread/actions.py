"""The only writers of findings: the job's look at a course, and what people do to a finding."""

import json
import logging
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound
from landfast.redthread import models
from landfast.redthread.rules import settling
from landfast.redthread.rules.catalogue import RULES
from landfast.redthread.rules.ledger import Finding, findings
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.rules.words import Severity
from landfast.redthread.telling.lived import course_of, written

log = logging.getLogger("landfast.redthread")
SETTLED = ("settled_by", "settled_as", "settled_on")
ON = [rule for rule in RULES if rule.is_on]


@action(asks=False, tells=False)
def check_due(*, most: int) -> int:
    """Look at the courses that something happened in, or that were not looked at today; how many.

    The clock calls it. A finding is no event: what it rests on is. The rows are claimed, so that
    two processes share the work and one that is killed loses none of it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select course_id, told from redthread_claim(%s, %s)", [today(), most])
        claimed = cursor.fetchall()
    for course_id, told in claimed:
        _check(course_id, json.loads(told) if isinstance(told, str) else told)
    return len(claimed)


def _check(course_id: UUID, told: Mapping[str, Any]) -> None:
    """One course that fails stops no other; it is looked at again when something happens."""
    try:
        with transaction.atomic():
            seen = findings(course_of(told, today()), SHIPPED, ON)
            _keep(course_id, seen.values(), told)
    except Exception:
        log.exception("course %s could not be looked at", course_id)
        with connection.cursor() as cursor:
            cursor.execute("select redthread_failed(%s)", [course_id])


def _keep(course_id: UUID, seen: Iterable[Finding], told: Mapping[str, Any]) -> None:
    rows = [_row(one, told) for one in seen]
    with connection.cursor() as cursor:
        cursor.execute("select redthread_keep(%s, %s, %s)", [course_id, json.dumps(rows), today()])


def _row(one: Finding, told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "rule": one.code,
        "object": one.found.object,
        "severity": one.severity.value,
        "wakes": settling.wakes(one.severity),
        "says": one.found.says,
        "values": {name: list(said) for name, said in one.found.values.items()},
        "facts": [{"id": fact.id, "day": fact.day.isoformat()} for fact in one.found.facts],
        "mark": settling.mark(one.severity, one.found.says, one.found.values, one.found.fact_ids),
        "rests_from": written(told, one.found.fact_ids),
    }


def _found(
    rows: QuerySet[models.Finding], actor: Actor, finding_id: UUID, permission: Permission
) -> models.Finding:
    found = rows.filter(pk=finding_id).first()
    if found is None:
        raise NotFound
    require(actor, permission, course=found.course_id)
    settling.check_stands(is_closed=found.closed_at is not None)
    return found


def _settled(actor: Actor, finding_id: UUID) -> models.Finding:
    """Read before it is locked: a row that one may not change is not there to be locked."""
    _found(models.Finding.objects.all(), actor, finding_id, Permission.FINDING_SETTLE)
    locked = models.Finding.objects.select_for_update()
    return _found(locked, actor, finding_id, Permission.FINDING_SETTLE)


def _mark(found: models.Finding, actor: Actor) -> None:
    """Who settled it, how heavy it was, and what it said and rested on."""
    found.settled_by_id, found.settled_as = actor.person_id, found.severity
    found.settled_on = settling.mark(
        Severity(found.severity), found.says, found.values, [fact["id"] for fact in found.facts]
    )


@action
def snooze(*, actor: Actor, finding_id: UUID, until: date | None) -> None:
    """Put a finding off until a day (udskyd): it rests, and comes back by itself."""
    found = _settled(actor, finding_id)
    found.snoozed_until = settling.check_snooze(until, today())
    _mark(found, actor)
    found.save(update_fields=["snoozed_until", *SETTLED])
    record(actor, "finding.snoozed", found, rule=found.rule, until=until)


@action
def dismiss(*, actor: Actor, finding_id: UUID, because: str) -> None:
    """Put a finding away with a reason (afvis): a person has looked and says why (domain E5)."""
    found = _settled(actor, finding_id)
    found.because = settling.check_reason(because)
    found.dismissed_at = now()
    _mark(found, actor)
    found.save(update_fields=["because", "dismissed_at", *SETTLED])
    record(actor, "finding.dismissed", found, rule=found.rule)


@action
def take_up(*, actor: Actor, finding_id: UUID) -> None:
    """Look at a finding again that was put off or away."""
    found = _settled(actor, finding_id)
    found.because, found.dismissed_at, found.snoozed_until = "", None, None
    found.settled_by_id, found.settled_as, found.settled_on = actor.person_id, "", []
    found.save(update_fields=["because", "dismissed_at", "snoozed_until", *SETTLED])
    record(actor, "finding.taken_up", found, rule=found.rule)


@action
def contest(*, actor: Actor, finding_id: UUID, words: str) -> None:
    """The citizen says that it is not so (anfægt): it stands beside, and the finding rests no more.

    The database's own function writes it: her word is hers alone to write.
    """
    found = _found(models.Finding.objects.all(), actor, finding_id, Permission.FINDING_CONTEST)
    said = settling.check_reason(words, "words")
    with connection.cursor() as cursor:
        cursor.execute("select redthread_contest(%s, %s)", [found.id, said])
        settling.check_stands(is_closed=not cursor.fetchone()[0])
    record(actor, "finding.contested", found, rule=found.rule)
