"""What acts leave: events, drafts as one types, failed sign-ins; and the keys of actors."""

from django.db import models
from django.db.models import Q

from landfast.access.models.granting import Scope
from landfast.access.rules import Topic
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Row


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
