"""A case without a name, and, apart from it, whose it is."""

from django.db import models
from django.db.models import Q

from landfast.circles.models.standing import PERSON, UNIT, Circle, Sitting
from landfast.circles.rules.cases import (
    LINE_MAX,
    TEXT_MAX,
    WORD_MAX,
    CaseState,
    Comes,
    Ground,
    Told,
)
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row


class Case(Dated):
    """A case as the circle hears it. No row without a notice to her before (domain 0.10).

    The text is about her, though it does not say so: with her course the database deletes it too.
    """

    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")
    raised_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    raised_from = models.ForeignKey(UNIT, models.PROTECT, related_name="+")
    presenter = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    text = models.TextField(max_length=TEXT_MAX)
    question = models.CharField(max_length=LINE_MAX)
    why = models.CharField(max_length=LINE_MAX)
    looked_at = models.JSONField(default=list)
    ground = models.CharField(max_length=10, choices=choices(Ground), default=Ground.ANONYMOUS)
    ground_words = models.CharField(max_length=LINE_MAX, blank=True)
    told = models.CharField(max_length=10, choices=choices(Told))
    told_on = models.DateField()
    her_words = models.CharField(max_length=WORD_MAX, blank=True)
    written_for_her = models.BooleanField(default=False)
    comes = models.CharField(max_length=5, choices=choices(Comes), blank=True)
    state = models.CharField(max_length=10, choices=choices(CaseState), default=CaseState.WAITING)
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, related_name="+")
    summary = models.JSONField(default=dict)
    told_after = models.CharField(max_length=10, choices=choices(Told), blank=True)
    told_after_on = models.DateField(null=True)
    told_words = models.TextField(max_length=TEXT_MAX, blank=True)
    follow_up_on = models.DateField(null=True)
    came_of_it = models.TextField(max_length=TEXT_MAX, blank=True)

    holds = Holds(
        Keep.CIRCLE,
        controller=Controller.WRITER,
        through="origin__course",
        personal="told told_on comes told_after told_after_on follow_up_on",
        sensitive="text question why looked_at ground ground_words her_words written_for_her"
        " summary told_words came_of_it",
        organisation="raised_by raised_from presenter",
        technical="id created_at circle state sitting",
    )

    class Meta:
        db_table = "circles_case"
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=CaseState.HANDLED) | Q(sitting__isnull=False),
                name="case_handled_at_a_meeting",
            ),
            models.CheckConstraint(condition=~Q(told=""), name="case_told_before"),
        )
        indexes = (models.Index(fields=("circle", "created_at"), name="cases_of_circle"),)


class Origin(Row):
    """Whose case it is: known where the course is known, never to the circle."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="origin")
    course = models.ForeignKey("course.Course", models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()

    holds = Holds(
        Keep.CIRCLE,
        controller=Controller.WRITER,
        personal="case course raised_at",
        technical="id",
    )

    class Meta:
        db_table = "circles_origin"
