"""How a meeting felt, by those who were there."""

from django.db import models
from django.db.models import Q

from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.models.meeting import Meeting, Participant

PERSON = "people.Person"
COURSE = "course.Course"


class Pulse(Dated):
    """Three short answers after the meeting: anybody's own, owed by nobody (C7).

    Who has no login answers from a seat at the table, by the link of an invitation.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="pulses")
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    participant = models.OneToOneField(
        Participant, models.RESTRICT, null=True, blank=True, related_name="+"
    )
    is_citizen = models.BooleanField()
    heard = models.PositiveSmallIntegerField(null=True, blank=True)
    useful = models.PositiveSmallIntegerField(null=True, blank=True)
    clear = models.PositiveSmallIntegerField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person participant is_citizen",
        sensitive="heard useful clear",
        technical="id created_at course meeting",
    )

    class Meta:
        db_table = "meetings_pulse"
        constraints = (
            models.UniqueConstraint(fields=("meeting", "person"), name="one_pulse_each"),
            models.CheckConstraint(
                name="pulse_is_a_persons_or_a_seats",
                condition=Q(person__isnull=False, participant__isnull=True)
                | Q(person__isnull=True, participant__isnull=False),
            ),
            models.CheckConstraint(
                name="pulse_is_from_one_to_five",
                condition=(
                    (Q(heard__isnull=True) | Q(heard__range=(1, 5)))
                    & (Q(useful__isnull=True) | Q(useful__range=(1, 5)))
                    & (Q(clear__isnull=True) | Q(clear__range=(1, 5)))
                ),
            ),
        )
