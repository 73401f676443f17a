"""Rooms that meetings are booked in, and the times of the week that are kept for them (C3, A8).

All who work here read them; who leads the unit or keeps it writes them.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import expose, write_by

RUN, OVERSEE = (
    f"(select access_my_units('{may}'))::uuid[]" for may in ("organisation_run", "courses_oversee")
)
KEEPER = f"unit_id = any ({RUN}) or unit_id = any ({OVERSEE})"


def key() -> models.UUIDField:
    """A key that sorts by time."""
    return models.UUIDField(
        default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
    )


def of_unit(related: str) -> models.ForeignKey:
    """Whose it is."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=related, to="people.unit"
    )


class Migration(migrations.Migration):
    """Two tables and their gates."""

    dependencies = (
        ("directory", "0011_mandates"),
        ("access", "0016_who_may_employ"),
    )

    operations = (
        migrations.CreateModel(
            name="Room",
            fields=[
                ("id", key()),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("name", models.CharField(max_length=80)),
                ("place", models.CharField(max_length=110)),
                ("seats", models.PositiveSmallIntegerField()),
                ("way", models.PositiveSmallIntegerField(default=15)),
                ("closed_on", models.DateField(null=True)),
                ("unit", of_unit("rooms")),
            ],
            options={"db_table": "directory_room"},
        ),
        migrations.CreateModel(
            name="MeetingDay",
            fields=[
                ("id", key()),
                ("weekday", models.PositiveSmallIntegerField()),
                ("opens", models.TimeField()),
                ("closes", models.TimeField()),
                ("unit", of_unit("meeting_days")),
            ],
            options={"db_table": "directory_meeting_day"},
        ),
        migrations.AddConstraint(
            "room",
            models.UniqueConstraint(
                fields=("unit", "place", "name"), condition=Q(closed_on=None), name="one_such_room"
            ),
        ),
        migrations.AddConstraint(
            "room",
            models.CheckConstraint(name="room_seats_somebody", condition=Q(seats__gte=1)),
        ),
        migrations.AddConstraint(
            "meetingday",
            models.UniqueConstraint(
                fields=("unit", "weekday", "opens"), name="one_meeting_day_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            "meetingday",
            models.CheckConstraint(
                name="meeting_day_closes_late", condition=Q(closes__gt=F("opens"))
            ),
        ),
        migrations.AddConstraint(
            "meetingday",
            models.CheckConstraint(name="meeting_day_is_0_to_6", condition=Q(weekday__lte=6)),
        ),
        expose("directory_room"),
        write_by(
            "directory_room", insert=KEEPER, update=KEEPER,
            columns="name, place, seats, way, closed_on",
        ),
        expose("directory_meeting_day", "select, insert, delete"),
        write_by(
            "directory_meeting_day", insert=KEEPER, delete=KEEPER,
            before="select, insert, delete",
        ),
    )  # fmt: skip
