"""A circle, the people who sit in it for their units, and its meetings. No citizen."""

from django.db import models
from django.db.models import Q

from landfast.circles.rules.kinds import Kind
from landfast.circles.rules.standing import (
    ABOUT_MAX,
    GUESTS_MAX,
    NAME_MAX,
    PLACE_MAX,
    SittingState,
)
from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"
UNIT = "people.Unit"


class Circle(Dated):
    """A standing meeting of several units (fast møde): its kind, who holds it, how often."""

    kind = models.CharField(max_length=10, choices=choices(Kind))
    name = models.CharField(max_length=NAME_MAX)
    about = models.CharField(max_length=ABOUT_MAX)
    unit = models.ForeignKey(UNIT, models.PROTECT, related_name="+")
    leader = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    every_weeks = models.PositiveSmallIntegerField()
    weekday = models.PositiveSmallIntegerField()
    at_clock = models.TimeField()
    minutes_long = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=PLACE_MAX, blank=True)
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="kind name about unit leader every_weeks weekday at_clock minutes_long place",
        technical="id created_at ended_at",
    )

    class Meta:
        db_table = "circles_circle"


class Seat(Dated):
    """Somebody sits in the circle for a unit (fast deltager, S000 §2.3)."""

    circle = models.ForeignKey(Circle, models.PROTECT, related_name="seats")
    unit = models.ForeignKey(UNIT, models.PROTECT, related_name="+")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ORGANISATION, organisation="unit person", technical="id created_at circle ended_at"
    )

    class Meta:
        db_table = "circles_seat"
        constraints = (
            models.UniqueConstraint(
                fields=("circle", "person"), condition=Q(ended_at=None), name="sits_once"
            ),
        )
        indexes = (models.Index(fields=("person",), name="seats_of_person"),)


class Sitting(Dated):
    """One meeting of a circle; the next one is planned before the last is over, and only one."""

    circle = models.ForeignKey(Circle, models.PROTECT, related_name="sittings")
    state = models.CharField(max_length=10, choices=choices(SittingState))
    starts_at = models.DateTimeField()
    minutes_long = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=PLACE_MAX, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    was_there = models.JSONField(default=list, db_default=[])
    """Keys of those who were, as whoever leads it has said when it was over."""
    guests = models.CharField(max_length=GUESTS_MAX, blank=True, default="", db_default="")
    """Who came this once and has no seat, as they were written down."""

    holds = Holds(
        Keep.ORGANISATION,
        organisation="starts_at minutes_long place was_there guests",
        technical="id created_at circle state sequence",
    )

    class Meta:
        db_table = "circles_sitting"
        constraints = (
            models.UniqueConstraint(
                fields=("circle",), condition=Q(state=SittingState.PLANNED), name="one_ahead"
            ),
        )
        indexes = (models.Index(fields=("circle", "-starts_at"), name="sittings_of_circle"),)
