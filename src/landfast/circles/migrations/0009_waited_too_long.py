"""Who keeps a circle, or leads the unit that raised it, is told of a case that waits too long.

The bare fact, since when, and whom to ring: neither the text nor whose it is.
"""

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import holds_post

LEADS = holds_post("k.raised_from_id", "leader", "daily_leader")

LATE = definer(
    "circles_late_cases",
    "raised_before timestamptz, held_before timestamptz",
    f"""returns table (what text, since timestamptz, circle_id uuid, circle text, raised_by text,
    phone text, unit text) language sql stable as $$
  with late as (
    select 'on_the_list' as what, k.created_at as since, k.circle_id, k.raised_by_id,
           k.raised_from_id
      from circles_case k
     where k.state = 'waiting' and k.created_at < raised_before
    union all
    select 'untold', s.starts_at, k.circle_id, k.raised_by_id, k.raised_from_id
      from circles_case k join circles_sitting s on s.id = k.sitting_id
     where k.state = 'handled' and k.told_after_on is null and s.starts_at < held_before)
  select k.what, k.since, c.id, c.name::text, p.name::text, p.phone::text, u.name::text
    from late k join circles_circle c on c.id = k.circle_id
    join people_person p on p.id = k.raised_by_id join people_unit u on u.id = k.raised_from_id
   where k.circle_id = any ((select circles_kept())::uuid[]) or {LEADS}
   order by k.since, c.name, p.name
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("circles", "0008_asked_to_a_sitting"),)

    operations = (LATE,)
