"""That somebody has seen what she did is nothing that happened in her course.

A new course is still to be begun with, and a quiet one still to be rung about.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, REACHES_NOW, asked_already

BEFORE = import_module("landfast.course.migrations.0102_lately_where_held")
LATELY = whole(
    "course_mine_lately",
    "",
    f"""returns table (course_id uuid, roles text[], state text, since timestamptz,
    last_at timestamptz, holder_away boolean)
  language plpgsql stable as $$
declare
  {ASKED_ALREADY}
begin
  return query
  with mine as materialized (
    select scope_id, array_agg(distinct role::text) as held, bool_or(topic = 'whole') as whole
      from access_grant
     where person_id = me and {asked_already(REACHES_NOW)}
       and role in ('coordinator', 'cover', 'deputy', 'second', 'taker')
     group by scope_id),
  told as materialized (
    select m.*, m.held && array['coordinator', 'cover', 'deputy'] as holds,
           'second' = any (m.held) and {BEFORE.AWAY} as stands_in
      from mine m)
  select c.id, t.held, c.state::text, c.state_since,
         case when t.holds or t.stands_in then (
           select e.at from access_event e
            where e.scope_id = c.id and (t.whole or e.topic = 'frame')
              and e.kind <> 'course.heard'
            order by e.at desc limit 1) end,
         t.stands_in
    from told t join course_course c on c.id = t.scope_id;
end $$""",
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("course", "0119_her_yes_joins"),)

    operations = (migrations.RunSQL(LATELY.sql, BEFORE.LATELY.sql),)
