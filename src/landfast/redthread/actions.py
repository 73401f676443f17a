"""The only writers of findings: the job's look at a course, and what people do to a finding."""

import json
import logging
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction

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
from landfast.redthread.telling.lived import course_of, written

log = logging.getLogger("landfast.redthread")
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
        "says": one.found.says,
        "values": {name: list(said) for name, said in one.found.values.items()},
        "facts": [{"id": fact.id, "day": fact.day.isoformat()} for fact in one.found.facts],
        "rests_from": written(told, one.found.fact_ids),
    }


def _locked(actor: Actor, finding_id: UUID, permission: Permission) -> models.Finding:
    found = models.Finding.objects.select_for_update().filter(pk=finding_id).first()
    if found is None:
        raise NotFound
    require(actor, permission, course=found.course_id)
    settling.check_stands(is_closed=found.closed_at is not None)
    return found


@action
def snooze(*, actor: Actor, finding_id: UUID, until: date | None) -> None:
    """Put a finding off until a day (udskyd): it rests, and comes back by itself."""
    found = _locked(actor, finding_id, Permission.FINDING_SETTLE)
    found.snoozed_until = settling.check_snooze(until, today())
    found.settled_by_id = actor.person_id
    found.save(update_fields=["snoozed_until", "settled_by"])
    record(actor, "finding.snoozed", found, rule=found.rule, until=until)


@action
def dismiss(*, actor: Actor, finding_id: UUID, because: str) -> None:
    """Put a finding away with a reason (afvis): a person has looked and says why (domain E5)."""
    found = _locked(actor, finding_id, Permission.FINDING_SETTLE)
    found.because = settling.check_reason(because)
    found.dismissed_at, found.settled_by_id = now(), actor.person_id
    found.save(update_fields=["because", "dismissed_at", "settled_by"])
    record(actor, "finding.dismissed", found, rule=found.rule)


@action
def take_up(*, actor: Actor, finding_id: UUID) -> None:
    """Look at a finding again that was put off or away."""
    found = _locked(actor, finding_id, Permission.FINDING_SETTLE)
    found.because, found.dismissed_at, found.snoozed_until = "", None, None
    found.settled_by_id = actor.person_id
    found.save(update_fields=["because", "dismissed_at", "snoozed_until", "settled_by"])
    record(actor, "finding.taken_up", found, rule=found.rule)


@action
def contest(*, actor: Actor, finding_id: UUID, words: str) -> None:
    """The citizen says that it is not so (anfægt). It stands beside the finding for all to read."""
    found = _locked(actor, finding_id, Permission.FINDING_CONTEST)
    found.contest, found.contested_at = settling.check_reason(words, "words"), now()
    found.save(update_fields=["contest", "contested_at"])
    record(actor, "finding.contested", found, rule=found.rule)
