"""Somebody may read or answer for the citizen: named, confirmed, ended (fuldmagt, værge)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Permission
from landfast.consent import models, rules
from landfast.consent.rules import How
from landfast.consent.rules import proxy as of_proxies
from landfast.consent.rules.proxy import Limit, ProxyKind
from landfast.course.actions.phases import locked
from landfast.course.rules.states import OVER
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound

PROXY = frozenset({CourseRole.PROXY})


@dataclass(frozen=True)
class Proxying:
    """Who, what they may, why, how long, and how the citizen said it."""

    name: str
    limits: Collection[Limit]
    reason: str
    until: date
    kind: ProxyKind = ProxyKind.CHOSEN
    how: How = How.SELF
    evidence: str = ""


@action
def name_proxy(
    *, actor: Actor, course_id: UUID, said: Proxying, place: UUID | None = None,
    before: UUID | None = None,
) -> UUID:  # fmt: skip
    """The citizen names somebody who may read or answer for her, within limits, for a while (F2).

    A proxy never gives or takes back a consent: no limit says so. `place` is where they stand on
    her map, when she came from there. `before`: the same person as then, whose login is theirs.
    """
    require(actor, Permission.PROXY_NAME, course=course_id)
    rules.check_how(said.how, by_citizen=actor.is_citizen)
    of_proxies.check_proxy(said.name, said.limits, said.reason)
    of_proxies.check_proxy_said(said.kind, said.how, said.evidence)
    of_proxies.check_proxy_until(said.until, today())
    course = locked(course_id)
    of_proxies.check_proxy_while_open(is_over=course.state in OVER)
    ends_at = datetime.combine(said.until + timedelta(days=1), time.min, DENMARK)
    person = _as_before(course_id, before) if before else _private_person(course_id)
    reason = said.reason.strip()
    reached = [
        To(
            CourseRole.PROXY, reason, person=person, ground=Ground.PROXY, topic=topic,
            level=level, ends_at=ends_at,
        )
        for topic, level in of_proxies.reaches(said.limits).items()
    ]  # fmt: skip
    row = models.Proxy(
        course_id=course_id, person_id=person, name=said.name.strip(), kind=said.kind.value,
        limits=[one.value for one in Limit if one in said.limits], reason=reason,
        how=said.how.value, evidence=said.evidence.strip(), given_by_id=actor.person_id,
        given_at=now(), ends_at=ends_at, confirmed_at=now() if said.how is How.SELF else None,
        grants=[str(pk) for pk in grant(actor, course_id, reached)], created_at=now(),
        place=place,
    )  # fmt: skip
    row.save(force_insert=True)
    record(
        actor, "consent.proxy_named", row, person=person, limits=row.limits, proxy=said.kind,
        until=said.until, how=said.how,
    )  # fmt: skip
    return row.id


def _as_before(course_id: UUID, proxy_id: UUID) -> PersonId:
    """Who was let in then. A new person would have a login that nobody can connect twice."""
    rows = models.Proxy.objects.filter(course_id=course_id)
    row = rows.filter(id=proxy_id).first()
    if row is None:
        raise NotFound
    now_open = rows.filter(person_id=row.person_id, ended_at=None, ends_at__gt=now())
    of_proxies.check_may_be_named_again(reads_now=now_open.exists())
    return PersonId(row.person_id)


def _private_person(course_id: UUID) -> PersonId:
    """Somebody who can come in and is nothing else here; the database asks who names them."""
    with connection.cursor() as cursor:
        cursor.execute("select consent_private_person(%s)", [course_id])
        (found,) = cursor.fetchone()
    if found is None:
        raise NotFound
    return PersonId(found)


@action
def end_proxy(*, actor: Actor, course_id: UUID, proxy_id: UUID) -> None:
    """From this second they read and answer nothing."""
    require(actor, Permission.PROXY_NAME, course=course_id)
    _end(actor, _found(course_id, proxy_id))


@action
def step_back(*, actor: Actor, course_id: UUID) -> None:
    """Who reads for her stops it themselves, from this second (F2). No reason is asked.

    They may not write in her course: a function of the database ends what is theirs alone.
    """
    require(actor, Permission.READ_FOR, course=course_id)
    mine = models.Proxy.objects.filter(
        course_id=course_id, person_id=actor.person_id, ended_at=None
    )
    for kind in mine.filter(ends_at__gt=now()).values_list("kind", flat=True):
        of_proxies.check_may_step_back(ProxyKind(kind))
    with connection.cursor() as cursor:
        cursor.execute("select consent_step_back(%s)", [course_id])
        (ended,) = cursor.fetchone()
    of_proxies.check_proxy_runs(runs=ended is not None)
    record(
        actor, "consent.proxy_stepped_back", course=course_id, proxy=ended, person=actor.person_id
    )


@action
def confirm_proxy(*, actor: Actor, course_id: UUID, proxy_id: UUID) -> None:
    """What was written down for the citizen is what she said: she says so herself."""
    require(actor, Permission.PROXY_NAME, course=course_id)
    rules.check_how(How.SELF, by_citizen=actor.is_citizen)
    row = _found(course_id, proxy_id)
    row.confirmed_at = row.confirmed_at or now()
    row.save(update_fields=["confirmed_at"])
    record(actor, "consent.proxy_confirmed", row)


def _found(course_id: UUID, proxy_id: UUID) -> models.Proxy:
    locked(course_id)
    row = models.Proxy.objects.filter(id=proxy_id, course_id=course_id).first()
    if row is None:
        raise NotFound
    of_proxies.check_proxy_runs(runs=row.ended_at is None and row.ends_at > now())
    return row


def _end(actor: Actor, row: models.Proxy) -> None:
    row.ended_at = now()
    row.save(update_fields=["ended_at"])
    record(actor, "consent.proxy_ended", row, person=row.person_id)
    end_grants(actor, course=row.course_id, roles=PROXY, only=row.grants)
