"""Opening a course: the citizen, the scope, the grants, then the course (house §4)."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError

from landfast.access.action import action
from landfast.access.actions import To, open_scope, record, to_post
from landfast.access.actor import Actor
from landfast.access.queries import require_post
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Permission, Topic
from landfast.course import models
from landfast.course.rules.words import State
from landfast.kernel.clock import now
from landfast.kernel.danish import filed_as
from landfast.kernel.ids import CitizenId, CourseId, PersonId, UnitId
from landfast.kernel.refusals import NotNow
from landfast.kernel.sealed import mark, sealed
from landfast.kernel.text import da

NOT_NOTED = da("Det kunne ikke gemmes lige nu. Vent lidt, og prøv igen.")


@action
def note_citizen(
    *,
    actor: Actor,
    unit_id: UnitId,
    person_id: PersonId,
    name: str,
    called: str = "",
    cpr: str = "",
    phone: str = "",
    born_on: date | None = None,
) -> CitizenId:
    """Write down who the citizen is: how to reach them, nothing more."""
    require_post(actor, Permission.INTAKE_DECIDE, unit=unit_id)
    citizen = models.Citizen(
        person_id=person_id, name=name, sort_key=filed_as(name),
        called=called or name.split(maxsplit=1)[0],
        cpr=sealed(cpr), cpr_mark=mark(cpr), phone=phone, born_on=born_on, created_at=now(),
    )  # fmt: skip
    try:
        models.Citizen.objects.bulk_create([citizen])  # not yet visible to the writer
    except IntegrityError as error:  # whose number it is already is nobody's to hear
        raise NotNow("citizen_not_noted", NOT_NOTED) from error
    record(actor, "citizen.noted", citizen, topic=Topic.FRAME)
    return CitizenId(citizen.id)


@action
def open_course(
    *,
    actor: Actor,
    unit_id: UnitId,
    citizen_id: CitizenId,
    person_id: PersonId,
    programme_id: UUID,
    reason: str,
) -> CourseId:
    """A course begins under assessment: the citizen sees it all, the unit its frame."""
    require_post(actor, Permission.INTAKE_DECIDE, unit=unit_id)
    leads = da("Leder af enheden")
    first = [
        To(CourseRole.CITIZEN, da("Borgeren selv"), person=person_id, ground=Ground.CITIZEN),
        to_post(unit_id, "coordinator", CourseRole.INTAKE, da("Ser, om et forløb passer")),
        to_post(unit_id, "daily_leader", CourseRole.INTAKE, da("Ser, om et forløb passer")),
        to_post(unit_id, "daily_leader", CourseRole.LEAD, leads),
        to_post(unit_id, "leader", CourseRole.LEAD, leads),
    ]
    course_id = open_scope(actor, first)
    course = models.Course(
        scope_id=course_id, citizen_id=citizen_id, unit_id=unit_id, programme_id=programme_id,
        state=State.ASSESSMENT, state_since=now(), created_at=now(),
    )  # fmt: skip
    try:
        course.save(force_insert=True)
    except IntegrityError as error:  # in the same second another of hers began: nobody's to hear
        raise NotNow("course_not_opened", NOT_NOTED) from error
    models.StateChange(
        course=course, after=State.ASSESSMENT, at=now(), actor_id=actor.person_id,
        reason=reason, created_at=now(),
    ).save(force_insert=True)  # fmt: skip
    record(actor, "course.opened", course, topic=Topic.FRAME)
    return course_id
