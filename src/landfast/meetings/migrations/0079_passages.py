"""A passage of minutes that was covered or taken out (C6): who may still read its words.

What is covered is read by the citizen, by those who hold the threads, and by whom they named. What
was taken out is read by the one who did it. On another citizen it is read by her team.
"""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import erasable, left_behind, logged, movable, plays, protect_by, reach
from landfast.access.roles import CourseRole
from landfast.access.rules import Level, Topic
from landfast.kernel.choices import choices
from landfast.kernel.clock import now
from landfast.kernel.ids import new_id
from landfast.meetings.rules.passages import Cover

TABLE = "meetings_passage"
READS, WRITES = (
    f"({reach(TABLE, 'course_id', Topic.WHOLE, level)})" for level in (Level.READ, Level.WRITE)
)
LEADS = plays(TABLE, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY, CourseRole.SECOND)
HERS_AND_THE_LEADERS = plays(
    TABLE, CourseRole.CITIZEN, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
    CourseRole.SECOND,
)  # fmt: skip
NAMED = "readers ? (select access_actor())::text"
SEES = f"""{READS} and (
  (kind = 'covered' and ({HERS_AND_THE_LEADERS} or {NAMED}))
  or covered_by_id = access_actor()
  or meeting_id is null)"""
ADDS = f"{WRITES} and covered_by_id = access_actor() and ({LEADS})"


class Migration(migrations.Migration):
    """One table and its policies."""

    dependencies = (
        ("meetings", "0078_near"),
        ("course", "0062_joining"),
        ("access", "0100_who_keeps_formats"),
    )

    operations = (
        migrations.CreateModel(
            "Passage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=now, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(choices=choices(Cover), max_length=8)),
                ("words", models.TextField(max_length=4000)),
                ("reason", models.CharField(max_length=300)),
                ("readers", models.JSONField(default=list)),
                ("stood_since", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "covered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="passages",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "db_table": TABLE,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="one_mark_a_passage"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "covered"), ("readers", []), _connector="OR"),
                        name="only_what_is_covered_has_readers",
                    ),
                ],
            },
        ),
        protect_by(TABLE, select=SEES, insert=ADDS, update=f"{WRITES} and ({LEADS})"),
        logged(TABLE),
        left_behind(TABLE),
        movable(TABLE, author="covered_by_id", goes_with="meeting_id", cuts="meeting_id"),
        erasable(TABLE),
    )
