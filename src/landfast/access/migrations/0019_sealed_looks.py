"""The look log is sealed in batches, each with a head that holds the one before.

Which rows nobody is still writing: each insert holds a shared lock for the minute of its key until
its transaction ends, so rows of a minute that no lock stands for are all there are.
"""

from django.db import migrations, models

import landfast.kernel.ids
from landfast.access.protect import definer, helper_may

ROW_WORDS = """jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint,
  case when about is null then scope_id end, about, person_id, unit_id, role, ground, what, allowed
)::text"""

CLOSED = migrations.RunSQL(
    "alter table access_look_seal enable row level security;",
    "alter table access_look_seal disable row level security;",
)

STANDS = migrations.RunSQL(
    """
create function access_look_held() returns trigger language plpgsql as $$
begin
  -- the key was made by the real clock, whatever time the look says
  perform pg_advisory_xact_lock_shared(
    4712, floor(extract(epoch from uuid_extract_timestamp(new.id)) / 60)::int);
  return new;
end $$;
create trigger held before insert on access_look
  for each row execute function access_look_held();

create function access_seal_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.until_at <= access_now() - interval '5 years' then return old; end if;
  raise exception 'landfast: a seal of the look log is not changed';
end $$;
create trigger stands before update or delete on access_look_seal
  for each row execute function access_seal_stands();
create trigger stands_whole before truncate on access_look_seal
  for each statement execute function access_seal_stands();

create function access_first_key(moment timestamptz) returns uuid
  language sql immutable parallel safe
  return (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0')
          || '70008000000000000000')::uuid;
""",
    """
drop trigger held on access_look;
drop function access_look_held;
drop trigger stands_whole on access_look_seal;
drop trigger stands on access_look_seal;
drop function access_seal_stands;
drop function access_first_key;
""",
)

# at most so many rows a seal: the first one after an upgrade meets years of them
SEAL = migrations.RunSQL(
    f"""
create function access_seal(quiet interval) returns int language plpgsql volatile
  set search_path = public, pg_temp as $$
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
             uuid_send(id) || substr(sha256(convert_to({ROW_WORDS}, 'UTF8')), 1, 16),
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
alter function access_seal owner to landfast_helper;
revoke execute on function access_seal from public;
grant execute on function access_seal to landfast_owner;
grant execute on function access_first_key to landfast_helper;
""",
    "drop function access_seal;",
)

SEAL_LOOKS = definer(
    "access_seal_looks",
    "",
    "returns int language sql volatile as $$ select access_seal('30 seconds') $$",
)

HEADS = definer(
    "access_look_heads",
    "beyond int",
    """returns table (number int, head bytea) language sql stable as $$
  select number, head from access_look_seal where number > beyond order by number
$$""",
)

FORGET = definer(
    "access_expire_seals",
    "",
    """returns int language sql volatile as $$
  with gone as (
    delete from access_look_seal
     where until_at <= date_trunc('month', access_now() at time zone 'UTC') at time zone 'UTC'
                         - interval '5 years' - interval '1 month'
     returning id)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """One table and its functions."""

    dependencies = (("access", "0018_look_months"),)

    operations = (
        migrations.CreateModel(
            "LookSeal",
            [
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("after_at", models.DateTimeField()),
                ("until_at", models.DateTimeField()),
                ("sealed_at", models.DateTimeField()),
                ("before", models.BinaryField()),
                ("marks", models.BinaryField()),
                ("head", models.BinaryField()),
            ],
            options={"db_table": "access_look_seal"},
        ),
        CLOSED,
        helper_may("access_look_seal", "select, insert, delete"),
        STANDS,
        SEAL,
        SEAL_LOOKS,
        HEADS,
        FORGET,
    )
