"""The citizen's wish for another coordinator."""

from django.db import models
from django.db.models import Q

from landfast.course.rules.changing import ChangeState
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class ChangeWish(Dated):
    """The citizen asks for another coordinator (skift). There is no column for a reason."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="change_wishes")
    holder = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    answer_by = models.DateField()
    state = models.CharField(max_length=10, choices=choices(ChangeState))
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+"
    )  # fmt: skip
    words = models.CharField(max_length=500, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="holder answer_by state answered_at answered_by words",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_change_wish"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_wish_for_another", condition=Q(state="asked")
            ),
            models.CheckConstraint(
                name="asked_is_unanswered",
                condition=Q(state="asked", answered_at=None)
                | (~Q(state="asked") & Q(answered_at__isnull=False)),
            ),
        )
