"""The job's look at a course: what its rooms hold, through the rules its organisation has on."""

import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from landfast.access.action import action
from landfast.kernel.clock import today
from landfast.kernel.reading import json_of
from landfast.redthread.rules import settling
from landfast.redthread.rules.choosing import chosen
from landfast.redthread.rules.ledger import Finding, findings
from landfast.redthread.telling.lived import course_of, written

log = logging.getLogger("landfast.redthread")


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
        _check(course_id, json_of(told))
    return len(claimed)


def _check(course_id: UUID, told: Mapping[str, Any]) -> None:
    """One course that fails stops no other; it is looked at again when something happens."""
    try:
        with transaction.atomic():
            ours = chosen(told["chosen"], signs=told["signs"])
            seen = findings(course_of(told, today()), ours.limits, ours.rules)
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
