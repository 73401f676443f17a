"""What a grant points to, what is given, and what stands against it."""

from django.db import models
from django.db.models import F, Q

from landfast.access.roles import CourseRole
from landfast.access.rules import Apart, Ground, Level, Situation, Topic
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

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
                fields=("unit", "post"), name="grant_shared_with_unit",
                condition=Q(role="recipient", unit__isnull=False),
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
