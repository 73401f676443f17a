"""What a dialogue needs (M-02, M-03), and meetings that nobody ends.

Two functions for the clock: they take only what is past its time, so anybody may call them.
"""

from django.db import migrations, models

from landfast.access.protect import definer, helper_may

KINDS = [
    (value, value)
    for value in (
        "input", "citizen_response", "correction", "no_answer", "pass", "solution", "reflection",
        "parked", "closed",
    )
]  # fmt: skip
CLOSE_LEFT_OPEN = definer(
    "meetings_close_left_open",
    "",
    """returns setof uuid language sql volatile as $$
  update meetings_meeting
     set state = 'held', ended = 'itself', no_next = true,
         held_at = coalesce(touched_at, starts_at)
   where state = 'running'
     and (coalesce(touched_at, starts_at) at time zone 'Europe/Copenhagen')::date < access_today()
     and coalesce(touched_at, starts_at) < access_now() - interval '4 hours'
  returning id
$$""",
)
FORGET_TURNS = definer(
    "meetings_forget_turns",
    "",
    """returns int language sql volatile as $$
  with gone as (
    delete from meetings_turn t
     where not exists (
       select 1 from meetings_turn later
        where later.meeting_id = t.meeting_id and later.at > access_now() - interval '30 days')
    returning t.id)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """Fields and functions."""

    dependencies = (("meetings", "0003_room"),)

    operations = (
        migrations.AddField(
            "format", "reflects",
            models.CharField(
                max_length=14, blank=True, default="",
                choices=[("reflectors", "reflectors"), ("professionals", "professionals")],
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "format", "speaks_responsibility", models.BooleanField(default=False)
        ),
        migrations.AddField("format", "off_screen", models.BooleanField(default=False)),
        migrations.AddField(
            "meeting", "touched_at", models.DateTimeField(null=True, blank=True)
        ),
        migrations.AddField(
            "meeting", "ended",
            models.CharField(
                max_length=12, blank=True, default="",
                choices=[("itself", "itself"), ("with_course", "with_course")],
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "meeting", "responsibility",
            models.TextField(max_length=2000, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "participant", "part",
            models.CharField(
                max_length=12, blank=True, default="",
                choices=[("facilitator", "facilitator"), ("reflector", "reflector")],
            ),
            preserve_default=False,
        ),
        migrations.AlterField("turn", "kind", models.CharField(max_length=16, choices=KINDS)),
        helper_may("meetings_meeting", "select, update"),
        helper_may("meetings_turn", "select, delete"),
        CLOSE_LEFT_OPEN,
        FORGET_TURNS,
    )  # fmt: skip
