"""What a reflector writes down herself after Åben Dialog (S001 §3.3.3).

Hers to write and nobody else's: who leads the meeting reads it, and so does the citizen.
"""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import logged, protect_by, reach
from landfast.access.rules import Level, Topic
from landfast.kernel.clock import now
from landfast.kernel.ids import new_id

READS = reach("meetings_reflection", "course_id", Topic.WHOLE, Level.READ)
NEAR = (
    "(written_by_id = access_actor()\n"
    "  or access_my_roles(course_id) && array['citizen', 'coordinator', 'cover', 'deputy', 'second'])"
)
HERS = f"({READS})\n  and written_by_id = access_actor()"


class Migration(migrations.Migration):
    """One table and its policies."""

    dependencies = (("meetings", "0008_roles_once"), ("access", "0020_no_log_no_read"))

    operations = (
        migrations.CreateModel(
            "Reflection",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=now, editable=False)),
                ("text", models.TextField(max_length=4000)),
                ("written_at", models.DateTimeField()),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reflections",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="meetings.participant",
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
            options={"db_table": "meetings_reflection"},
        ),
        protect_by(
            "meetings_reflection", select=f"({READS})\n  and {NEAR}", insert=HERS, update=HERS
        ),
        logged("meetings_reflection"),
    )
