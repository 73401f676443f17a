"""Who is let in from a place on her map finds the meetings that they are asked to themselves (F2).

Frame only, and only those: what else she has of meetings is hers to open by a limit of its own.
"""

from django.db import migrations

from landfast.access.protect import definer

ASKED_TO = definer(
    "meetings_asked_to",
    "wanted uuid",
    """returns table (meeting_id uuid, starts_at timestamptz, place text, leader text)
language sql stable as $$
  select m.id, m.starts_at, m.place::text, l.name::text
    from meetings_meeting m
    join meetings_participant p on p.meeting_id = m.id
    join people_person l on l.id = m.leader_id
   where m.course_id = wanted and m.state in ('called', 'running')
     and p.relation_id in (select network_my_places(wanted))
   order by m.starts_at, m.id
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("meetings", "0096_guest_heard_since"), ("network", "0028_by_key"))

    operations = (ASKED_TO,)
