"""How a course ended, and how many courses somebody holds."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, protect_by, reach
from landfast.access.rules import Level, Topic

# Counts only: the cap must see courses that the one who appoints does not reach.
CASELOAD = definer(
    "course_caseload",
    "wanted uuid[]",
    """returns table (person_id uuid, held bigint) language sql stable as $$
  select c.person_id, count(*) from course_coordinatorship c
   where c.person_id = any (wanted) and c.ended_at is null group by c.person_id
$$""",
)


class Migration(migrations.Migration):
    """The table of endings, and the caseload."""

    dependencies = (("course", "0002_guards"), ("people", "0001_initial"))

    operations = (
        migrations.CreateModel(
            name="Closing",
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
                    "ending",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("stopped_by_citizen", "stopped_by_citizen"),
                            ("moved", "moved"),
                            ("death", "death"),
                        ],
                        max_length=20,
                    ),
                ),
                ("done", models.TextField(blank=True, max_length=2000)),
                ("not_done", models.TextField(blank=True, max_length=2000)),
                ("who_carries_on", models.TextField(blank=True, max_length=2000)),
                ("way_back", models.TextField(blank=True, max_length=2000)),
                ("final_talk_on", models.DateField(blank=True, null=True)),
                ("moves_to", models.CharField(blank=True, max_length=200)),
                ("told_on", models.TextField(blank=True, max_length=2000)),
                ("citizen_said_yes", models.BooleanField(default=False)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="closings",
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
            options={"db_table": "course_closing"},
        ),
        migrations.AddConstraint(
            model_name="closing",
            constraint=models.CheckConstraint(
                condition=models.Q(("told_on", ""), ("citizen_said_yes", True), _connector="OR"),
                name="told_on_with_a_yes",
            ),
        ),
        protect_by(
            "course_closing",
            select=reach("course_closing", "course_id", Topic.WHOLE, Level.READ),
            # intake reaches the frame only, and may close for one who moves before the start
            insert=reach("course_closing", "course_id", Topic.FRAME, Level.WRITE),
        ),
        CASELOAD,
    )
