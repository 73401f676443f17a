"""A coordinator is lost without warning: all her courses get cover in the same transaction."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post, require_staff
from landfast.access.rules import Permission
from landfast.course.actions.cover import cover_unseen, cover_vacancy, step_out
from landfast.course.queries.coordinators import held_by, helped_by
from landfast.course.queries.courses import course_frame
from landfast.course.queries.leads import who_covers
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings.actions import lead_follows
from landfast.people import actions as people_actions
from landfast.people import queries as people
from landfast.people.rules import LeaveKind


class Loss(StrEnum):
    """How a coordinator was lost."""

    LEAVE = "leave"
    LEFT = "left"


@journey
def lose_coordinator(
    *, actor: Actor, person_id: PersonId, loss: Loss, ends_on: date | None = None
) -> int:
    """All courses of one who is gone go to their unit's daily lead for five business days.

    Notes the leave, or ends the employment, and answers how many courses were covered
    (principle 2; domain A3). Where the one who is gone is the unit's only daily lead, whoever notes
    it covers. One that is kept apart goes to the leader who was named, and who notes it is not
    told: not even by the number (decision 95).
    """
    require_staff(actor)
    if person_id == actor.person_id:
        raise NotNow(
            "lost_oneself",
            da("Er det dig selv, der er væk, så bed en anden leder om at dække dine forløb."),
        )
    jobs = [
        job for job in people.employments(person_id=person_id) if job.role == "coordinator"
    ]  # fmt: skip
    for job in jobs:
        require_post(actor, Permission.COURSES_OVERSEE, unit=job.unit_id)
    if not jobs:
        raise NotNow("no_coordinator", da("Personen er ikke koordinator i din enhed nu."))
    courses = held_by(person_id)
    for held in courses:
        cover = _cover(actor, held.course_id, person_id)
        cover_vacancy(
            actor=actor, course_id=held.course_id, cover=cover,
            reason=da("Koordinatoren er væk uden varsel"),
        )  # fmt: skip
        lead_follows(course_id=held.course_id)
    if loss is Loss.LEFT:
        for course_id in helped_by(person_id):
            step_out(actor=actor, course_id=course_id, person_id=person_id)
    _note(person_id, loss, ends_on, [job.id for job in jobs])
    for course_id in cover_unseen(gone=person_id):
        lead_follows(course_id=course_id)
    record(actor, "people.coordinator_lost", person=person_id, loss=loss, courses=len(courses))
    return len(courses)


def _cover(actor: Actor, course_id: UUID, gone: PersonId) -> PersonId:
    unit_id = course_frame(course_id).unit_id
    return who_covers(actor, course_id, unit_id, gone=gone) or actor.person_id


def _note(person_id: PersonId, loss: Loss, ends_on: date | None, jobs: list[UUID]) -> None:
    if loss is Loss.LEAVE:
        people_actions.note_leave(
            person_id=person_id, starts_on=today(), ends_on=ends_on, kind=LeaveKind.SUDDEN
        )
        return
    for employment_id in jobs:
        people_actions.end_employment(employment_id=employment_id, last_day=today())
