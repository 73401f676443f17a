"""Assessment and decision."""

from django.db import models
from django.db.models import F, Q

from landfast.course.rules.words import Answer, Outcome, ToldHow
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Assessment(Dated):
    """One criterion, answered by a person with a reason. There is no automatic answer."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="assessments")
    criterion = models.ForeignKey("programmes.Criterion", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=choices(Answer))
    reason = models.CharField(max_length=500)
    assessed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="assessed_by",
        sensitive="answer reason",
        technical="id created_at course criterion assessed_at",
    )

    class Meta:
        db_table = "course_assessment"
        constraints = (
            models.UniqueConstraint(fields=("course", "criterion"), name="criterion_answered_once"),
        )


class Decision(Dated):
    """What intake proposes and a second pair of eyes confirms (S004 §6.3)."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=choices(Outcome))
    reason = models.TextField(max_length=2000)
    instead = models.TextField(max_length=2000, blank=True)
    appeal = models.TextField(max_length=1000, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    calls_meanwhile = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    proposed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.CharField(max_length=500, blank=True)

    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    told_how = models.CharField(max_length=10, blank=True, choices=choices(ToldHow), db_default="")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="outcome expected_on calls_meanwhile proposed_by confirmed_by returned_by "
        "told_by told_how",
        sensitive="reason instead returned_because",
        organisation="appeal",
        technical="id created_at course proposed_at confirmed_at returned_at told_at",
    )

    class Meta:
        db_table = "course_decision"
        constraints = (
            models.CheckConstraint(
                name="two_pairs_of_eyes",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")),
            ),
            models.UniqueConstraint(
                fields=("course",),
                name="one_open_decision",
                condition=Q(confirmed_at=None, returned_at=None),
            ),
            models.CheckConstraint(
                name="confirmed_or_returned", condition=Q(confirmed_at=None) | Q(returned_at=None)
            ),
            models.CheckConstraint(
                name="told_what_is_decided",
                condition=Q(told_at=None) | Q(confirmed_at__isnull=False, told_by__isnull=False),
            ),
        )
