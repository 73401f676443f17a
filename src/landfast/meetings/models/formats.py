"""Ways to meet, as data."""

from django.db import models
from django.db.models import F, Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.rules import (
    Reflects,
)
from landfast.meetings.rules.formats import AgendaBy, AgendaWhen, Citizen
from landfast.meetings.rules.preparing import LONGEST, SHORTEST


class Format(Dated):
    """A way to meet, as data: who must come, roles, who sets the agenda, output (C1).

    A row is one version and is not changed once a meeting was begun with it: a meeting keeps the
    format it was called with. An organisation's copy has the organisation and a code of its own.
    """

    code = models.CharField(max_length=10)
    version = models.PositiveSmallIntegerField(default=1)
    replaced_at = models.DateTimeField(null=True, blank=True)
    organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    origin = models.CharField(max_length=10)
    name = models.CharField(max_length=120)
    must_attend = models.JSONField(default=list)
    may_attend = models.JSONField(default=list)
    parts = models.JSONField(default=list)
    citizen = models.CharField(max_length=8, choices=choices(Citizen), default=Citizen.LEADS)
    agenda_by = models.CharField(max_length=8, choices=choices(AgendaBy), default=AgendaBy.CITIZEN)
    agenda_when = models.CharField(
        max_length=8, choices=choices(AgendaWhen), default=AgendaWhen.BEFORE
    )
    agenda_points = models.JSONField(default=list)
    minutes_long = models.PositiveSmallIntegerField(default=60)
    shortest = models.PositiveSmallIntegerField(default=SHORTEST)
    longest = models.PositiveSmallIntegerField(default=LONGEST)
    notice_days = models.PositiveSmallIntegerField(default=0)
    within_days = models.PositiveSmallIntegerField(null=True, blank=True)
    output = models.CharField(max_length=300)
    source = models.CharField(max_length=200)
    reflects = models.CharField(max_length=14, choices=choices(Reflects), blank=True)
    speaks_first = models.JSONField(default=list)
    makes_agreements = models.BooleanField(default=True)
    needs_next_date = models.BooleanField(default=False)
    speaks_responsibility = models.BooleanField(default=False)
    off_screen = models.BooleanField(default=False)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="code version organisation origin name must_attend may_attend parts citizen "
        "agenda_by agenda_when agenda_points minutes_long shortest longest notice_days within_days "
        "output source reflects speaks_first makes_agreements needs_next_date "
        "speaks_responsibility off_screen",
        technical="id created_at replaced_at",
    )

    class Meta:
        db_table = "meetings_format"
        constraints = (
            models.UniqueConstraint(fields=("code", "version"), name="one_version_of_a_format"),
            models.UniqueConstraint(
                fields=("code",), name="one_current_format", condition=Q(replaced_at=None)
            ),
            models.CheckConstraint(
                name="format_has_its_lengths",
                condition=Q(shortest__lte=F("minutes_long"), minutes_long__lte=F("longest")),
            ),
        )
