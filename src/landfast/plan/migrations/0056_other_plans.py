"""The plans that others keep for the citizen, and what they ask: read by her and her team."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import erasable, logged, movable, protect
from landfast.kernel.choices import choices
from landfast.plan.rules.elsewhere import DemandKind, PlanKind


class Migration(migrations.Migration):
    """Two tables and their policies."""

    dependencies = [
        ("course", "0095_back_early"),
        ("people", "0045_back_early"),
        ("plan", "0051_questions_go_along"),
    ]

    operations = [
        migrations.CreateModel(
            name="OtherPlan",
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
                ("kind", models.CharField(choices=choices(PlanKind), max_length=16)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("owner", models.CharField(max_length=120)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("law", models.CharField(blank=True, max_length=120)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("parties", models.CharField(blank=True, max_length=500)),
                ("asked_on", models.DateField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "plan_other_plan",
            },
        ),
        migrations.CreateModel(
            name="Demand",
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
                ("kind", models.CharField(choices=choices(DemandKind), max_length=16)),
                ("words", models.CharField(max_length=300)),
                ("day", models.DateField(blank=True, null=True)),
                ("weekday", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("begins", models.TimeField(blank=True, null=True)),
                ("ends", models.TimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "other_plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="demands",
                        to="plan.otherplan",
                    ),
                ),
            ],
            options={
                "db_table": "plan_demand",
            },
        ),
        migrations.AddIndex(
            model_name="otherplan",
            index=models.Index(fields=["course"], name="other_plans_of_course"),
        ),
        migrations.AddConstraint(
            model_name="otherplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "coordination"), _negated=True),
                    ("asked_on__isnull", False),
                    _connector="OR",
                ),
                name="a_coordination_plan_was_asked_about",
            ),
        ),
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(fields=["course"], name="demands_of_course"),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("begins", None), ("ends", None)),
                    ("day__isnull", False),
                    ("weekday__isnull", False),
                    _connector="OR",
                ),
                name="an_hour_belongs_to_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday", None), ("weekday__lte", 6), _connector="OR"),
                name="a_weekday_is_one_of_seven",
            ),
        ),
        protect("plan_other_plan"),
        protect("plan_demand"),
        logged("plan_other_plan", "plan_demand"),
        erasable("plan_other_plan", "plan_demand"),
        movable("plan_other_plan", author="written_by_id"),
        movable("plan_demand", goes_with="other_plan_id"),
    ]
