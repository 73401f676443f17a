"""What an organisation has chosen: which rules look and from when, and its ground for signs."""

from django.db import models
from django.db.models import Q

from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated
from landfast.redthread.rules.choosing import DOCUMENT_MAX, GROUND_MAX, WHO_MAX

ORGANISATION = "people.Organisation"
PERSON = "people.Person"


class Setting(Dated):
    """One choice: a rule on or off, or a figure of one. The newest of a name counts; all stand."""

    organisation = models.ForeignKey(ORGANISATION, models.PROTECT, related_name="+")
    name = models.CharField(max_length=24)
    value = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.ORGANISATION, organisation="organisation name value set_by",
        technical="id created_at",
    )  # fmt: skip

    class Meta:
        db_table = "redthread_setting"
        indexes = (
            models.Index(fields=("organisation", "name", "-created_at"), name="settings_newest"),
        )


class SignsGround(Dated):
    """Why signs in people's lives may be looked for here: the law, and who has assessed it.

    Without one that stands, no such rule is asked (domain 0.5; GDPR art. 6 and 35).
    """

    organisation = models.ForeignKey(ORGANISATION, models.PROTECT, related_name="+")
    ground = models.CharField(max_length=GROUND_MAX)
    document = models.CharField(max_length=DOCUMENT_MAX)
    paper = models.ForeignKey("files.Document", models.PROTECT, null=True, related_name="+")
    """The assessment itself; grounds from before it was kept here name it only."""
    assessed_on = models.DateField()
    assessed_by = models.CharField(max_length=WHO_MAX)
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.ORGANISATION,
        organisation="organisation ground document paper assessed_on assessed_by recorded_by "
        "withdrawn_by",
        technical="id created_at withdrawn_at",
    )

    class Meta:
        db_table = "redthread_signs_ground"
        constraints = (
            models.UniqueConstraint(
                name="one_ground_stands", fields=("organisation",),
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="who_withdrew_and_when",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        )  # fmt: skip
