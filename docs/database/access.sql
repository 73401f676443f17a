-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `access`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_actor()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 2000
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  told constant text := current_setting('landfast.actor', true);
  said constant bytea := convert_to(
    left(told, 36) || '|' || (date_part('epoch', now()) * 1000000)::bigint
      || case substr(told, 37, 1) when ':' then '|reads' else '' end, 'UTF8');
  signed constant text := substr(told, 38);
  me text;
begin
  -- made a key's kind only when the signature holds: what somebody else made up is nobody
  select left(told, 36) into me from access_actor_key k
   where k.login = session_user and (k.ends_at is null or k.ends_at > statement_timestamp())
     and signed = encode(sha256(k.outer_pad || sha256(k.inner_pad || said)), 'hex');
  return me::uuid;
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_acts()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (substr(current_setting('landfast.actor'::text, true), 37, 1) IS DISTINCT FROM ':'::text);

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_ask_name(wanted uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as (
    insert into access_name_ask
      (id, created_at, scope_id, look, looker_id, organisation_id, asked_by_id, what, looked_at,
       name, words)
    select uuidv7(), access_now(), l.scope_id, l.id, l.person_id,
           coalesce(
             (select h.organisation_id
                from people_employment e join people_unit h on h.id = e.unit_id
               where h.organisation_id = u.organisation_id and e.role = 'dpo' and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) limit 1),
             (select h.organisation_id
                from access_grant g join people_unit h on h.id = g.unit_id
               where g.scope_id = l.scope_id and g.role = 'lead'
                 and (g.ends_at is null or g.ends_at > access_now())
               order by g.starts_at desc limit 1),
             u.organisation_id),
           (select access_actor()), l.what, l.at, '', ''
      from access_look l join people_unit u on u.id = l.unit_id
     where l.id = wanted and l.allowed
       and exists (select from access_grant g
                    where g.scope_id = l.scope_id and g.role = 'citizen'
                      and g.person_id = (select access_actor())
                      and (g.ends_at is null or g.ends_at > access_now()))
    on conflict (look) do nothing
    returning 1)
  select count(*)::int from asked
$function$;

-- Runs as who calls it; for everybody, landfast_helper.
CREATE OR REPLACE FUNCTION public.access_began()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN LEAST(access_now(), now());

-- Runs as landfast_helper; for nobody else.
CREATE OR REPLACE FUNCTION public.access_count_reads()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if (select count(distinct scope_id) from access_look
       where person_id = new.person_id and at > new.at - interval '10 minutes'
         and kind = 'read' and allowed and scope_id <> new.scope_id) >= 60
  then raise exception 'too many records in a row' using errcode = 'LF429';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_decides_income()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from people_employment
    where person_id = access_actor() and role in ('benefits_officer', 'coordinating_case_worker', 'jobcenter_worker', 'youth_case_worker') and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_ends_earlier(wanted uuid, last_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select last_day >= access_today() and exists (
    select from people_employment
     where id = wanted and (ends_on is null or ends_on >= last_day))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_expire_drafts()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (
    delete from access_draft where saved_at < access_now() - interval '30 days' returning id)
  select count(*)::int from gone
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_expire_looks()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '2s'
AS $function$
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_expire_oversight()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with judged as (
    delete from access_look_verdict where day < access_today() - interval '61 months' returning 1),
  asked as (
    delete from access_name_ask where looked_at < access_now() - interval '61 months' returning 1)
  select (select count(*)::int from judged) + (select count(*)::int from asked)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_expire_seals()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (
    delete from access_look_seal
     where until_at <= date_trunc('month', access_now() at time zone 'UTC') at time zone 'UTC'
                         - interval '5 years' - interval '1 month'
     returning id)
  select count(*)::int from gone
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_expire_sign_ins()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (
    delete from access_failed_sign_in where at < access_now() - interval '1 day' returning id)
  select count(*)::int from gone
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_failed_sign_ins(by_name text, from_source text, since timestamp with time zone)
 RETURNS TABLE(here bigint, source bigint, name bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*) filter (where f.name = by_name and f.source = from_source),
         count(*) filter (where f.source = from_source),
         count(*) filter (where f.name = by_name)
    from access_failed_sign_in f
   where f.at > since and (f.name = by_name or f.source = from_source)
$function$;

-- Runs as who calls it; for everybody, landfast_helper.
CREATE OR REPLACE FUNCTION public.access_first_key(moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((lpad(to_hex((floor((EXTRACT(epoch FROM moment) * (1000)::numeric)))::bigint), 12, '0'::text) || '70008000000000000000'::text))::uuid;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_frames(wanted uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine constant uuid[] := access_my_scopes('frame', 'read');
begin
  if wanted <@ mine and (access_acts() or wanted <@ access_opened()) then return wanted; end if;
  return array(select one from unnest(wanted) one where (one = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = one)) and (access_acts() or one = any (access_opened())
    or one = any (access_scopes_as(array['citizen']))));
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_gives(giver text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (giver = 'citizen'::text) THEN ARRAY['professional'::text, 'recipient'::text, 'proxy'::text, 'guest'::text] WHEN (giver = ANY (ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text])) THEN ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'former_coordinator'::text, 'professional'::text, 'second'::text, 'taker'::text, 'recipient'::text, 'proxy'::text, 'guest'::text, 'decider'::text] WHEN (giver = 'taker'::text) THEN ARRAY['coordinator'::text, 'former_coordinator'::text] WHEN (giver = 'intake'::text) THEN ARRAY['coordinator'::text, 'intake'::text, 'second'::text] WHEN (giver = 'lead'::text) THEN ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'former_coordinator'::text, 'intake'::text, 'second'::text, 'taker'::text] ELSE '{}'::text[] END;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_grant_only_shrinks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'landfast_helper' and (new.ends_at is null or new.ends_at > old.ends_at) then
    raise exception 'landfast: a grant is never made longer';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_owner.
CREATE OR REPLACE FUNCTION public.access_has_come_in(who uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from login_sitting where person_id = who)
      or exists (select from login_identity where person_id = who)
      or exists (select from login_passkey where person_id = who);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_holds(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select wanted = any (access_scopes_as(array['citizen', 'coordinator', 'cover', 'deputy', 'second']))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_holds_part(wanted uuid, held_as text, thing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from access_my_parts(held_as) p
                  where p.scope_id = wanted and p.about is not distinct from thing)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_in_area(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from access_grant where scope_id = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[]))
      or exists (select from access_look where scope_id = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[]))
      or exists (select from access_look where about = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[]))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_intake_is_over(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from access_grant g
     where g.scope_id = wanted and g.role = 'intake' and g.starts_at < g.ends_at
       and g.ends_at <= access_now() and g.ends_at > access_now() - interval '1 day'
       and (g.person_id = (select access_actor())
         or g.unit_id::text || ':' || g.post = any ((select access_my_posts())::text[])))
   and not exists (select from access_grant o
     where o.scope_id = wanted and o.person_id = (select access_actor()) and o.role <> 'intake')
   and not exists (select from access_apart a where a.scope_id = wanted and a.lifted_at is null)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_is_apart(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from access_apart where scope_id = wanted and lifted_at is null)
$function$;

-- Runs as who calls it; for everybody, landfast_helper.
CREATE OR REPLACE FUNCTION public.access_is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (access_may_be_system() AND (access_actor() = '00000000-0000-7000-8000-000000000001'::uuid));

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_keep_apart(wanted uuid, because text, named uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended uuid[];
  mine constant text[] := access_my_roles(wanted);
begin
  if not mine && array['coordinator', 'cover', 'deputy', 'second', 'intake']
    or access_is_apart(wanted) or not exists (
    with recursive up as (
      select u.id, u.parent_id from people_unit u join access_grant g on g.unit_id = u.id
       where g.scope_id = wanted and g.role = 'lead'
      union select u.id, u.parent_id from people_unit u join up on up.parent_id = u.id)
    select from people_employment
     where person_id = named and role = any (access_posts_that('courses_oversee')) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
       and unit_id in (select id from up))
  then return false; end if;
  if 'intake' = any (mine) then
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic,
      level, starts_at, given_by_id, reason, situation)
    select uuidv7(), access_now(), wanted, one, '', 'intake', 'referral', 'frame', 'write',
           access_now(), access_actor(), 'Ser, om et forløb passer', 'always'
      from (select access_actor() union select named) people (one);
  end if;
  with closing as (
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = wanted and person_id is null
       and (ends_at is null or ends_at > access_now())
    returning id)
  select coalesce(array_agg(id), '{}') into ended from closing;
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, given_by_id, reason, situation)
  values (uuidv7(), access_now(), wanted, named, '', 'lead', 'team', 'frame', 'write',
    access_now(), access_actor(), 'Leder med navn', 'always');
  insert into access_apart (id, created_at, scope_id, why, leader_id, set_by_id, since, closed)
  values (uuidv7(), access_now(), wanted, because, named, access_actor(), access_now(),
    to_jsonb(ended));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_known_scopes()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  held constant uuid[] := array(select g.scope_id from access_grant g
   where g.person_id = me and g.topic = 'whole'
     and g.starts_at <= moment and g.ends_at is distinct from g.starts_at);
begin
  if not exists (select from access_fresh_start f
                  where f.scope_id = any (held) and f.lifted_at is null) then
    return held;
  end if;
  return array(select g.scope_id from access_grant g
   where g.person_id = me and g.topic = 'whole'
     and g.starts_at <= moment and g.ends_at is distinct from g.starts_at
     and (g.role = 'citizen' or not exists (
       select from access_fresh_start f
        where f.scope_id = g.scope_id and f.lifted_at is null and f.since <= g.starts_at)));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_left_behind(wanted uuid, written timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from access_fresh_start f
     where f.scope_id = wanted and f.lifted_at is null and written < f.since
       and not exists (
         select from access_grant g
          where g.scope_id = wanted and g.starts_at < f.since
            and g.ends_at is distinct from g.starts_at
            and (g.topic = 'whole'
              or g.topic <> 'frame' and not wanted = any (access_my_scopes('whole', 'read')))
            and (g.person_id = (select access_actor())
              or exists (
                select from people_employment e join people_unit u on u.id = e.unit_id
                 where e.person_id = (select access_actor())
                   and e.starts_on < (f.since at time zone 'Europe/Copenhagen')::date
                   and (e.ends_on is null or e.ends_on >= access_today())
                   and (g.organisation_id = u.organisation_id or (g.post = 'any' and e.unit_id = g.unit_id
                or g.post = e.role and e.unit_id in (
                  with recursive above as (
                    select g.unit_id as id
                    union select u.parent_id from people_unit u join above a on a.id = u.id
                     where u.parent_id is not null)
                  select id from above)))))))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_lift_apart(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  stands access_apart;
begin
  if not exists (select from unnest(access_my_roles(wanted)) mine
    where mine in ('coordinator', 'cover', 'deputy', 'second')) then return false; end if;
  update access_apart set lifted_at = access_now()
   where scope_id = wanted and lifted_at is null returning * into stands;
  if not found then return false; end if;
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = wanted and person_id = stands.leader_id and role = 'lead'
     and (ends_at is null or ends_at > access_now());
  insert into access_grant (id, created_at, scope_id, unit_id, post, role, ground, topic, level,
    starts_at, given_by_id, reason, situation)
  select uuidv7(), access_now(), scope_id, unit_id, post, role, ground, topic, level, access_now(),
         access_actor(), reason, 'always'
    from access_grant
   where role = 'lead' and id in (
     select value::uuid from jsonb_array_elements_text(stands.closed));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_list(wanted uuid[], page text, things uuid[], as_role text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
  here constant boolean := exists (
    select from people_employment where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today));
  at_unit constant uuid := (select unit_id from people_employment
     where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today) order by starts_on desc limit 1);
  whole uuid[];
  others int;
begin
  if me is null then return 0; end if;
  with told as (
    insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
    select uuidv7(), moment, h.scope_id, me, at_unit, h.role, h.ground, page, true, 'list'
      from (select distinct on (scope_id) scope_id, role, ground from access_grant
             where scope_id = any (wanted) and topic = 'whole' and person_id = me and starts_at <= moment and (ends_at is null or ends_at > moment)
               and (ground in ('citizen', 'proxy') or here)
             order by scope_id) h
    returning scope_id)
  select coalesce(array_agg(scope_id), '{}') into whole from told;
  if not wanted <@ whole then
    with told as (
      insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
      select uuidv7(), moment, h.scope_id, me, at_unit, h.role, h.ground, page, true, 'list'
        from (select distinct on (scope_id) scope_id, role, ground from (
            select scope_id, role, ground, topic from access_grant
             where scope_id = any (wanted) and topic = 'frame' and person_id = me and starts_at <= moment and (ends_at is null or ends_at > moment)
               and (ground in ('citizen', 'proxy') or here)
            union all
            select scope_id, role, ground, topic from access_my_posts_reach
             where scope_id = any (wanted)) grants
           where scope_id <> all (whole) and role not in ('proxy', 'guest', 'decider')
           order by scope_id, (topic = 'whole') desc, role in ('proxy', 'guest', 'decider'), (topic = 'frame') desc) h
      returning scope_id)
    select whole || coalesce(array_agg(scope_id), '{}') into whole from told;
  end if;
  if wanted <@ whole and things = '{}' then return cardinality(whole); end if;
  with held as (
    select distinct on (scope_id) scope_id, role, ground from (
      select scope_id, role, ground, topic from access_grant
       where scope_id = any (wanted) and person_id = me and starts_at <= moment and (ends_at is null or ends_at > moment)
               and (ground in ('citizen', 'proxy') or here)
      union all
      select scope_id, role, ground, topic from access_my_posts_parts
       where scope_id = any (wanted)
    ) grants where scope_id <> all (whole) order by scope_id, (topic = 'whole') desc, role in ('proxy', 'guest', 'decider'), (topic = 'frame') desc)
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_lists_hold()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me uuid;
  began constant timestamptz := access_began();
  shown uuid[];
begin
  if coalesce(current_setting('landfast.opened', true), '') = '' then return true; end if;
  me := access_actor();
  shown := array(select l.scope_id from access_look l
     where l.person_id = me and at >= began and at < greatest(access_now(), now()) + interval '1 day'
       and l.allowed and l.kind = 'list' and l.ground not in ('', 'citizen')
       and l.scope_id is not null);
  if shown = '{}' then return true; end if;
  shown := array(select unnest(shown) except select unnest(access_reached(shown)));
  -- what was shown on a ground of its own, and is not reached by a grant to its frame or whole
  return shown = '{}' or not exists (select from unnest(shown) one
     where not (exists (select from access_grant where scope_id = one
                         and person_id = me and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days)) and starts_at <= access_now() and (ends_at is null or ends_at > access_now()) and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment
         where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())))))
       or exists (select from access_my_posts_reach r where r.scope_id = one)
       or exists (select from access_my_posts_parts r where r.scope_id = one)));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_look_at(thing uuid, as_role text, page text, as_kind text, was_allowed boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into access_look (id, at, about, person_id, unit_id, role, ground, what, allowed, kind)
  select uuidv7(), access_now(), thing, (select access_actor()), (select unit_id from people_employment
     where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) order by starts_on desc limit 1),
         case when was_allowed then as_role else '' end,
         case when was_allowed then 'referral' else '' end, page, was_allowed, case when was_allowed then as_kind else 'refused' end
   where (select access_actor()) is not null
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_look_heads(beyond integer)
 RETURNS TABLE(number integer, head bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select number, head from access_look_seal where number > beyond order by number
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_look_held()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- the key was made by the real clock, whatever time the look says
  perform pg_advisory_xact_lock_shared(
    4712, floor(extract(epoch from uuid_extract_timestamp(new.id)) / 60)::int);
  return new;
end $function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.access_look_part(named text, bound text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  execute format('create table %I partition of access_look %s', named, bound);
  execute format('alter table %I enable row level security', named);
  execute format('create trigger stands_whole before truncate on %I'
    ' for each statement execute function access_look_stands()', named);
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_look_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.scope_id is null and old.about is not null
     and to_jsonb(new) - 'scope_id' = to_jsonb(old) - 'scope_id'
  then return new; end if;
  if tg_op = 'DELETE' and current_setting('landfast.erasing', true) <> '' and exists (
    select from keeping_erasure
     where case_id = current_setting('landfast.erasing', true)::uuid
       and position(uuid_send(old.id) in keys) > 0)
  then return old; end if;
  raise exception 'landfast: what stands in the look log is not changed (%)', tg_table_name;
end $function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.access_make_look_month(first date)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_make_look_months()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET lock_timeout TO '2s'
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

-- Runs as who calls it; for everybody, landfast_helper.
CREATE OR REPLACE FUNCTION public.access_may_be_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SESSION_USER = 'landfast_jobs'::name);

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_may_employ(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select who <> (select access_actor())
     and exists (select from people_person where id = who and kind = 'staff')
     and not exists (
       select from people_employment
        where person_id = who
          and unit_id <> all ((select access_my_units('organisation_run'))::uuid[]))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_may_end(wanted uuid, given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select given not in ('citizen', 'lead', 'emergency') and exists (
    select from unnest(access_my_roles(wanted)) mine
     where access_gives(mine) <> '{}'
       and (mine <> 'taker' or given in ('coordinator', 'cover', 'second', 'taker')))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_may_give(wanted uuid, given text, recipient uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from unnest(access_my_roles(wanted)) mine
     where given = any (access_gives(mine))
       and (mine <> 'taker'
         or given = 'coordinator' and recipient = access_actor()
         or given = 'former_coordinator' and exists (
              select from access_grant g where g.scope_id = wanted and g.person_id = recipient
                 and g.role in ('coordinator', 'cover'))))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_may_note_leave(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(who = (select access_actor()), false)
      or exists (
        select from people_employment
         where person_id = who and (ends_on is null or ends_on >= access_today())
           and (unit_id = any ((select access_my_units('organisation_run'))::uuid[])
             or unit_id = any ((select access_my_units('courses_oversee'))::uuid[])))
      or exists (
        select from access_grant
         where person_id = who and role in ('coordinator', 'cover')
           and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
           and access_my_roles(scope_id) && array['second', 'deputy', 'lead'])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_may_start_account(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_may_employ(who) and not access_has_come_in(who)
     and exists (select from people_employment where person_id = who)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_organisations(may text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct organisation_id), '{}') from people_unit
   where id = any ((select access_my_units(may))::uuid[])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_part_scopes()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct scope_id), '{}') from access_grant
   where person_id = (select access_actor()) and topic not in ('frame', 'whole') and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days)) and starts_at <= access_now() and (ends_at is null or ends_at > access_now()) and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment
         where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_parts(held_as text)
 RETURNS TABLE(scope_id uuid, topic text, level text, about uuid, reason text, until timestamp with time zone)
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select g.scope_id, g.topic::text, g.level::text, g.about, g.reason::text, g.ends_at
    from access_grant g where g.role = held_as and person_id = (select access_actor())
     and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
     and (ground = 'proxy' or (select exists (
        select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))
   order by g.starts_at, g.id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_posts()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  today constant date := access_today();
begin
  return (
    with recursive held as (
      select e.unit_id, held_as as role
        from people_employment e, unnest(array[e.role, 'any']) held_as
       where e.person_id = me and starts_on <= today and (ends_on is null or ends_on >= today)
    ), down as (
      select unit_id, role from held
      union select u.id, d.role from people_unit u join down d on u.parent_id = d.unit_id
       and d.role <> 'any'
    )
    select coalesce(array_agg(unit_id::text || ':' || role), '{}') from down);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_roles(wanted uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
  found text[] := array(
    select role from access_grant
     where scope_id = wanted and person_id = me and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days)) and starts_at <= moment and (ends_at is null or ends_at > moment) and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment
         where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today))))
    union all
    select role from access_my_posts_reach where scope_id = wanted);
begin
  if exists (select from access_grant
              where scope_id = wanted and (organisation_id is not null
                 or unit_id is not null and topic not in ('frame', 'whole')))
  then
    found := found || array(
      select role::text from access_my_posts_parts where scope_id = wanted);
  end if;
  return array(select distinct unnest(found));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_scopes(wanted_topic text, wanted_level text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  return array(select scope_id from access_grant
   where person_id = me
     and (topic = 'whole' or topic = wanted_topic) and (level = 'write' or level = wanted_level)
     and starts_at <= moment and (ends_at is null or ends_at > moment)
     and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment e
         where e.person_id = me and e.starts_on <= today
           and (e.ends_on is null or e.ends_on >= today)))));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_things(held_as text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(about), '{}') from access_my_parts(held_as)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_my_units(may text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct split_part(post, ':', 1)::uuid), '{}')
    from unnest(access_my_posts()) post
   where split_part(post, ':', 2) = any (access_posts_that(may))
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_no_posts_apart()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.person_id is null and access_is_apart(new.scope_id) then return null; end if;
  return new;
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_note_opened()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if coalesce(new.scope_id, new.about) is not null and new.allowed
     and left(current_setting('landfast.actor', true), 36) = new.person_id::text then
    perform set_config('landfast.opened',
      coalesce(nullif(current_setting('landfast.opened', true), '') || ',', '') || coalesce(new.scope_id, new.about), true);
  end if;
  return null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_note_oversight(wanted uuid, page text, as_kind text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into access_look
    (id, at, scope_id, about, person_id, unit_id, role, ground, what, allowed, kind)
  select uuidv7(), access_now(), (select id from access_scope where id = wanted), case when not exists (select from access_scope where id = wanted) then wanted end,
         person_id, unit_id, '', 'oversight', page, true, as_kind
    from people_employment
   where person_id = (select access_actor()) and role = 'dpo' and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
   order by starts_on desc limit 1
$function$;

-- Runs as who calls it; for everybody, landfast_helper.
CREATE OR REPLACE FUNCTION public.access_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (SESSION_USER = 'landfast_jobs'::name) THEN COALESCE((NULLIF(current_setting('landfast.now'::text, true), ''::text))::timestamp with time zone, statement_timestamp()) ELSE statement_timestamp() END;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_open(wanted uuid, page text, as_kind text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held record;
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  select role, ground, topic into held from access_grant
   where scope_id = wanted and person_id = me and topic = 'whole' and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days)) and starts_at <= moment and (ends_at is null or ends_at > moment) and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment
         where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today))))
   limit 1;
  if not found then
    select role, ground, topic into held from (
      select role, ground, topic from access_grant
       where scope_id = wanted and person_id = me and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days)) and starts_at <= moment and (ends_at is null or ends_at > moment) and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment
         where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today))))
      union all
      select role, ground, topic from access_my_posts_reach where scope_id = wanted
      union all
      select role, ground, topic from access_my_posts_parts where scope_id = wanted
    ) grants order by (topic = 'whole') desc, role in ('proxy', 'guest', 'decider'), (topic = 'frame') desc limit 1;
    if not found then return null; end if;
  end if;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
  values (uuidv7(), moment, wanted, me, (select unit_id from people_employment
     where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today) order by starts_on desc limit 1), held.role, held.ground, page, true,
    case when as_kind = 'read' and access_acts() then 'change' else as_kind end);
  return held.topic;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_open_part(wanted uuid, held_as text, thing uuid, page text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not access_holds_part(wanted, held_as, thing) then return false; end if;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), access_now(), wanted, access_actor(),
    (select unit_id from people_employment where person_id = access_actor()
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held_as, case held_as when 'guest' then 'meeting' when 'decider' then 'decision' else held_as end,
    page, true);
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_opened()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  began constant timestamptz := access_began();
  said constant uuid[] :=
    string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[];
begin
  if said is null then return '{}'; end if;
  return array(select coalesce(scope_id, about) from access_look
                where person_id = me and at >= began and at < greatest(access_now(), now()) + interval '1 day' and allowed
                  and coalesce(scope_id, about) = any (said));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_overseen_units()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(id), '{}') from people_unit
   where organisation_id = any ((select access_oversees())::uuid[])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_oversees()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct u.organisation_id), '{}')
    from people_employment e join people_unit u on u.id = e.unit_id
   where e.person_id = (select access_actor()) and e.role = 'dpo' and e.starts_on <= access_today()
     and (e.ends_on is null or e.ends_on >= access_today())
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_oversight(since timestamp with time zone, before timestamp with time zone, who uuid, wanted uuid, most integer, mixed boolean, page text, as_kind text)
 RETURNS TABLE(id uuid, at timestamp with time zone, scope_id uuid, person_id uuid, unit_id uuid, role character varying, ground character varying, what character varying, allowed boolean, kind character varying)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  units uuid[] := access_overseen_units();
begin
  if units = '{}' or wanted is not null and not access_in_area(wanted) then return; end if;
  perform access_note_oversight(wanted, page, as_kind);
  return query
  select l.id, l.at, coalesce(l.scope_id, l.about), l.person_id, l.unit_id, l.role, l.ground, l.what, l.allowed, l.kind
    from access_look l
   where l.at >= since and l.at < before
     and (who is null or l.person_id = who)
     and (wanted is null or l.scope_id = wanted or l.about = wanted)
     and (l.unit_id = any (units)
       or l.scope_id in (select g.scope_id from access_grant g where g.unit_id = any (units)))
   order by case when mixed then random() end, l.at desc, l.id desc limit most;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_oversight_days(since timestamp with time zone, before timestamp with time zone, page text)
 RETURNS TABLE(person_id uuid, day date, scope_id uuid, times integer, at_night integer, works boolean, is_referral boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  units uuid[] := access_overseen_units();
  acted text[];
begin
  if units = '{}' then return; end if;
  perform access_note_oversight(null, page, 'search');
  acted := array(
    select distinct e.actor_id::text || ':' || coalesce(e.facts ->> 'referral', e.object_id::text)
      from access_event e
     where e.at >= since - interval '14 days' and e.at < before + interval '14 days'
       and e.kind like 'referral.%' and e.actor_id is not null);
  return query
  select seen.person_id, seen.day, seen.thing, seen.times, seen.at_night,
         case when seen.is_referral
              then seen.person_id::text || ':' || seen.thing::text = any (acted)
              else seen.holds or exists (
                select from access_event e
                 where e.scope_id = seen.thing and e.actor_id = seen.person_id
                   and e.at >= seen.day - 14 and e.at < seen.day + 15) end,
         seen.is_referral
    from (
      select l.person_id, (l.at at time zone 'Europe/Copenhagen')::date as day,
             coalesce(l.scope_id, l.about) as thing, l.scope_id is null as is_referral,
             count(*)::int as times,
             bool_or(l.role in ('coordinator', 'cover', 'deputy', 'decider', 'guest', 'intake', 'taker')) as holds,
             (count(*) filter (where extract(hour from l.at at time zone 'Europe/Copenhagen')
                                 not between 5 and 22))::int as at_night
        from access_look l
       where l.at >= since and l.at < before
         and (l.unit_id = any (units)
           or l.scope_id in (select g.scope_id from access_grant g where g.unit_id = any (units)))
         and coalesce(l.scope_id, l.about) is not null
         and l.allowed and l.role <> 'citizen'
         and l.ground <> 'oversight' and l.kind <> 'list' and (l.kind <> '' or l.what not like '%(liste)')
       group by 1, 2, 3, 4) seen
   order by seen.day desc, seen.person_id, seen.thing;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_plays(wanted uuid, wanted_roles text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from access_my_posts_reach r
                  where r.scope_id = wanted and r.role = any (wanted_roles))
      or exists (select from access_my_posts_parts r
                  where r.scope_id = wanted and r.role = any (wanted_roles));
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_posts_that(may text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE may WHEN 'organisation_run'::text THEN ARRAY['org_admin'::text] WHEN 'courses_oversee'::text THEN ARRAY['daily_leader'::text, 'leader'::text] WHEN 'intake_decide'::text THEN ARRAY['coordinator'::text, 'daily_leader'::text] WHEN 'formats_keep'::text THEN ARRAY['daily_leader'::text, 'org_admin'::text] WHEN 'rules_keep'::text THEN ARRAY['org_admin'::text] ELSE '{}'::text[] END;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_reached(wanted uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine constant uuid[] := access_my_scopes('frame', 'read');
begin
  if wanted <@ mine then return wanted; end if;
  return array(select one from unnest(wanted) one where one = any (mine)
    union select r.scope_id from access_my_posts_reach r where r.scope_id = any (wanted));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_reaches(wanted uuid, wanted_topic text, wanted_level text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from access_grant
                  where scope_id = wanted and unit_id is not null
                    and topic in ('whole', wanted_topic) and level in ('write', wanted_level))
  then return false; end if;
  return exists (select from access_my_posts_reach r
                  where r.scope_id = wanted and r.topic in ('whole', wanted_topic)
                    and r.level in ('write', wanted_level));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_reads_topics(wanted uuid, topics text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select topics <> '{}' and not exists (
    select from unnest(topics) one
     where not exists (select from access_grant
                        where scope_id = wanted and person_id = (select access_actor())
                          and topic = one and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days)) and starts_at <= access_now() and (ends_at is null or ends_at > access_now()) and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment
         where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())))))
       and not exists (select from access_my_posts_parts r
                        where r.scope_id = wanted and r.topic = one))
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_refuse_write_while_reading()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('landfast.reading', true) = 'on' then
    raise exception 'landfast: a page that only reads tried to write %', tg_table_name;
  end if;
  return null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_refused(wanted uuid, page text, seen_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into access_look
    (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
  select uuidv7(), access_now(), (select id from access_scope where id = wanted),
    (select access_actor()), (select unit_id from people_employment
     where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) order by starts_on desc limit 1), '', '', page, false, 'refused'
   where (select access_actor()) is not null
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_runs_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_is_system() or exists (
    select from people_employment
     where person_id = (select access_actor()) and role = 'system_admin'
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_scope_is_new(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select not exists (select from access_grant where scope_id = wanted)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_scopes_as(wanted text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  return array(select scope_id from access_grant
   where person_id = me and role = any (wanted)
     and starts_at <= moment and (ends_at is null or ends_at > moment)
     and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment e
         where e.person_id = me and e.starts_on <= today
           and (e.ends_on is null or e.ends_on >= today)))));
end $function$;

-- Runs as who calls it; for landfast_owner.
CREATE OR REPLACE FUNCTION public.access_seal(quiet interval)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
             uuid_send(id) || substr(sha256(convert_to(jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint,
  case when about is null then scope_id end, about, person_id, unit_id, role, ground, what, allowed
)::text || case kind when '' then '' else '|' || kind end, 'UTF8')), 1, 16),
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_seal_looks()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select access_seal('30 seconds') $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_seal_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and old.until_at <= access_now() - interval '5 years' then return old; end if;
  raise exception 'landfast: a seal of the look log is not changed';
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_shared_with_me()
 RETURNS TABLE(scope_id uuid, topics text[], purpose text, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with shared as (
    select g.* from access_grant g
     where g.person_id = (select access_actor()) and (ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))
    union all
    select g.* from unnest(access_my_posts()) as mine (post)
      join access_grant g on g.unit_id = split_part(mine.post, ':', 1)::uuid
                         and g.post = split_part(mine.post, ':', 2)
     where g.role = 'recipient'
    union all
    select g.* from access_grant g
     where g.organisation_id = any ((select access_where_i_work())::uuid[]))
  select scope_id, array_agg(distinct topic::text order by topic::text), max(reason), min(ends_at)
    from shared
   where role = 'recipient' and starts_at <= access_now() and (ends_at is null or ends_at > access_now()) and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days))
   group by scope_id order by min(ends_at), scope_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_shares(wanted uuid, topics text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if topics = '{}' or topics && array['whole', 'frame'] then return false; end if;
  return access_reads_topics(wanted, topics);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_sign_in_failed(by_name text, from_source text, seen_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from access_failed_sign_in where at < seen_at - interval '1 day';
  insert into access_failed_sign_in (id, at, name, source)
  values (uuidv7(), seen_at, by_name, from_source);
$function$;

-- Runs as landfast_helper; for nobody else.
CREATE OR REPLACE FUNCTION public.access_signed(said text, proof text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from access_actor_key k
     where k.login = session_user and (k.ends_at is null or k.ends_at > statement_timestamp())
       and proof = encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(
             said || '|' || (extract(epoch from now()) * 1000000)::bigint, 'UTF8'))), 'hex'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_situation_holds(wanted uuid, what text, whereof uuid, days integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select what = 'always' or exists (
    select from access_situation s
     where s.scope_id = wanted and s.kind = what
       and s.starts_at <= access_now() and (s.ends_at is null or s.ends_at > access_now())
       and (what <> 'meeting'
         or s.about = whereof and s.starts_at > access_now() - interval '1 day')
       and (what <> 'unreachable'
         or s.starts_at + make_interval(days => days) <= access_now()
            and not exists (
              select from access_event e
                join access_grant g on g.scope_id = e.scope_id and g.role = 'citizen'
                                   and g.person_id = e.actor_id
               where e.scope_id = wanted and e.at > s.starts_at)))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_threads(wanted uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
  here constant boolean := exists (
    select from people_employment where person_id = me and starts_on <= today
       and (ends_on is null or ends_on >= today));
begin
  return array(select scope_id from access_grant
    where person_id = me and scope_id = any (wanted)
      and starts_at <= moment and (ends_at is null or ends_at > moment)
      and (ground in ('citizen', 'proxy') or here)
    group by scope_id
   having bool_or(role in ('coordinator', 'cover', 'deputy', 'second'))
      and bool_or(topic = 'whole' and level in ('write', 'read')));
end $function$;

-- Runs as who calls it; for everybody, landfast_helper.
CREATE OR REPLACE FUNCTION public.access_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((access_now() AT TIME ZONE 'Europe/Copenhagen'::text))::date;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.access_topics(areas text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT CASE area.area WHEN 'somatic'::text THEN 'health'::text WHEN 'work_edu'::text THEN 'work'::text WHEN 'daily_living'::text THEN 'living'::text ELSE area.area END AS area FROM unnest(access_topics.areas) area(area) WHERE (area.area <> ''::text));

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.access_where_i_work()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct u.organisation_id), '{}')
    from people_employment e join people_unit u on u.id = e.unit_id
   where e.person_id = (select access_actor()) and e.starts_on <= access_today()
     and (e.ends_on is null or e.ends_on >= access_today())
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.django_session_end(key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from django_session where session_key = left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 40)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.django_session_forget(moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from django_session where expire_date < least(moment, access_now());
  get diagnostics gone = row_count;
  return gone;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.django_session_is_there(key text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from django_session where session_key = left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 40))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.django_session_keep(key text, data text, until timestamp with time zone, is_new boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if is_new then
    insert into django_session (session_key, session_data, expire_date)
    values (left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 40), data, until) on conflict do nothing;
  else
    update django_session set session_data = data, expire_date = until
     where session_key = left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 40);
  end if;
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.django_session_read(key text, moment timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select session_data from django_session
   where session_key = left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 40) and expire_date > moment
$function$;

-- On access_actor_key

CREATE POLICY helper_select ON access_actor_key FOR select TO landfast_helper
  USING (true);

-- On access_apart

CREATE POLICY erase ON access_apart FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_apart FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_apart FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_apart FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON access_apart FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON access_apart FOR select TO landfast_app
  USING ((scope_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_apart.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_apart
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_draft

CREATE POLICY add ON access_draft FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON access_draft FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON access_draft FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_draft FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON access_draft FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON access_draft FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON access_draft FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON access_draft FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_draft
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_event

CREATE POLICY add ON access_event FOR insert TO landfast_app
  WITH CHECK (NOT actor_id IS DISTINCT FROM (( SELECT access_actor() AS access_actor)) AND (scope_id IS NULL OR (( SELECT access_actor() AS access_actor)) IS NOT NULL));

CREATE POLICY anothers_absence ON access_event AS RESTRICTIVE FOR select TO landfast_app
  USING (COALESCE(facts ->> 'observed'::text, ''::text) <> 'no_show'::text OR actor_id = (( SELECT access_actor() AS access_actor)) OR access_holds(scope_id));

CREATE POLICY erase ON access_event FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_event FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_event FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_event FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON access_event FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY never_for_income ON access_event AS RESTRICTIVE FOR select TO landfast_app
  USING (NOT ((kind::text = ANY (ARRAY['signal.recorded'::character varying, 'profile.energy_said'::character varying, 'looks.name_asked'::character varying, 'finding.contested'::character varying, 'finding.dismissed'::character varying, 'finding.snoozed'::character varying, 'finding.taken_up'::character varying, 'meeting.citizen_attends'::character varying, 'meeting.eased'::character varying]::text[])) OR (COALESCE(facts ->> 'observed'::text, ''::text) = ANY (ARRAY['contact_lost'::text, 'no_show'::text, 'screening'::text, 'signal'::text]))) OR NOT ( SELECT access_decides_income() AS access_decides_income) OR access_holds(scope_id) OR actor_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON access_event FOR select TO landfast_app
  USING (scope_id IS NULL AND actor_id = (( SELECT access_actor() AS access_actor)) OR
CASE
    WHEN topic::text = 'frame'::text THEN (scope_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
       FROM access_my_posts_reach r
      WHERE r.scope_id = access_event.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
     LIMIT 1)
    ELSE (scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
       FROM access_my_posts_reach r
      WHERE r.scope_id = access_event.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
     LIMIT 1)
END);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_event
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER wake_the_red_thread AFTER INSERT ON access_event
  FOR EACH ROW WHEN (new.scope_id IS NOT NULL) EXECUTE FUNCTION redthread_wake();

-- On access_failed_sign_in

CREATE POLICY helper_delete ON access_failed_sign_in FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_failed_sign_in FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_failed_sign_in FOR select TO landfast_helper
  USING (true);

-- On access_fresh_start

CREATE POLICY add ON access_fresh_start FOR insert TO landfast_app
  WITH CHECK ('citizen'::text = ANY (access_my_roles(scope_id)));

CREATE POLICY change ON access_fresh_start FOR update TO landfast_app
  USING ('citizen'::text = ANY (access_my_roles(scope_id)))
  WITH CHECK ('citizen'::text = ANY (access_my_roles(scope_id)));

CREATE POLICY erase ON access_fresh_start FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_fresh_start FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_fresh_start FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_fresh_start FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON access_fresh_start FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON access_fresh_start AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (scope_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON access_fresh_start FOR select TO landfast_app
  USING ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_fresh_start.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_fresh_start
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_grant

CREATE POLICY add ON access_grant FOR insert TO landfast_app
  WITH CHECK (given_by_id = (( SELECT access_actor() AS access_actor)) AND (access_scope_is_new(scope_id) OR access_may_give(scope_id, role::text, person_id)));

CREATE POLICY change ON access_grant FOR update TO landfast_app
  USING (access_may_end(scope_id, role::text) OR person_id = (( SELECT access_actor() AS access_actor)) AND role::text = 'decider'::text)
  WITH CHECK (access_may_end(scope_id, role::text) OR person_id = (( SELECT access_actor() AS access_actor)) AND role::text = 'decider'::text);

CREATE POLICY erase ON access_grant FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_grant FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_grant FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_grant FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON access_grant FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY kept ON access_grant AS RESTRICTIVE FOR select TO landfast_app
  USING (ends_at IS NULL OR ends_at > (( SELECT access_now() AS access_now)) OR NOT keeping_is_kept(scope_id) OR (scope_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY own_bill ON access_grant FOR insert TO landfast_app
  WITH CHECK (given_by_id = (( SELECT access_actor() AS access_actor)) AND role::text = 'decider'::text AND ground::text = 'decision'::text AND topic::text = 'one'::text AND plan_asks_about_own_bill(about, scope_id, person_id));

CREATE POLICY see ON access_grant FOR select TO landfast_app
  USING ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR person_id = (( SELECT access_actor() AS access_actor)) AND (situation::text = 'always'::text OR access_situation_holds(scope_id, situation::text, situation_about, situation_days::integer)) OR (role::text <> ALL (ARRAY['recipient'::character varying, 'proxy'::character varying, 'guest'::character varying, 'decider'::character varying]::text[])) AND ((scope_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_grant.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1)) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_grant.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER keeps_back BEFORE INSERT ON access_grant
  FOR EACH ROW WHEN (new.topic::text <> ALL (ARRAY['frame'::character varying, 'whole'::character varying]::text[])) EXECUTE FUNCTION consent_keeps_back();

CREATE TRIGGER no_grants_kept BEFORE INSERT ON access_grant
  FOR EACH ROW EXECUTE FUNCTION keeping_no_grants();

CREATE TRIGGER no_posts_apart BEFORE INSERT ON access_grant
  FOR EACH ROW EXECUTE FUNCTION access_no_posts_apart();

CREATE TRIGGER only_shrinks BEFORE UPDATE ON access_grant
  FOR EACH ROW EXECUTE FUNCTION access_grant_only_shrinks();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_grant
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_look

CREATE POLICY helper_delete ON access_look FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_look FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_look FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON access_look FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY never_for_income ON access_look AS RESTRICTIVE FOR select TO landfast_app
  USING (NOT true OR NOT ( SELECT access_decides_income() AS access_decides_income) OR access_holds(scope_id) OR person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON access_look FOR select TO landfast_app
  USING (scope_id IS NOT NULL AND ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_look.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1)) OR scope_id IS NULL AND about IS NOT NULL AND (EXISTS ( SELECT
   FROM course_referral r
  WHERE r.id = access_look.about AND (r.by_citizen AND r.referred_by_id = (( SELECT access_actor() AS access_actor)) OR ((r.unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((r.unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))))));

CREATE TRIGGER count_reads BEFORE INSERT ON access_look
  FOR EACH ROW WHEN (new.kind::text = 'read'::text AND new.allowed AND new.scope_id IS NOT NULL AND new.ground::text <> 'citizen'::text AND new.person_id <> '00000000-0000-7000-8000-000000000001'::uuid) EXECUTE FUNCTION access_count_reads();

CREATE TRIGGER held BEFORE INSERT ON access_look
  FOR EACH ROW EXECUTE FUNCTION access_look_held();

CREATE TRIGGER opened AFTER INSERT ON access_look
  FOR EACH ROW EXECUTE FUNCTION access_note_opened();

CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON access_look
  FOR EACH ROW EXECUTE FUNCTION access_look_stands();

CREATE TRIGGER stands_whole BEFORE TRUNCATE ON access_look
  FOR EACH STATEMENT EXECUTE FUNCTION access_look_stands();

-- On access_look_2026_11

CREATE TRIGGER count_reads BEFORE INSERT ON access_look_2026_11
  FOR EACH ROW WHEN (new.kind::text = 'read'::text AND new.allowed AND new.scope_id IS NOT NULL AND new.ground::text <> 'citizen'::text AND new.person_id <> '00000000-0000-7000-8000-000000000001'::uuid) EXECUTE FUNCTION access_count_reads();

CREATE TRIGGER held BEFORE INSERT ON access_look_2026_11
  FOR EACH ROW EXECUTE FUNCTION access_look_held();

CREATE TRIGGER opened AFTER INSERT ON access_look_2026_11
  FOR EACH ROW EXECUTE FUNCTION access_note_opened();

CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON access_look_2026_11
  FOR EACH ROW EXECUTE FUNCTION access_look_stands();

CREATE TRIGGER stands_whole BEFORE TRUNCATE ON access_look_2026_11
  FOR EACH STATEMENT EXECUTE FUNCTION access_look_stands();

-- On access_look_2026_12

CREATE TRIGGER count_reads BEFORE INSERT ON access_look_2026_12
  FOR EACH ROW WHEN (new.kind::text = 'read'::text AND new.allowed AND new.scope_id IS NOT NULL AND new.ground::text <> 'citizen'::text AND new.person_id <> '00000000-0000-7000-8000-000000000001'::uuid) EXECUTE FUNCTION access_count_reads();

CREATE TRIGGER held BEFORE INSERT ON access_look_2026_12
  FOR EACH ROW EXECUTE FUNCTION access_look_held();

CREATE TRIGGER opened AFTER INSERT ON access_look_2026_12
  FOR EACH ROW EXECUTE FUNCTION access_note_opened();

CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON access_look_2026_12
  FOR EACH ROW EXECUTE FUNCTION access_look_stands();

CREATE TRIGGER stands_whole BEFORE TRUNCATE ON access_look_2026_12
  FOR EACH STATEMENT EXECUTE FUNCTION access_look_stands();

-- On access_look_2027_01

CREATE TRIGGER count_reads BEFORE INSERT ON access_look_2027_01
  FOR EACH ROW WHEN (new.kind::text = 'read'::text AND new.allowed AND new.scope_id IS NOT NULL AND new.ground::text <> 'citizen'::text AND new.person_id <> '00000000-0000-7000-8000-000000000001'::uuid) EXECUTE FUNCTION access_count_reads();

CREATE TRIGGER held BEFORE INSERT ON access_look_2027_01
  FOR EACH ROW EXECUTE FUNCTION access_look_held();

CREATE TRIGGER opened AFTER INSERT ON access_look_2027_01
  FOR EACH ROW EXECUTE FUNCTION access_note_opened();

CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON access_look_2027_01
  FOR EACH ROW EXECUTE FUNCTION access_look_stands();

CREATE TRIGGER stands_whole BEFORE TRUNCATE ON access_look_2027_01
  FOR EACH STATEMENT EXECUTE FUNCTION access_look_stands();

-- On access_look_2027_02

CREATE TRIGGER count_reads BEFORE INSERT ON access_look_2027_02
  FOR EACH ROW WHEN (new.kind::text = 'read'::text AND new.allowed AND new.scope_id IS NOT NULL AND new.ground::text <> 'citizen'::text AND new.person_id <> '00000000-0000-7000-8000-000000000001'::uuid) EXECUTE FUNCTION access_count_reads();

CREATE TRIGGER held BEFORE INSERT ON access_look_2027_02
  FOR EACH ROW EXECUTE FUNCTION access_look_held();

CREATE TRIGGER opened AFTER INSERT ON access_look_2027_02
  FOR EACH ROW EXECUTE FUNCTION access_note_opened();

CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON access_look_2027_02
  FOR EACH ROW EXECUTE FUNCTION access_look_stands();

CREATE TRIGGER stands_whole BEFORE TRUNCATE ON access_look_2027_02
  FOR EACH STATEMENT EXECUTE FUNCTION access_look_stands();

-- On access_look_names

CREATE POLICY add ON access_look_names FOR insert TO landfast_app
  WITH CHECK (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]));

CREATE POLICY change ON access_look_names FOR update TO landfast_app
  USING (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]))
  WITH CHECK (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]));

CREATE POLICY see ON access_look_names FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_look_names
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_look_rest

CREATE TRIGGER count_reads BEFORE INSERT ON access_look_rest
  FOR EACH ROW WHEN (new.kind::text = 'read'::text AND new.allowed AND new.scope_id IS NOT NULL AND new.ground::text <> 'citizen'::text AND new.person_id <> '00000000-0000-7000-8000-000000000001'::uuid) EXECUTE FUNCTION access_count_reads();

CREATE TRIGGER held BEFORE INSERT ON access_look_rest
  FOR EACH ROW EXECUTE FUNCTION access_look_held();

CREATE TRIGGER opened AFTER INSERT ON access_look_rest
  FOR EACH ROW EXECUTE FUNCTION access_note_opened();

CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON access_look_rest
  FOR EACH ROW EXECUTE FUNCTION access_look_stands();

CREATE TRIGGER stands_whole BEFORE TRUNCATE ON access_look_rest
  FOR EACH STATEMENT EXECUTE FUNCTION access_look_stands();

-- On access_look_seal

CREATE POLICY helper_delete ON access_look_seal FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_look_seal FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_look_seal FOR select TO landfast_helper
  USING (true);

CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON access_look_seal
  FOR EACH ROW EXECUTE FUNCTION access_seal_stands();

CREATE TRIGGER stands_whole BEFORE TRUNCATE ON access_look_seal
  FOR EACH STATEMENT EXECUTE FUNCTION access_seal_stands();

-- On access_look_verdict

CREATE POLICY add ON access_look_verdict FOR insert TO landfast_app
  WITH CHECK ((organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[])) AND judged_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON access_look_verdict FOR update TO landfast_app
  USING (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]))
  WITH CHECK (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]));

CREATE POLICY erase ON access_look_verdict FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_look_verdict FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON access_look_verdict FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON access_look_verdict FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON access_look_verdict FOR select TO landfast_app
  USING (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_look_verdict
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_my_posts_parts

CREATE VIEW access_my_posts_parts AS
 SELECT access_grant.scope_id,
    access_grant.topic,
    access_grant.level,
    access_grant.role,
    access_grant.ground,
    access_grant.unit_id
   FROM access_grant
  WHERE access_grant.unit_id IS NOT NULL AND (((access_grant.unit_id::text || ':'::text) || access_grant.post::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) AND access_grant.starts_at <= (( SELECT access_now() AS access_now)) AND (access_grant.ends_at IS NULL OR access_grant.ends_at > (( SELECT access_now() AS access_now))) AND (access_grant.topic::text <> ALL (ARRAY['frame'::character varying, 'whole'::character varying]::text[])) AND (access_grant.situation::text = 'always'::text OR access_situation_holds(access_grant.scope_id, access_grant.situation::text, access_grant.situation_about, access_grant.situation_days::integer))
UNION ALL
 SELECT access_grant.scope_id,
    access_grant.topic,
    access_grant.level,
    access_grant.role,
    access_grant.ground,
    access_grant.unit_id
   FROM access_grant
  WHERE access_grant.organisation_id IS NOT NULL AND (access_grant.organisation_id = ANY ((( SELECT access_where_i_work() AS access_where_i_work))::uuid[])) AND access_grant.starts_at <= (( SELECT access_now() AS access_now)) AND (access_grant.ends_at IS NULL OR access_grant.ends_at > (( SELECT access_now() AS access_now))) AND (access_grant.situation::text = 'always'::text OR access_situation_holds(access_grant.scope_id, access_grant.situation::text, access_grant.situation_about, access_grant.situation_days::integer));

-- On access_my_posts_reach

CREATE VIEW access_my_posts_reach AS
 SELECT scope_id,
    topic,
    level,
    role,
    ground,
    unit_id
   FROM access_grant
  WHERE unit_id IS NOT NULL AND (((unit_id::text || ':'::text) || post::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) AND starts_at <= (( SELECT access_now() AS access_now)) AND (ends_at IS NULL OR ends_at > (( SELECT access_now() AS access_now))) AND (topic::text = ANY (ARRAY['frame'::character varying, 'whole'::character varying]::text[]));

-- On access_name_ask

CREATE POLICY change ON access_name_ask FOR update TO landfast_app
  USING (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]))
  WITH CHECK (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[]));

CREATE POLICY erase ON access_name_ask FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_name_ask FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON access_name_ask FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON access_name_ask FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON access_name_ask FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON access_name_ask FOR select TO landfast_app
  USING (asked_by_id = (( SELECT access_actor() AS access_actor)) OR (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_name_ask
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_scope

CREATE POLICY add ON access_scope FOR insert TO landfast_app
  WITH CHECK ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE POLICY erase ON access_scope FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_scope FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON access_scope FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON access_scope FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_scope
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On access_situation

CREATE POLICY add ON access_situation FOR insert TO landfast_app
  WITH CHECK ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_situation.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON access_situation FOR update TO landfast_app
  USING ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_situation.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_situation.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON access_situation FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON access_situation FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON access_situation FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON access_situation AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (scope_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON access_situation FOR select TO landfast_app
  USING ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = access_situation.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER only_shrinks BEFORE UPDATE ON access_situation
  FOR EACH ROW EXECUTE FUNCTION access_grant_only_shrinks();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON access_situation
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
