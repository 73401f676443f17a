"""What is shared with a unit is for those who work there, not for those employed above it.

Posts reach down the tree of units, as a leader's do. "any", the post of everybody who works in a
unit, had come down with them: whoever was employed at the top, the organisation's administrator
too, read what citizens had shared with any unit below.
"""

from django.db import migrations

POSTS = """
create or replace function access_my_posts() returns text[] language sql stable parallel safe
  security definer set search_path = public, pg_temp as $$
  with recursive held as (
    select e.unit_id, {held}
     where e.person_id = (select access_actor()) and e.starts_on <= access_today()
       and (e.ends_on is null or e.ends_on >= access_today())
  ), down as (
    select unit_id, role from held
    union select u.id, d.role from people_unit u join down d on u.parent_id = d.unit_id{which}
  )
  select coalesce(array_agg(unit_id::text || ':' || role), '{{}}') from down
$$;
"""
HELD = "held_as as role from people_employment e, unnest(array[e.role, 'any']) held_as"


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("access", "0012_shared_is_the_teams"),)

    operations = (
        migrations.RunSQL(
            POSTS.format(held=HELD, which="\n     and d.role <> 'any'"),
            POSTS.format(held=HELD, which=""),
        ),
    )
