"""Tables of the mechanism: scopes, grants, looks, events, drafts, failed sign-ins, keys."""

from django.db import models
from django.db.models import F, Q

from landfast.access.roles import CourseRole
from landfast.access.rules import Apart, Ground, Level, Named, Situation, Topic, Unusual, Verdict
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row

_HOW_FAR = ("topic", "level", "starts_at", "ends_at", "role")


class Scope(Dated):
    """What a grant points to. A course *is* a scope: its key is the scope's."""

    holds = Holds(Keep.COURSE, technical="id created_at")

    class Meta:
        db_table = "access_scope"


class Grant(Dated):
    """Somebody may reach a scope, as what, how far, from when to when, given by whom and why.

    The recipient stands as given: a person, everyone who holds a post in a unit, or everyone
    who works in an organisation.
    It is never expanded per person (house §1).
    """

    scope = models.ForeignKey(Scope, models.RESTRICT, related_name="grants")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    post = models.CharField(max_length=40, blank=True)
    organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, related_name="+"
    )
    role = models.CharField(max_length=20, choices=choices(CourseRole))
    ground = models.CharField(max_length=20, choices=choices(Ground))
    topic = models.CharField(max_length=10, choices=choices(Topic))
    level = models.CharField(max_length=10, choices=choices(Level))
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    situation = models.CharField(
        max_length=12, choices=choices(Situation), default=Situation.ALWAYS.value
    )
    situation_days = models.PositiveSmallIntegerField(null=True)
    situation_about = models.UUIDField(null=True)
    about = models.UUIDField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person given_by reason",
        organisation="unit post organisation",
        technical="id created_at scope role ground topic level starts_at ends_at situation "
        "situation_days situation_about about",
    )

    class Meta:
        db_table = "access_grant"
        constraints = (
            models.CheckConstraint(
                name="grant_of_one_thing_says_which_and_to_whom",
                condition=Q(topic="one", about__isnull=False, person__isnull=False)
                | (~Q(topic="one") & Q(about=None)),
            ),
            models.CheckConstraint(
                name="grant_names_one_recipient",
                condition=Q(person__isnull=False, unit=None, organisation=None, post="")
                | (Q(person=None, unit__isnull=False, organisation=None) & ~Q(post=""))
                | Q(person=None, unit=None, organisation__isnull=False, post=""),
            ),
            models.CheckConstraint(
                name="frame_and_whole_are_always_and_never_a_whole_organisations",
                condition=Q(organisation=None, situation="always")
                | ~Q(topic__in=("frame", "whole")),
            ),
            models.CheckConstraint(
                name="grant_says_its_situation",
                condition=Q(situation__in=("always", "admitted"))
                | Q(situation="unreachable", situation_days__isnull=False)
                | Q(situation="meeting", situation_about__isnull=False),
            ),
            models.CheckConstraint(
                name="grant_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
            ),
        )
        indexes = (
            models.Index(
                fields=("person", "scope"), include=(*_HOW_FAR, "ground"),
                name="grant_of_person", condition=Q(person__isnull=False),
            ),
            models.Index(
                fields=("scope", "unit", "post"), include=_HOW_FAR,
                name="grant_of_post", condition=Q(unit__isnull=False),
            ),
            models.Index(
                fields=("unit", "post", "scope"), name="grant_by_unit",
                condition=Q(unit__isnull=False),
            ),
            models.Index(
                fields=("scope", "organisation"), name="grant_of_organisation",
                condition=Q(organisation__isnull=False),
            ),
            models.Index(
                fields=("organisation", "scope"), name="grant_by_organisation",
                condition=Q(organisation__isnull=False),
            ),
        )  # fmt: skip


class KeptApart(Dated):
    """The course is known to named people only: no post, unit or organisation reaches it.

    Written and lifted by the database's own functions, with the grants that stand and fall with it.
    """

    scope = models.ForeignKey(Scope, models.RESTRICT, related_name="+")
    why = models.CharField(max_length=12, choices=choices(Apart))
    leader = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    set_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    closed = models.JSONField(default=list)

    holds = Holds(
        Keep.COURSE, controller=Controller.COURSE, personal="leader set_by since lifted_at",
        sensitive="why", technical="id created_at scope closed",
    )  # fmt: skip

    class Meta:
        db_table = "access_apart"
        constraints = (
            models.UniqueConstraint(
                fields=("scope",), name="kept_apart_once", condition=Q(lifted_at=None)
            ),
        )


class SituationNow(Dated):
    """Something is so with the citizen from one moment to another: a grant may hang on it."""

    scope = models.ForeignKey(Scope, models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=12, choices=choices(Situation))
    about = models.UUIDField(null=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    closed_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.COURSE, controller=Controller.COURSE, sensitive="kind",
        personal="starts_at ends_at opened_by closed_by", technical="id created_at scope about",
    )  # fmt: skip

    class Meta:
        db_table = "access_situation"
        constraints = (
            models.UniqueConstraint(
                fields=("scope", "kind", "about"), name="a_situation_is_open_once",
                condition=Q(ends_at=None), nulls_distinct=False,
            ),
        )  # fmt: skip


class FreshStart(Dated):
    """From a day on, what is older stays behind for those who come after; she can lift it."""

    scope = models.ForeignKey(Scope, models.RESTRICT, related_name="+")
    since = models.DateTimeField()
    set_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.COURSE, controller=Controller.COURSE, personal="since set_by lifted_at",
        technical="id created_at scope",
    )  # fmt: skip

    class Meta:
        db_table = "access_fresh_start"
        constraints = (
            models.UniqueConstraint(
                fields=("scope",), name="one_fresh_start_stands", condition=Q(lifted_at=None)
            ),
        )


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


class Event(Row):
    """An act that happened. It is the history, and the outbox that jobs read after commit."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    scope = models.ForeignKey(Scope, models.RESTRICT, null=True, related_name="+")
    topic = models.CharField(max_length=10, choices=choices(Topic), default=Topic.WHOLE)
    actor = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    object_type = models.CharField(max_length=40, blank=True)
    object_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    handled_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="actor facts",
        technical="id at kind scope topic object_type object_id handled_at",
    )

    class Meta:
        db_table = "access_event"
        indexes = (
            models.Index(fields=("scope", "-at"), name="events_of_scope"),
            models.Index(fields=("id",), name="events_unhandled", condition=Q(handled_at=None)),
        )


class Draft(Row):
    """What somebody is typing and has not sent. Only the writer can read it."""

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    holds = Holds(
        Keep.DRAFT,
        controller=Controller.WRITER,
        personal="person",
        sensitive="fields",
        technical="id key saved_at",
    )

    class Meta:
        db_table = "access_draft"
        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="one_draft_per_form"),
        )


class FailedSignIn(Row):
    """A password that did not fit, so that nobody can go on guessing. Sealed: no name, no address.

    Written and counted by the database's own functions only; forgotten after a day.
    """

    at = models.DateTimeField()
    name = models.CharField(max_length=32)
    source = models.CharField(max_length=32)

    holds = Holds(Keep.SIGN_IN, technical="id at name source")

    class Meta:
        db_table = "access_failed_sign_in"
        indexes = (
            models.Index(fields=("name", "at"), name="failed_by_name"),
            models.Index(fields=("source", "at"), name="failed_by_source"),
        )


class ActorKey(Row):
    """What the database checks the actor's signature with. The helper role alone reads it."""

    login = models.CharField(max_length=63)
    inner_pad = models.BinaryField()
    outer_pad = models.BinaryField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    holds = Holds(Keep.KEY, technical="id login inner_pad outer_pad starts_at ends_at")

    class Meta:
        db_table = "access_actor_key"
