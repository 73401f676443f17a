"""Intake keeps a course apart too, while it assesses: who does it and the named leader stay in it.

The function stands whole; who may lead is asked of the posts (`access_posts_that`).
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import EMPLOYED

# the leader leads a unit that the course belongs to, or one above it
KEEP = whole(
    "access_keep_apart",
    "wanted uuid, because text, named uuid",
    f"""returns boolean language plpgsql volatile as $$
declare
  ended uuid[];
  mine constant text[] := access_my_roles(wanted);
begin
  if not mine && array['coordinator', 'cover', 'deputy', 'second', 'intake']
    or access_is_apart(wanted) or not exists (
    with recursive up as (
      select u.id, u.parent_id from people_unit u join access_grant g on g.unit_id = u.id
       where g.scope_id = wanted and g.role = 'lead'
      union select u.id, u.parent_id from people_unit u join up on up.parent_id = u.id)
    select from people_employment
     where person_id = named and role = any (access_posts_that('courses_oversee')) and {EMPLOYED}
       and unit_id in (select id from up))
  then return false; end if;
  if 'intake' = any (mine) then
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic,
      level, starts_at, given_by_id, reason, situation)
    select uuidv7(), access_now(), wanted, one, '', 'intake', 'referral', 'frame', 'write',
           access_now(), access_actor(), 'Ser, om et forløb passer', 'always'
      from (select access_actor() union select named) people (one);
  end if;
  with closing as (
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = wanted and person_id is null
       and (ends_at is null or ends_at > access_now())
    returning id)
  select coalesce(array_agg(id), '{{}}') into ended from closing;
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, given_by_id, reason, situation)
  values (uuidv7(), access_now(), wanted, named, '', 'lead', 'team', 'frame', 'write',
    access_now(), access_actor(), 'Leder med navn', 'always');
  insert into access_apart (id, created_at, scope_id, why, leader_id, set_by_id, since, closed)
  values (uuidv7(), access_now(), wanted, because, named, access_actor(), access_now(),
    to_jsonb(ended));
  return true;
end $$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("access", "0050_kinds_of_looks"),)

    operations = (KEEP,)
