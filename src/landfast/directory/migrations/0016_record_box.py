"""Where a unit's record hears that there is something new (D8): an address, and whether it waits."""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import protect_by
from landfast.kernel.clock import now
from landfast.kernel.ids import new_id

KEEPER = "unit_id = any ((select access_my_units('organisation_run'))::uuid[])"
JOBS = "session_user = 'landfast_jobs'"


class Migration(migrations.Migration):
    """One table: who keeps the unit sets it, the jobs mark it."""

    dependencies = (
        ("directory", "0015_rooms"),
        ("people", "__first__"),
        ("access", "0016_who_may_employ"),
    )

    operations = (
        migrations.CreateModel(
            "RecordBox",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=now, editable=False)),
                ("address", models.CharField(blank=True, max_length=254)),
                ("waiting_since", models.DateTimeField(null=True)),
                ("last_sent_on", models.DateField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("try_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, max_length=20)),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={"db_table": "directory_record_box"},
        ),
        protect_by(
            "directory_record_box",
            select=f"{KEEPER} or {JOBS}",
            insert=KEEPER,
            update=f"{KEEPER} or {JOBS}",
        ),
    )
