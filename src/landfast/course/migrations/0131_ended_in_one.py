"""What ended without me is found once, where it was found to be logged and again to be told.

And the planner is told how few it is: expecting hundreds, Mandag read all that its reader ever
did, to see what of it had been put away.
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, EMPLOYED, MY_UNIT, asked_already

LIST = whole(
    "course_ended_mine",
    "wanted uuid[], page text",
    f"""returns table (course_id uuid, citizen text, ended_at timestamptz, ending text, unit text,
    leads text[], phones text[])
  language plpgsql volatile as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
begin
  return query
  with ended as materialized (
    select * from course_ended_keys() k where wanted is null or k.course_id = any (wanted)),
  told as (
    insert into access_look
      (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
    select uuidv7(), moment, k.course_id, me, {asked_already(MY_UNIT)}, 'former_coordinator',
           '', page, true, 'list'
      from ended k)
  select k.course_id, z.name::text, k.ended_at, k.ending, u.name::text,
         array_agg(p.name::text order by p.sort_key, p.id) filter (where p.id is not null),
         array_agg(p.phone::text order by p.sort_key, p.id) filter (where p.id is not null)
    from ended k join course_course c on c.id = k.course_id
    join course_citizen z on z.id = c.citizen_id join people_unit u on u.id = c.unit_id
    left join people_employment e on e.unit_id = u.id and e.role = 'daily_leader'
         and {asked_already(EMPLOYED)}
    left join people_person p on p.id = e.person_id
   group by k.course_id, z.name, k.ended_at, k.ending, u.name
   order by k.ended_at desc, k.course_id;
end $$""",
)


class Migration(migrations.Migration):
    """One function anew, and how many rows of another are to be expected."""

    dependencies = (("course", "0130_named_anew"), ("access", "0121_browsed"))

    operations = (
        LIST,
        migrations.RunSQL(
            "alter function course_ended_keys() rows 3",
            "alter function course_ended_keys() rows 1000",
        ),
    )
