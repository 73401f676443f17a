"""What the endings and changes of a course do to those who hold it."""

from datetime import datetime
from uuid import UUID

from django.db.models import DateField, F, Value
from django.db.models.functions import Cast, Greatest

from landfast.access.actions import end_grants
from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.course import models
from landfast.course.rules.words import HandoverState
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da

HOLDING = frozenset({CourseRole.COORDINATOR, CourseRole.COVER})
TEAM = frozenset(CourseRole) - {CourseRole.CITIZEN, CourseRole.LEAD, CourseRole.EMERGENCY}
"""All whose access ends with the course. The citizen keeps hers; the unit's lead the frame.

An emergency is over in hours by itself, and nobody else's to end."""


def current_holder(course: models.Course) -> models.Coordinatorship | None:
    """The open main responsibility of a locked course."""
    return models.Coordinatorship.objects.filter(course=course, ended_at=None).first()


def holder_of(course: models.Course) -> models.Coordinatorship:
    """The open main responsibility, or the refusal that there is none to move."""
    holder = current_holder(course)
    if holder is None:
        raise NotNow(
            "nobody_holds", da("Forløbet er ikke i gang, så ingen er koordinator for det.")
        )
    return holder


def end_holding(actor: Actor, holder: models.Coordinatorship, at: datetime) -> None:
    """The main responsibility ends, and the access that came with it."""
    holder.ended_at = at
    holder.save(update_fields=["ended_at"])
    end_grants(actor, course=holder.course_id, person=PersonId(holder.person_id), roles=HOLDING)


def end_deputyships(
    actor: Actor, course: models.Course, person: PersonId | None = None
) -> frozenset[PersonId]:
    """Who covers, or is to, does so no longer from this second on; with a person: only that one.

    No day from today on is left of it: a course that begins again is not covered. Answers who.
    """
    rows = models.Deputyship.objects.filter(course=course, ends_on__gte=today())
    rows = rows.filter(person_id=person) if person else rows
    gone = frozenset(PersonId(one) for one in rows.values_list("person_id", flat=True))
    rows.update(ends_on=Cast(Greatest(F("starts_on"), Value(today())) - Value(1), DateField()))
    for one in gone:
        end_grants(actor, course=course.id, person=one, roles=frozenset({CourseRole.DEPUTY}))
    return gone


def withdraw_offers(course_id: UUID, at: datetime, why: str) -> None:
    """An open offer to take over falls away, since what it rested on did."""
    models.Handover.objects.filter(course_id=course_id, state=HandoverState.OFFERED).update(
        state=HandoverState.WITHDRAWN, answered_at=at, answer=why
    )


def dissolve(actor: Actor, course: models.Course, why: str) -> None:
    """The course is over: nobody holds it any more, and the team's access ends now.

    Comes last in its transaction: afterwards the one who acted reaches nothing either.
    """
    moment = now()
    holder = current_holder(course)
    if holder:
        holder.ended_at = moment
        holder.save(update_fields=["ended_at"])
    withdraw_offers(course.id, moment, why)
    models.Second.objects.filter(course=course, ended_at=None).update(ended_at=moment)
    end_deputyships(actor, course)
    end_grants(actor, course=course.id, roles=TEAM, at=moment)
