"""Early signs: what somebody saw, kept for three months."""

from django.db import models

from landfast.course.rules.signal import WORDS_MAX, SignalKind
from landfast.course.rules.signal_ground import SeenAs
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Signal(Dated):
    """A sign in her life that somebody saw (tegn, H1): a kind, a day, and who. She can read it."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=24, choices=choices(SignalKind))
    seen_as = models.CharField(max_length=8, choices=choices(SeenAs), default=SeenAs.TEAM)
    met_on = models.DateField(null=True, blank=True)
    """The day of the meeting that a guest saw it at; a day, for meetings lie above."""
    seen_on = models.DateField()
    words = models.CharField(max_length=WORDS_MAX, blank=True)
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    expires_on = models.DateField()

    holds = Holds(
        Keep.SIGNAL,
        controller=Controller.WRITER,
        personal="recorded_by seen_as met_on seen_on expires_on",
        sensitive="kind words",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_signal"
        indexes = (
            models.Index(fields=("course", "seen_on"), name="signals_of_course"),
            models.Index(fields=("expires_on",), name="signals_that_expire"),
        )
        constraints = (
            models.CheckConstraint(
                name="met_on_is_a_guests",
                condition=models.Q(met_on=None) | models.Q(seen_as=SeenAs.MEETING),
            ),
        )
