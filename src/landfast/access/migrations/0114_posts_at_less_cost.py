"""What the actor's posts reach and what one is to a course: kept plans, and no question for nothing.

As SQL functions they were made ready anew in every transaction. Who is let in to single topics by a
post or a house is asked of courses that have such a grant.
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, EMPLOYED, REACHES_NOW, asked_already

POSTS = whole(
    "access_my_posts",
    "",
    f"""returns text[] language plpgsql stable parallel safe as $$
declare
  me constant uuid := access_actor();
  today constant date := access_today();
begin
  return (
    with recursive held as (
      select e.unit_id, held_as as role
        from people_employment e, unnest(array[e.role, 'any']) held_as
       where e.person_id = me and {asked_already(EMPLOYED)}
    ), down as (
      select unit_id, role from held
      union select u.id, d.role from people_unit u join down d on u.parent_id = d.unit_id
       and d.role <> 'any'
    )
    select coalesce(array_agg(unit_id::text || ':' || role), '{{}}') from down);
end $$""",
)

ROLES = whole(
    "access_my_roles",
    "wanted uuid",
    f"""returns text[] language plpgsql stable as $$
declare
  {ASKED_ALREADY}
  found text[] := array(
    select role from access_grant
     where scope_id = wanted and person_id = me and {asked_already(REACHES_NOW)}
    union all
    select role from access_my_posts_reach where scope_id = wanted);
begin
  if exists (select from access_grant
              where scope_id = wanted and (organisation_id is not null
                 or unit_id is not null and topic not in ('frame', 'whole')))
  then
    found := found || array(
      select role::text from access_my_posts_parts where scope_id = wanted);
  end if;
  return array(select distinct unnest(found));
end $$""",
)


class Migration(migrations.Migration):
    """Two functions, written anew: they answer what they answered."""

    dependencies = (("access", "0113_signed_in_less"),)

    operations = (POSTS, ROLES)
