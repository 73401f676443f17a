"""The invitations that went out for a meeting, and what came of them."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.models.meeting import Meeting, Participant
from landfast.meetings.rules.inviting import Told

COURSE, PERSON = "course.Course", "people.Person"


class Invite(Dated):
    """What somebody at the table was sent to their calendar, and what may come back (C4).

    The key stands in the mail and nowhere else: who has it may answer for the one invited.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="invites")
    participant = models.OneToOneField(
        Participant, models.SET_NULL, null=True, related_name="invite"
    )
    uid = models.CharField(max_length=64, unique=True)
    address = models.CharField(max_length=254, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    told = models.CharField(max_length=10, choices=choices(Told), default=Told.NOTHING)
    told_starts_at = models.DateTimeField(null=True)
    told_minutes_long = models.PositiveSmallIntegerField(null=True)
    told_place = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    reminded_for = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    given_up_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=20, blank=True)
    heard_stamp = models.DateTimeField(null=True)
    answers = models.PositiveSmallIntegerField(default=0)
    proposed_at = models.DateTimeField(null=True)
    proposed_minutes = models.PositiveSmallIntegerField(null=True)
    proposed_words = models.CharField(max_length=300, blank=True)
    keeps_time = models.BooleanField(default=False)
    pulse_asked_at = models.DateTimeField(null=True)
    taken_off = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="participant address told_at proposed_at proposed_minutes proposed_words "
        "taken_off",
        technical="id created_at course meeting uid sequence told told_starts_at "
        "told_minutes_long told_place reminded_for tries next_try_at given_up_at failure "
        "heard_stamp answers keeps_time pulse_asked_at",
    )

    class Meta:
        db_table = "meetings_invite"
        indexes = (
            models.Index(fields=("meeting",), name="invites_of_meeting"),
            models.Index(
                fields=("taken_off",), name="invites_taken_off",
                condition=Q(taken_off__isnull=False),
            ),
            models.Index(
                fields=("course",), name="invites_that_ask",
                condition=Q(given_up_at__isnull=False) | Q(proposed_at__isnull=False),
            ),
            models.Index(
                fields=("told_starts_at",), name="invites_told", condition=Q(told="asked")
            ),
        )  # fmt: skip
