"""My courses for a list across citizens: what I am to each, its phase, and when something happened.

Found before the list is logged, so nobody's name leaves it (decision 32).
"""

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import REACHES_NOW

LATELY = definer(
    "course_mine_lately",
    "",
    f"""returns table (course_id uuid, roles text[], state text, since timestamptz,
    last_at timestamptz, holder_away boolean)
  language plpgsql stable as $$
begin
  return query
  with mine as materialized (
    select scope_id, array_agg(distinct role::text) as held, bool_or(topic = 'whole') as whole
      from access_grant
     where person_id = (select access_actor()) and {REACHES_NOW}
       and role in ('coordinator', 'cover', 'deputy', 'second', 'taker')
     group by scope_id)
  select c.id, m.held, c.state::text, c.state_since,
         (select e.at from access_event e
           where e.scope_id = c.id and (m.whole or e.topic = 'frame')
           order by e.at desc limit 1),
         exists (select from course_coordinatorship h join people_leave l on l.person_id = h.person_id
                  where h.course_id = c.id and h.ended_at is null
                    and l.starts_on <= access_today()
                    and (l.ends_on is null or l.ends_on >= access_today()))
    from mine m join course_course c on c.id = m.scope_id;
end $$""",
)


class Migration(migrations.Migration):
    """A function."""

    dependencies = (("course", "0095_language"), ("access", "0101_threads"))

    operations = (LATELY,)
