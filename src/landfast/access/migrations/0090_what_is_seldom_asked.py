"""What is seldom asked stands behind a function, so that no statement has to prepare for it.

A sub-select in a policy is made ready by every statement on its table, though it may never run:
the posts' part of the template took more than twice what the personal part takes. `lighten` puts
the two functions in its place, on tables that posts seldom reach (docs/decisions/0023).
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import BEST_FIRST, EMPLOYED, MY_UNIT, PRIVATE, REACHES_NOW

REACHES = definer(
    "access_reaches",
    "wanted uuid, wanted_topic text, wanted_level text",
    """returns boolean language plpgsql stable parallel safe as $$
begin
  if not exists (select from access_grant
                  where scope_id = wanted and unit_id is not null
                    and topic in ('whole', wanted_topic) and level in ('write', wanted_level))
  then return false; end if;
  return exists (select from access_my_posts_reach r
                  where r.scope_id = wanted and r.topic in ('whole', wanted_topic)
                    and r.level in ('write', wanted_level));
end $$""",
)

PLAYS = definer(
    "access_plays",
    "wanted uuid, wanted_roles text[]",
    """returns boolean language plpgsql stable as $$
begin
  return exists (select from access_my_posts_reach r
                  where r.scope_id = wanted and r.role = any (wanted_roles))
      or exists (select from access_my_posts_parts r
                  where r.scope_id = wanted and r.role = any (wanted_roles));
end $$""",
)

# nobody is let in to a part called the whole or the frame
SHARES = definer(
    "access_shares",
    "wanted uuid, topics text[]",
    """returns boolean language plpgsql stable as $$
begin
  if topics = '{}' or topics && array['whole', 'frame'] then return false; end if;
  return access_reads_topics(wanted, topics);
end $$""",
)

KNOWN = """
create or replace function access_known_scopes() returns uuid[] language plpgsql stable
  parallel safe security definer set search_path = public, pg_temp as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
begin
  return array(select g.scope_id from access_grant g
   where g.person_id = me and g.topic = 'whole'
     and g.starts_at <= moment and g.ends_at is distinct from g.starts_at
     and (g.role = 'citizen' or not exists (
       select from access_fresh_start f
        where f.scope_id = g.scope_id and f.lifted_at is null and f.since <= g.starts_at)));
end $$;
"""
KNOWN_BEFORE = """
create or replace function access_known_scopes() returns uuid[] language sql stable
  parallel safe security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct g.scope_id), '{}') from access_grant g
   where g.person_id = (select access_actor()) and g.topic = 'whole'
     and g.starts_at <= access_now() and g.ends_at is distinct from g.starts_at
     and (g.role = 'citizen' or not exists (
       select from access_fresh_start f
        where f.scope_id = g.scope_id and f.lifted_at is null and f.since <= g.starts_at))
$$;
"""

KINDS = import_module("landfast.access.migrations.0050_kinds_of_looks")

# who reaches the whole in person needs not ask what their posts reach
OPEN = f"""
create or replace function access_open(wanted uuid, page text, as_kind text) returns text
  language plpgsql volatile {KINDS.DEFINER} as $$
declare
  held record;
  me constant uuid := access_actor();
begin
  select role, ground, topic into held from access_grant
   where scope_id = wanted and person_id = me and topic = 'whole' and {REACHES_NOW}
   limit 1;
  if not found then
    select role, ground, topic into held from (
      select role, ground, topic from access_grant
       where scope_id = wanted and person_id = me and {REACHES_NOW}
      union all
      select role, ground, topic from access_my_posts_reach where scope_id = wanted
      union all
      select role, ground, topic from access_my_posts_parts where scope_id = wanted
    ) grants order by {BEST_FIRST} limit 1;
    if not found then return null; end if;
  end if;
  insert into access_look
    (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
  values (uuidv7(), access_now(), wanted, me, {MY_UNIT}, held.role, held.ground, page, true,
    {KINDS.OF_ACT});
  return held.topic;
end $$;
"""
OPEN_BEFORE = "drop function access_open;" + KINDS.OPEN.format(
    argument="as_kind text", column=", kind", value=f", {KINDS.OF_ACT}"
)

OPENED = f"""
create or replace function access_opened() returns uuid[] language plpgsql stable
  parallel safe {KINDS.DEFINER} as $$
declare
  me constant uuid := access_actor();
  began constant timestamptz := access_began();
  said constant uuid[] :=
    string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[];
begin
  if said is null then return '{{}}'; end if;
  return array(select coalesce(scope_id, about) from access_look
                where person_id = me and at >= began and allowed
                  and coalesce(scope_id, about) = any (said));
end $$;
"""
OPENED_BEFORE = KINDS.OPENED.format(
    what="coalesce(scope_id, about)", new="coalesce(new.scope_id, new.about)"
)

# first those that one reaches whole in person, which ask nothing of posts; then the others
LIST = f"""
create or replace function access_list(wanted uuid[], page text, things uuid[], as_role text)
  returns int language plpgsql volatile {KINDS.DEFINER} as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  here constant boolean := exists (
    select from people_employment where person_id = me and {EMPLOYED});
  at_unit constant uuid := {MY_UNIT};
  whole uuid[];
  others int;
begin
  if me is null then return 0; end if;
  with told as (
    insert into access_look
      (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
    select uuidv7(), moment, h.scope_id, me, at_unit, h.role, h.ground, page, true, 'list'
      from (select distinct on (scope_id) scope_id, role, ground from access_grant
             where scope_id = any (wanted) and person_id = me and topic = 'whole'
               and starts_at <= moment and (ends_at is null or ends_at > moment)
               and ({PRIVATE} or here)
             order by scope_id) h
    returning scope_id)
  select coalesce(array_agg(scope_id), '{{}}') into whole from told;
  if wanted <@ whole and things = '{{}}' then return cardinality(whole); end if;
  with held as (
    select distinct on (scope_id) scope_id, role, ground from (
      select scope_id, role, ground, topic from access_grant
       where scope_id = any (wanted) and person_id = me
         and starts_at <= moment and (ends_at is null or ends_at > moment)
         and ({PRIVATE} or here)
      union all
      select scope_id, role, ground, topic from access_my_posts_reach
       where scope_id = any (wanted)
      union all
      select scope_id, role, ground, topic from access_my_posts_parts
       where scope_id = any (wanted)
    ) grants order by scope_id, {BEST_FIRST})
  insert into access_look
    (id, at, scope_id, about, person_id, unit_id, role, ground, what, allowed, kind)
  select uuidv7(), moment, s.id, null::uuid, me, at_unit, coalesce(h.role, ''),
         coalesce(h.ground, ''), page, true, 'list'
    from access_scope s left join held h on h.scope_id = s.id
   where s.id = any (wanted) and s.id <> all (whole)
  union all
  select uuidv7(), moment, null, one, me, at_unit, as_role, 'referral', page, true, 'list'
    from unnest(things) one;
  get diagnostics others = row_count;
  return cardinality(whole) + others;
end $$;
"""
LIST_BEFORE = "drop function access_list;" + KINDS.LIST.format(
    arguments="wanted uuid[], page text, things uuid[], as_role text", about=", about",
    none=", null::uuid", column=", kind", value=", 'list'", referrals=KINDS.OF_REFERRALS,
)  # fmt: skip


class Migration(migrations.Migration):
    """Three functions, and four that ask less."""

    dependencies = (("access", "0060_mending"),)

    operations = (
        REACHES,
        PLAYS,
        SHARES,
        migrations.RunSQL(KNOWN, KNOWN_BEFORE),
        migrations.RunSQL(OPENED, OPENED_BEFORE),
        migrations.RunSQL(LIST, LIST_BEFORE),
        migrations.RunSQL(OPEN, OPEN_BEFORE),
    )
