"""Who held a course until it ended is told that it did, and whom to ask; nothing more is opened.

Her access ends in the same second. What is left is a name that she knows, a day and a telephone,
as it is for whoever has a task left there: for half a year, while the way back is short, and
where she works in that organisation still. Each time it is shown the citizen can see it.
"""

from django.db import migrations

from landfast.access.protect import definer, lists
from landfast.access.sql import ASKED_ALREADY, EMPLOYED, MY_UNIT, asked_already, reached

KEYS = definer(
    "course_ended_keys",
    "",
    f"""returns table (course_id uuid, ended_at timestamptz, ending text)
  language plpgsql stable as $$
declare
  {ASKED_ALREADY}
begin
  return query
  select c.id, h.ended_at, c.ending::text
    from course_coordinatorship h join course_course c on c.id = h.course_id
    join people_unit u on u.id = c.unit_id
   where h.person_id = me and h.ended_at > moment - interval '183 days'
     and c.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and h.ended_at >= c.state_since
     and c.ending not in ('', 'joined')
     and not exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)
     and exists (select from people_employment e join people_unit w on w.id = e.unit_id
                  where e.person_id = me and {asked_already(EMPLOYED)}
                    and w.organisation_id = u.organisation_id);
end $$""",
)
LIST = definer(
    "course_ended_mine",
    "wanted uuid[], page text",
    f"""returns table (course_id uuid, citizen text, ended_at timestamptz, ending text, unit text,
    leads text[], phones text[])
  language plpgsql volatile as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
begin
  insert into access_look
    (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
  select uuidv7(), moment, k.course_id, me, {asked_already(MY_UNIT)}, 'former_coordinator',
         '', page, true, 'list'
    from course_ended_keys() k where wanted is null or k.course_id = any (wanted);
  return query
  select k.course_id, z.name::text, k.ended_at, k.ending, u.name::text,
         array_agg(p.name::text order by p.sort_key, p.id) filter (where p.id is not null),
         array_agg(p.phone::text order by p.sort_key, p.id) filter (where p.id is not null)
    from course_ended_keys() k join course_course c on c.id = k.course_id
    join course_citizen z on z.id = c.citizen_id join people_unit u on u.id = c.unit_id
    left join people_employment e on e.unit_id = u.id and e.role = 'daily_leader'
         and {asked_already(EMPLOYED)}
    left join people_person p on p.id = e.person_id
   where wanted is null or k.course_id = any (wanted)
   group by k.course_id, z.name, k.ended_at, k.ending, u.name
   order by k.ended_at desc, k.course_id;
end $$""",
)
LED = definer(*lists(
    "course_list_ended", "units uuid[], most int, page text",
    f"""select c.id from course_course c
     where c.unit_id = any (units) and c.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
       and c.ending <> '' and {reached("c.id")}
     order by c.state_since desc, c.id limit most""",
))  # fmt: skip


class Migration(migrations.Migration):
    """Three functions."""

    dependencies = (("course", "0116_begun_again"), ("access", "0112_never_for_income"))

    operations = (KEYS, LIST, LED)
