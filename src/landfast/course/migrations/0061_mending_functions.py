"""What moves a row, joins two records and takes it back: the database's own functions only.

The application proposes; it has no right to change which course a row belongs to. Each change is
written down with what it was and what it became, and is taken back in the opposite order, as long as
each of them still is what it became. Afterwards nothing of one course points into another.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may


def inner(name: str, arguments: str, body: str) -> migrations.RunSQL:
    """A function for the other functions: the application cannot call it."""
    return migrations.RunSQL(
        f"create function {name}({arguments}) {body};\n"
        f"revoke execute on function {name} from public;\n"
        f"grant execute on function {name} to landfast_helper;",
        f"drop function {name};",
    )


# to columns that the helper may change, and only with a trace
HELPER = migrations.RunSQL(
    """
grant update (ended_at) on course_coordinatorship to landfast_helper;
create policy mends on course_coordinatorship for update to landfast_helper
  using (true) with check (true);
grant update (state, state_since, ending, citizen_id) on course_course to landfast_helper;
create policy mends on course_course for update to landfast_helper using (true) with check (true);
grant update (cpr, cpr_mark, phone, born_on, is_protected) on course_citizen to landfast_helper;
create policy mends on course_citizen for update to landfast_helper using (true) with check (true);
grant select, update (course_id) on course_profile to landfast_helper;
create policy mends_see on course_profile for select to landfast_helper using (true);
create policy mends on course_profile for update to landfast_helper using (true) with check (true);
""",
    """
drop policy mends on course_profile;
drop policy mends_see on course_profile;
revoke select, update (course_id) on course_profile from landfast_helper;
drop policy mends on course_citizen;
revoke update (cpr, cpr_mark, phone, born_on, is_protected) on course_citizen from landfast_helper;
drop policy mends on course_course;
revoke update (state, state_since, ending, citizen_id) on course_course from landfast_helper;
drop policy mends on course_coordinatorship;
revoke update (ended_at) on course_coordinatorship from landfast_helper;
""",
)

TRACE = inner(
    "course_mend_trace",
    "wanted uuid, at_place text, one uuid, at_field text, old jsonb, new jsonb",
    """returns void language sql as $$
  insert into course_mend_row (id, created_at, mend_id, seq, place, "row", field, was, became)
  select uuidv7(), access_now(), wanted, coalesce(max(seq), 0) + 1, at_place, one, at_field, old, new
    from course_mend_row where mend_id = wanted
$$""",
)

# one field of one row, with its trace; nothing is written where nothing changes
SET = inner(
    "course_mend_set",
    "wanted uuid, at_place text, one uuid, at_field text, new jsonb",
    """returns void language plpgsql as $$
declare
  key text := case at_place when 'course_profile' then 'course_id' else 'id' end;
  old jsonb;
begin
  execute format('select to_jsonb(%I) from %I where %I = $1 for update', at_field, at_place, key)
    into old using one;
  if old is not distinct from new then return; end if;
  execute format('update %1$I set %2$I ='
    ' (jsonb_populate_record(null::%1$I, jsonb_build_object(%2$L, $1))).%2$I where %3$I = $2',
    at_place, at_field, key) using new, one;
  perform course_mend_trace(wanted, at_place,
    case at_place when 'course_profile' then (new #>> '{}')::uuid else one end, at_field, old, new);
end $$""",
)

# a row goes to another course; one that is there already in its own right stays where it is
MOVE = inner(
    "course_mend_move",
    "wanted uuid, at_place text, one uuid, target uuid",
    """returns boolean language plpgsql as $$
begin
  perform course_mend_set(wanted, at_place, one, 'course_id', to_jsonb(target));
  return true;
exception when unique_violation then
  return false;
end $$""",
)

# what points from a course into another after something went; `cuts` may be cut, the rest may not
COHERE = inner(
    "course_mend_cohere",
    "wanted uuid, may_cut boolean",
    """returns boolean language plpgsql as $$
declare
  tables jsonb := course_movable();
  link record;
  loose uuid;
begin
  for link in
    select child.relname as child, parent.relname as parent, a.attname as field
      from pg_constraint k
      join pg_class child on child.oid = k.conrelid
      join pg_class parent on parent.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and tables ? child.relname and tables ? parent.relname
     order by 1, 3
  loop
    for loose in execute format(
      'select c.id from %1$I c join %2$I p on p.id = c.%3$I where c.course_id <> p.course_id'
      ' and (c.id in (select r."row" from course_mend_row r where r.mend_id = $1 and r.place = %1$L)'
      '   or p.id in (select r."row" from course_mend_row r where r.mend_id = $1 and r.place = %2$L))'
      ' order by 1', link.child, link.parent, link.field) using wanted
    loop
      if not may_cut or not tables -> link.child -> 'cuts' ? link.field then return false; end if;
      perform course_mend_set(wanted, link.child, loose, link.field, null);
    end loop;
  end loop;
  return true;
end $$""",
)

# a row, what hangs on it, and what that cannot be without
ALONG = inner(
    "course_mend_along",
    "thing text, one uuid, source uuid",
    """returns table (place text, id uuid) language plpgsql as $$
declare
  tables jsonb := course_movable();
  waits text[] := array[thing || ' ' || one];
  seen text[] := '{}';
  here text;
  at_place text;
  at_row uuid;
  link record;
  found text[];
begin
  while waits <> '{}' loop
    here := waits[1];
    waits := waits[2:];
    continue when here = any (seen);
    seen := seen || here;
    at_place := split_part(here, ' ', 1);
    at_row := split_part(here, ' ', 2)::uuid;
    for link in
      select child.relname as child, parent.relname as parent, a.attname as field
        from pg_constraint k
        join pg_class child on child.oid = k.conrelid
        join pg_class parent on parent.oid = k.confrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where k.contype = 'f' and tables ? child.relname and tables ? parent.relname
       order by 1, 3
    loop
      if link.parent = at_place and tables -> link.child -> 'with' ? link.field then
        execute format('select coalesce(array_agg(%L || '' '' || id order by id), ''{}'') from %I'
          ' where %I = $1 and course_id = $2', link.child, link.child, link.field)
          into found using at_row, source;
        waits := waits || found;
      end if;
      if link.child = at_place and tables -> link.child -> 'takes' ? link.field then
        execute format('select coalesce(array_agg(%L || '' '' || p.id order by p.id), ''{}'')'
          ' from %I p join %I c on c.%I = p.id where c.id = $1 and p.course_id = $2',
          link.parent, link.parent, link.child, link.field) into found using at_row, source;
        waits := waits || found;
      end if;
    end loop;
    place := at_place;
    id := at_row;
    return next;
  end loop;
end $$""",
)

SAY = inner(
    "course_mend_say",
    "what text, at_scope uuid, how_far text, wanted uuid, told jsonb",
    """returns void language sql as $$
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), what, at_scope, how_far, access_actor(), 'course_mend', wanted, told)
$$""",
)

# who could see the whole of a course in a time, from the look log; a citizen has no name here, and
# whoever moves it knows already
SAW = inner(
    "course_mend_saw",
    "wanted uuid, source uuid, target uuid, since timestamptz",
    """returns void language sql as $$
  insert into course_mend_reader
    (id, created_at, course_id, mend_id, person_id, unit_id, role, times, last_at, told_at,
     told_by_id)
  select uuidv7(), access_now(), target, wanted,
         case when p.kind = 'citizen' then null else l.person_id end,
         (array_agg(l.unit_id order by l.at desc))[1], (array_agg(l.role order by l.at desc))[1],
         count(*), max(l.at),
         case when l.person_id = access_actor() then access_now() end,
         case when l.person_id = access_actor() then l.person_id end
    from access_look l join people_person p on p.id = l.person_id
   where l.scope_id = source and l.allowed and l.at >= since and l.ground <> 'oversight'
     and l.role not in ('lead', 'intake', 'taker')
   group by l.person_id, p.kind
$$""",
)

CARRY_OUT_MOVE = definer(
    "course_carry_out_move",
    "wanted uuid, chosen uuid",
    """returns text language plpgsql volatile as $$
declare
  m course_mend;
  target uuid;
  born timestamptz;
  along record;
begin
  select * into m from course_mend
   where id = wanted and kind = 'move' and state in ('proposed', 'handed') for update;
  if not found then return 'gone'; end if;
  target := coalesce(m.target_id, chosen);
  if target is null or not course_may_move(m.source_id, target, m.thing, m."row") then
    return 'not_yours';
  end if;
  if target = m.source_id then return 'same_course'; end if;
  if not exists (select from course_course where id = target
                    and state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')) then
    return 'stays_is_over';
  end if;
  execute format('select created_at from %I where id = $1 and course_id = $2 for update', m.thing)
    into born using m."row", m.source_id;
  if born is null then return 'gone'; end if;
  update course_mend set state = 'done', target_id = target, done_by_id = access_actor(),
         done_at = access_now() where id = wanted;
  begin
    for along in select * from course_mend_along(m.thing, m."row", m.source_id) loop
      perform course_mend_set(wanted, along.place, along.id, 'course_id', to_jsonb(target));
    end loop;
    if not course_mend_cohere(wanted, true) then
      raise exception 'landfast: it hangs together' using errcode = 'check_violation';
    end if;
  exception when check_violation or unique_violation or foreign_key_violation then
    update course_mend set state = m.state, target_id = m.target_id, done_by_id = null,
           done_at = null where id = wanted;
    return 'hangs_together';
  end;
  perform course_mend_saw(wanted, m.source_id, target, born);
  insert into course_mend_note (id, created_at, course_id, mend_id, side, thing, written_at,
    by_other_citizen, read_by)
  values (uuidv7(), access_now(), m.source_id, wanted, 'left', m.thing, born, false, '[]'),
    (uuidv7(), access_now(), target, wanted, 'came', m.thing, born,
     exists (select from course_mend_reader where mend_id = wanted and role = 'citizen'),
     coalesce((select jsonb_agg(distinct jsonb_build_object('unit', unit_id, 'role', role))
                 from course_mend_reader where mend_id = wanted and role <> 'citizen'), '[]'));
  perform course_mend_say('mistake.left', m.source_id, 'whole', wanted, '{}');
  perform course_mend_say('mistake.came', target, 'whole', wanted, '{}');
  return '';
end $$""",
)

UNDO = definer(
    "course_undo_mend",
    "wanted uuid, because text",
    """returns text language plpgsql volatile as $$
declare
  m course_mend;
  step course_mend_row;
  key text;
  now_is jsonb;
begin
  select * into m from course_mend where id = wanted and state = 'done' for update;
  if not found then return 'gone'; end if;
  if not (course_may_mend(m.target_id, null) and (m.kind = 'merge' or m.done_by_id = access_actor()
      or course_may_mend(m.source_id, null))) then
    return 'not_yours';
  end if;
  begin
    for step in select * from course_mend_row where mend_id = wanted order by seq desc loop
      if step.field = '' then
        perform course_mend_unmake(step);
        continue;
      end if;
      key := case step.place when 'course_profile' then 'course_id' else 'id' end;
      execute format('select to_jsonb(%I) from %I where %I = $1 for update',
        step.field, step.place, key) into now_is using step."row";
      if now_is is distinct from step.became then
        raise exception 'landfast: something was written since' using errcode = 'check_violation';
      end if;
      execute format('update %1$I set %2$I ='
        ' (jsonb_populate_record(null::%1$I, jsonb_build_object(%2$L, $1))).%2$I where %3$I = $2',
        step.place, step.field, key) using step.was, step."row";
    end loop;
    if not course_mend_cohere(wanted, false) then
      raise exception 'landfast: it is pointed to' using errcode = 'check_violation';
    end if;
  exception when check_violation or unique_violation or exclusion_violation
      or foreign_key_violation then
    return 'contradicted';
  end;
  update course_mend set state = 'undone', undone_by_id = access_actor(), undone_at = access_now(),
         undone_why = because where id = wanted;
  update course_mend_note set undone_at = access_now() where mend_id = wanted;
  perform course_mend_say('mistake.undone', m.target_id, 'whole', wanted, '{}');
  perform course_mend_say('mistake.undone', m.source_id, 'whole', wanted, '{}');
  return '';
end $$""",
)

# what the joining made goes: a grant ends, a line is lifted, a number goes back
UNMAKE = inner(
    "course_mend_unmake",
    "step course_mend_row",
    """returns void language plpgsql as $$
begin
  if step.place = 'access_grant' then
    update access_grant set ends_at = greatest(starts_at, access_now())
     where id = step."row" and (ends_at is null or ends_at > access_now());
  elsif step.place = 'access_fresh_start' then
    update access_fresh_start set lifted_at = access_now()
     where id = step."row" and lifted_at is null;
  elsif step.place = 'course_citizen' then
    perform course_swap_numbers((step.became #>> '{}')::uuid, step."row");
  else
    raise exception 'landfast: it cannot be taken back' using errcode = 'check_violation';
  end if;
end $$""",
)

# a CPR number goes from one record of a citizen to the other; it stands in no trace
SWAP = inner(
    "course_swap_numbers",
    "source uuid, target uuid",
    """returns void language plpgsql as $$
declare
  number text;
  marked text;
begin
  select cpr, cpr_mark into number, marked from course_citizen where id = source for update;
  if exists (select from course_citizen where id = target and cpr <> '') then
    raise exception 'landfast: it has a number' using errcode = 'check_violation';
  end if;
  update course_citizen set cpr = '', cpr_mark = '' where id = source;
  update course_citizen set cpr = number, cpr_mark = marked where id = target;
end $$""",
)


class Migration(migrations.Migration):
    """The functions of a move, and the way back of both."""

    dependencies = (("course", "0060_mending"),)

    operations = (
        HELPER,
        helper_may("course_state_change", "select, insert"),
        TRACE,
        SET,
        MOVE,
        COHERE,
        ALONG,
        SAY,
        SAW,
        SWAP,
        UNMAKE,
        CARRY_OUT_MOVE,
        UNDO,
    )
