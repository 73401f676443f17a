"""What the citizen lets somebody outside the team read, by topic and for a while."""

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
        ("consent", "0002_guards"),
        ("course", "0007_covers_now"),
        ("people", "0001_initial"),
        ("access", "0011_topics"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consent",
            name="state",
            field=models.CharField(
                choices=[
                    ("given", "given"),
                    ("refused", "refused"),
                    ("withdrawn", "withdrawn"),
                    ("ended", "ended"),
                    ("expired", "expired"),
                    ("replaced", "replaced"),
                ],
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Share",
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
                ("topics", models.JSONField()),
                ("purpose", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("given", "given"),
                            ("refused", "refused"),
                            ("withdrawn", "withdrawn"),
                            ("ended", "ended"),
                            ("expired", "expired"),
                            ("replaced", "replaced"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[("self", "self"), ("orally", "orally"), ("on_paper", "on_paper")],
                        max_length=10,
                    ),
                ),
                ("evidence", models.CharField(blank=True, max_length=300)),
                ("waived_because", models.CharField(blank=True, max_length=300)),
                ("said_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("grants", models.JSONField()),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="shares",
                        to="course.course",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="consent.share",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "db_table": "consent_share",
                "indexes": [models.Index(fields=["course", "-said_at"], name="shares_of_course")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("unit", None)),
                            models.Q(("person", None), ("unit__isnull", False)),
                            _connector="OR",
                        ),
                        name="share_names_a_person_or_a_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ends_at__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("said_at"),
                                    "+",
                                    models.Value(datetime.timedelta(days=367)),
                                ),
                            )
                        ),
                        name="share_lapses_within_a_year",
                    ),
                ],
            },
        ),
        protect("consent_share"),
    ]
