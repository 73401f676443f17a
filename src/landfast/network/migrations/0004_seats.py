"""What the citizen says to empty seats."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import protect
from landfast.kernel.choices import choices
from landfast.network.rules import SeatAnswer
from landfast.programmes.rules import NeedArea


class Migration(migrations.Migration):
    """One table."""

    dependencies = (("network", "0003_neutrality"), ("course", "0007_covers_now"))

    operations = (
        migrations.CreateModel(
            "Seat",
            [
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("need", models.CharField(max_length=20, choices=choices(NeedArea))),
                ("answer", models.CharField(max_length=10, choices=choices(SeatAnswer))),
                ("answered_at", models.DateTimeField()),
                ("times", models.PositiveSmallIntegerField(default=1)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="seats",
                        to="course.course",
                    ),
                ),
            ],
            options={
                "db_table": "network_seat",
                "constraints": [
                    models.UniqueConstraint(fields=("course", "need"), name="one_answer_per_seat")
                ],
            },
        ),
        protect("network_seat"),
    )
