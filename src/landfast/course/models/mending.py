"""What was mended, row by row; what each course is told of it; who saw what was not theirs."""

from django.db import models
from django.db.models import F, Q

from landfast.course.rules.mending import HINT_MAX, WHY_MAX, Mending, MendState, Side
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"
COURSE = "course.Course"


class Mend(Dated):
    """Two records are joined, or something is moved to whom it is about (fejl, der rettes).

    Proposed by a person; carried out and undone by the database's own functions only.
    """

    kind = models.CharField(max_length=6, choices=choices(Mending))
    source = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    target = models.ForeignKey(COURSE, models.RESTRICT, null=True, related_name="+")
    thing = models.CharField(max_length=40, blank=True)
    row = models.UUIDField(null=True)
    hint = models.CharField(max_length=HINT_MAX, blank=True)
    why = models.CharField(max_length=WHY_MAX)
    state = models.CharField(max_length=8, choices=choices(MendState))
    proposed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    done_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_why = models.CharField(max_length=WHY_MAX, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="hint why proposed_by done_by done_at undone_by undone_at undone_why",
        technical="id created_at kind source target thing row state",
    )

    class Meta:
        db_table = "course_mend"
        constraints = (
            models.CheckConstraint(
                name="two_pairs_of_eyes_on_a_merge",
                condition=~Q(kind="merge")
                | Q(done_by=None)
                | ~Q(done_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="a_mend_goes_from_one_to_another",
                condition=Q(target=None) | ~Q(target=F("source")),
            ),
            models.CheckConstraint(
                name="a_merge_knows_both_and_a_move_knows_what",
                condition=Q(kind="merge", target__isnull=False, thing="", row=None)
                | (Q(kind="move", row__isnull=False) & ~Q(thing="")),
            ),
            models.UniqueConstraint(
                fields=("row",), name="moved_once_at_a_time",
                condition=Q(state__in=("proposed", "handed"), kind="move"),
            ),
        )  # fmt: skip


class MendRow(Dated):
    """One field of one row that a mending changed: what it was, what it became. The way back."""

    mend = models.ForeignKey(Mend, models.RESTRICT, related_name="rows")
    seq = models.PositiveIntegerField()
    place = models.CharField(max_length=40)
    row = models.UUIDField()
    field = models.CharField(max_length=40, blank=True)
    was = models.JSONField(null=True)
    became = models.JSONField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="was became",
        technical="id created_at mend seq place row field",
    )

    class Meta:
        db_table = "course_mend_row"
        constraints = (models.UniqueConstraint(fields=("mend", "seq"), name="mended_in_order"),)


class MendNote(Dated):
    """What a course is told of a mending: no word of what it was, none of who the other is."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    mend = models.ForeignKey(Mend, models.RESTRICT, related_name="+")
    side = models.CharField(max_length=6, choices=choices(Side))
    thing = models.CharField(max_length=40, blank=True)
    written_at = models.DateTimeField(null=True)
    by_other_citizen = models.BooleanField(default=False)
    read_by = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="thing written_at by_other_citizen read_by undone_at",
        technical="id created_at course mend side",
    )

    class Meta:
        db_table = "course_mend_note"
        indexes = (models.Index(fields=("course", "-created_at"), name="mend_notes_of_course"),)


class MendReader(Dated):
    """Somebody who could see what lay with the wrong citizen; whether they have been told."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    mend = models.ForeignKey(Mend, models.RESTRICT, related_name="+")
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, blank=True)
    times = models.PositiveIntegerField()
    last_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="person role times last_at told_at told_by",
        organisation="unit",
        technical="id created_at course mend",
    )

    class Meta:
        db_table = "course_mend_reader"
        constraints = (
            models.CheckConstraint(
                name="who_is_told_is_told_by_somebody",
                condition=Q(told_at=None, told_by=None)
                | Q(told_at__isnull=False, told_by__isnull=False),
            ),
        )
