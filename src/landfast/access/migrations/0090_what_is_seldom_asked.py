"""What is seldom asked stands behind a function, so that no statement has to prepare for it.

A sub-select in a policy is made ready by every statement on its table, though it may never run:
the posts' part of the template took more than twice what the personal part takes. `lighten` puts
the two functions in its place, on tables that posts seldom reach (docs/decisions/0023).
"""

from django.db import migrations

from landfast.access.protect import definer

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

# who reaches the whole in person needs not ask what their posts reach
IN_PERSON = """select role, ground, topic into held from access_grant
   where scope_id = wanted and person_id = me and topic = 'whole'
     and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days))
     and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
     and (ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = me and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))
   limit 1;
  if not found then
  """
OPEN = """
create or replace function access_open(wanted uuid, page text, seen_at timestamptz)
  returns text language plpgsql volatile
  security definer set search_path = public, pg_temp as $$
declare
  held record;
  me constant uuid := access_actor();
begin
  {in_person}select role, ground, topic into held from (
    select role, ground, topic from access_grant
     where scope_id = wanted and person_id = me
       and (situation = 'always'
         or access_situation_holds(scope_id, situation, situation_about, situation_days))
       and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
       and (ground = 'citizen' or (select exists (
          select from people_employment e
           where e.person_id = me and e.starts_on <= access_today()
             and (e.ends_on is null or e.ends_on >= access_today()))))
    union all
    select role, ground, topic from access_my_posts_reach where scope_id = wanted
    union all
    select role, ground, topic from access_my_posts_parts where scope_id = wanted
  ) grants order by (topic = 'whole') desc, (topic = 'frame') desc limit 1;
  if not found then return null; end if;{end_if}
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), access_now(), wanted, me,
    (select unit_id from people_employment where person_id = me
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held.role, held.ground, page, true);
  return held.topic;
end $$;
"""

OPENED = """
create or replace function access_opened() returns uuid[] language plpgsql stable
  parallel safe security definer set search_path = public, pg_temp as $$
declare
  me constant uuid := access_actor();
  began constant timestamptz := access_began();
  said constant uuid[] :=
    string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[];
begin
  if said is null then return '{}'; end if;
  return array(select scope_id from access_look
                where person_id = me and at >= began and allowed and scope_id = any (said));
end $$;
"""
OPENED_BEFORE = """
create or replace function access_opened() returns uuid[] language sql stable
  parallel safe security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct scope_id), '{}') from access_look
   where person_id = (select access_actor()) and at >= (select access_began())
     and allowed and scope_id = any (
       string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[])
$$;
"""

# first those that one reaches whole in person, which ask nothing of posts; then the others
LIST = """
create or replace function access_list(wanted uuid[], page text) returns int language plpgsql
  volatile security definer set search_path = public, pg_temp as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
  here constant boolean := exists (
    select from people_employment e where e.person_id = me and e.starts_on <= today
       and (e.ends_on is null or e.ends_on >= today));
  at_unit constant uuid := (
    select unit_id from people_employment where person_id = me and starts_on <= today
       and (ends_on is null or ends_on >= today) order by starts_on desc limit 1);
  whole uuid[];
  others int;
begin
  if me is null then return 0; end if;
  with told as (
    insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
    select uuidv7(), moment, h.scope_id, me, at_unit, h.role, h.ground, page, true
      from (select distinct on (scope_id) scope_id, role, ground from access_grant
             where scope_id = any (wanted) and person_id = me and topic = 'whole'
               and starts_at <= moment and (ends_at is null or ends_at > moment)
               and (ground = 'citizen' or here)
             order by scope_id) h
    returning scope_id)
  select coalesce(array_agg(scope_id), '{}') into whole from told;
  if wanted <@ whole then return cardinality(whole); end if;
  with held as (
    select distinct on (scope_id) scope_id, role, ground from (
      select scope_id, role, ground, topic from access_grant
       where scope_id = any (wanted) and person_id = me
         and starts_at <= moment and (ends_at is null or ends_at > moment)
         and (ground = 'citizen' or here)
      union all
      select scope_id, role, ground, topic from access_my_posts_reach
       where scope_id = any (wanted)
      union all
      select scope_id, role, ground, topic from access_my_posts_parts
       where scope_id = any (wanted)
    ) grants order by scope_id, (topic = 'whole') desc)
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  select uuidv7(), moment, s.id, me, at_unit, coalesce(h.role, ''), coalesce(h.ground, ''),
         page, true
    from access_scope s left join held h on h.scope_id = s.id
   where s.id = any (wanted) and s.id <> all (whole);
  get diagnostics others = row_count;
  return cardinality(whole) + others;
end $$;
"""
_CURRENT = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"
_EMPLOYED = """select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today())"""
LIST_BEFORE = f"""
create or replace function access_list(wanted uuid[], page text) returns int language sql volatile
  security definer set search_path = public, pg_temp as $$
  with held as (
    select distinct on (scope_id) scope_id, role, ground from (
      select scope_id, role, ground, topic from access_grant
       where scope_id = any (wanted) and person_id = (select access_actor())
         and {_CURRENT} and (ground = 'citizen' or (select exists ({_EMPLOYED})))
      union all
      select scope_id, role, ground, topic from access_my_posts_reach
       where scope_id = any (wanted)
      union all
      select scope_id, role, ground, topic from access_my_posts_parts
       where scope_id = any (wanted)
    ) grants order by scope_id, (topic = 'whole') desc
  ), told as (
    insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
    select uuidv7(), access_now(), s.id, (select access_actor()),
           (select unit_id from people_employment where person_id = (select access_actor())
               and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
             order by starts_on desc limit 1),
           coalesce(h.role, ''), coalesce(h.ground, ''), page, true
      from access_scope s left join held h on h.scope_id = s.id
     where s.id = any (wanted) and (select access_actor()) is not null
    returning 1)
  select count(*)::int from told
$$;
"""


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
        migrations.RunSQL(
            OPEN.format(in_person=IN_PERSON, end_if="\n  end if;"),
            OPEN.format(in_person="", end_if=""),
        ),
    )
