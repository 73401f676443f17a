"""How a course ended, in words: what was done, who carries on, and the way back."""

from django.db import models

from landfast.course.rules.words import Ending
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated


class Closing(Dated):
    """One ending of a course. A course that was opened again may end again."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="closings")
    ending = models.CharField(max_length=20, choices=choices(Ending))
    done = models.TextField(max_length=2000, blank=True)
    not_done = models.TextField(max_length=2000, blank=True)
    who_carries_on = models.TextField(max_length=2000, blank=True)
    way_back = models.TextField(max_length=2000, blank=True)
    final_talk_on = models.DateField(null=True, blank=True)
    moves_to = models.CharField(max_length=200, blank=True)
    told_on = models.TextField(max_length=2000, blank=True)
    citizen_said_yes = models.BooleanField(default=False)
    written_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="ending final_talk_on moves_to citizen_said_yes written_by",
        sensitive="done not_done who_carries_on way_back told_on",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_closing"
        constraints = (
            models.CheckConstraint(
                name="told_on_with_a_yes",
                condition=models.Q(told_on="") | models.Q(citizen_said_yes=True),
            ),
        )
