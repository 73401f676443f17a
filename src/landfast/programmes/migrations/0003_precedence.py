"""Functions whose coordination courses take over, written by the leader group (forrang)."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import protect_by

LED_BY_ME = "unit_id::text || ':leader' = any ((select access_my_posts())::text[])"


class Migration(migrations.Migration):
    """Everybody who is logged in reads the list; the database lets leaders of the unit write it."""

    dependencies = [
        ("people", "0001_initial"),
        ("programmes", "0002_guards"),
        ("access", "0008_signed_actor"),
    ]

    operations = [
        migrations.CreateModel(
            name="Precedence",
            fields=[
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
                ("function", models.CharField(max_length=80)),
                ("reason", models.CharField(max_length=300)),
                ("decided_on", models.DateField()),
                ("removed_on", models.DateField(null=True)),
                ("removed_reason", models.CharField(blank=True, max_length=300)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "db_table": "programmes_precedence",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_on", None)),
                        fields=("unit", "function"),
                        name="function_listed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_on", None), ("removed_reason", "")),
                            models.Q(
                                ("removed_on__isnull", False),
                                models.Q(("removed_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="taken_off_with_a_reason",
                    ),
                ],
            },
        ),
        protect_by(
            "programmes_precedence",
            select="access_actor() is not null",
            insert=LED_BY_ME,
            update=LED_BY_ME,
        ),
    ]
