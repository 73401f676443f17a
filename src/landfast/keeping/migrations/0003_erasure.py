"""Deleting a course: every row that points at it, found in the catalogue, or none.

The walk follows the foreign keys downward from the course's scope, so that a table which is added
later is met too; whether the helper may empty it is asked by a house test (`access.protect.erasable`).
The citizen goes with her last course. Of the look log the rows go, their keys stay in
`keeping_erasure`, and the digest of the keys stands in the log itself, where it is sealed: `landfast
log verify` finds a removed row without it. What cannot be written there deletes nothing.
"""

from django.db import migrations

from landfast.access.protect import definer, erasable, helper_may
from landfast.access.sealed import ERASED

SYSTEM = "00000000-0000-7000-8000-000000000001"

GOES = {
    "access": "scope grant apart situation fresh_start look_verdict name_ask event draft",
    "course": "citizen course assessment change_wish closing coordinatorship correction decision"
    " deputyship handover observation profile referral second state_change statutory_role",
    "consent": "by_law consent emergency share topic",
    "network": "member relation seat",
    "plan": "agreement agreement_change own_step task wish",
    "meetings": "agreement meeting minutes participant reflection theme turn",
    "consultation": "origin",
    "notices": "channel delivery",
    "login": "identity invitation one_time_code passkey recovery_code sitting",
    "people": "account password person",
}
HER_OWN = (
    "access_draft", "access_event", "access_look", "login_identity", "login_invitation",
    "login_one_time_code", "login_passkey", "login_recovery_code", "login_sitting",
    "notices_channel", "notices_delivery", "people_account",
)  # fmt: skip
"""What hangs on a citizen herself. Whoever stands anywhere else too is kept: she is more than this."""

KEYS_TO = """
  select c.conrelid::regclass as place, a.attname as field
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
   where c.contype = 'f' and c.conparentid = 0 and c.confrelid = {0}::regclass
     and c.connamespace = 'public'::regnamespace"""


def inner(name, arguments, body):
    """A function for the others only: no login may call it."""
    return migrations.RunSQL(
        f"create function {name}({arguments}) {body};\n"
        f"alter function {name} owner to landfast_helper;\n"
        f"revoke execute on function {name} from public;\n"
        f"grant execute on function {name} to landfast_owner;",
        f"drop function {name};",
    )


# rows of the look log go apart; what is written here about the keeping itself stays
BELOW = inner(
    "keeping_erase_below",
    "target regclass, ids uuid[]",
    f"""returns int language plpgsql volatile set search_path = public, pg_temp as $$
declare
  link record;
  own name;
  found uuid[];
  gone int := 0;
  step int;
begin
  for link in {KEYS_TO.format("target")}
     and c.conrelid not in ('access_look'::regclass, 'keeping_case'::regclass)
  loop
    select a.attname into own from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = link.place and i.indisprimary;
    execute format('select array_agg(%I) from %s where %I = any ($1)', own, link.place, link.field)
      into found using ids;
    continue when found is null;
    gone := gone + keeping_erase_below(link.place, found);
    execute format('delete from %s where %I = any ($1)', link.place, own) using found;
    get diagnostics step = row_count;
    gone := gone + step;
  end loop;
  return gone;
end $$""",
)

IS_MORE = inner(
    "keeping_is_more",
    "who uuid, than uuid",
    f"""returns boolean language plpgsql stable set search_path = public, pg_temp as $$
declare
  link record;
  met boolean;
begin
  if (select kind from people_person where id = who) is distinct from 'citizen' then
    return true;
  end if;
  for link in {KEYS_TO.format("'people_person'")}
     and c.conrelid::regclass::text not in ({", ".join(f"'{one}'" for one in HER_OWN)})
  loop
    execute format('select exists (select from %s where %I = $1)', link.place, link.field)
      into met using who;
    if met then return true; end if;
  end loop;
  -- an act of hers in another course is that course's
  return exists (select from access_event where actor_id = who and scope_id <> than)
      or exists (select from access_look where person_id = who and scope_id <> than);
end $$""",
)

ERASE = definer(
    "keeping_erase",
    "wanted uuid",
    f"""returns int language plpgsql volatile as $$
declare
  kept keeping_case;
  whose uuid;
  who uuid;
  alone boolean;
  goes boolean;
  looks uuid[];
  told uuid[];
  packed bytea;
  mark text;
  gone int;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.state is distinct from 'delivered' or kept.delete_on is null
     or kept.delete_on > access_today() or keeping_is_held(wanted)
  then return null; end if;
  select c.citizen_id, z.person_id into whose, who
    from course_course c join course_citizen z on z.id = c.citizen_id where c.id = kept.scope_id;
  alone := not exists (
    select from course_course where citizen_id = whose and id <> kept.scope_id);
  gone := keeping_erase_below('access_scope', array[kept.scope_id]) + 1;
  -- acts beside a course, upon it: that its place was made, that her name was noted
  told := array(select id from access_event where scope_id is null
                   and object_id in (kept.scope_id, case when alone then whose end));
  gone := gone + keeping_erase_below('access_event', told) + cardinality(told);
  delete from access_event where id = any (told);
  delete from access_draft where position(kept.scope_id::text in key || fields::text) > 0;
  if alone then
    delete from course_citizen where id = whose;
    gone := gone + 1;
  end if;
  goes := alone and not keeping_is_more(who, kept.scope_id);
  looks := array(select id from access_look
                  where scope_id = kept.scope_id or goes and person_id = who order by id);
  packed := coalesce((select string_agg(uuid_send(one), ''::bytea order by one)
                        from unnest(looks) one), '');
  mark := encode(sha256(packed), 'hex');
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), access_now(), null, '{SYSTEM}', null, '', '', '{ERASED}' || mark, true);
  insert into keeping_erasure (id, at, case_id, rows, looks, keys, digest)
  values (uuidv7(), access_now(), wanted, gone, cardinality(looks), packed, mark);
  perform set_config('landfast.erasing', wanted::text, true);
  delete from access_look where id = any (looks);
  perform set_config('landfast.erasing', '', true);
  if goes then
    gone := gone + keeping_erase_below('people_person', array[who]) + 1;
    delete from people_person where id = who;
    update keeping_erasure set rows = gone where case_id = wanted;
  end if;
  delete from keeping_hold where case_id = wanted;
  insert into keeping_change (id, created_at, case_id, before, after, at, why)
  values (uuidv7(), access_now(), wanted, kept.state, 'deleted', access_now(), '');
  update keeping_change set why = '' where case_id = wanted;
  update keeping_case set state = 'deleted', since = access_now(), scope_id = null,
    closed_grants = '[]', closed_on = null, block_on = null, delete_on = null where id = wanted;
  delete from access_scope where id = kept.scope_id;
  insert into access_event (id, at, kind, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'keeping.deleted', 'whole', 'keeping_case', wanted,
    jsonb_build_object('rows', gone, 'looks', cardinality(looks)));
  return gone;
end $$""",
)

STANDS = """
create or replace function access_look_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.scope_id is null and old.about is not null
     and to_jsonb(new) - 'scope_id' = to_jsonb(old) - 'scope_id'
  then return new; end if;{more}
  raise exception 'landfast: what stands in the look log is not changed (%)', tg_table_name;
end $$;
"""
ERASED_BY_RULE = """
  if tg_op = 'DELETE' and current_setting('landfast.erasing', true) <> '' and exists (
    select from keeping_erasure
     where case_id = current_setting('landfast.erasing', true)::uuid
       and position(uuid_send(old.id) in keys) > 0)
  then return old; end if;"""

# the rows it tells of are older than the log itself by then
EXPIRE = definer(
    "keeping_expire_erasures",
    "",
    """returns int language sql volatile as $$
  with gone as (
    update keeping_erasure set keys = ''
     where at <= access_now() - interval '62 months' and keys <> '' returning 1)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """What the helper may empty, and the functions that do."""

    dependencies = (
        ("keeping", "0002_life"),
        ("access", "0035_drafts_of_long_addresses"),
        ("people", "0007_organisations_and_closed_units"),
        ("login", "0002_guards"),
        ("course", "0035_correction"),
        ("consent", "0034_apart"),
        ("network", "0005_no_log_no_read"),
        ("plan", "0010_fresh_start"),
        ("meetings", "0010_by_topic"),
        ("notices", "0002_guards"),
        ("consultation", "0002_guards"),
    )

    operations = (
        *(
            erasable(*(f"{room}_{table}" for table in tables.split()))
            for room, tables in GOES.items()
        ),
        helper_may("people_leave"),
        helper_may("consultation_forum"),
        migrations.RunSQL(
            "grant delete on access_look to landfast_helper;",
            "revoke delete on access_look from landfast_helper;",
        ),
        migrations.RunSQL(
            "create index events_beside on access_event (object_id) where scope_id is null;",
            "drop index events_beside;",
        ),
        BELOW,
        IS_MORE,
        ERASE,
        EXPIRE,
        migrations.RunSQL(STANDS.format(more=ERASED_BY_RULE), STANDS.format(more="")),
    )
