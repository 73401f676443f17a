"""What a promise costs and who pays it: read and written as the promise itself."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import erasable, left_behind, logged, movable, protect
from landfast.directory.rules.mandates import Service
from landfast.kernel.choices import choices

TABLE = "plan_cost"


def points_at(table, *, null=False):
    """A key to a person."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=table, null=null
    )


class Migration(migrations.Migration):
    """One table and its policies."""

    dependencies = (
        ("plan", "0062_ratings"),
        ("directory", "0011_mandates"),
        ("access", "0091_scopes_whole"),
        ("keeping", "0005_what_came_beside"),
    )

    operations = (
        migrations.CreateModel(
            name="Cost",
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
                ("service", models.CharField(choices=choices(Service), max_length=10)),
                ("amount", models.PositiveIntegerField(null=True)),
                ("weeks", models.PositiveSmallIntegerField(null=True)),
                ("shares", models.JSONField(default=list)),
                ("set_at", models.DateTimeField()),
                ("disputed_at", models.DateTimeField(null=True)),
                ("dispute", models.CharField(blank=True, max_length=300)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "agreement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cost",
                        to="plan.agreement",
                    ),
                ),
                ("set_by", points_at("people.person")),
                ("disputed_by", points_at("people.person", null=True)),
            ],
            options={"db_table": TABLE},
        ),
        protect(TABLE),
        logged(TABLE),
        left_behind(TABLE),
        movable(TABLE, goes_with="agreement_id"),
        erasable(TABLE),
    )
