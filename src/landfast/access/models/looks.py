"""The look log, its seals, and what its officer said."""

from django.db import models
from django.db.models import Q

from landfast.access.models.granting import Scope
from landfast.access.rules import Named, Unusual, Verdict
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row


class Look(Row):
    """Somebody opened a citizen's record: when, who, where from, what, on which ground.

    Written by the database's own function only (`access_open`); nobody changes it. The table is
    in months (access/0018): its key is `id` and `at` together.
    """

    at = models.DateTimeField()
    scope = models.ForeignKey(Scope, models.RESTRICT, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, blank=True)
    ground = models.CharField(max_length=20, blank=True)
    what = models.CharField(max_length=80)
    allowed = models.BooleanField(default=True)
    about = models.UUIDField(null=True, blank=True)
    kind = models.CharField(max_length=10, blank=True)

    holds = Holds(
        Keep.LOOK, controller=Controller.SHARED, personal="person what", organisation="unit",
        technical="id at scope role ground allowed about kind",
    )  # fmt: skip

    class Meta:
        db_table = "access_look"
        indexes = (
            models.Index(fields=("scope", "-at"), name="looks_of_scope"),
            models.Index(fields=("person", "-at"), name="looks_of_person"),
            models.Index(fields=("about",), name="looks_before", condition=Q(about__isnull=False)),
        )


class LookSeal(Row):
    """A batch of the look log, sealed: a mark of each row, and a head that holds the one before.

    Written by the database's own function only; the helper role alone reads it.
    """

    number = models.PositiveIntegerField(unique=True)
    after_at = models.DateTimeField()
    until_at = models.DateTimeField()
    sealed_at = models.DateTimeField()
    before = models.BinaryField()
    marks = models.BinaryField()
    head = models.BinaryField()

    holds = Holds(Keep.LOOK, technical="id number after_at until_at sealed_at before marks head")

    class Meta:
        db_table = "access_look_seal"


class LookVerdict(Dated):
    """What the data protection officer thought of an unusual look: about an employee, by key."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    looker = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    day = models.DateField()
    scope = models.ForeignKey(Scope, models.RESTRICT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=12, choices=choices(Unusual))
    verdict = models.CharField(max_length=10, choices=choices(Verdict))
    words = models.CharField(max_length=500, blank=True)
    judged_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    holds = Holds(
        Keep.LOOK,
        organisation="organisation looker words judged_by",
        technical="id created_at day scope reason verdict",
    )

    class Meta:
        db_table = "access_look_verdict"
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "looker", "day", "scope", "reason"),
                name="one_verdict_a_finding", nulls_distinct=False,
            ),
        )  # fmt: skip


class NameAsk(Dated):
    """A citizen asks the controller who it was that looked; the answer stands beside the look."""

    scope = models.ForeignKey(Scope, models.RESTRICT, related_name="+")
    look = models.UUIDField(unique=True)
    looker = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    what = models.CharField(max_length=80)
    looked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120, blank=True)
    words = models.CharField(max_length=500, blank=True)

    holds = Holds(
        Keep.LOOK,
        controller=Controller.SHARED,
        personal="asked_by name words",
        organisation="answered_by organisation looker",
        technical="id created_at scope look what looked_at answered_at",
    )

    class Meta:
        db_table = "access_name_ask"


class LookNames(Dated):
    """Whose names an organisation shows to citizens in the look log; without a row: the network."""

    organisation = models.OneToOneField("people.Organisation", models.CASCADE, related_name="+")
    named = models.CharField(max_length=10, choices=choices(Named))

    holds = Holds(Keep.ORGANISATION, organisation="organisation named", technical="id created_at")

    class Meta:
        db_table = "access_look_names"
