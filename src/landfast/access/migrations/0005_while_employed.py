"""A personal grant reaches as long as its holder is employed; the citizen's own always does.

Posts have ended with the employment from the beginning. Grants to a person had not: somebody who
left in another way than through "lost without warning" could read on for as long as the login
lived (lessons 9). The employment is asked for once per statement.
"""

from django.db import migrations

NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"
STILL_HERE = """ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = access_actor() and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today())))"""

SQL = """
create or replace function access_my_scopes(wanted_topic text, wanted_level text)
  returns uuid[] language sql stable parallel safe
  security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct scope_id), '{{}}') from access_grant
   where person_id = access_actor()
     and topic in ('whole', wanted_topic) and level in ('write', wanted_level)
     and {now}{while_employed}
$$;

create or replace function access_my_roles(wanted uuid) returns text[] language sql stable
  security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct role), '{{}}') from (
    select role from access_grant
     where scope_id = wanted and person_id = access_actor()
       and {now}{while_employed}
    union all
    select role from access_my_posts_reach where scope_id = wanted
  ) held
$$;

create or replace function access_open(wanted uuid, page text, seen_at timestamptz)
  returns text language plpgsql volatile
  security definer set search_path = public, pg_temp as $$
declare
  held record;
begin
  select role, ground, topic into held from (
    select role, ground, topic from access_grant
     where scope_id = wanted and person_id = access_actor()
       and {now}{while_employed}
    union all
    select role, ground, topic from access_my_posts_reach where scope_id = wanted
  ) grants order by (topic = 'whole') desc limit 1;
  if not found then return null; end if;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), seen_at, wanted, access_actor(),
    (select unit_id from people_employment where person_id = access_actor()
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held.role, held.ground, page, true);
  return held.topic;
end $$;
"""


class Migration(migrations.Migration):
    """The functions that say how far somebody reaches."""

    dependencies = (("access", "0004_reach_once"), ("people", "0001_initial"))

    operations = (
        migrations.RunSQL(
            SQL.format(now=NOW, while_employed=f"\n     and ({STILL_HERE})"),
            SQL.format(now=NOW, while_employed=""),
        ),
    )
