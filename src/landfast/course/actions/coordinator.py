"""Exactly one coordinator: appointing, and what the appointment opens and ends."""

from datetime import date
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import posts, require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.phases import locked, move
from landfast.course.queries.assessment import found_to_fit
from landfast.course.queries.coordinators import standing_of
from landfast.course.rules import coordinator as rules
from landfast.course.rules import intake, states
from landfast.course.rules.words import HolderKind, State
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.text import da
from landfast.people import queries as people
from landfast.programmes.rules import CoordinationModel, allows_authority


@action
def appoint_first(
    *,
    actor: Actor,
    course_id: UUID,
    person_id: PersonId,
    reason: str,
    override: str = "",
    second: PersonId | None = None,
    facts: rules.TeamFacts = rules.NOTHING_KNOWN,
) -> None:
    """The course starts: one coordinator is appointed, and intake's own access ends.

    Neutral, with room, at work; the daily lead may go past the cap with a reason
    (S004 §5.1 and §6.2, domain A11). From intake only when two have said that it fits.
    A `second` is named in the same act: who chooses for intake reads the course no more after it.
    `facts` come from the rooms above, by the journey.
    """
    require(actor, Permission.COORDINATOR_APPOINT, course=course_id)
    course = locked(course_id)
    states.check_move("start", State(course.state))
    intake.check_found_to_fit(State(course.state), fits=found_to_fit(course_id))
    rules.check_words(reason)
    check_can_hold(actor, course, person_id, override=override, facts=facts)
    move(actor, course, State.START, reason=reason)
    begin_responsibility(
        actor, course, person_id, kind=HolderKind.COORDINATOR, reason=reason, override=override
    )
    if second:
        _name_second(actor, course, second)
    end_grants(actor, course=course_id, roles=frozenset({CourseRole.INTAKE}))
    record(
        actor, "coordinator.appointed", course, topic=Topic.FRAME, person=person_id,
        override=bool(override),
    )  # fmt: skip


def check_can_hold(
    actor: Actor,
    course: models.Course,
    person_id: PersonId,
    *,
    override: str,
    facts: rules.TeamFacts,
) -> None:
    """The gate of every appointment and every offer: neutral, employed, at work, with room."""
    one_at_a_time(person_id)
    standing = standing_of(course, person_id, facts)
    rules.check_available(is_away=standing.is_away, is_employed=standing.is_employed)
    model = CoordinationModel(course.programme.coordination_model)
    rules.check_neutral(
        decides=standing.decides, model_allows=allows_authority(model), reason=override
    )
    rules.check_room(standing.load, is_daily_lead=is_daily_lead(actor, course), override=override)


def check_stays_neutral(course: models.Course, person_id: UUID, *, decides: bool) -> None:
    """The gate of the team: who holds the course is not made one who decides in it."""
    holders = models.Coordinatorship.objects.filter(
        course=course, person_id=person_id, ended_at=None, kind=HolderKind.COORDINATOR
    )
    model = CoordinationModel(course.programme.coordination_model)
    rules.check_stays_neutral(
        holds=decides and holders.exists(), decides=decides, model_allows=allows_authority(model)
    )


def is_daily_lead(actor: Actor, course: models.Course) -> bool:
    """Does the actor lead the course's unit from day to day?"""
    return "daily_leader" in posts(actor).get(UnitId(course.unit_id), frozenset())


def one_at_a_time(person_id: PersonId) -> None:
    """Two who appoint the same person in the same second count the caseload one after the other.

    Whoever ends the person's employment takes it too, before asking whether they hold any course.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 1))", [str(person_id)])


def begin_responsibility(
    actor: Actor,
    course: models.Course,
    person_id: PersonId,
    *,
    kind: HolderKind,
    reason: str,
    override: str = "",
    cover_until: date | None = None,
) -> None:
    """Somebody takes the main responsibility, from now on, and reaches the whole course.

    Whose employment ends in this second takes it, or has left: one after the other.
    """
    one_at_a_time(person_id)
    rules.check_available(is_employed=bool(people.employments(person_id=person_id)), is_away=False)
    models.Coordinatorship(
        course=course, person_id=person_id, kind=kind, starts_at=now(), cover_until=cover_until,
        reason=reason, override=override, appointed_by_id=actor.person_id, created_at=now(),
    ).save(force_insert=True)  # fmt: skip
    role = CourseRole.COORDINATOR if kind is HolderKind.COORDINATOR else CourseRole.COVER
    grant(actor, course.id, [To(role, reason[:300], person=person_id)])


@action
def name_second(
    *, actor: Actor, course_id: UUID, person_id: PersonId, met_on: date | None = None
) -> None:
    """The named second (makker), on the card from the first day; covers without an act (0.8)."""
    require(actor, Permission.COORDINATOR_COVER, course=course_id)
    rules.check_met_on(met_on, today())
    _name_second(actor, locked(course_id), person_id, met_on)


def _name_second(
    actor: Actor, course: models.Course, person_id: PersonId, met_on: date | None = None
) -> None:
    standing = standing_of(course, person_id, rules.NOTHING_KNOWN)
    rules.check_second(
        runs=State(course.state) in states.NEEDS_COORDINATOR,
        is_holder=models.Coordinatorship.objects.filter(
            course=course, person_id=person_id, ended_at=None
        ).exists(),
        is_employed=standing.is_employed,
        is_away=standing.is_away,
    )
    end_second(actor, course)
    second = models.Second(
        course=course, person_id=person_id, met_on=met_on, since=now(), created_at=now()
    )
    second.save(force_insert=True)
    grant(actor, course.id, [To(CourseRole.SECOND, da("Makker"), person=person_id)])
    record(actor, "second.named", second, topic=Topic.FRAME, person=person_id)


def end_second(actor: Actor, course: models.Course, person_id: UUID | None = None) -> None:
    """The second stops being it, and the access goes; with a person: only if it is that one."""
    rows = models.Second.objects.filter(course=course, ended_at=None)
    rows = rows.filter(person_id=person_id) if person_id else rows
    for second in rows:
        second.ended_at = now()
        second.save(update_fields=["ended_at"])
        end_grants(
            actor, course=course.id, person=PersonId(second.person_id),
            roles=frozenset({CourseRole.SECOND}),
        )  # fmt: skip
