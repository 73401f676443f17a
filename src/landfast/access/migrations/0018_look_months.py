"""The look log in months, and nothing in it is ever changed or taken out but whole old months.

The table belongs to the helper role, whose functions make the months ahead and drop those that are
past their day; no login has a right to a month itself. A row that no month was made for falls in
`access_look_rest`, so that none is lost, and moves to its month when that is made. A trigger
refuses changes from every role, the owner too; the one exception is the course of a look that was
made before there was a course.
"""

from django.db import migrations, models

from landfast.access.protect import definer

# what is beside the table's columns is the same before and after: policies, keys, indexes, rights
EXCHANGE = r"""
do $exchange$
declare
  p record;
  kept jsonb;
begin
  select jsonb_agg(to_jsonb(x)) into kept from pg_policies x
   where schemaname = 'public' and tablename = 'access_look';
  set constraints all immediate;
  alter table access_look rename to access_look_before;
  alter table access_look_before drop constraint access_look_pkey;
  drop index looks_of_scope, looks_before{drop_more};
  create table access_look (like access_look_before including defaults){partitioned};
  {fill_first}
  alter table access_look
    add primary key (id{key}),
    add foreign key (scope_id) references access_scope (id){deferred},
    add foreign key (person_id) references people_person (id){deferred},
    add foreign key (unit_id) references people_unit (id){deferred};
  create index looks_of_scope on access_look (scope_id, at desc);
  create index looks_before on access_look (about) where about is not null;
  {more}
  grant select on access_look to landfast_app;
  grant select, insert, update{delete} on access_look to landfast_helper;
  alter table access_look enable row level security;
  for p in select * from jsonb_to_recordset(kept)
             as y(policyname text, cmd text, roles name[], qual text, with_check text) loop
    execute format('create policy %I on access_look for %s to %I', p.policyname, p.cmd, p.roles[1])
      || coalesce(' using (' || p.qual || ')', '')
      || coalesce(' with check (' || p.with_check || ')', '');
  end loop;
end $exchange$;
"""

STANDS = """
create function access_look_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.scope_id is null and old.about is not null
     and to_jsonb(new) - 'scope_id' = to_jsonb(old) - 'scope_id'
  then return new; end if;
  raise exception 'landfast: what stands in the look log is not changed (%)', tg_table_name;
end $$;
"""

# a part of the log: row triggers come down from the table by themselves, those of truncate do not
PART = """
create function access_look_part(named text, bound text) returns void language plpgsql
  set search_path = public, pg_temp as $$
begin
  execute format('create table %I partition of access_look %s', named, bound);
  execute format('alter table %I enable row level security', named);
  execute format('create trigger stands_whole before truncate on %I'
    ' for each statement execute function access_look_stands()', named);
end $$;
"""

MONTH = """
create function access_make_look_month(first date) returns int language plpgsql
  set search_path = public, pg_temp as $$
declare
  named text := 'access_look_' || to_char(first, 'YYYY_MM');
  low timestamptz := first::timestamp at time zone 'UTC';
  high timestamptz := (first::timestamp + interval '1 month') at time zone 'UTC';
  bound text := format('for values from (%L) to (%L)', low, high);
begin
  if to_regclass('public.' || named) is not null then return 0; end if;
  if not exists (select from access_look_rest where at >= low and at < high) then
    perform access_look_part(named, bound);
    return 1;
  end if;
  alter table access_look detach partition access_look_rest;
  alter table access_look_rest rename to access_look_was;
  perform access_look_part('access_look_rest', 'default');
  perform access_look_part(named, bound);
  insert into access_look select * from access_look_was;
  drop table access_look_was;
  return 1;
end $$;
"""

ALONE = """
revoke execute on function access_look_part, access_make_look_month from public;
alter function access_look_part owner to landfast_helper;
alter function access_make_look_month owner to landfast_helper;
grant execute on function access_look_part, access_make_look_month to landfast_owner;
"""

FIRST = """
select access_look_part('access_look_rest', 'default');
select access_make_look_month(month::date) from (
  select date_trunc('month', at at time zone 'UTC') from access_look_before
  union select generate_series(
    date_trunc('month', now() at time zone 'UTC'),
    date_trunc('month', now() at time zone 'UTC') + interval '3 months', interval '1 month')
) of (month);
insert into access_look select * from access_look_before;
drop table access_look_before;
create trigger stands before update or delete on access_look
  for each row execute function access_look_stands();
create trigger stands_whole before truncate on access_look
  for each statement execute function access_look_stands();
alter table access_look owner to landfast_helper;
do $parts$
declare
  part regclass;
begin
  for part in select inhrelid from pg_inherits where inhparent = 'access_look'::regclass loop
    execute format('alter table %s owner to landfast_helper', part);
  end loop;
end $parts$;
"""

FORTH = (
    EXCHANGE.format(
        partitioned=" partition by range (at)", key=", at", delete="", deferred="", fill_first="null;",
        drop_more="",
        more="create index looks_of_person on access_look (person_id, at desc);",
    )
    + STANDS + PART + MONTH + FIRST + ALONE
)  # fmt: skip

BACK = (
    "alter table access_look owner to landfast_owner;\n"
    + EXCHANGE.format(
        partitioned="", key="", delete=", delete", more="null;", drop_more=", looks_of_person",
        deferred=" deferrable initially deferred",
        fill_first="insert into access_look select * from access_look_before;",
    )
    + """
drop table access_look_before;
drop function access_make_look_month;
drop function access_look_part;
drop function access_look_stands;
"""
)  # fmt: skip

# a lock that does not come at once is tried for again another time: pages wait behind it
MONTHS = definer(
    "access_make_look_months",
    "",
    """returns int language plpgsql volatile set lock_timeout = '2s' as $$
declare
  made int := 0;
  first date;
begin
  -- all of them first: a part that is being read cannot be moved
  foreach first in array array(
    select date_trunc('month', at at time zone 'UTC')::date from access_look_rest
    union select generate_series(
      date_trunc('month', access_now() at time zone 'UTC'),
      date_trunc('month', access_now() at time zone 'UTC') + interval '3 months',
      interval '1 month')::date)
  loop
    made := made + access_make_look_month(first);
  end loop;
  return made;
end $$""",
)

# Keep.LOOK: a month is dropped whole, five years after its last day
EXPIRE = """
create or replace function access_expire_looks() returns int language plpgsql volatile
  security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  gone int := 0;
  held int;
  part name;
begin
  perform access_make_look_months();
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'access_look'::regclass and c.relname ~ '^access_look_[0-9]{4}_[0-9]{2}$'
       and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' + interval '5 years'
           <= access_now() at time zone 'UTC'
  loop
    execute format('select count(*) from %I', part) into held;
    execute format('drop table %I', part);
    gone := gone + held;
  end loop;
  return gone;
end $$;
"""
BY_ROW = """
create or replace function access_expire_looks() returns int language sql volatile
  security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from access_look where at < access_now() - interval '5 years' returning id)
  select count(*)::int from gone
$$;
"""


class Migration(migrations.Migration):
    """The same columns, in parts; one index more."""

    dependencies = (("access", "0017_passwords"),)

    operations = (
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(FORTH, BACK)],
            state_operations=[
                migrations.AddIndex(
                    "look", models.Index(fields=("person", "-at"), name="looks_of_person")
                )
            ],
        ),
        MONTHS,
        migrations.RunSQL(EXPIRE, BY_ROW),
    )
