"""What units raise, and what they agree. No citizen: the text is searched before it is saved."""

from django.db import models
from django.db.models import Q

from landfast.circles.models.standing import PERSON, UNIT, Circle, Sitting
from landfast.circles.rules.agreeing import FOLLOW_MAX, AgreementState
from landfast.circles.rules.cases import LINE_MAX, CaseState
from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated


class Theme(Dated):
    """Something that a unit raises: what, and why here."""

    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")
    raised_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    raised_from = models.ForeignKey(UNIT, models.PROTECT, related_name="+")
    words = models.CharField(max_length=LINE_MAX)
    why = models.CharField(max_length=LINE_MAX)
    state = models.CharField(max_length=10, choices=choices(CaseState), default=CaseState.WAITING)
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="+")
    summary = models.JSONField(default=dict)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="raised_by raised_from words why summary",
        technical="id created_at circle state sitting",
    )

    class Meta:
        db_table = "circles_theme"
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=CaseState.HANDLED) | Q(sitting__isnull=False),
                name="theme_handled_at_a_meeting",
            ),
        )
        indexes = (models.Index(fields=("circle", "created_at"), name="themes_of_circle"),)


class Agreement(Dated):
    """Who does what by when: a unit owns it, a person may be named, and it says how it went."""

    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="+")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, related_name="+")
    text = models.CharField(max_length=LINE_MAX)
    owner_unit = models.ForeignKey(UNIT, models.PROTECT, related_name="+")
    owner = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    follow_up = models.CharField(max_length=FOLLOW_MAX, blank=True)
    state = models.CharField(max_length=10, choices=choices(AgreementState))
    proposed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    answered_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=LINE_MAX, blank=True)
    closed_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="text owner_unit owner due_on follow_up proposed_by answered_by words",
        technical="id created_at circle sitting theme state closed_at",
    )

    class Meta:
        db_table = "circles_agreement"
        indexes = (
            models.Index(fields=("circle", "due_on"), name="agreements_of_circle"),
            models.Index(fields=("owner_unit", "due_on"), name="agreements_of_unit"),
        )
