"""A hold that runs out gives its days back, what an officer postponed stays, and all of hers goes.

A hold with a last day ended by itself, and what it had held past its day was deleted the same night:
now it ends as one that is lifted does, with a day ahead that she can read. Deleted with a course go
those who read for her alone. Who comes in by a provider reads the day here (`login_has_own`).
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer, whole
from landfast.access.sealed import ERASED

BEFORE = import_module("landfast.keeping.migrations.0002_life")
SYSTEM = import_module("landfast.keeping.migrations.0003_erasure").SYSTEM

HELD = "exists (select from keeping_hold h where h.case_id = {wanted} and h.lifted_at is null)"
"""Also by what has run out and has not ended yet: the clock ends it first."""

DUE = whole(
    "keeping_due",
    "step text, most int",
    f"""returns setof uuid language sql stable as $$
  select id from (
    select id, since from keeping_case
     where case step
       when 'block' then state = 'closed' and block_on <= access_today()
       -- what an officer took back has thirty days before the rule goes on
       when 'release' then state = 'blocked' and not delivers and (
         since <= access_now() - interval '30 days' or not exists (
           select from keeping_change h where h.case_id = keeping_case.id and h.before = 'delivered'))
       when 'delete' then state = 'delivered' and delete_on <= access_today()
         and not {HELD.format(wanted="keeping_case.id")} end
       and not keeping_is_held(id)
    union all
    select id, created_at from keeping_hold
     where step = 'end_hold' and lifted_at is null and until < access_today()) due
   order by since, id limit most
$$""",
)

WAITS = whole(
    "keeping_waits",
    "wanted uuid",
    """returns int language sql stable as $$
  select wait_days from keeping_case
   where id = wanted or id = (select case_id from keeping_hold where keeping_hold.id = wanted)
$$""",
)

# by an officer at any time, by the clock when its last day is over
ENDS = definer(
    "keeping_end_hold",
    "wanted_hold uuid, goes_on date",
    """returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
  wanted uuid := (select case_id from keeping_hold where id = wanted_hold);
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.id is null or goes_on < access_today() + kept.wait_days then return false; end if;
  update keeping_hold set lifted_at = access_now(), lifted_by_id = access_actor()
   where id = wanted_hold and lifted_at is null
     and (kept.organisation_id = any (keeping_mine()) or until < access_today());
  if not found then return false; end if;
  -- the days she was told of begin anew
  update keeping_case set delete_on = greatest(delete_on, goes_on)
   where id = wanted and state = 'delivered';
  perform keeping_tell(wanted, 'keeping.hold_lifted', '{}');
  return true;
end $$""",
)
LIFTS_NO_MORE = migrations.RunSQL("drop function keeping_lift(uuid);", BEFORE.LIFT.sql)

SET_YEARS = whole(
    "keeping_set_years",
    "whose uuid, what text, how_many int, goes boolean, waits int, because text",
    """returns boolean language plpgsql volatile as $$
begin
  if not whose = any (keeping_mine()) or because = '' then return false; end if;
  insert into keeping_years (id, created_at, organisation_id, holder, kind, years, delivers,
    wait_days, source, set_by_id)
  values (uuidv7(), access_now(), whose, '', what, how_many, goes, waits, because, access_actor())
  on conflict (organisation_id, holder, kind) do update set years = how_many, delivers = goes,
    wait_days = waits, source = because, set_by_id = access_actor();
  -- a day that an officer has chosen, and said why, is never moved nearer
  update keeping_case k set delivers = goes, wait_days = waits,
    block_on = greatest(make_date(extract(year from k.closed_on)::int + how_many + 1, 1, 1),
      case when (select h.before from keeping_change h
                  where h.case_id = k.id and h.after = 'closed' order by h.id desc limit 1)
        <> 'active' then k.block_on end)
   where k.organisation_id = whose and k.kind = what and k.state = 'closed';
  return true;
end $$""",
)

ERASE = whole(
    "keeping_erase",
    "wanted uuid",
    f"""returns int language plpgsql volatile as $$
declare
  kept keeping_case;
  whose uuid;
  who uuid;
  alone boolean;
  readers uuid[];
  leave uuid[];
  looks uuid[];
  told uuid[];
  packed bytea;
  mark text;
  gone int;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.state is distinct from 'delivered' or kept.delete_on is null
     or kept.delete_on > access_today() or {HELD.format(wanted="wanted")}
  then return null; end if;
  select c.citizen_id, z.person_id into whose, who
    from course_course c join course_citizen z on z.id = c.citizen_id where c.id = kept.scope_id;
  alone := not exists (
    select from course_course where citizen_id = whose and id <> kept.scope_id);
  readers := array(select distinct person_id from consent_proxy where course_id = kept.scope_id);
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
  -- she, and who read for her: each when nothing else of theirs is here
  leave := array(select one from unnest(array_append(readers, case when alone then who end)) one
                  where one is not null and not keeping_is_more(one, kept.scope_id));
  looks := array(select id from access_look
                  where scope_id = kept.scope_id or person_id = any (leave) order by id);
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
  if leave <> '{{}}' then
    gone := gone + keeping_erase_below('people_person', leave) + cardinality(leave);
    delete from people_person where id = any (leave);
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

TO_TELL = """k.organisation_id = any (keeping_mine()) and k.state = 'delivered'
   and k.delete_on is not null and k.told_of is distinct from k.delete_on and not exists (
    select from course_course c join course_citizen z on z.id = c.citizen_id
     where c.id = k.scope_id and login_has_own(z.person_id))"""

WAIT = whole(
    "keeping_to_tell",
    "",
    f"""returns table (id uuid) language sql stable as $$
  select k.id from keeping_case k where {TO_TELL}
$$""",
)
TOLD = whole(
    "keeping_told",
    "wanted uuid, how text, at_day date",
    f"""returns boolean language plpgsql volatile as $$
begin
  update keeping_case k set told_of = k.delete_on, told_how = how, told_on = at_day,
    told_by_id = access_actor()
   where k.id = wanted and at_day <= access_today() and {TO_TELL};
  if not found then return false; end if;
  perform keeping_tell(wanted, 'keeping.told', jsonb_build_object('how', how));
  return true;
end $$""",
)


class Migration(migrations.Migration):
    """Functions only."""

    dependencies = (
        ("keeping", "0010_told_by_a_person"),
        ("login", "0009_who_comes_in"),
        ("consent", "0080_team_no"),
    )

    operations = (DUE, WAITS, ENDS, LIFTS_NO_MORE, SET_YEARS, ERASE, WAIT, TOLD)
