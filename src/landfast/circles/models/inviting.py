"""The invitations that went out for a standing meeting, and what came of them. No citizen."""

from django.db import models

from landfast.circles.models.standing import PERSON, Circle, Sitting
from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import Through, Told


class Invite(Dated):
    """What somebody who sits there was sent to their calendar, and what they answered (C4).

    The key stands in the mail and nowhere else: who has it may answer for the one invited.
    """

    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")
    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="invites")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    uid = models.CharField(max_length=64, unique=True)
    address = models.CharField(max_length=254, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    told = models.CharField(max_length=10, choices=choices(Told), default=Told.NOTHING)
    told_starts_at = models.DateTimeField(null=True)
    told_minutes_long = models.PositiveSmallIntegerField(null=True)
    told_place = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    given_up_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=20, blank=True)
    heard_stamp = models.DateTimeField(null=True)
    answers = models.PositiveSmallIntegerField(default=0)
    reply = models.CharField(max_length=10, choices=choices(Reply), default=Reply.ASKED)
    reply_reason = models.CharField(max_length=300, blank=True)
    reply_through = models.CharField(max_length=6, choices=choices(Through), blank=True)
    replied_at = models.DateTimeField(null=True)
    proposed_at = models.DateTimeField(null=True)
    proposed_words = models.CharField(max_length=300, blank=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="person address told_at reply reply_reason reply_through replied_at"
        " proposed_at proposed_words",
        technical="id created_at circle sitting uid sequence told told_starts_at told_minutes_long"
        " told_place tries next_try_at given_up_at failure heard_stamp answers",
    )

    class Meta:
        db_table = "circles_invite"
        constraints = (
            models.UniqueConstraint(fields=("sitting", "person"), name="asked_to_sitting_once"),
        )
        indexes = (models.Index(fields=("person",), name="circle_invites_of_person"),)
