"""How often each rule about us finds something in the units that one leads: numbers, no citizen.

Signs in people's lives are counted for nobody (domain 0.5). Like `course_count_by_state`.
"""

from django.db import migrations

from landfast.access.protect import definer

COUNTED = definer(
    "redthread_counted",
    "units uuid[], since timestamptz",
    """returns table (unit_id uuid, rule text, open int, came int, ended int, days float,
    courses int, holders int) language sql stable as $$
  select c.unit_id, case when f.rule like 'MA-%' and f.rule not in ('MA-MANDATE', 'MA-RELATIVE')
                         then 'MA-NEED' else f.rule end,
         (count(*) filter (where f.closed_at is null))::int,
         (count(*) filter (where f.created_at >= since))::int,
         (count(*) filter (where f.closed_at >= since))::int,
         percentile_cont(0.5) within group (
           order by extract(epoch from f.closed_at - f.created_at) / 86400)
           filter (where f.closed_at >= since),
         count(distinct f.course_id)::int, count(distinct h.person_id)::int
    from redthread_finding f join course_course c on c.id = f.course_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
   where c.unit_id = any (units)
     and c.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
     and (f.rule like 'RT-%' or f.rule like 'MA-%')
     and (f.closed_at is null or f.closed_at >= since)
   group by 1, 2
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("redthread", "0008_asked_in_one"),)

    operations = (COUNTED,)
