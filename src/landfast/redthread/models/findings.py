"""Findings as they stand, and which courses are to be looked at again."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.redthread.rules.settling import WORDS_MAX
from landfast.redthread.rules.words import Severity

COURSE = "course.Course"
PERSON = "people.Person"


class Finding(Dated):
    """Something worth a look (værd at se på): one rule, one object, for as long as it is so.

    Raised, changed and closed by the job; put off, put away and contested by people.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="findings")
    rule = models.CharField(max_length=24)
    object = models.CharField(max_length=120)
    severity = models.CharField(max_length=8, choices=choices(Severity))
    says = models.CharField(max_length=300)
    values = models.JSONField(default=dict)
    facts = models.JSONField(default=list)
    rests_from = models.DateTimeField()
    """When the oldest of its facts was written: after a fresh start it stays behind with it."""
    updated_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    snoozed_until = models.DateField(null=True, blank=True)
    dismissed_at = models.DateTimeField(null=True, blank=True)
    because = models.CharField(max_length=WORDS_MAX, blank=True)
    settled_as = models.CharField(
        max_length=8, choices=choices(Severity), blank=True, default="", db_default=""
    )
    """How heavy it was when it was put off or away; empty when neither."""
    settled_on = models.JSONField(default=list, db_default=[])
    """What it said and rested on then (`settling.mark`): something new, and it stands again."""
    settled_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    contested_at = models.DateTimeField(null=True, blank=True)
    contest = models.CharField(max_length=WORDS_MAX, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="because settled_by settled_as contest contested_at dismissed_at snoozed_until",
        sensitive="rule object severity says values facts settled_on",
        technical="id created_at course rests_from updated_at closed_at",
    )

    class Meta:
        db_table = "redthread_finding"
        constraints = (
            models.UniqueConstraint(
                name="one_open_finding_of_a_rule_and_object",
                fields=("course", "rule", "object"), condition=Q(closed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="what_is_put_away_has_a_reason",
                condition=Q(dismissed_at__isnull=True) | ~Q(because=""),
            ),
        )  # fmt: skip


class Check(models.Model):
    """When a course was last looked at, and whether something has happened since."""

    course = models.OneToOneField(COURSE, models.RESTRICT, primary_key=True, related_name="+")
    woken_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(Keep.COURSE, technical="course woken_at checked_at checked_on failed_at")

    class Meta:
        db_table = "redthread_check"
        indexes = (
            models.Index(
                fields=("woken_at",), name="courses_to_look_at", condition=Q(woken_at__isnull=False)
            ),
            models.Index(fields=("checked_on",), name="courses_by_last_look"),
        )
