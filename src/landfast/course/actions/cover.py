"""Cover: a deputy in an agreed time, and the daily lead when a coordinator is lost."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.coordinator import begin_responsibility, end_second
from landfast.course.actions.phases import locked
from landfast.course.actions.team import end_deputyships, end_holding, holder_of
from landfast.course.rules import coordinator as rules
from landfast.course.rules.states import NEEDS_COORDINATOR
from landfast.course.rules.words import HolderKind, State
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.people import queries as people


def lock_held(person_id: PersonId) -> None:
    """Lock the courses of one who is to be covered: of two who cover at once the later sees it."""
    held = models.Coordinatorship.objects.filter(person_id=person_id, ended_at=None)
    courses = models.Course.objects.filter(pk__in=held.values("course_id")).order_by("pk")
    list(courses.select_for_update().values_list("pk"))


@action
def name_deputy(
    *,
    actor: Actor,
    course_id: UUID,
    person_id: PersonId,
    starts_on: date,
    ends_on: date,
    reason: str = "",
) -> None:
    """Somebody covers for the coordinator in a dated time; it ends by itself (lessons 6).

    The main responsibility does not move. Domain A3 STEDFORTRÆDENDE_KOORDINATOR.
    """
    require(actor, Permission.COORDINATOR_COVER, course=course_id)
    course = locked(course_id)
    rules.check_period(starts_on, ends_on, today())
    rules.check_available(is_employed=bool(people.employments(person_id=person_id)), is_away=False)
    if State(course.state) not in NEEDS_COORDINATOR:
        raise NotNow("not_running", da("Forløbet er ikke i gang, så der er ikke noget at dække."))
    row = models.Deputyship(
        course=course, person_id=person_id, starts_on=starts_on, ends_on=ends_on,
        reason=reason, named_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    grant(actor, course_id, [_deputy(person_id, starts_on, ends_on)])
    record(
        actor, "deputy.named", row, topic=Topic.FRAME, person=person_id, starts_on=starts_on,
        ends_on=ends_on,
    )  # fmt: skip


def _deputy(person_id: PersonId, starts_on: date, ends_on: date) -> To:
    return To(
        CourseRole.DEPUTY, da("Dækker for koordinatoren"), person=person_id,
        starts_at=max(datetime.combine(starts_on, time.min, DENMARK), now()),
        ends_at=datetime.combine(ends_on + timedelta(days=1), time.min, DENMARK),
    )  # fmt: skip


@action
def end_deputies(*, actor: Actor, course_id: UUID) -> int:
    """The coordinator is back before time: who covers does so no longer; how many did."""
    require(actor, Permission.COORDINATOR_COVER, course=course_id)
    course = locked(course_id)
    gone = end_deputyships(actor, course)
    for person_id in sorted(gone):
        record(actor, "deputy.ended", course, topic=Topic.FRAME, person=person_id)
    return len(gone)


@action
def cover_vacancy(*, actor: Actor, course_id: UUID, cover: PersonId, reason: str) -> None:
    """The coordinator is lost: the same act gives the course to the daily lead as cover.

    Five business days, shown everywhere as vacant, covered by … (principle 2).
    """
    require(actor, Permission.COORDINATOR_COVER, course=course_id)
    course = locked(course_id)
    holder = holder_of(course)
    until = add_business_days(today(), rules.COVER_BUSINESS_DAYS)
    end_holding(actor, holder, now())
    end_second(actor, course, cover)
    begin_responsibility(
        actor, course, cover, kind=HolderKind.COVER, reason=reason, cover_until=until
    )
    end_deputyships(actor, course, cover)
    record(
        actor, "coordinator.lost", course, topic=Topic.FRAME, person=holder.person_id,
        cover=cover, until=until,
    )  # fmt: skip


@action(asks=False, tells=False)
def cover_unseen(*, gone: PersonId) -> list[UUID]:
    """Courses kept apart that somebody who is gone holds: their named leader covers (principle 2).

    For a leader who was not named and sees none of them. The database's own function asks whether
    the actor leads the unit and the other is gone, covers, and leaves the events. Which ones: for
    what else follows, never to be shown.
    """
    until = add_business_days(today(), rules.COVER_BUSINESS_DAYS)
    with connection.cursor() as cursor:
        cursor.execute("select course_cover_unseen(%s, %s)", [gone, until])
        (covered,) = cursor.fetchone()
    return list(covered)


@action
def step_out(*, actor: Actor, course_id: UUID, person_id: PersonId) -> None:
    """Somebody who has left is no longer second or deputy, and their access ends (lessons 9)."""
    require(actor, Permission.COORDINATOR_COVER, course=course_id)
    course = locked(course_id)
    end_second(actor, course, person_id)
    end_deputyships(actor, course, person_id)
    roles = frozenset({CourseRole.FORMER_COORDINATOR})
    end_grants(actor, course=course_id, person=person_id, roles=roles)
    record(actor, "team.stepped_out", course, topic=Topic.FRAME, person=person_id)


@action(asks=False, tells=False)
def step_out_who_left() -> int:
    """Whoever works here no longer is second and deputy nowhere; in how many courses they were.

    For who ends an employment, and sees no course, and for the clock: most end by their date. The
    database's own function steps them out and leaves the events.
    """
    with connection.cursor() as cursor:
        cursor.execute("select course_step_out_who_left()")
        (gone,) = cursor.fetchone()
    return int(gone)


@action(asks=False, tells=False)
def remind_of_late_covers() -> int:
    """Daily lead and leader are reminded of covers past five business days (domain A3, RT-05).

    The clock calls it. The database's own function leaves one event for each such cover, once;
    nobody is removed by it, and the citizen's page still names who covers.
    """
    with connection.cursor() as cursor:
        cursor.execute("select course_remind_of_covers(%s)", [now()])
        (told,) = cursor.fetchone()
    return int(told)
