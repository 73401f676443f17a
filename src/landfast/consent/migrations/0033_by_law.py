"""What the law lets a named employee read without a consent, no longer than its ground lasts."""

import datetime

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import protect


class Migration(migrations.Migration):
    """One table, its policies."""

    dependencies = [
        ("consent", "0032_emergency"),
        ("course", "0019_unit_in_use"),
        ("people", "0007_organisations_and_closed_units"),
        ("access", "0033_by_law"),
    ]

    operations = [
        migrations.CreateModel(
            name="ByLaw",
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
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("CONSENT_RSL11A", "CONSENT_RSL11A"),
                            ("EXC_RSL11C", "EXC_RSL11C"),
                            ("NOTICE_RSL12C", "NOTICE_RSL12C"),
                            ("FVL28", "FVL28"),
                            ("SUL41", "SUL41"),
                            ("SUL42A", "SUL42A"),
                            ("SUL43", "SUL43"),
                            ("PSL13C", "PSL13C"),
                            ("RPL115", "RPL115"),
                            ("EMERGENCY", "EMERGENCY"),
                        ],
                        max_length=20,
                    ),
                ),
                ("topics", models.JSONField()),
                ("reason", models.CharField(max_length=300)),
                ("given_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("grants", models.JSONField()),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "consent_by_law",
                "indexes": [models.Index(fields=["course", "-given_at"], name="by_law_of_course")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("basis", "EXC_RSL11C"),
                                (
                                    "ends_at__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("given_at"),
                                            "+",
                                            models.Value(datetime.timedelta(days=30)),
                                        ),
                                        "+",
                                        models.Value(datetime.timedelta(days=2)),
                                    ),
                                ),
                            ),
                            models.Q(
                                (
                                    "basis",
                                    "NOTICE_RSL12C",
                                ),
                                (
                                    "ends_at__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("given_at"),
                                            "+",
                                            models.Value(datetime.timedelta(days=14)),
                                        ),
                                        "+",
                                        models.Value(datetime.timedelta(days=2)),
                                    ),
                                ),
                            ),
                            models.Q(
                                ("basis", "FVL28"),
                                (
                                    "ends_at__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("given_at"),
                                            "+",
                                            models.Value(datetime.timedelta(days=30)),
                                        ),
                                        "+",
                                        models.Value(datetime.timedelta(days=2)),
                                    ),
                                ),
                            ),
                            models.Q(
                                ("basis", "SUL41"),
                                (
                                    "ends_at__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("given_at"),
                                            "+",
                                            models.Value(datetime.timedelta(days=30)),
                                        ),
                                        "+",
                                        models.Value(datetime.timedelta(days=2)),
                                    ),
                                ),
                            ),
                            models.Q(
                                ("basis", "SUL42A"),
                                (
                                    "ends_at__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("given_at"),
                                            "+",
                                            models.Value(datetime.timedelta(days=7)),
                                        ),
                                        "+",
                                        models.Value(datetime.timedelta(days=2)),
                                    ),
                                ),
                            ),
                            models.Q(
                                ("basis", "SUL43"),
                                (
                                    "ends_at__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("given_at"),
                                            "+",
                                            models.Value(datetime.timedelta(days=7)),
                                        ),
                                        "+",
                                        models.Value(datetime.timedelta(days=2)),
                                    ),
                                ),
                            ),
                            models.Q(
                                ("basis", "PSL13C"),
                                (
                                    "ends_at__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("given_at"),
                                            "+",
                                            models.Value(datetime.timedelta(days=180)),
                                        ),
                                        "+",
                                        models.Value(datetime.timedelta(days=2)),
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="reading_by_law_lasts_as_its_ground",
                    )
                ],
            },
        ),
        protect("consent_by_law"),
    ]
