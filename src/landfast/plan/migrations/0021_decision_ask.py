"""A leader is asked to decide one thing, and reads the question: no more of the course.

Only who is asked answers; whoever holds the threads may take the question back while it waits.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import logged, protect_by, reach, things
from landfast.access.roles import CourseRole
from landfast.access.rules import Level, Topic
from landfast.kernel.choices import choices
from landfast.plan.rules.deciding import DecisionAnswer

READS, WRITES = (
    reach("plan_decision_ask", "course_id", Topic.WHOLE, level)
    for level in (Level.READ, Level.WRITE)
)
ASKED = f"id = {things(CourseRole.DECIDER)} and decider_id = access_actor()"
ONLY_ANSWERED = migrations.RunSQL(
    """
revoke update on plan_decision_ask from landfast_app;
grant update (answer, because, instead, answered_at, withdrawn_at)
  on plan_decision_ask to landfast_app;
""",
    "grant update on plan_decision_ask to landfast_app;",
)


class Migration(migrations.Migration):
    """One table and its policies."""

    dependencies = [
        ("course", "0040_part_whose"),
        ("people", "0007_organisations_and_closed_units"),
        ("plan", "0020_read_for"),
        ("access", "0040_parts"),
    ]

    operations = [
        migrations.CreateModel(
            name="DecisionAsk",
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
                ("asked_at", models.DateTimeField()),
                ("question", models.CharField(max_length=500)),
                ("reason", models.CharField(max_length=300)),
                (
                    "answer",
                    models.CharField(blank=True, choices=choices(DecisionAnswer), max_length=10),
                ),
                ("because", models.CharField(blank=True, max_length=500)),
                ("instead", models.CharField(blank=True, max_length=500)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="plan.agreement",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "decider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "plan_decision_ask",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None), ("withdrawn_at", None)),
                        fields=("agreement",),
                        name="one_leader_is_asked_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                models.Q(("because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_has_its_reason",
                    ),
                ],
            },
        ),
        protect_by(
            "plan_decision_ask",
            select=f"({READS})\n  or ({ASKED})",
            insert=WRITES,
            update=f"(({WRITES}) and answer = '') or ({ASKED})",
        ),
        # what one is asked oneself: from it one learns of whom, and logs the list
        logged("plan_decision_ask", own="decider_id = (select access_actor())"),
        ONLY_ANSWERED,
    ]
