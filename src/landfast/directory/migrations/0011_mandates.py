"""Who may promise what alone, and who decides the rest: written by the unit's leader."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import expose, helper_may, write_by
from landfast.directory.rules.mandates import Service
from landfast.kernel.choices import choices

LEADER = "unit_id = any ((select access_my_units('courses_oversee'))::uuid[])"
KEY = models.UUIDField(
    default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
)


def points_at(table, *, null=False):
    """A key to a table below."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=table, null=null
    )


class Migration(migrations.Migration):
    """Two tables and their gates."""

    dependencies = (
        ("directory", "0004_lines_by_keepers"),
        ("people", "0041_way_back"),
        ("access", "0091_scopes_whole"),
    )

    operations = (
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", KEY),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("role", models.CharField(max_length=40)),
                ("service", models.CharField(choices=choices(Service), max_length=10)),
                ("amount", models.PositiveIntegerField(null=True)),
                ("weeks", models.PositiveSmallIntegerField(null=True)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("unit", points_at("people.unit")),
            ],
            options={
                "db_table": "directory_mandate",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="mandate_ends_after_it_starts",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Decider",
            fields=[
                ("id", KEY),
                ("position", models.PositiveSmallIntegerField()),
                ("hours", models.PositiveSmallIntegerField()),
                ("unit", points_at("people.unit")),
                ("person", points_at("people.person")),
                ("deputy", points_at("people.person", null=True)),
            ],
            options={
                "db_table": "directory_decider",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "position"), name="one_decider_a_place"
                    )
                ],
            },
        ),
        expose("directory_mandate", "select, insert, update, delete"),
        expose("directory_decider", "select, insert, delete"),
        write_by(
            "directory_mandate", insert=LEADER, update=LEADER, delete=LEADER,
            columns="role, service, amount, weeks, starts_on, ends_on, created_at, unit_id",
            before="select, insert, update, delete",
        ),
        write_by(
            "directory_decider", insert=LEADER, delete=LEADER, before="select, insert, delete"
        ),
        helper_may("directory_mandate"),
        helper_may("directory_decider"),
    )  # fmt: skip
