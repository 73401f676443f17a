"""What people do to a finding: put off, put away, take up again, contest."""

from datetime import date
from uuid import UUID

from django.db import connection
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
from landfast.redthread.rules.words import Severity

AWAY = ("because", "dismissed_at")
SETTLED = ("settled_by", "settled_as", "settled_on")


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
    """Put a finding off until a day (udskyd): it rests, and comes back by itself.

    Who does so from a page that was opened before a colleague put it away says the last word: the
    colleague's reason would stand under the other's name.
    """
    found = _settled(actor, finding_id)
    found.snoozed_until = settling.check_snooze(until, today())
    found.because, found.dismissed_at = "", None
    _mark(found, actor)
    found.save(update_fields=["snoozed_until", *AWAY, *SETTLED])
    record(actor, "finding.snoozed", found, rule=found.rule, until=until)


@action
def dismiss(*, actor: Actor, finding_id: UUID, because: str) -> None:
    """Put a finding away with a reason (afvis): a person has looked and says why (domain E5)."""
    found = _settled(actor, finding_id)
    found.because = settling.check_reason(because)
    found.dismissed_at = now()
    found.snoozed_until = None
    _mark(found, actor)
    found.save(update_fields=["snoozed_until", *AWAY, *SETTLED])
    record(actor, "finding.dismissed", found, rule=found.rule)


@action
def take_up(*, actor: Actor, finding_id: UUID) -> None:
    """Look at a finding again that was put off or away."""
    found = _settled(actor, finding_id)
    found.because, found.dismissed_at, found.snoozed_until = "", None, None
    found.settled_by_id, found.settled_as, found.settled_on = actor.person_id, "", []
    found.save(update_fields=["snoozed_until", *AWAY, *SETTLED])
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
