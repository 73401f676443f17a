"""What is left to professionals when the citizen has stopped."""

from django.db import models
from django.db.models import Q

from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"
COURSE = "course.Course"


class Task(Dated):
    """What is left to a maker when the citizen has stopped: wound up by her, read by nobody else.

    The agreement itself has lapsed towards the citizen; the name stands here because the maker
    no longer reaches the course.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    maker = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    agreement = models.ForeignKey(
        "plan.Agreement", models.RESTRICT, null=True, blank=True, related_name="+"
    )
    """What it was; empty for what is to be told on, and for tasks from before it was kept."""
    about = models.CharField(max_length=120)
    text = models.CharField(max_length=2500)
    """An agreement's words, or what is to be told to the municipality that she moves to."""
    due_on = models.DateField(null=True, blank=True)
    after_death = models.BooleanField(default=False)
    """The course ended because the citizen died: nothing is to be finished for her."""
    done_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="maker about",
        sensitive="text due_on after_death",
        technical="id created_at course agreement done_at",
    )

    class Meta:
        db_table = "plan_task"
        indexes = (
            models.Index(fields=("maker",), name="tasks_of_maker", condition=Q(done_at=None)),
        )
