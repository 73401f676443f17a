-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `keeping`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_back(wanted uuid, because text, till date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept keeping_case;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.id is null or not kept.organisation_id = any (keeping_mine()) or because = '' then return false; end if;
  if kept.state = 'delivered' then
    update keeping_case set delete_on = null, receipt = '', sent_by_id = null,
      confirmed_by_id = null, delivered_on = null where id = wanted;
    perform keeping_step(wanted, 'blocked', because);
  elsif kept.state = 'blocked' and till > access_today() then
    update keeping_case set block_on = till, receipt = '', sent_by_id = null, package = ''
     where id = wanted;
    perform keeping_step(wanted, 'closed', because);
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = kept.scope_id and (ends_at is null or ends_at > access_now());
    insert into access_grant (id, created_at, scope_id, person_id, unit_id, organisation_id, post,
      role, ground, topic, level, starts_at, ends_at, given_by_id, reason, situation,
      situation_days, situation_about)
    select uuidv7(), access_now(), g.scope_id, g.person_id, g.unit_id, g.organisation_id, g.post,
           g.role, g.ground, g.topic, g.level, access_now(), (was->>'ends')::timestamptz,
           g.given_by_id, g.reason, g.situation, g.situation_days, g.situation_about
      from jsonb_array_elements(kept.closed_grants) was
      join access_grant g on g.id = (was->>'id')::uuid
     where (was->>'ends') is null or (was->>'ends')::timestamptz > access_now();
    update keeping_case set closed_grants = '[]' where id = wanted;
  elsif kept.state = 'closed' and till > access_today() then
    update keeping_case set block_on = till where id = wanted;
    perform keeping_step(wanted, 'closed', because);
    perform keeping_tell(wanted, 'keeping.postponed', '{}');
    return true;
  else return false; end if;
  perform keeping_tell(wanted, 'keeping.back', '{}');
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_begin(most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found record;
  rule keeping_years;
  made int := 0;
begin
  for found in
    select k.id from keeping_case k join course_course c on c.id = k.scope_id
     where k.state = 'closed' and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') limit most
  loop
    perform keeping_step(found.id, 'active', '');
    update keeping_case set closed_on = null, block_on = null where id = found.id;
    made := made + 1;
  end loop;
  for found in
    select c.id as scope, k.id as kept, u.organisation_id as whose,
           case when c.state = 'AFSLAG' then 'declined' else 'course' end as kind,
           (c.state_since at time zone 'Europe/Copenhagen')::date as closed
      from course_course c join people_unit u on u.id = c.unit_id
      left join keeping_case k on k.scope_id = c.id
     where c.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and (k.id is null or k.state = 'active' or k.state = 'closed'
       and k.closed_on <> (c.state_since at time zone 'Europe/Copenhagen')::date)
     limit most
  loop
    rule := keeping_years_of(found.whose, found.kind);
    if found.kept is null then
      found.kept := uuidv7();
      insert into keeping_case (id, created_at, scope_id, organisation_id, kind, state, since,
        delivers, wait_days, closed_grants, package, receipt)
      values (found.kept, access_now(), found.scope, found.whose, found.kind, 'active',
        access_now(), rule.delivers, rule.wait_days, '[]', '', '');
    end if;
    if (select state from keeping_case where id = found.kept) = 'active' then
      perform keeping_step(found.kept, 'closed', '');
    end if;
    update keeping_case set closed_on = found.closed, kind = found.kind,
      delivers = rule.delivers, wait_days = rule.wait_days,
      block_on = make_date(extract(year from found.closed)::int + rule.years + 1, 1, 1)
     where id = found.kept;
    made := made + 1;
  end loop;
  return made;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_begin_packing(wanted uuid)
 RETURNS TABLE(scope_id uuid, name text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with looked as (
    insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
    select uuidv7(), access_now(), k.scope_id, access_actor(), null, '', 'oversight',
           'Pakket til arkiv', true from keeping_case k where k.id = wanted and k.state = 'blocked' and k.delivers and k.receipt = '' and (select access_is_system())
    returning access_look.scope_id)
  select l.scope_id, o.name::text from looked l join keeping_case k on k.scope_id = l.scope_id
    join people_organisation o on o.id = k.organisation_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_block(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept keeping_case;
  shut jsonb;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.state is distinct from 'closed' or kept.block_on > access_today()
     or keeping_is_held(wanted)
     or not exists (select from course_course where id = kept.scope_id and state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))
  then return false; end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'ends', ends_at)), '[]') into shut
    from access_grant where scope_id = kept.scope_id and (ends_at is null or ends_at > access_now());
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation)
  select uuidv7(), access_now(), scope_id, person_id, '', role, ground, topic, 'read', access_now(),
         ends_at, given_by_id, 'Blokeret: læser sit eget', situation
    from access_grant
   where scope_id = kept.scope_id and role = 'citizen' and level = 'write' and (ends_at is null or ends_at > access_now());
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = kept.scope_id and (ends_at is null or ends_at > access_now()) and not (role = 'citizen' and level = 'read');
  update keeping_case set closed_grants = shut where id = wanted;
  perform keeping_step(wanted, 'blocked', '');
  perform keeping_tell(wanted, 'keeping.blocked', '{}');
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_confirm(wanted uuid, number text, goes_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept keeping_case;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.id is null or not kept.organisation_id = any (keeping_mine()) or kept.state <> 'blocked' or kept.receipt <> number or number = ''
     or kept.sent_by_id is null or kept.sent_by_id = access_actor() or keeping_is_held(wanted)
     or goes_on < access_today() + kept.wait_days
  then return false; end if;
  update keeping_case set confirmed_by_id = access_actor(), delivered_on = access_today(),
    delete_on = goes_on where id = wanted;
  perform keeping_step(wanted, 'delivered', '');
  perform keeping_tell(wanted, 'keeping.delivered', jsonb_build_object('deletes_on', goes_on));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_count(till date)
 RETURNS TABLE(organisation_id uuid, kind text, state text, courses integer, due integer, held integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.organisation_id, k.kind, k.state, count(*)::int,
         (count(*) filter (where case k.state when 'closed' then k.block_on
                                              when 'delivered' then k.delete_on end <= till))::int,
         (count(*) filter (where keeping_is_held(k.id)))::int
    from keeping_case k
   where k.organisation_id = any ((select keeping_mine())::uuid[])
      or k.organisation_id = any ((select access_my_organisations('courses_oversee'))::uuid[])
      or (select access_is_system())
   group by 1, 2, 3
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_due(step text, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from (
    select id, since from keeping_case
     where case step
       when 'block' then state = 'closed' and block_on <= access_today()
       -- what an officer took back has thirty days before the rule goes on
       when 'release' then state = 'blocked' and not delivers and (
         since <= access_now() - interval '30 days' or not exists (
           select from keeping_change h where h.case_id = keeping_case.id and h.before = 'delivered'))
       when 'delete' then state = 'delivered' and delete_on <= access_today()
         and not exists (select from keeping_hold h where h.case_id = keeping_case.id and h.lifted_at is null) end
       and not keeping_is_held(id)
    union all
    select id, created_at from keeping_hold
     where step = 'end_hold' and lifted_at is null and until < access_today()) due
   order by since, id limit most
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_end_hold(wanted_hold uuid, goes_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_erase(wanted uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
     or kept.delete_on > access_today() or exists (select from keeping_hold h where h.case_id = wanted and h.lifted_at is null)
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
  values (uuidv7(), access_now(), null, '00000000-0000-7000-8000-000000000001', null, '', '', 'Slettet ' || mark, true);
  insert into keeping_erasure (id, at, case_id, rows, looks, keys, digest)
  values (uuidv7(), access_now(), wanted, gone, cardinality(looks), packed, mark);
  perform set_config('landfast.erasing', wanted::text, true);
  delete from access_look where id = any (looks);
  perform set_config('landfast.erasing', '', true);
  if leave <> '{}' then
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
end $function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_erase_below(target regclass, ids uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  link record;
  own name;
  found uuid[];
  gone int := 0;
  step int;
begin
  for link in 
  select c.conrelid::regclass as place, a.attname as field
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
   where c.contype = 'f' and c.conparentid = 0 and c.confrelid = target::regclass
     and c.connamespace = 'public'::regnamespace
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_expire_erasures()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (
    update keeping_erasure set keys = ''
     where at <= access_now() - interval '62 months' and keys <> '' returning 1)
  select count(*)::int from gone
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_hold_on(wanted uuid, what text, because text, till date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept keeping_case;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.id is null or not kept.organisation_id = any (keeping_mine()) or kept.state = 'deleted' or because = '' or till < access_today()
  then return false; end if;
  insert into keeping_hold (id, created_at, case_id, kind, why, until, set_by_id)
  values (uuidv7(), access_now(), wanted, what, because, till, access_actor());
  perform keeping_tell(wanted, 'keeping.held', jsonb_build_object('kind', what));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_is_held(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from keeping_hold where case_id = wanted and lifted_at is null
                    and (until is null or until >= access_today()))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_is_kept(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from keeping_case
                  where scope_id = wanted and state in ('blocked', 'delivered'))
$function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_is_more(who uuid, than uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  link record;
  met boolean;
begin
  if (select kind from people_person where id = who) is distinct from 'citizen' then
    return true;
  end if;
  for link in
    select c.conrelid::regclass as place, a.attname as field
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.conparentid = 0 and c.confrelid = 'people_person'::regclass
       and c.connamespace = 'public'::regnamespace
       and c.conrelid::regclass::text not in ('access_draft', 'access_event', 'access_look', 'login_identity', 'login_invitation', 'login_one_time_code', 'login_passkey', 'login_recovery_code', 'login_reset', 'login_sitting', 'login_way_out', 'notices_channel', 'notices_delivery', 'notices_device', 'people_account')
  loop
    execute format('select exists (select from %s where %I = $1)', link.place, link.field)
      into met using who;
    if met then return true; end if;
  end loop;
  -- an act of hers in another course is that course's
  return exists (select from access_event where actor_id = who and scope_id <> than)
      or exists (select from access_look where person_id = who and scope_id <> than);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_list(states text[], one uuid, page text, most integer)
 RETURNS TABLE(id uuid, name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ids uuid[];
begin
  ids := array(select k.id from keeping_case k
                where k.organisation_id = any (keeping_mine()) and k.state = any (states)
                  and k.scope_id is not null and (one is null or k.id = one)
                order by coalesce(k.delete_on, k.block_on), k.id limit most);
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  select uuidv7(), access_now(), k.scope_id, access_actor(),
         (select e.unit_id from people_employment e join people_unit u on u.id = e.unit_id
           where e.person_id = access_actor() and e.role in ('dpo', 'records_officer') and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())
             and u.organisation_id = k.organisation_id order by e.starts_on desc limit 1),
         '', 'oversight', page, true
    from keeping_case k where k.id = any (ids);
  return query
  select k.id, z.name::text from keeping_case k
    join course_course c on c.id = k.scope_id join course_citizen z on z.id = c.citizen_id
   where k.id = any (ids) order by coalesce(k.delete_on, k.block_on), k.id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_mine()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct u.organisation_id), '{}')
    from people_employment e join people_unit u on u.id = e.unit_id
   where e.person_id = (select access_actor()) and e.role in ('dpo', 'records_officer') and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.keeping_no_grants()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.role <> 'citizen' and keeping_is_kept(new.scope_id) then return null; end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_packed(wanted uuid, hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update keeping_case k set package = hash where k.id = wanted and k.state = 'blocked' and k.delivers and k.receipt = '' and (select access_is_system());
  if not found then return false; end if;
  perform keeping_tell(wanted, 'keeping.packed', '{}');
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_release(wanted uuid, goes_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept keeping_case;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.state is distinct from 'blocked' or kept.delivers or keeping_is_held(wanted)
     or goes_on < access_today() + kept.wait_days
  then return false; end if;
  update keeping_case set delete_on = goes_on where id = wanted;
  perform keeping_step(wanted, 'delivered', 'Skal ikke afleveres');
  perform keeping_tell(wanted, 'keeping.delivered', jsonb_build_object('deletes_on', goes_on));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_sent(wanted uuid, number text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept keeping_case;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.id is null or not kept.organisation_id = any (keeping_mine()) or kept.state <> 'blocked' or kept.package = '' or number = '' then return false; end if;
  update keeping_case set receipt = number, sent_by_id = access_actor() where id = wanted;
  perform keeping_tell(wanted, 'keeping.sent', '{}');
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_set_years(whose uuid, what text, how_many integer, goes boolean, waits integer, because text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_step(wanted uuid, to_state text, because text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into keeping_change (id, created_at, case_id, before, after, at, by_id, why)
  select uuidv7(), access_now(), id, state, to_state, access_now(), access_actor(), because
    from keeping_case where id = wanted;
  update keeping_case set state = to_state, since = access_now() where id = wanted;
$function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_tell(wanted uuid, what text, facts jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), what, scope_id, 'whole', access_actor(), 'keeping_case', id, facts
    from keeping_case where id = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_to_pack()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.id from keeping_case k where k.state = 'blocked' and k.delivers and k.receipt = '' and (select access_is_system()) order by k.since, k.id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_to_tell()
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.id from keeping_case k where k.organisation_id = any (keeping_mine()) and k.state = 'delivered'
   and k.delete_on is not null and k.told_of is distinct from k.delete_on and not exists (
    select from course_course c join course_citizen z on z.id = c.citizen_id
     where c.id = k.scope_id and login_has_own(z.person_id))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_told(wanted uuid, how text, at_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update keeping_case k set told_of = k.delete_on, told_how = how, told_on = at_day,
    told_by_id = access_actor()
   where k.id = wanted and at_day <= access_today() and k.organisation_id = any (keeping_mine()) and k.state = 'delivered'
   and k.delete_on is not null and k.told_of is distinct from k.delete_on and not exists (
    select from course_course c join course_citizen z on z.id = c.citizen_id
     where c.id = k.scope_id and login_has_own(z.person_id));
  if not found then return false; end if;
  perform keeping_tell(wanted, 'keeping.told', jsonb_build_object('how', how));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_waits(wanted uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select wait_days from keeping_case
   where id = wanted or id = (select case_id from keeping_hold where keeping_hold.id = wanted)
$function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.keeping_years_of(whose uuid, what text)
 RETURNS keeping_years
 LANGUAGE sql
 STABLE
AS $function$
  select y from keeping_years y
   where y.kind = what and (y.organisation_id = whose
      or y.organisation_id is null
         and y.holder = (select kind from people_organisation where id = whose))
   order by y.organisation_id is null limit 1
$function$;

-- On keeping_case

CREATE POLICY helper_delete ON keeping_case FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON keeping_case FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON keeping_case FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON keeping_case FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON keeping_case FOR select TO landfast_app
  USING ((organisation_id = ANY ((( SELECT keeping_mine() AS keeping_mine))::uuid[])) OR (scope_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON keeping_case
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On keeping_change

CREATE POLICY helper_delete ON keeping_change FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON keeping_change FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON keeping_change FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON keeping_change FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON keeping_change FOR select TO landfast_app
  USING ((EXISTS ( SELECT
   FROM keeping_case c
  WHERE c.id = keeping_change.case_id)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON keeping_change
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On keeping_erasure

CREATE POLICY helper_delete ON keeping_erasure FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON keeping_erasure FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON keeping_erasure FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON keeping_erasure FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

-- On keeping_hold

CREATE POLICY helper_delete ON keeping_hold FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON keeping_hold FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON keeping_hold FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON keeping_hold FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON keeping_hold FOR select TO landfast_app
  USING ((EXISTS ( SELECT
   FROM keeping_case c
  WHERE c.id = keeping_hold.case_id)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON keeping_hold
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On keeping_years

CREATE POLICY helper_delete ON keeping_years FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON keeping_years FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON keeping_years FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON keeping_years FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON keeping_years FOR select TO landfast_app
  USING ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON keeping_years
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
