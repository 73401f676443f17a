"""Reads of the pulse: one's own answers, and what they add up to over time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.course.rules.states import OVER
from landfast.meetings import models
from landfast.meetings.rules import Attends
from landfast.meetings.rules.pulse import QUESTIONS


@dataclass(frozen=True)
class PulsePoint:
    """One meeting as the citizen, or the others together, felt it."""

    held_at: datetime
    is_citizen: bool
    many: int
    answers: dict[str, float | None]


def was_at_the_table(actor: Actor, meeting: models.Meeting) -> bool:
    """Herself, in the room or by telephone; an employee as one of those present, or leading."""
    if actor.is_citizen:
        return meeting.attends in {Attends.IN_PERSON, Attends.BY_PHONE}
    there = meeting.participants.filter(person_id=actor.person_id, was_there=True)
    return meeting.leader_id == actor.person_id or there.exists()


def may_give_pulse(actor: Actor, meeting_id: UUID) -> bool:
    """Is the actor one of those who are asked?"""
    meeting = models.Meeting.objects.filter(id=meeting_id).first()
    return meeting is not None and was_at_the_table(actor, meeting) and not is_over(meeting_id)


def is_over(meeting_id: UUID) -> bool:
    """Has the course ended in which the meeting was held?"""
    return models.Meeting.objects.filter(id=meeting_id, course__state__in=sorted(OVER)).exists()


def my_pulse(actor: Actor, meeting_id: UUID) -> dict[str, int | None]:
    """What one has answered oneself."""
    row = models.Pulse.objects.filter(meeting_id=meeting_id, person_id=actor.person_id).first()
    return {name: getattr(row, name) for name in QUESTIONS} if row else {}


def pulse_of_key(uid: str) -> dict[str, int | None] | None:
    """What who has an invitation's key has answered; None when nothing is asked of them now."""
    with connection.cursor() as cursor:
        cursor.execute("select * from meetings_pulse_of_key(%s)", [uid])
        row = cursor.fetchone()
    return dict(zip(QUESTIONS, row, strict=True)) if row else None


def my_pulse_key(meeting_id: UUID) -> str | None:
    """The key of a guest's own invitation, while they are asked how the meeting was."""
    with connection.cursor() as cursor:
        cursor.execute("select meetings_my_pulse_key(%s)", [meeting_id])
        row: tuple[str | None] = cursor.fetchone()
    return row[0]


def pulse_of(course_id: UUID) -> list[PulsePoint]:
    """All meetings of a course, the oldest first; of others only what nobody is known by."""
    with connection.cursor() as cursor:
        cursor.execute("select * from meetings_pulse_of(%s)", [course_id])
        rows = cursor.fetchall()
    held = dict(models.Meeting.objects.filter(course_id=course_id).values_list("id", "held_at"))
    points = [
        PulsePoint(at, is_citizen, many, dict(zip(QUESTIONS, answers, strict=True)))
        for meeting, is_citizen, many, *answers in rows
        if (at := held.get(meeting))
    ]
    return sorted(points, key=lambda one: (one.held_at, not one.is_citizen))
