"""Taking a referral (product A2)."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_post
from landfast.access.rules import Apart, Permission, Topic
from landfast.course import models
from landfast.course.queries.intake import Taken
from landfast.course.rules import referral as referrals
from landfast.course.rules.words import ReferralState
from landfast.kernel.clock import now
from landfast.kernel.ids import CitizenId, CourseId, PersonId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.kernel.sealed import marks, opened


@action
def take(*, actor: Actor, referral_id: UUID) -> Taken:
    """Intake takes a referral that has the citizen's yes; the second of two is told who has it."""
    row = (
        models.Referral.objects.select_for_update(of=("self",))
        .select_related("taken_by")
        .filter(id=referral_id)
        .first()
    )
    if row is None:
        raise NotFound
    require_post(actor, Permission.INTAKE_DECIDE, unit=UnitId(row.unit_id))
    referrals.check_can_be_taken(
        ReferralState(row.state), row.taken_by.name if row.taken_by else ""
    )
    row.state, row.taken_by_id = ReferralState.TAKEN, actor.person_id
    row.save(update_fields=["state", "taken_by"])
    record(actor, "referral.taken", row, unit=row.unit_id)
    return _taken(row)


def _taken(row: models.Referral) -> Taken:
    """What the referral leads to: a citizen known before, perhaps with a course, or a new one."""
    cpr = opened(row.citizen_cpr)
    with connection.cursor() as cursor:
        cursor.execute(
            "select citizen, person, running from course_citizen_of_referral(%s, %s::text[])",
            [row.id, marks(cpr)],
        )
        citizen, person, running = cursor.fetchone() or (None, None, None)
    if citizen is None and row.by_citizen:
        person = row.referred_by_id
    return Taken(
        UnitId(row.unit_id), row.citizen_name, cpr, row.citizen_phone,
        CitizenId(citizen) if citizen else None, PersonId(person) if person else None,
        CourseId(running) if running else None, Apart(row.apart) if row.apart else None,
        PersonId(row.known_to_id) if row.known_to_id else None,
    )  # fmt: skip


def _marks_of(referral_id: UUID) -> list[str]:
    kept = models.Referral.objects.filter(id=referral_id).values_list("citizen_cpr", flat=True)
    return marks(opened(kept.first() or ""))


@action
def link(*, actor: Actor, referral_id: UUID, course_id: UUID) -> None:
    """The referral led to this course: from now on the citizen reads it too."""
    require(actor, Permission.COURSE_MOVE, course=course_id)
    row = models.Referral.objects.select_for_update().filter(id=referral_id).first()
    if row is None:
        raise NotFound
    row.course_id = course_id
    row.save(update_fields=["course"])
    record(actor, "referral.linked", course=course_id, topic=Topic.FRAME, referral=referral_id)


@action
def pass_on(*, actor: Actor, unit_id: UnitId, referral_id: UUID) -> None:
    """The citizen has a running course: its coordinator gets the referral, intake lets go."""
    require_post(actor, Permission.INTAKE_DECIDE, unit=unit_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "select course_pass_on_referral(%s, %s::text[], %s)",
            [referral_id, _marks_of(referral_id), now()],
        )
        (course_id,) = cursor.fetchone()
    if course_id is None:
        raise NotFound
    record(actor, "referral.passed_on", course=course_id, referral=referral_id)
