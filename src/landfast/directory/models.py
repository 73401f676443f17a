"""Tables of the room: a unit's public face, when somebody answers, who may promise what."""

from django.db import models
from django.db.models import F, Q

from landfast.directory.rules.mandates import Service
from landfast.directory.rules.offers import DOES_MAX, NAME_MAX, PLACE_MAX, WayIn
from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated, Row


class UnitProfile(Dated):
    """What a unit does, the law it works under, what it can and cannot decide (product J1)."""

    unit = models.OneToOneField("people.Unit", models.CASCADE, related_name="profile")
    does = models.CharField(max_length=300)
    law = models.CharField(max_length=200, blank=True)
    can_decide = models.CharField(max_length=300, blank=True)
    cannot_decide = models.CharField(max_length=300, blank=True)
    for_relatives = models.CharField(max_length=600, blank=True, db_default="")
    checked_on = models.DateField()

    holds = Holds(
        Keep.ORGANISATION,
        organisation="unit does law can_decide cannot_decide for_relatives checked_on",
        technical="id created_at",
    )

    class Meta:
        db_table = "directory_unit_profile"


class AnswerLine(Row):
    """A number that is answered in some hours: the chain for evenings, nights and holidays.

    `position` orders the chain; lines of the unit itself come before its organisation's.
    """

    organisation = models.ForeignKey("people.Organisation", models.CASCADE, related_name="+")
    unit = models.ForeignKey("people.Unit", models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    weekdays = models.JSONField(default=list)
    opens = models.TimeField()
    closes = models.TimeField()
    always = models.BooleanField(default=False)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="organisation unit name phone position weekdays opens closes always",
        technical="id",
    )

    class Meta:
        db_table = "directory_answer_line"
        constraints = (
            models.CheckConstraint(
                name="line_is_open_some_time", condition=Q(always=True) | Q(closes__gt=F("opens"))
            ),
        )


class Mandate(Dated):
    """What a role in a unit may promise without asking anybody (mandat, domain A9)."""

    unit = models.ForeignKey("people.Unit", models.CASCADE, related_name="+")
    role = models.CharField(max_length=40)
    service = models.CharField(max_length=10, choices=choices(Service))
    amount = models.PositiveIntegerField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="unit role service amount weeks starts_on ends_on",
        technical="id created_at",
    )

    class Meta:
        db_table = "directory_mandate"
        constraints = (
            models.CheckConstraint(
                name="mandate_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        )


class Decider(Row):
    """Who decides for a unit beyond its mandates; `position` is the order in which it climbs."""

    unit = models.ForeignKey("people.Unit", models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    deputy = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    hours = models.PositiveSmallIntegerField()

    holds = Holds(
        Keep.ORGANISATION, organisation="unit position person deputy hours", technical="id"
    )

    class Meta:
        db_table = "directory_decider"
        constraints = (
            models.UniqueConstraint(fields=("unit", "position"), name="one_decider_a_place"),
        )


class Room(Dated):
    """A room that meetings are booked in, of the unit that keeps it. Closed rather than deleted."""

    unit = models.ForeignKey("people.Unit", models.CASCADE, related_name="rooms")
    name = models.CharField(max_length=80)
    place = models.CharField(max_length=110)
    seats = models.PositiveSmallIntegerField()
    way = models.PositiveSmallIntegerField(default=15)
    """Minutes to get here for somebody who works in another house."""
    closed_on = models.DateField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="unit name place seats way closed_on",
        technical="id created_at",
    )

    class Meta:
        db_table = "directory_room"
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "place", "name"), condition=Q(closed_on=None), name="one_such_room"
            ),
            models.CheckConstraint(name="room_seats_somebody", condition=Q(seats__gte=1)),
        )


class MeetingDay(Row):
    """A time of the week that a unit keeps free for network meetings (fast mødedag, domain A8)."""

    unit = models.ForeignKey("people.Unit", models.CASCADE, related_name="meeting_days")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    holds = Holds(Keep.ORGANISATION, organisation="unit weekday opens closes", technical="id")

    class Meta:
        db_table = "directory_meeting_day"
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "weekday", "opens"), name="one_meeting_day_at_a_time"
            ),
            models.CheckConstraint(
                name="meeting_day_closes_late", condition=Q(closes__gt=F("opens"))
            ),
            models.CheckConstraint(name="meeting_day_is_0_to_6", condition=Q(weekday__lte=6)),
        )


class Offer(Dated):
    """What a citizen can get at a unit (tilbud, J2). Closed rather than deleted."""

    unit = models.ForeignKey("people.Unit", models.CASCADE, related_name="offers")
    name = models.CharField(max_length=NAME_MAX)
    does = models.CharField(max_length=DOES_MAX)
    needs = models.JSONField(default=list)
    way_in = models.CharField(max_length=8, choices=choices(WayIn))
    place = models.CharField(max_length=PLACE_MAX, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    while_admitted = models.BooleanField(default=False)
    wait_weeks = models.PositiveSmallIntegerField(null=True)
    checked_on = models.DateField()
    closed_on = models.DateField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="unit name does needs way_in place phone while_admitted wait_weeks checked_on"
        " closed_on",
        technical="id created_at",
    )

    class Meta:
        db_table = "directory_offer"
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "name"), condition=Q(closed_on=None), name="one_such_offer"
            ),
        )
        indexes = (models.Index(fields=("unit",), condition=Q(closed_on=None), name="open_offers"),)


class RecordBox(Dated):
    """Where a unit's record hears that there is something new (journalens postkasse, D8).

    No row says what it is about, or whom: only that it waits.
    """

    unit = models.OneToOneField("people.Unit", models.CASCADE, related_name="+")
    address = models.CharField(max_length=254, blank=True)
    waiting_since = models.DateTimeField(null=True)
    last_sent_on = models.DateField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=20, blank=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="unit address waiting_since last_sent_on",
        technical="id created_at tries try_at failure",
    )

    class Meta:
        db_table = "directory_record_box"
