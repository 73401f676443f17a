"""What fell away with the course, lies ahead still and waits for her choice, is told on Mandag.

It is there until she has chosen, or its hour has come: it is no act of hers that is heard and put
away. A meeting that fell so is not told as one that she called off, nor is one that is held again.
"""

from importlib import import_module

from django.db import migrations, models

from landfast.access.protect import inner

LAST = import_module("landfast.meetings.migrations.0107_somebody_close_off_the_list")
DONE = LAST.BEFORE.replace(LAST.EMPLOYEES, LAST.EVERYBODY, 1)
CALLED_OFF = "where e.kind = 'meeting.cancelled'"
FALLEN = inner(
    "meetings_waits_for_holder",
    "mine uuid[], known uuid[], moment timestamptz",
    """returns setof access_waiting language sql stable as $$
  select 'fallen', m.course_id, m.id, (m.starts_at at time zone 'Europe/Copenhagen')::date,
         null::uuid, '', '', '{}'::text[], c.state_since, null::uuid
    from meetings_meeting m join course_course c on c.id = m.course_id
   where m.course_id = any (mine) and m.state = 'cancelled' and m.ended = 'with_course'
     and (m.starts_at is null or m.starts_at > moment)
     and (m.course_id = any (known) or not access_left_behind(m.course_id, m.created_at))
$$""",
)


class Migration(migrations.Migration):
    """One function more, one with a line more, and a word more for how a meeting ended."""

    dependencies = (
        ("meetings", "0107_somebody_close_off_the_list"), ("access", "0115_waiting"),
        ("course", "0129_rung"),
    )  # fmt: skip

    operations = (
        migrations.AlterField(
            "meeting", "ended",
            models.CharField(
                max_length=12, blank=True,
                choices=[
                    ("itself", "itself"), ("with_course", "with_course"), ("let_go", "let_go")
                ],
            ),
        ),
        FALLEN,
        migrations.RunSQL(
            DONE.replace(
                CALLED_OFF, f"{CALLED_OFF} and m.state = 'cancelled' and m.ended = ''", 1
            ),
            DONE,
        ),
    )  # fmt: skip
