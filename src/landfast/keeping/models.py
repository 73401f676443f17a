"""Tables of the room: years, where each course stands, what was done about it, and what is gone."""

from django.db import models
from django.db.models import Q

from landfast.keeping.rules import (
    RECEIPT_MAX,
    WAIT_DAYS,
    WORDS_MAX,
    HoldKind,
    KeepState,
    Kind,
    ToldHow,
)
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row
from landfast.people.rules import OrganisationKind

PERSON = "people.Person"
ORGANISATION = "people.Organisation"


class Years(Dated):
    """How long a kind of record is kept: shipped for a kind of organisation, or one's own."""

    organisation = models.ForeignKey(
        ORGANISATION, models.CASCADE, null=True, blank=True, related_name="+"
    )
    holder = models.CharField(max_length=20, choices=choices(OrganisationKind), blank=True)
    kind = models.CharField(max_length=12, choices=choices(Kind))
    years = models.PositiveSmallIntegerField()
    delivers = models.BooleanField()
    wait_days = models.PositiveSmallIntegerField(default=WAIT_DAYS)
    source = models.CharField(max_length=WORDS_MAX)
    set_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.ORGANISATION,
        organisation="organisation set_by source",
        technical="id created_at holder kind years delivers wait_days",
    )

    class Meta:
        db_table = "keeping_years"
        constraints = (
            models.CheckConstraint(
                name="years_of_one_or_of_a_kind",
                condition=Q(organisation=None) & ~Q(holder="") | Q(organisation__isnull=False,
                                                                   holder=""),
            ),
            models.CheckConstraint(
                name="a_year_at_least_and_a_month",
                condition=Q(years__range=(1, 100), wait_days__range=(30, 730)),
            ),
            models.UniqueConstraint(
                fields=("organisation", "holder", "kind"), name="one_rule_a_kind",
                nulls_distinct=False,
            ),
        )  # fmt: skip


class Case(Dated):
    """Where a course stands. When it is deleted this row stays, and names nobody and no course.

    Written by the database's own functions only: each asks what is past its day.
    """

    scope = models.OneToOneField("access.Scope", models.RESTRICT, null=True, related_name="+")
    organisation = models.ForeignKey(ORGANISATION, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=choices(Kind))
    state = models.CharField(max_length=12, choices=choices(KeepState))
    since = models.DateTimeField()
    closed_on = models.DateField(null=True)
    block_on = models.DateField(null=True)
    delete_on = models.DateField(null=True)
    delivers = models.BooleanField()
    wait_days = models.PositiveSmallIntegerField()
    closed_grants = models.JSONField(default=list)
    package = models.CharField(max_length=64, blank=True)
    receipt = models.CharField(max_length=RECEIPT_MAX, blank=True)
    sent_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    confirmed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    delivered_on = models.DateField(null=True)
    told_of = models.DateField(null=True)
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=8, choices=choices(ToldHow), blank=True, db_default="")
    told_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="state since closed_on block_on delete_on delivered_on told_of told_on told_how",
        organisation="organisation sent_by confirmed_by told_by receipt",
        technical="id created_at scope kind delivers wait_days closed_grants package",
    )

    class Meta:
        db_table = "keeping_case"
        constraints = (
            models.CheckConstraint(
                name="deleted_is_without_a_course",
                condition=Q(state="deleted", scope=None)
                | ~Q(state="deleted") & Q(scope__isnull=False),
            ),
            models.CheckConstraint(
                name="two_pairs_of_eyes",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("sent_by")),
            ),
        )
        indexes = (
            models.Index(fields=("state", "block_on"), name="kept_to_block"),
            models.Index(fields=("state", "delete_on"), name="kept_to_delete"),
            models.Index(fields=("organisation", "state"), name="kept_by_organisation"),
        )


class Change(Dated):
    """One step of a case, forward or back: when, by whom (none: by rule), and why."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="changes")
    before = models.CharField(max_length=12, choices=choices(KeepState))
    after = models.CharField(max_length=12, choices=choices(KeepState))
    at = models.DateTimeField()
    by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=WORDS_MAX, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        through="case__scope",
        personal="before after at why",
        organisation="by",
        technical="id created_at case",
    )

    class Meta:
        db_table = "keeping_change"


class Hold(Dated):
    """Nothing of the course is blocked or deleted yet (må ikke slettes endnu), and why."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="holds_on")
    kind = models.CharField(max_length=12, choices=choices(HoldKind))
    why = models.CharField(max_length=WORDS_MAX)
    until = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        through="case__scope",
        personal="kind why until lifted_at",
        organisation="set_by lifted_by",
        technical="id created_at case",
    )

    class Meta:
        db_table = "keeping_hold"


class Erasure(Row):
    """The proof of a deletion: which rows of the sealed log went, by key, and how many in all.

    Its digest stands in the look log itself, and is sealed there. The helper role alone reads it.
    """

    at = models.DateTimeField()
    case = models.OneToOneField(Case, models.PROTECT, related_name="+")
    rows = models.PositiveIntegerField()
    looks = models.PositiveIntegerField()
    keys = models.BinaryField()
    digest = models.CharField(max_length=64)

    holds = Holds(Keep.LOOK, technical="id at case rows looks keys digest")

    class Meta:
        db_table = "keeping_erasure"
