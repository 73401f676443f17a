"""What is kept of a meeting."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.models.meeting import Meeting
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.minutes import SAID_MAX
from landfast.meetings.rules.passages import Cover

PERSON = "people.Person"
COURSE = "course.Course"


class Minutes(Dated):
    """Minutes in versions: the citizen sees them first and can correct (C6)."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="minutes")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=choices(MinutesState))
    citizen_said = models.TextField(max_length=SAID_MAX, blank=True)
    content = models.JSONField(default=dict)
    citizen_note = models.TextField(max_length=4000, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    shown_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    seen_beside = models.BooleanField(default=False)
    offered = models.CharField(max_length=300, blank=True)
    recipients = models.JSONField(default=list)
    reason = models.CharField(max_length=500, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="written_by recipients",
        sensitive="citizen_said content citizen_note offered reason",
        technical="id created_at course meeting version state shown_at seen_at seen_beside "
        "published_at",
    )

    class Meta:
        db_table = "meetings_minutes"
        constraints = (
            models.UniqueConstraint(fields=("meeting", "version"), name="one_version"),
            models.UniqueConstraint(
                fields=("meeting",), name="one_current_version",
                condition=Q(state__in=("draft", "shown", "seen", "published")),
            ),
        )  # fmt: skip


class Passage(Dated):
    """Words that were covered in minutes, or taken out, and why (dækket passage, C6).

    `readers` still read what is covered. What was taken out is left to the one who did it, and goes
    to the citizen whom it is about when it stood on the wrong one; then it has no meeting any more.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, null=True, related_name="passages")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=choices(Cover))
    words = models.TextField(max_length=4000)
    reason = models.CharField(max_length=300)
    covered_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    readers = models.JSONField(default=list)
    stood_since = models.DateTimeField()
    """From when it could be read: those who opened minutes of the course since are known."""
    lifted_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="covered_by readers",
        sensitive="kind words reason",
        technical="id created_at course meeting number stood_since lifted_at",
    )

    class Meta:
        db_table = "meetings_passage"
        constraints = (
            models.UniqueConstraint(fields=("meeting", "number"), name="one_mark_a_passage"),
            models.CheckConstraint(
                name="only_what_is_covered_has_readers",
                condition=Q(kind="covered") | Q(readers=[]),
            ),
        )
