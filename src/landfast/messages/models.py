"""Tables of the room. No row says what a message is about: it only says that there is news."""

from datetime import time

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.messages.rules import DeliveryState, Failure, Purpose, Way

PERSON = "people.Person"


class Channel(Dated):
    """How one person wants to be told, and when not. Theirs alone."""

    person = models.OneToOneField(PERSON, models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=choices(Way), default=Way.NONE)
    address = models.CharField(max_length=254, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    phone = models.CharField(max_length=20, blank=True, default="", db_default="")
    phone_asked_at = models.DateTimeField(null=True)
    phone_tries = models.PositiveSmallIntegerField(default=0, db_default=0)
    phone_confirmed_at = models.DateTimeField(null=True)
    is_urgent = models.BooleanField(default=False, db_default=False)
    is_neutral = models.BooleanField(default=False, db_default=False)
    quiet_from = models.TimeField(default=time(20))
    quiet_until = models.TimeField(default=time(8))
    post_refused_at = models.DateTimeField(null=True)
    last_sent_on = models.DateField(null=True)
    feed_digest = models.CharField(max_length=64, blank=True)
    feed_since = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ACCOUNT,
        controller=Controller.LOGIN,
        personal="person way address confirmed_at phone phone_confirmed_at is_urgent is_neutral"
        " quiet_from quiet_until last_sent_on feed_since",
        technical="id created_at feed_digest phone_asked_at phone_tries post_refused_at",
    )

    class Meta:
        db_table = "notices_channel"
        indexes = (
            models.Index(
                fields=("feed_digest",), name="channel_by_feed", condition=~Q(feed_digest="")
            ),
        )


class Device(Dated):
    """A screen that shows notices (web push): put on by its owner, off with the session."""

    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    sitting = models.UUIDField()
    name = models.CharField(max_length=60, blank=True)
    endpoint = models.CharField(max_length=500)
    key = models.BinaryField()
    secret = models.BinaryField()

    holds = Holds(
        Keep.SITTING,
        controller=Controller.LOGIN,
        personal="person name",
        technical="id created_at sitting endpoint key secret",
    )

    class Meta:
        db_table = "notices_device"
        constraints = (
            models.UniqueConstraint(fields=("person", "endpoint"), name="a_screen_once"),
        )
        indexes = (models.Index(fields=("sitting",), name="devices_of_sitting"),)


class Delivery(Dated):
    """One person is to hear that something is new (levering): the delivery log."""

    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    event = models.ForeignKey("access.Event", models.RESTRICT, null=True, related_name="+")
    purpose = models.CharField(max_length=10, choices=choices(Purpose), default=Purpose.NEWS)
    state = models.CharField(
        max_length=10, choices=choices(DeliveryState), default=DeliveryState.WAITING
    )
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=20, blank=True, choices=choices(Failure))
    way = models.CharField(
        max_length=10, blank=True, choices=choices(Way), default="", db_default=""
    )
    sent_as = models.UUIDField(null=True)
    handed_at = models.DateTimeField(null=True)
    """Since when who carries it has it, and says later whether it arrived."""
    about_at = models.DateTimeField(null=True)
    """The moment that something urgent is about: a meeting's, when it is today."""
    said_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+", db_index=False)
    """Who said it, where no channel led; `sent_as` is what was said in one, `handed_at` when."""

    holds = Holds(
        Keep.DELIVERY,
        controller=Controller.LOGIN,
        personal="person event said_by",
        technical="id created_at purpose state tries next_try_at ended_at failure way sent_as"
        " handed_at about_at",
    )

    class Meta:
        db_table = "notices_delivery"
        constraints = (
            models.UniqueConstraint(fields=("person", "event"), name="told_once_of_an_event"),
        )
        indexes = (
            models.Index(
                fields=("next_try_at",), name="deliveries_waiting", condition=Q(ended_at=None)
            ),
            models.Index(fields=("person", "-created_at"), name="deliveries_of_person"),
        )
