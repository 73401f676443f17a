"""The log of a page asks who acts, what posts reach and which month it is once, not for each part.

What is asked of the log itself ends tomorrow, so that the months ahead and the rest are left out of
the search: each was opened by every statement behind the gate (performance, look log).
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer, whole
from landfast.access.sql import (
    ASKED_ALREADY,
    BEST_FIRST,
    EMPLOYED,
    MY_UNIT,
    PRIVATE,
    REACHES_NOW,
    asked_already,
)

BEFORE = import_module("landfast.access.migrations.0090_what_is_seldom_asked")
HOLD_BEFORE = import_module("landfast.access.migrations.0110_lists_by_posts").HOLD
HERE_I_AM = asked_already(REACHES_NOW)
AT_UNIT = asked_already(MY_UNIT)
IN_PERSON = f"""person_id = me and starts_at <= moment and (ends_at is null or ends_at > moment)
               and ({PRIVATE} or here)"""
LOOK = "id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind"
LATELY = "at >= began and at < greatest(access_now(), now()) + interval '1 day'"

REACHED = definer(
    "access_reached",
    "wanted uuid[]",
    """returns uuid[] language plpgsql stable as $$
declare
  mine constant uuid[] := access_my_scopes('frame', 'read');
begin
  if wanted <@ mine then return wanted; end if;
  return array(select one from unnest(wanted) one where one = any (mine)
    union select r.scope_id from access_my_posts_reach r where r.scope_id = any (wanted));
end $$""",
)

OPENED = whole(
    "access_opened",
    "",
    f"""returns uuid[] language plpgsql stable parallel safe as $$
declare
  me constant uuid := access_actor();
  began constant timestamptz := access_began();
  said constant uuid[] :=
    string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[];
begin
  if said is null then return '{{}}'; end if;
  return array(select coalesce(scope_id, about) from access_look
                where person_id = me and {LATELY} and allowed
                  and coalesce(scope_id, about) = any (said));
end $$""",
)

OPEN = whole(
    "access_open",
    "wanted uuid, page text, as_kind text",
    f"""returns text language plpgsql volatile as $$
declare
  held record;
  {ASKED_ALREADY}
begin
  select role, ground, topic into held from access_grant
   where scope_id = wanted and person_id = me and topic = 'whole' and {HERE_I_AM}
   limit 1;
  if not found then
    select role, ground, topic into held from (
      select role, ground, topic from access_grant
       where scope_id = wanted and person_id = me and {HERE_I_AM}
      union all
      select role, ground, topic from access_my_posts_reach where scope_id = wanted
      union all
      select role, ground, topic from access_my_posts_parts where scope_id = wanted
    ) grants order by {BEST_FIRST} limit 1;
    if not found then return null; end if;
  end if;
  insert into access_look ({LOOK})
  values (uuidv7(), moment, wanted, me, {AT_UNIT}, held.role, held.ground, page, true,
    {BEFORE.KINDS.OF_ACT});
  return held.topic;
end $$""",
)

# those reached whole in person; then by the frame, which comes before any part; then the others
LIST = whole(
    "access_list",
    "wanted uuid[], page text, things uuid[], as_role text",
    f"""returns int language plpgsql volatile as $$
declare
  {ASKED_ALREADY}
  here constant boolean := exists (
    select from people_employment where person_id = me and {asked_already(EMPLOYED)});
  at_unit constant uuid := {AT_UNIT};
  whole uuid[];
  others int;
begin
  if me is null then return 0; end if;
  with told as (
    insert into access_look ({LOOK})
    select uuidv7(), moment, h.scope_id, me, at_unit, h.role, h.ground, page, true, 'list'
      from (select distinct on (scope_id) scope_id, role, ground from access_grant
             where scope_id = any (wanted) and topic = 'whole' and {IN_PERSON}
             order by scope_id) h
    returning scope_id)
  select coalesce(array_agg(scope_id), '{{}}') into whole from told;
  if not wanted <@ whole then
    with told as (
      insert into access_look ({LOOK})
      select uuidv7(), moment, h.scope_id, me, at_unit, h.role, h.ground, page, true, 'list'
        from (select distinct on (scope_id) scope_id, role, ground from (
            select scope_id, role, ground, topic from access_grant
             where scope_id = any (wanted) and topic = 'frame' and {IN_PERSON}
            union all
            select scope_id, role, ground, topic from access_my_posts_reach
             where scope_id = any (wanted)) grants
           where scope_id <> all (whole) and role not in ('proxy', 'guest', 'decider')
           order by scope_id, {BEST_FIRST}) h
      returning scope_id)
    select whole || coalesce(array_agg(scope_id), '{{}}') into whole from told;
  end if;
  if wanted <@ whole and things = '{{}}' then return cardinality(whole); end if;
  with held as (
    select distinct on (scope_id) scope_id, role, ground from (
      select scope_id, role, ground, topic from access_grant
       where scope_id = any (wanted) and {IN_PERSON}
      union all
      select scope_id, role, ground, topic from access_my_posts_parts
       where scope_id = any (wanted)
    ) grants where scope_id <> all (whole) order by scope_id, {BEST_FIRST})
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
end $$""",
)

HOLD = whole(
    "access_lists_hold",
    "",
    f"""returns boolean language plpgsql stable as $$
declare
  me uuid;
  began constant timestamptz := access_began();
  shown uuid[];
begin
  if coalesce(current_setting('landfast.opened', true), '') = '' then return true; end if;
  me := access_actor();
  shown := array(select l.scope_id from access_look l
     where l.person_id = me and {LATELY}
       and l.allowed and l.kind = 'list' and l.ground not in ('', 'citizen')
       and l.scope_id is not null);
  if shown = '{{}}' then return true; end if;
  shown := array(select unnest(shown) except select unnest(access_reached(shown)));
  -- what was shown on a ground of its own, and is not reached by a grant to its frame or whole
  return shown = '{{}}' or not exists (select from unnest(shown) one
     where not (exists (select from access_grant where scope_id = one
                         and person_id = me and {REACHES_NOW})
       or exists (select from access_my_posts_reach r where r.scope_id = one)
       or exists (select from access_my_posts_parts r where r.scope_id = one)));
end $$""",
)


class Migration(migrations.Migration):
    """Four functions, written anew: they answer what they answered; and one that they share."""

    dependencies = (("access", "0110_lists_by_posts"),)

    operations = (
        REACHED,
        migrations.RunSQL(OPENED.sql, BEFORE.OPENED),
        migrations.RunSQL(OPEN.sql, BEFORE.OPEN),
        migrations.RunSQL(LIST.sql, BEFORE.LIST),
        migrations.RunSQL(HOLD.sql, HOLD_BEFORE.sql),
    )
