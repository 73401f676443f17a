"""The course and its changes of state. A course is a scope: grants point to its key."""

from uuid import UUID

from django.db import models

from landfast.course.rules.words import Ending, State
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Course(models.Model):
    """One citizen's passage through a programme (forløb)."""

    scope = models.OneToOneField(
        "access.Scope", models.RESTRICT, primary_key=True, db_column="id", related_name="+"
    )
    citizen = models.ForeignKey("course.Citizen", models.RESTRICT, related_name="courses")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    programme = models.ForeignKey("programmes.Programme", models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=choices(State))
    state_since = models.DateTimeField()
    review_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=20, choices=choices(Ending), blank=True)
    created_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="citizen state state_since review_on ending",
        organisation="unit programme",
        technical="scope created_at",
    )

    class Meta:
        db_table = "course_course"
        indexes = (models.Index(fields=("unit", "state"), name="courses_of_unit"),)

    @property
    def id(self) -> UUID:
        """The course's key, which is its scope's."""
        return self.scope_id

    @property
    def course_id(self) -> UUID:
        """A course belongs to itself: rows of one course all answer to this name."""
        return self.scope_id


class StateChange(Dated):
    """One change of state: dated, with an actor and a reason; undone only by a new one."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="changes")
    before = models.CharField(max_length=20, choices=choices(State), blank=True)
    after = models.CharField(max_length=20, choices=choices(State))
    at = models.DateTimeField()
    actor = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="before after at actor reason facts",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_state_change"
        indexes = (models.Index(fields=("course", "at"), name="changes_of_course"),)
