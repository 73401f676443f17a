"""What the meeting room keeps: its stage, when the citizen answers, who gets the minutes.

The notes of the turns belong to those who write them and to the citizen; minutes are
hers and the leader's until they are out, and then also those who were to have them.
"""

import django.db.models.deletion
from django.db import migrations, models

HERS_AND_THE_LEADERS = (
    "access_my_roles(course_id) && array['citizen', 'coordinator', 'cover', 'deputy', 'second']"
)
KEPT_CLOSE = migrations.RunSQL(
    f"""
create policy table_only on meetings_turn as restrictive for all to landfast_app
  using ({HERS_AND_THE_LEADERS});
create policy citizen_first on meetings_minutes as restrictive for all to landfast_app
  using ({HERS_AND_THE_LEADERS}
    or (state = 'published' and recipients ? (select access_actor())::text))
  with check ({HERS_AND_THE_LEADERS});
""",
    """
drop policy citizen_first on meetings_minutes;
drop policy table_only on meetings_turn;
""",
)
ANSWERS = [(value, value) for value in ("after_each", "after_round", "not_today")]
STAGES = [(value, value) for value in ("frame", "follow_up", "themes", "closing")]
TURNS = [
    (value, value)
    for value in (
        "input", "citizen_response", "correction", "no_answer", "pass", "solution", "parked",
        "closed",
    )
]  # fmt: skip


class Migration(migrations.Migration):
    """Fields and policies of the meeting room."""

    dependencies = (("meetings", "0002_guards"), ("people", "0001_initial"))

    operations = (
        migrations.AddField("format", "is_ready", models.BooleanField(default=False)),
        migrations.AddField(
            "meeting", "answers",
            models.CharField(max_length=12, choices=ANSWERS, default="after_each"),
        ),
        migrations.AddField(
            "meeting", "frame_agreed_by",
            models.ForeignKey(
                "people.Person", django.db.models.deletion.PROTECT,
                null=True, blank=True, related_name="+",
            ),
        ),
        migrations.AddField(
            "meeting", "stage",
            models.CharField(max_length=10, choices=STAGES, default="frame"),
        ),
        migrations.RemoveField("minutes", "body"),
        migrations.AddField("minutes", "content", models.JSONField(default=dict)),
        migrations.AddField("minutes", "seen_beside", models.BooleanField(default=False)),
        migrations.AddField(
            "minutes", "offered", models.CharField(max_length=300, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField("minutes", "recipients", models.JSONField(default=list)),
        migrations.AlterField("turn", "kind", models.CharField(max_length=16, choices=TURNS)),
        KEPT_CLOSE,
    )  # fmt: skip
