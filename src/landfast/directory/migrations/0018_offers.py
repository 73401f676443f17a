"""What citizens can get, written by who keeps the unit; everybody reads it (J2)."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import expose, write_by

RUN, OVERSEE = (
    f"(select access_my_units('{may}'))::uuid[]" for may in ("organisation_run", "courses_oversee")
)
KEEPER = f"unit_id = any ({RUN}) or unit_id = any ({OVERSEE})"


class Migration(migrations.Migration):
    """One table and its gate."""

    dependencies = (("directory", "0017_for_relatives"), ("access", "0016_who_may_employ"))

    operations = (
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id, editable=False, primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("name", models.CharField(max_length=80)),
                ("does", models.CharField(max_length=300)),
                ("needs", models.JSONField(default=list)),
                (
                    "way_in",
                    models.CharField(
                        choices=[("come", "come"), ("ring", "ring"), ("granted", "granted")],
                        max_length=8,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=110)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("while_admitted", models.BooleanField(default=False)),
                ("wait_weeks", models.PositiveSmallIntegerField(null=True)),
                ("checked_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="offers",
                        to="people.unit",
                    ),
                ),
            ],
            options={"db_table": "directory_offer"},
        ),
        migrations.AddConstraint(
            "offer",
            models.UniqueConstraint(
                fields=("unit", "name"), condition=Q(closed_on=None), name="one_such_offer"
            ),
        ),
        migrations.AddIndex(
            "offer", models.Index(fields=("unit",), condition=Q(closed_on=None), name="open_offers")
        ),
        expose("directory_offer"),
        write_by(
            "directory_offer", insert=KEEPER, update=KEEPER,
            columns="name, does, needs, way_in, place, phone, while_admitted, wait_weeks,"
            " checked_on, closed_on",
        ),
    )  # fmt: skip
