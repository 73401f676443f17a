"""Plans that others keep, and what they ask of the citizen."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.plan.rules.elsewhere import OWNER_MAX, PARTIES_MAX, DemandKind, PlanKind
from landfast.plan.rules.elsewhere import WORDS_MAX as DEMAND_MAX

PERSON = "people.Person"
COURSE = "course.Course"


class OtherPlan(Dated):
    """A plan that others keep for the citizen: whose, by which law, from when to when (D5)."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=16, choices=choices(PlanKind))
    name = models.CharField(max_length=120, blank=True)
    owner = models.CharField(max_length=OWNER_MAX)
    phone = models.CharField(max_length=20, blank=True)
    law = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    parties = models.CharField(max_length=PARTIES_MAX, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="owner phone parties written_by",
        sensitive="kind name law starts_on review_on ends_on asked_on",
        technical="id created_at course ended_at",
    )

    class Meta:
        db_table = "plan_other_plan"
        indexes = (models.Index(fields=("course",), name="other_plans_of_course"),)
        constraints = (
            models.CheckConstraint(
                name="a_coordination_plan_was_asked_about",
                condition=~Q(kind="coordination") | Q(asked_on__isnull=False),
            ),
        )


class Demand(Dated):
    """What one of those plans asks of the citizen, and when."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    other_plan = models.ForeignKey(OtherPlan, models.RESTRICT, related_name="demands")
    kind = models.CharField(max_length=16, choices=choices(DemandKind))
    words = models.CharField(max_length=DEMAND_MAX)
    day = models.DateField(null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    begins = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="written_by",
        sensitive="kind words day weekday begins ends",
        technical="id created_at course other_plan ended_at",
    )

    class Meta:
        db_table = "plan_demand"
        indexes = (models.Index(fields=("course",), name="demands_of_course"),)
        constraints = (
            models.CheckConstraint(
                name="an_hour_belongs_to_a_day",
                condition=Q(begins=None, ends=None)
                | Q(day__isnull=False)
                | Q(weekday__isnull=False),
            ),
            models.CheckConstraint(
                name="a_weekday_is_one_of_seven", condition=Q(weekday=None) | Q(weekday__lte=6)
            ),
        )
