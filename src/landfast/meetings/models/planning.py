"""A quarter's meetings, planned at once."""

from django.db import models

from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.rules.words import PlanState

PERSON = "people.Person"


class PlanRun(Dated):
    """The meetings of some units and some weeks are planned at once (C3). Holds no citizen."""

    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    units = models.JSONField(default=list)
    first_on = models.DateField()
    last_on = models.DateField()
    state = models.CharField(max_length=8, choices=choices(PlanState), default=PlanState.WAITING)
    wanted = models.PositiveIntegerField(default=0)
    placed = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField(null=True)
    """When the planner was last heard of: one that was stopped is begun again."""
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="asked_by units first_on last_on state wanted placed",
        technical="id created_at touched_at ended_at",
    )

    class Meta:
        db_table = "meetings_plan_run"
