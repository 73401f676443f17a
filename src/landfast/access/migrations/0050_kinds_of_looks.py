"""A look says of which kind it is, and a referral is behind the gate as a course is.

A page's name said whether it was a list, a print, an export. Rows from before say nothing (''), and
are sealed as they were. What is opened inside an act is opened to change something. The functions
stand here whole.
"""

from django.db import migrations, models

from landfast.access.protect import logged
from landfast.access.sealed import ROW_WORDS
from landfast.access.sql import BEST_FIRST, EMPLOYED, MEANWHILE, MY_UNIT, REACHES_NOW, STILL_HERE

WORDS_BEFORE = """jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint,
  case when about is null then scope_id end, about, person_id, unit_id, role, ground, what, allowed
)::text"""

COLUMN = migrations.SeparateDatabaseAndState(
    database_operations=[
        migrations.RunSQL(
            "alter table access_look add column kind varchar(10) not null default '';"
            "alter table access_look alter column kind set default 'read';",
            "alter table access_look drop column kind;",
        )
    ],
    state_operations=[
        migrations.AddField("look", "kind", models.CharField(max_length=10, blank=True))
    ],
)

DEFINER = "security definer set search_path = public, pg_temp"
OWNED = """
alter function {name} owner to landfast_helper;
revoke execute on function {name} from public;
grant execute on function {name} to landfast_app, landfast_owner;
"""

OPEN = (
    """
create function access_open(wanted uuid, page text, {argument}) returns text
  language plpgsql volatile """
    + DEFINER
    + f""" as $$
declare
  held record;
begin
  select role, ground, topic into held from (
    select role, ground, topic from access_grant
     where scope_id = wanted and person_id = (select access_actor()) and {REACHES_NOW}
    union all
    select role, ground, topic from access_my_posts_reach where scope_id = wanted
    union all
    select role, ground, topic from access_my_posts_parts where scope_id = wanted
  ) grants order by {BEST_FIRST} limit 1;
  if not found then return null; end if;
  insert into access_look
    (id, at, scope_id, person_id, unit_id, role, ground, what, allowed{{column}})
  values (uuidv7(), access_now(), wanted, access_actor(), {MY_UNIT}, held.role, held.ground, page,
    true{{value}});
  return held.topic;
end $$;
"""
    + OWNED.format(name="access_open")
)
# an act that opens a record changes it: what it changes stands in the events
OF_ACT = "case when as_kind = 'read' and access_acts() then 'change' else as_kind end"

# a row for each citizen who stands on the list; of whom somebody reads without a grant of their
# own (an agreement of one who has left), the ground is the agreement
LIST = (
    """
create function access_list({arguments}) returns int language sql volatile """
    + DEFINER
    + f""" as $$
  with held as (
    select distinct on (scope_id) scope_id, role, ground from (
      select scope_id, role, ground, topic from access_grant
       where scope_id = any (wanted) and person_id = (select access_actor())
         and {MEANWHILE} and {STILL_HERE}
      union all
      select scope_id, role, ground, topic from access_my_posts_reach
       where scope_id = any (wanted)
      union all
      select scope_id, role, ground, topic from access_my_posts_parts
       where scope_id = any (wanted)
    ) grants order by scope_id, {BEST_FIRST}
  ), told as (
    insert into access_look
      (id, at, scope_id{{about}}, person_id, unit_id, role, ground, what, allowed{{column}})
    select uuidv7(), access_now(), s.id{{none}}, (select access_actor()), {MY_UNIT},
           coalesce(h.role, ''), coalesce(h.ground, ''), page, true{{value}}
      from access_scope s left join held h on h.scope_id = s.id
     where s.id = any (wanted) and (select access_actor()) is not null
    {{referrals}}
    returning 1)
  select count(*)::int from told
$$;
"""
    + OWNED.format(name="access_list")
)
OF_REFERRALS = f"""union all
    select uuidv7(), access_now(), null, one, (select access_actor()), {MY_UNIT},
           as_role, 'referral', page, true, 'list'
      from unnest(things) one where (select access_actor()) is not null"""

LOOK_AT = (
    """
create function access_look_at(thing uuid, as_role text, page text, {argument},
  was_allowed boolean) returns void language sql volatile """
    + DEFINER
    + f""" as $$
  insert into access_look (id, at, about, person_id, unit_id, role, ground, what, allowed{{column}})
  select uuidv7(), access_now(), thing, (select access_actor()), {MY_UNIT},
         case when was_allowed then as_role else '' end,
         case when was_allowed then 'referral' else '' end, page, was_allowed{{value}}
   where (select access_actor()) is not null
$$;
"""
    + OWNED.format(name="access_look_at")
)

REFUSED = (
    """
create or replace function access_refused(wanted uuid, page text, seen_at timestamptz)
  returns void language sql volatile """
    + DEFINER
    + f""" as $$
  insert into access_look
    (id, at, scope_id, person_id, unit_id, role, ground, what, allowed{{column}})
  select uuidv7(), access_now(), (select id from access_scope where id = wanted),
    (select access_actor()), {MY_UNIT}, '', '', page, false{{value}}
   where (select access_actor()) is not null
$$;
"""
)

# what this transaction has opened: courses, and referrals that no course stands behind yet
OPENED = (
    """
create or replace function access_opened() returns uuid[] language sql stable parallel safe """
    + DEFINER
    + """ as $$
  select coalesce(array_agg(distinct {what}), '{{}}') from access_look
   where person_id = (select access_actor()) and at >= (select access_began())
     and allowed and {what} = any (
       string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[])
$$;
create or replace function access_note_opened() returns trigger language plpgsql as $$
begin
  if {new} is not null and new.allowed
     and left(current_setting('landfast.actor', true), 36) = new.person_id::text then
    perform set_config('landfast.opened',
      coalesce(nullif(current_setting('landfast.opened', true), '') || ',', '') || {new}, true);
  end if;
  return null;
end $$;
"""
)

IN_AREA = (
    """
create or replace function access_in_area(wanted uuid) returns boolean language sql stable """
    + DEFINER
    + """ as $$
  select exists (select from access_grant where scope_id = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[]))
      or exists (select from access_look where scope_id = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[])){about}
$$;
"""
)
ABOUT_IN_AREA = """
      or exists (select from access_look where about = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[]))"""

NOTE = (
    """
drop function if exists access_note_oversight;
create function access_note_oversight(wanted uuid, page text{argument}) returns void
  language sql volatile """
    + DEFINER
    + f""" as $$
  insert into access_look
    (id, at, scope_id{{about}}, person_id, unit_id, role, ground, what, allowed{{column}})
  select uuidv7(), access_now(), (select id from access_scope where id = wanted){{thing}},
         person_id, unit_id, '', 'oversight', page, true{{value}}
    from people_employment
   where person_id = (select access_actor()) and role = 'dpo' and {EMPLOYED}
   order by starts_on desc limit 1
$$;
"""
    + OWNED.format(name="access_note_oversight")
)
THING = ", case when not exists (select from access_scope where id = wanted) then wanted end"

OVERSIGHT = (
    """
create function access_oversight(since timestamptz, before timestamptz, who uuid, wanted uuid,
    most int, mixed boolean, page text{argument})
  returns table (id uuid, at timestamptz, scope_id uuid, person_id uuid, unit_id uuid,
    role varchar, ground varchar, what varchar, allowed boolean{returned})
  language plpgsql volatile """
    + DEFINER
    + """ as $$
declare
  units uuid[] := access_overseen_units();
begin
  if units = '{{}}' or wanted is not null and not access_in_area(wanted) then return; end if;
  perform access_note_oversight(wanted, page{kind});
  return query
  select l.id, l.at, {scope}, l.person_id, l.unit_id, l.role, l.ground, l.what, l.allowed{column}
    from access_look l
   where l.at >= since and l.at < before
     and (who is null or l.person_id = who)
     and (wanted is null or l.scope_id = wanted{about})
     and (l.unit_id = any (units)
       or l.scope_id in (select g.scope_id from access_grant g where g.unit_id = any (units)))
   order by case when mixed then random() end, l.at desc, l.id desc limit most;
end $$;
"""
    + OWNED.format(name="access_oversight")
)

# who holds the course reads it as their work; for others there should be an act near it
DAYS = (
    """
create or replace function access_oversight_days(since timestamptz, before timestamptz, page text)
  returns table (person_id uuid, day date, scope_id uuid, times int, at_night int, works boolean)
  language plpgsql volatile """
    + DEFINER
    + """ as $$
declare
  units uuid[] := access_overseen_units();
begin
  if units = '{{}}' then return; end if;
  perform access_note_oversight(null, page{kind});
  return query
  select seen.person_id, seen.day, seen.scope_id, seen.times, seen.at_night,
         seen.holds or exists (
           select from access_event e
                  where e.scope_id = seen.scope_id and e.actor_id = seen.person_id
                    and e.at >= seen.day - 14 and e.at < seen.day + 15)
    from (
      select l.person_id, (l.at at time zone 'Europe/Copenhagen')::date as day, l.scope_id,
             count(*)::int as times,
             bool_or(l.role in ('coordinator', 'cover', 'deputy')) as holds,
             (count(*) filter (where extract(hour from l.at at time zone 'Europe/Copenhagen')
                                 not between 5 and 22))::int as at_night
        from access_look l
       where l.at >= since and l.at < before
         and (l.unit_id = any (units)
           or l.scope_id in (select g.scope_id from access_grant g where g.unit_id = any (units)))
         and l.scope_id is not null and l.allowed and l.role <> 'citizen'
         and l.ground <> 'oversight' and {not_a_list}
       group by 1, 2, 3) seen
   order by seen.day desc, seen.person_id, seen.scope_id;
end $$;
"""
)
# rows from before there were kinds say it in the page's name
NOT_A_LIST = "l.kind <> 'list' and (l.kind <> '' or l.what not like '%(liste)')"

# at most so many rows a seal: the first one after an upgrade meets years of them
SEAL = """
create or replace function access_seal(quiet interval) returns int language plpgsql volatile
  security invoker set search_path = public, pg_temp as $$
declare
  last record;
  edge timestamptz;
  high timestamptz;
  held bytea;
  made int := 0;
begin
  perform pg_advisory_xact_lock(4713);
  edge := date_trunc('milliseconds', clock_timestamp() - quiet);
  select least(edge, to_timestamp(min(objid::bigint) * 60)) into edge from pg_locks
   where locktype = 'advisory' and classid = 4712 and objsubid = 2
     and database = (select oid from pg_database where datname = current_database());
  loop
    select number, until_at, head into last from access_look_seal order by number desc limit 1;
    if not found then
      select 0 as number, '2000-01-01 00:00Z'::timestamptz as until_at, ''::bytea as head
        into last;
    end if;
    select coalesce((select uuid_extract_timestamp(id) from access_look
                      where id >= access_first_key(last.until_at + interval '1 ms')
                        and id < access_first_key(edge)
                      order by id offset 5000 limit 1), edge) into high;
    exit when high <= last.until_at;
    select coalesce(string_agg(
             uuid_send(id) || substr(sha256(convert_to({words}, 'UTF8')), 1, 16),
             ''::bytea order by id), '') into held
      from access_look
     where id >= access_first_key(last.until_at) and id < access_first_key(high);
    exit when held = '' and high < last.until_at + interval '1 hour';
    insert into access_look_seal
      (id, number, after_at, until_at, sealed_at, before, marks, head)
    values (uuidv7(), last.number + 1, last.until_at, high, clock_timestamp(), last.head, held,
      sha256(last.head || convert_to(format('|%s|%s|%s|', last.number + 1,
        (extract(epoch from last.until_at) * 1000000)::bigint,
        (extract(epoch from high) * 1000000)::bigint), 'UTF8') || held));
    made := made + 1;
    exit when high = edge;
  end loop;
  return made;
end $$;
"""

GONE = """
drop function access_open;
drop function access_list;
drop function access_look_at;
drop function access_oversight;
"""
FORTH = GONE + "".join((
    OPEN.format(argument="as_kind text", column=", kind", value=f", {OF_ACT}"),
    LIST.format(
        arguments="wanted uuid[], page text, things uuid[], as_role text", about=", about",
        none=", null::uuid", column=", kind", value=", 'list'", referrals=OF_REFERRALS,
    ),
    LOOK_AT.format(
        argument="as_kind text", column=", kind",
        value=", case when was_allowed then as_kind else 'refused' end",
    ),
    REFUSED.format(column=", kind", value=", 'refused'"),
    OPENED.format(what="coalesce(scope_id, about)", new="coalesce(new.scope_id, new.about)"),
    IN_AREA.format(about=ABOUT_IN_AREA),
    NOTE.format(
        argument=", as_kind text", about=", about", thing=THING, column=", kind",
        value=", as_kind",
    ),
    OVERSIGHT.format(
        argument=", as_kind text", returned=", kind varchar", kind=", as_kind",
        scope="coalesce(l.scope_id, l.about)", column=", l.kind", about=" or l.about = wanted",
    ),
    DAYS.format(kind=", 'search'", not_a_list=NOT_A_LIST),
    SEAL.format(words=ROW_WORDS),
))  # fmt: skip
BACK = GONE + "".join((
    OPEN.format(argument="seen_at timestamptz", column="", value=""),
    LIST.format(
        arguments="wanted uuid[], page text", about="", none="", column="", value="", referrals="",
    ),
    LOOK_AT.format(argument="seen_at timestamptz", column="", value=""),
    REFUSED.format(column="", value=""),
    OPENED.format(what="scope_id", new="new.scope_id"),
    IN_AREA.format(about=""),
    NOTE.format(argument="", about="", thing="", column="", value=""),
    OVERSIGHT.format(argument="", returned="", kind="", scope="l.scope_id", column="", about=""),
    DAYS.format(kind="", not_a_list="l.what not like '%(liste)'"),
    SEAL.format(words=WORDS_BEFORE),
))  # fmt: skip


class Migration(migrations.Migration):
    """One column, ten functions, two gates."""

    dependencies = (("access", "0040_parts"),)

    operations = (
        COLUMN,
        migrations.RunSQL(FORTH, BACK),
        logged("access_situation", "access_fresh_start", scope="scope_id"),
    )
