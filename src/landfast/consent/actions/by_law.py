"""Reading on a ground in law, without a consent: by a named employee, about named topics."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import persons_who_may, require
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Permission, Topic
from landfast.consent import models, queries, rules
from landfast.consent.rules import Basis
from landfast.course.actions.phases import locked
from landfast.course.rules.states import OVER
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.rules import PersonKind


@dataclass(frozen=True)
class Lawful:
    """The ground, what about, why, and how long."""

    basis: Basis
    topics: Collection[Topic]
    reason: str
    until: date


@action
def read_by_law(*, actor: Actor, course_id: UUID, to: PersonId, on: Lawful) -> UUID:
    """Whoever holds the threads lets an employee read on a ground in law; the citizen is told.

    What she keeps back stays back: who needs that has to ask her, or it is an emergency.
    """
    require(actor, Permission.LAW_GRANT, course=course_id)
    rules.check_by_law(on.basis, on.reason, on.until, today())
    rules.check_topics(on.topics)
    course = locked(course_id)
    rules.check_not_kept_back(on.topics, queries.kept_back(course_id))
    person = people.person(to)
    rules.check_may_share(
        is_over=course.state in OVER,
        is_staff=person is not None and person.kind is PersonKind.STAFF,
        is_in_team=to in persons_who_may(Permission.COURSE_READ, course_id),
    )
    ends_at = datetime.combine(on.until + timedelta(days=1), time.min, DENMARK)
    topics, reason = sorted(set(on.topics)), on.reason.strip()
    reaches = [
        To(
            CourseRole.RECIPIENT, reason, person=to, ground=Ground.LAW, topic=topic,
            level=Level.READ, ends_at=ends_at,
        )
        for topic in topics
    ]  # fmt: skip
    row = models.ByLaw(
        course_id=course_id, person_id=to, basis=on.basis.value, reason=reason,
        topics=[topic.value for topic in topics], given_by_id=actor.person_id, given_at=now(),
        ends_at=ends_at, grants=[str(pk) for pk in grant(actor, course_id, reaches)],
        created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(
        actor, "consent.read_by_law", row, person=to, topics=topics, basis=on.basis, until=on.until
    )
    return row.id


@action
def end_by_law(*, actor: Actor, course_id: UUID, by_law_id: UUID) -> None:
    """It is not needed any more: from this second they read nothing on this ground."""
    require(actor, Permission.LAW_GRANT, course=course_id)
    rows = models.ByLaw.objects.select_for_update(of=("self",))
    row = rows.filter(id=by_law_id, course_id=course_id, ended_at=None, ends_at__gt=now()).first()
    if row is None:
        raise NotFound
    end_reading(actor, row)


def end_reading(actor: Actor, row: models.ByLaw) -> None:
    """From this second it opens nothing."""
    row.ended_at = now()
    row.save(update_fields=["ended_at"])
    end_grants(actor, course=row.course_id, only=row.grants)
    record(actor, "consent.by_law_ended", row, person=row.person_id)
