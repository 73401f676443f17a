"""When and where she would rather meet, the room that is booked, and when those asked are taken (C3).

Who prepares a meeting is told when the people of that very meeting are taken, and when rooms are: no
word of what with, or of whom. The functions answer nobody else.
"""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import definer

PREPARES = "array['citizen', 'coordinator', 'cover', 'deputy', 'second']"
STANDS = """m.state in ('preparing', 'called', 'running') and m.starts_at < until_at
       and m.starts_at + make_interval(mins => m.minutes_long) > from_at"""
TAKEN = definer(
    "meetings_taken",
    "wanted uuid, from_at timestamptz, until_at timestamptz",
    f"""returns table (person uuid, starts timestamptz, ends timestamptz, room uuid)
  language sql stable as $$
  with about as (
    select id, leader_id from meetings_meeting
     where id = wanted and access_my_roles(course_id) && {PREPARES}),
  asked as (
    select leader_id as person_id from about
    union
    select p.person_id from meetings_participant p join about a on a.id = p.meeting_id
     where p.person_id is not null)
  select a.person_id, m.starts_at, m.starts_at + make_interval(mins => m.minutes_long), m.room_id
    from meetings_meeting m join asked a on m.leader_id = a.person_id
      or exists (select from meetings_participant o
                  where o.meeting_id = m.id and o.person_id = a.person_id and o.reply <> 'declined')
   where m.id <> wanted and {STANDS}
  union all
  select a.person_id, b.starts_at, b.ends_at, null::uuid
    from people_busy b join asked a on b.person_id = a.person_id
   where b.starts_at < until_at and b.ends_at > from_at
$$""",
)
ROOMS = definer(
    "meetings_rooms_taken",
    "wanted uuid, from_at timestamptz, until_at timestamptz",
    f"""returns table (room uuid, starts timestamptz, ends timestamptz) language sql stable as $$
  select m.room_id, m.starts_at, m.starts_at + make_interval(mins => m.minutes_long)
    from meetings_meeting m
   where m.room_id is not null and m.id <> wanted and {STANDS}
     and exists (select from people_person p where p.id = (select access_actor())
                  and p.kind in ('staff', 'citizen'))
$$""",
)


class Migration(migrations.Migration):
    """Six columns, two functions."""

    dependencies = (
        ("meetings", "0071_pulse"),
        ("directory", "0015_rooms"),
        ("people", "0055_calendars"),
    )

    operations = (
        migrations.AddField(
            "meeting", "room",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="directory.room",
            ),
        ),
        migrations.AddField("meeting", "search_from", models.DateField(null=True)),
        migrations.AddField("meeting", "search_until", models.DateField(null=True)),
        migrations.AddField("meeting", "day_parts", models.JSONField(default=list)),
        migrations.AddField("meeting", "weekdays", models.JSONField(default=list)),
        migrations.AddField("meeting", "avoids", models.JSONField(default=list)),
        TAKEN,
        ROOMS,
    )  # fmt: skip
