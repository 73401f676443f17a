"""What is kept of a meeting."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.models.meeting import Meeting
from landfast.meetings.rules import (
    MinutesState,
)

PERSON = "people.Person"
COURSE = "course.Course"


class Minutes(Dated):
    """Minutes in versions: the citizen sees them first and can correct (C6)."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="minutes")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=choices(MinutesState))
    citizen_said = models.TextField(max_length=8000, blank=True)
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
