"""What is said in the room, and what came of it."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.models.meeting import Meeting, Participant, Theme
from landfast.meetings.rules import (
    TurnKind,
)
from landfast.meetings.rules.merging import ActKind, Choice, Clash

PERSON = "people.Person"
COURSE = "course.Course"


class Turn(Dated):
    """What was said in a turn. A draft: deleted when the minutes are out, when the course ends,
    and thirty days after the last word if no minutes came (domain 0.9)."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="turns")
    theme = models.ForeignKey(Theme, models.RESTRICT, related_name="+")
    speaker = models.ForeignKey(
        Participant, models.RESTRICT, null=True, blank=True, related_name="+"
    )
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=choices(TurnKind))
    text = models.TextField(max_length=4000, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    at = models.DateTimeField()

    holds = Holds(
        Keep.DRAFT,
        controller=Controller.COURSE,
        sensitive="kind text speaker",
        technical="id created_at course meeting theme seq version at",
    )

    class Meta:
        db_table = "meetings_turn"
        constraints = (
            models.UniqueConstraint(fields=("meeting", "seq"), name="one_turn_at_a_time"),
        )


class RoomAct(Dated):
    """Something done in the room from one of its screens, under a key that the screen made.

    Done once, however often it is sent. Its words are kept only while they wait beside what stands;
    it goes with the notes of the turns.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="acts")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=choices(ActKind))
    saw = models.CharField(max_length=40, blank=True)
    now_saw = models.CharField(max_length=40, blank=True)
    clash = models.CharField(max_length=8, choices=choices(Clash), blank=True)
    words = models.JSONField(default=dict)
    chosen = models.CharField(max_length=8, choices=choices(Choice), blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.DRAFT,
        controller=Controller.COURSE,
        personal="by",
        sensitive="kind words clash chosen",
        technical="id created_at course meeting saw now_saw settled_at",
    )

    class Meta:
        db_table = "meetings_act"
        indexes = (
            models.Index(
                fields=("meeting",),
                name="meetings_act_waits",
                condition=~Q(clash="") & Q(settled_at__isnull=True),
            ),
        )


class Reflection(Dated):
    """What a reflector wrote herself after Åben Dialog: hers to write, the minutes carry it."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="reflections")
    participant = models.OneToOneField(Participant, models.RESTRICT, related_name="+")
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    text = models.TextField(max_length=4000)
    written_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.WRITER,
        personal="written_by",
        sensitive="text",
        technical="id created_at course meeting participant written_at",
    )

    class Meta:
        db_table = "meetings_reflection"


class MeetingAgreement(Dated):
    """An agreement that was proposed at a meeting."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="proposals")
    theme = models.ForeignKey(Theme, models.RESTRICT, null=True, related_name="+")
    agreement = models.OneToOneField("plan.Agreement", models.RESTRICT, null=True, related_name="+")
    """Empty when it was about another citizen, and has gone there."""

    holds = Holds(Keep.COURSE, technical="id created_at course meeting theme agreement")

    class Meta:
        db_table = "meetings_agreement"
