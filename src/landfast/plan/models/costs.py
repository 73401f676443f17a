"""What a promise costs, and who pays."""

from django.db import models

from landfast.directory.rules.mandates import Service
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.plan.models.agreements import Agreement

PERSON = "people.Person"
COURSE = "course.Course"


class Cost(Dated):
    """What a promise costs, and who pays it: said before anybody says yes (domain A9).

    A quarrel over the bill is the units', not hers: her page says by when it is decided.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    agreement = models.OneToOneField(Agreement, models.RESTRICT, related_name="cost")
    service = models.CharField(max_length=10, choices=choices(Service))
    amount = models.PositiveIntegerField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    shares = models.JSONField(default=list)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    disputed_at = models.DateTimeField(null=True)
    disputed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    dispute = models.CharField(max_length=300, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="set_by disputed_by",
        sensitive="service amount weeks shares dispute",
        technical="id created_at course agreement set_at disputed_at",
    )

    class Meta:
        db_table = "plan_cost"
