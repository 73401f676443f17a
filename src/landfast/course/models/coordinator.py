"""Who has the course: exactly one, with a second, deputies, and offers to take over."""

from django.db import models
from django.db.models import F, Q, Value

from landfast.course.rules.handover import OVERLAP_DAYS
from landfast.course.rules.words import HandoverState, HolderKind
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Coordinatorship(Dated):
    """Who has the main responsibility: open-ended, never dated ahead, exactly one at a time.

    The database keeps it: no two overlap (exclusion), and a deferred trigger refuses a
    course from OPSTART to AFSLUTNING without an open one.
    """

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="coordinatorships")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=choices(HolderKind))
    starts_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    cover_until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    override = models.CharField(max_length=500, blank=True)
    appointed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person kind starts_at ended_at cover_until reason override appointed_by",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_coordinatorship"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_coordinator_at_a_time", condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="never_dated_ahead", condition=Q(starts_at__lte=F("created_at"))
            ),
            models.CheckConstraint(
                name="responsibility_ends_after_it_starts",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("starts_at")),
            ),
            models.CheckConstraint(
                name="cover_is_time_boxed",
                condition=Q(kind="coordinator") | Q(cover_until__isnull=False),
            ),
        )
        indexes = (
            models.Index(
                fields=("person", "course"), name="courses_held", condition=Q(ended_at=None)
            ),
            models.Index(
                fields=("course",), name="covers_now",
                condition=Q(ended_at=None, cover_until__isnull=False),
            ),
        )  # fmt: skip


class Handover(Dated):
    """An offer to take a course over. The baton stays with the holder until it is accepted."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="handovers")
    giver = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    taker = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    offered_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    override = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=choices(HandoverState))
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=500, blank=True)
    overlap_days = models.PositiveSmallIntegerField(default=OVERLAP_DAYS, db_default=OVERLAP_DAYS)
    overlap_until = models.DateField(null=True, blank=True)
    """The last of those days, which the yes sets."""
    begins_on = models.DateField(null=True, blank=True)
    promised_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="giver taker offered_by reason override state answered_at answer overlap_days "
        "overlap_until begins_on promised_at",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_handover"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_open_offer", condition=Q(state="offered")
            ),
            models.CheckConstraint(
                name="promised_for_a_day",
                condition=Q(promised_at=None) | Q(begins_on__isnull=False),
            ),
        )


class Deputyship(Dated):
    """Somebody covers for the coordinator in an agreed time; it ends by itself."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="deputyships")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    named_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person starts_on ends_on reason named_by",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_deputyship"
        constraints = (
            models.CheckConstraint(  # taken back on its first day: nothing of it is left
                name="deputyship_ends_after_it_starts",
                condition=Q(
                    ends_on__gte=models.ExpressionWrapper(
                        F("starts_on") - Value(1), output_field=models.DateField()
                    )
                ),
            ),
        )


class Second(Dated):
    """The named second (makker) whom the citizen has met; covers without an act (domain 0.8)."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="seconds")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    met_on = models.DateField(null=True, blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person met_on since ended_at",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_second"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_second_at_a_time", condition=Q(ended_at=None)
            ),
        )


class StatutoryRole(Dated):
    """A role that the law places elsewhere and that goes on: one line on who does what (0.7)."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="statutory_roles")
    role = models.CharField(max_length=80)
    holder = models.CharField(max_length=120)
    does = models.CharField(max_length=300)
    noted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.WRITER,
        personal="role holder does noted_by ended_on",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_statutory_role"
