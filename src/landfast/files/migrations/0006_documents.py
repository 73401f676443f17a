"""Documents of an organisation itself: read and put there by who keeps its rules; no citizen's."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import protect_by

DOCUMENT = "files_document"
OURS = "organisation_id = any ((select access_my_organisations('rules_keep'))::uuid[])"


class Migration(migrations.Migration):
    """One table with its policies: what was put there stays as it was."""

    dependencies = (
        ("files", "0005_sealed"),
        ("access", "0106_who_keeps_rules"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.UUIDField(default=landfast.kernel.ids.new_id, editable=False,
                                        primary_key=True, serialize=False)),
                ("created_at",
                 models.DateTimeField(default=landfast.kernel.clock.now, editable=False)),
                ("mime", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("data", models.BinaryField()),
                ("organisation", models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+",
                    to="people.organisation")),
                ("added_by", models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+",
                    to="people.person")),
            ],
            options={"db_table": DOCUMENT},
        ),
        protect_by(DOCUMENT, select=OURS, insert=f"{OURS} and added_by_id = access_actor()"),
    )  # fmt: skip
