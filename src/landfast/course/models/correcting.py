"""What the citizen has asked to have corrected, and the answer."""

from django.db import models
from django.db.models import Q

from landfast.course.rules.correcting import WORDS_MAX, CorrectionState
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Correction(Dated):
    """One entry of the record does not fit. It stays beside the entry, whatever the answer."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="corrections")
    about = models.CharField(max_length=100)
    """The key of the entry (`access.records.Record.keyed`)."""
    words = models.CharField(max_length=WORDS_MAX)
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=choices(CorrectionState))
    note = models.CharField(max_length=WORDS_MAX, blank=True)
    answered_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+"
    )  # fmt: skip
    answered_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="asked_by state answered_by answered_at",
        sensitive="words note",
        technical="id created_at course about",
    )

    class Meta:
        db_table = "course_correction"
        constraints = (
            models.CheckConstraint(
                name="a_correction_is_answered_in_words",
                condition=Q(state="asked", answered_at=None, note="")
                | (~Q(state="asked") & Q(answered_at__isnull=False) & ~Q(note="")),
            ),
        )
