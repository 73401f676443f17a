"""A guest of one meeting reads what the others are there for: their own lines, and no more of them.

As far as the citizen's yes for the guest reaches: while she is let in to that very meeting, and when
the look is logged. A function and no policy, since a row would show answers and reasons as well.
"""

from django.db import migrations

from landfast.access.protect import definer

LINES = definer(
    "meetings_lines_for_guest",
    "wanted uuid",
    """returns table (name text, role text, own_task text, own_limit text, can_promise text)
  language plpgsql stable as $$
#variable_conflict use_column
begin
  if wanted <> all (access_my_things('guest')) then return; end if;
  return query
  select w.name::text, p.role::text, p.own_task::text, p.own_limit::text, p.can_promise::text
    from meetings_participant p join people_person w on w.id = p.person_id
   where p.meeting_id = wanted and p.own_task <> ''
     and p.person_id <> (select access_actor())
     and (access_acts() or p.course_id = any (access_opened()))
   order by p.position, p.id;
end $$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("meetings", "0083_reflectors"),)

    operations = (LINES,)
