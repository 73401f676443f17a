"""When something last happened is looked up where I hold the threads today, and nowhere else.

Of the courses that somebody else holds, Mandag shows the frame only. Whether the holder is away is
asked by the second alone (domain 0.8).
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, REACHES_NOW, asked_already

AWAY = """exists (
           select from course_coordinatorship h join people_leave l on l.person_id = h.person_id
            where h.course_id = m.scope_id and h.ended_at is null
              and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today))"""
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
           'second' = any (m.held) and {AWAY} as stands_in
      from mine m)
  select c.id, t.held, c.state::text, c.state_since,
         case when t.holds or t.stands_in then (
           select e.at from access_event e
            where e.scope_id = c.id and (t.whole or e.topic = 'frame')
            order by e.at desc limit 1) end,
         t.stands_in
    from told t join course_course c on c.id = t.scope_id;
end $$""",
)


class Migration(migrations.Migration):
    """A function, written anew."""

    dependencies = (("course", "0101_card"),)

    operations = (LATELY,)
