"""Who leaves at a touch: seen and written by its person only."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import helper_may, protect_by

MINE = "person_id = (select access_actor())"


class Migration(migrations.Migration):
    """One table."""

    dependencies = (("login", "0005_ones_own_forgotten"), ("people", "0055_calendars"))

    operations = (
        migrations.CreateModel(
            name="WayOut",
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
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={"db_table": "login_way_out"},
        ),
        helper_may("login_way_out", "select, delete"),
        protect_by("login_way_out", select=MINE, insert=MINE, update=MINE, delete=MINE),
    )  # fmt: skip
