"""Wishes in the citizen's words, her numbers, and her own steps."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.plan.rules.words import (
    Standing,
    StepState,
)
from landfast.programmes.rules import NeedArea

PERSON = "people.Person"
COURSE = "course.Course"


class Wish(Dated):
    """A wish, hope or dream in the citizen's own words; a goal only when the citizen says so."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="wishes")
    area = models.CharField(max_length=20, choices=choices(NeedArea))
    words = models.TextField(max_length=2000)
    standing = models.CharField(max_length=6, choices=choices(Standing), default=Standing.WISH)
    position = models.PositiveSmallIntegerField(default=0)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    rated_on = models.DateField(null=True, blank=True)
    goal_since = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="area words standing position rating rated_on goal_since",
        personal="written_by",
        technical="id created_at course",
    )

    class Meta:
        db_table = "plan_wish"
        constraints = (
            models.CheckConstraint(
                name="rating_is_0_to_10", condition=Q(rating=None) | Q(rating__lte=10)
            ),
        )
        indexes = (models.Index(fields=("course", "position"), name="wishes_of_course"),)


class WishRating(Dated):
    """A number from 0 to 10 that the citizen gave a wish on a day: her own picture over time."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    wish = models.ForeignKey(Wish, models.RESTRICT, related_name="+")
    rating = models.PositiveSmallIntegerField()
    said_on = models.DateField()
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE, controller=Controller.COURSE, sensitive="rating said_on",
        personal="written_by", technical="id created_at course wish",
    )  # fmt: skip

    class Meta:
        db_table = "plan_wish_rating"
        constraints = (models.CheckConstraint(name="said_0_to_10", condition=Q(rating__lte=10)),)
        indexes = (models.Index(fields=("course", "said_on"), name="ratings_of_course"),)


class OwnStep(Dated):
    """A step of the citizen or of somebody close. Not a promise: no due date, no count."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="own_steps")
    wish = models.ForeignKey(Wish, models.RESTRICT, null=True, blank=True, related_name="own_steps")
    relation = models.ForeignKey(
        "network.Relation", models.RESTRICT, null=True, blank=True, related_name="+"
    )
    text = models.CharField(max_length=500)
    state = models.CharField(max_length=8, choices=choices(StepState), default=StepState.WANT)
    remind_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="text state remind_on done_on",
        personal="relation written_by",
        technical="id created_at course wish",
    )

    class Meta:
        db_table = "plan_own_step"
        indexes = (models.Index(fields=("course",), name="own_steps_of_course"),)
