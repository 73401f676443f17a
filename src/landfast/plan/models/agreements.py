"""A professional's promise, and what happened to it."""

from django.db import models
from django.db.models import F, Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.plan.models.wishes import Wish
from landfast.plan.rules.words import (
    Act,
    AgreementKind,
    AgreementState,
    MandateState,
    Went,
)

PERSON = "people.Person"
COURSE = "course.Course"


class Agreement(Dated):
    """A professional's promise (aftale). It counts when the one who makes it has accepted it."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="agreements")
    wish = models.ForeignKey(
        Wish, models.RESTRICT, null=True, blank=True, related_name="agreements"
    )
    practical_problem = models.CharField(max_length=300, blank=True)
    needs = models.JSONField(default=list)
    text = models.CharField(max_length=500)
    kind = models.CharField(max_length=12, choices=choices(AgreementKind))
    maker = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    maker_role = models.CharField(max_length=40, blank=True)
    outside_name = models.CharField(max_length=120, blank=True)
    outside_relation = models.CharField(max_length=40, blank=True)
    for_unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="+"
    )
    name_by = models.DateField(null=True, blank=True)
    named = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    suggested = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    backup = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=choices(AgreementState))
    accepted_at = models.DateTimeField(null=True, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    mandate = models.CharField(
        max_length=14, choices=choices(MandateState), default=MandateState.CLEAR
    )
    decided_by = models.CharField(max_length=120, blank=True)
    interim_support = models.CharField(max_length=300, blank=True)
    follow_up_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+"
    )
    follow_up_on = models.DateField(null=True, blank=True)
    follow_up_how = models.CharField(max_length=200, blank=True)
    report = models.CharField(max_length=1000, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    hers = models.CharField(max_length=10, choices=choices(Went), blank=True, db_default="")
    """How it went, as she says: beside what its maker tells (decisions/)."""
    hers_words = models.CharField(max_length=500, blank=True, db_default="")
    hers_beside = models.BooleanField(default=False, db_default=False)
    """Written down for her, as she said it."""
    talked_on = models.DateField(null=True, blank=True)
    replaces = models.ForeignKey(
        "self", models.RESTRICT, null=True, blank=True, related_name="replacements"
    )
    reference = models.CharField(max_length=80, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="maker maker_role outside_name outside_relation backup proposed_by follow_up_by "
        "decided_by named suggested",
        organisation="for_unit name_by",
        sensitive="practical_problem needs text kind state starts_on due_on mandate "
        "interim_support follow_up_on follow_up_how report talked_on "
        "hers hers_words hers_beside",
        technical="id created_at course wish proposed_at accepted_at offered_at reported_at "
        "told_at version replaces reference",
    )

    class Meta:
        db_table = "plan_agreement"
        constraints = (
            models.CheckConstraint(
                name="counts_only_when_accepted",
                condition=Q(state__in=("noted", "proposed", "declined", "lapsed", "replaced"))
                | Q(accepted_at__isnull=False, maker__isnull=False)
                | Q(accepted_at__isnull=False) & ~Q(outside_name=""),
            ),
            models.CheckConstraint(
                name="one_maker_inside_or_outside", condition=Q(maker=None) | Q(outside_name="")
            ),
            models.CheckConstraint(
                name="accepted_agreement_is_complete",
                condition=Q(accepted_at=None)
                | Q(due_on__isnull=False, follow_up_by__isnull=False, follow_up_on__isnull=False),
            ),
            models.CheckConstraint(
                name="noted_is_never_accepted", condition=~Q(state="noted") | Q(accepted_at=None)
            ),
            models.CheckConstraint(
                name="due_after_start",
                condition=Q(due_on=None) | Q(starts_on=None) | Q(due_on__gte=F("starts_on")),
            ),
            models.UniqueConstraint(
                fields=("replaces",),
                name="one_agreement_instead",
                condition=Q(replaces__isnull=False) & ~Q(state__in=("declined", "lapsed")),
            ),
        )
        indexes = (
            models.Index(fields=("course", "state"), name="agreements_of_course"),
            models.Index(
                fields=("maker", "due_on"), name="open_promises_of_maker",
                condition=Q(state__in=("accepted", "started")),
            ),
        )  # fmt: skip


class AgreementChange(Dated):
    """What happened to an agreement: who did what, when, from, to, a note, the words before."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    agreement = models.ForeignKey(
        Agreement, models.RESTRICT, related_name="changes", db_index=False
    )
    at = models.DateTimeField()
    actor = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    """Empty when the maker outside did it."""
    act = models.CharField(max_length=12, choices=choices(Act))
    before = models.CharField(max_length=10, choices=choices(AgreementState), blank=True)
    after = models.CharField(max_length=10, choices=choices(AgreementState))
    note = models.CharField(max_length=1000, blank=True)
    told_aloud = models.BooleanField(default=False)
    old_text = models.CharField(max_length=500, blank=True)
    old_due_on = models.DateField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="actor",
        sensitive="act before after note told_aloud old_text old_due_on",
        technical="id created_at course agreement at",
    )

    class Meta:
        db_table = "plan_agreement_change"
        # with the course, so that the last change of many is read from the index alone
        indexes = (
            models.Index(
                fields=("agreement", "at"), include=("course",), name="changes_of_agreement"
            ),
            models.Index(fields=("course", "at"), name="changes_in_plan"),
        )
