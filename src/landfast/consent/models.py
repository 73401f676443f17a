"""Tables of the room."""

from django.db import models
from django.db.models import Q

from landfast.consent.rules import ConsentState, How
from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Consent(Dated):
    """The citizen's word on one recipient: given, refused, withdrawn; history is kept."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="consents")
    recipient = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=choices(ConsentState))
    how = models.CharField(max_length=10, choices=choices(How))
    purpose = models.CharField(max_length=300)
    said_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    grant = models.ForeignKey("access.Grant", models.RESTRICT, null=True, related_name="+")

    holds = Holds(
        Keep.COURSE,
        personal="recipient state how purpose said_at recorded_by ended_at",
        technical="id created_at course grant",
    )

    class Meta:
        db_table = "consent_consent"
        constraints = (
            models.UniqueConstraint(
                fields=("course", "recipient"),
                name="one_standing_word_per_recipient",
                condition=Q(ended_at=None),
            ),
        )
