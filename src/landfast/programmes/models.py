"""Tables of the room: programmes are data that an organisation can adapt (principle 5)."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated, Row
from landfast.programmes.rules import FUNCTION_MAX, WHY_MAX, CoordinationModel


class Programme(Dated):
    """A template for courses: phases, caseload norm, how coordination is placed, criteria."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    target = models.TextField()
    coordination_model = models.CharField(max_length=20, choices=choices(CoordinationModel))
    caseload_cap = models.PositiveSmallIntegerField()
    caseload_cap_new = models.PositiveSmallIntegerField()
    meeting_formats = models.JSONField(default=list)
    phases = models.JSONField(default=list)
    source = models.CharField(max_length=200)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="code name target coordination_model caseload_cap caseload_cap_new "
        "meeting_formats phases source",
        technical="id created_at",
    )

    class Meta:
        db_table = "programmes_programme"


class Criterion(Row):
    """One target-group criterion, answered yes, no or unclear by a person, with a reason."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="criteria")
    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    help = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=120)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="programme code position text help source",
        technical="id",
    )

    class Meta:
        db_table = "programmes_criterion"
        constraints = (
            models.UniqueConstraint(fields=("programme", "code"), name="criterion_once"),
        )


class Precedence(Dated):
    """A function whose coordination a course takes over (forrang), as the leader group decided.

    Taken off the list it stays as history, with its date and reason.
    """

    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    function = models.CharField(max_length=FUNCTION_MAX)
    reason = models.CharField(max_length=WHY_MAX)
    decided_on = models.DateField()
    removed_on = models.DateField(null=True)
    removed_reason = models.CharField(max_length=WHY_MAX, blank=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="unit function reason decided_on removed_on removed_reason",
        technical="id created_at",
    )

    class Meta:
        db_table = "programmes_precedence"
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "function"), name="function_listed_once",
                condition=Q(removed_on=None),
            ),
            models.CheckConstraint(
                name="taken_off_with_a_reason",
                condition=Q(removed_on=None, removed_reason="")
                | (Q(removed_on__isnull=False) & ~Q(removed_reason="")),
            ),
        )  # fmt: skip
