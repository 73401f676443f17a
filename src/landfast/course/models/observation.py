"""What happened outside Landfast."""

from django.db import models
from django.db.models import Q

from landfast.course.rules.words import Precision
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Observation(Dated):
    """What happened outside Landfast, as it was told. Guards bind only acts done in Landfast."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="observations")
    kind = models.CharField(max_length=40)
    happened_on = models.DateField()
    happened_at = models.TimeField(null=True, blank=True)
    precision = models.CharField(max_length=10, choices=choices(Precision))
    roles = models.JSONField(default=list)
    sectors = models.JSONField(default=list)
    needs = models.JSONField(default=list)
    words = models.TextField(max_length=4000, blank=True)
    facts = models.JSONField(default=dict)
    source = models.CharField(max_length=200)
    reference = models.CharField(max_length=80, blank=True)
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.WRITER,
        personal="roles sectors recorded_by source",
        sensitive="kind words facts needs happened_on happened_at precision",
        technical="id created_at course reference",
    )

    class Meta:
        db_table = "course_observation"
        indexes = (models.Index(fields=("course", "happened_on"), name="observations_of_course"),)
        constraints = (
            models.UniqueConstraint(
                fields=("course", "reference"), name="observed_once", condition=~Q(reference="")
            ),
        )
