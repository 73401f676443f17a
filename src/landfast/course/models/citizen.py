"""The citizen, and what she wants those around the table to know."""

from django.db import models
from django.db.models import Q

from landfast.course.rules.languages import Language
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"
SEALED, MARK = "gAAAA", "^[0-9a-f]{64}$"
"""What a sealed number and its mark look like: the database takes no plain one."""


class Citizen(Dated):
    """The person a course belongs to: how to reach them, nothing more."""

    person = models.OneToOneField(PERSON, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=200, editable=False)
    called = models.CharField(max_length=60, blank=True)
    cpr = models.TextField(blank=True)
    cpr_mark = models.CharField(max_length=64, blank=True, editable=False)
    phone = models.CharField(max_length=20, blank=True)
    born_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person name sort_key called cpr phone born_on died_on",
        technical="id created_at cpr_mark",
        sealed="cpr",
        through="courses",
    )

    class Meta:
        db_table = "course_citizen"
        constraints = (
            models.UniqueConstraint(
                fields=("cpr_mark",), name="one_citizen_per_cpr", condition=~Q(cpr_mark="")
            ),
            models.CheckConstraint(
                name="citizen_cpr_is_sealed",
                condition=Q(cpr="", cpr_mark="") | Q(cpr__startswith=SEALED, cpr_mark__regex=MARK),
            ),
        )


class Profile(models.Model):
    """What the citizen wants those around the table to know."""

    course = models.OneToOneField(
        "course.Course", models.RESTRICT, primary_key=True, related_name="profile"
    )
    statement = models.TextField(max_length=4000, blank=True)
    strengths = models.TextField(max_length=2000, blank=True)
    worked = models.TextField(max_length=2000, blank=True, db_default="")
    """What has helped before, in her words."""
    talk_at = models.CharField(max_length=20, blank=True, db_default="")
    """Where she left the talk about wishes, hopes and dreams: a bookmark."""
    largest_meeting = models.PositiveSmallIntegerField(null=True, blank=True)
    language = models.CharField(max_length=12, choices=choices(Language), blank=True)
    children = models.PositiveSmallIntegerField(default=0, db_default=0)
    """Her children under eighteen; nought when nobody has said."""
    card_code = models.UUIDField(null=True, blank=True, unique=True)
    updated_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="children statement strengths worked largest_meeting language",
        technical="course card_code talk_at updated_at",
    )

    class Meta:
        db_table = "course_profile"


class Energy(models.Model):
    """How much she can bear today (product A3). A row of its own: not all of her team read it.

    `by_another`: she said it, and somebody else wrote it down.
    """

    course = models.OneToOneField(
        "course.Course", models.RESTRICT, primary_key=True, related_name="+"
    )
    energy = models.PositiveSmallIntegerField()
    said_on = models.DateField()
    by_another = models.BooleanField(default=False, db_default=False)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="energy said_on",
        personal="by_another",
        technical="course",
    )

    class Meta:
        db_table = "course_energy"
        constraints = (
            models.CheckConstraint(name="energy_is_1_to_5", condition=Q(energy__range=(1, 5))),
        )
