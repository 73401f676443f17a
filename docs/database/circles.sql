-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `circles`.

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.circles_agreement_lives()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  answers boolean := old.state = 'proposed' and new.state in ('agreed', 'declined')
    and new.answered_by_id = access_actor() and new.due_on = old.due_on
    and (new.state <> 'agreed' or new.closed_at is null);
  ends boolean := old.state = 'agreed' and new.state in ('dropped', 'kept', 'not_kept')
    and (new.answered_by_id, new.due_on) is not distinct from (old.answered_by_id, old.due_on);
  moves boolean := old.state = 'agreed' and new.state = 'agreed'
    and (new.answered_by_id, new.words, new.closed_at)
      is not distinct from (old.answered_by_id, old.words, old.closed_at);
begin
  if current_user = 'landfast_app' and not (answers or ends or moves) then
    raise exception 'landfast: agreement % is answered, moved or closed, once each', old.id
      using errcode = 'check_violation', constraint = 'agreement_lives';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_answer_by_key(key text, version integer, stamp timestamp with time zone, way text, said text, why_not text, my_words text, instead text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine circles_invite;
begin
  if said not in ('comes', 'by_phone', 'declined', 'maybe') then return false; end if;
  update circles_invite i
     set answers = i.answers + 1, heard_stamp = stamp, reply = said, reply_through = way,
         reply_reason = case when said = 'declined' then why_not else '' end,
         replied_at = access_now()
   where i.uid = key and (version is null or i.sequence = version) and i.answers < 50 and exists (select from circles_seat a
           where a.circle_id = i.circle_id and a.person_id = i.person_id and a.ended_at is null)
     and way in ('mail', 'link')
     and exists (select from circles_sitting s join circles_circle c on c.id = s.circle_id
                  where s.id = i.sitting_id and s.state = 'planned' and s.starts_at > access_now() and c.ended_at is null)
  returning * into mine;
  if not found then return false; end if;
  insert into access_event
    (id, at, kind, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'circle.answered', 'whole', 'circles_invite', mine.id,
          jsonb_strip_nulls(jsonb_build_object('circle', mine.circle_id, 'sitting', mine.sitting_id, 'reply', mine.reply, 'through', way, 'to', case when mine.reply = 'declined' then (select c.leader_id from circles_circle c where c.id = mine.circle_id) end)));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_as_told(counted bigint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when counted > 0 and counted < 5 then -1 else counted end::int
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_ask(wanted uuid, anew boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  made int;
begin
  if not exists (select from circles_sitting s where s.id = wanted and s.circle_id = any ((select circles_kept())::uuid[])) then
    return null; end if;
  if anew then
    update circles_invite i
       set reply = 'asked', reply_reason = '', reply_through = '', replied_at = null,
           proposed_at = null, proposed_words = ''
     where i.sitting_id = wanted;
  end if;
  insert into circles_invite (id, created_at, circle_id, sitting_id, person_id, uid, address,
      sequence, told, told_place, tries, next_try_at, failure, answers, reply, reply_reason,
      reply_through, proposed_words)
  select uuidv7(), access_now(), c.id, wanted, a.person_id,
         replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
         '', 0, 'nothing', '', 0, access_now(), '', 0, 'asked', '', '', ''
    from circles_sitting s join circles_circle c on c.id = s.circle_id
    join circles_seat a on a.circle_id = c.id and a.ended_at is null
   where s.id = wanted and s.state = 'planned' and s.starts_at > access_now() and c.ended_at is null and a.person_id <> c.leader_id
  on conflict on constraint asked_to_sitting_once do nothing;
  get diagnostics made = row_count;
  return made;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_case_goes_along()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from circles_case where id = old.case_id;
  return null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_course_of(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.course_id from circles_origin o
   where o.case_id = wanted
     and (o.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
       or exists (select from access_my_posts_reach r
                   where r.scope_id = o.course_id and r.topic = 'whole'))
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.circles_each_writes_her_own()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  part text := coalesce(circles_my_part(old.id), '');
  raised boolean := old.raised_by_id = access_actor();
  waits boolean := old.state = 'waiting';
  at_the_table boolean := old.circle_id = any (circles_mine())
    and (waits or old.sitting_id = new.sitting_id) and exists (
      select from circles_sitting s where s.id = new.sitting_id and s.circle_id = old.circle_id
         and s.state = 'planned' and s.starts_at <= access_now());
  own_sentence boolean := old.her_words <> '' and not old.written_for_her;
  speaks boolean := waits
    and part = case when new.written_for_her then 'holds' else 'hers' end
    and not (part = 'holds' and own_sentence);
  comes boolean := waits and part in ('hers', 'holds');
  turns boolean := case new.state
    when 'refused' then waits and part = 'hers' and old.ground <> 'law'
    when 'withdrawn' then waits and raised
    when 'handled' then at_the_table else false end;
  tells boolean := old.state = 'handled' and (raised or part = 'holds');
begin
  if current_user = 'landfast_app' and (
    not speaks and (new.her_words, new.written_for_her)
      is distinct from (old.her_words, old.written_for_her)
    or not comes and new.comes <> old.comes
    or not turns and new.state <> old.state
    or not (at_the_table and new.state = 'handled')
      and (new.summary, new.sitting_id, new.looked_at)
        is distinct from (old.summary, old.sitting_id, old.looked_at)
    or not tells and (
      new.told_words, new.told_after, new.told_after_on, new.follow_up_on, new.came_of_it)
      is distinct from (
      old.told_words, old.told_after, old.told_after_on, old.follow_up_on, old.came_of_it))
  then
    raise exception 'landfast: case % is changed by whose words they are', old.id
      using errcode = 'check_violation', constraint = 'each_writes_her_own';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_expire()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare gone uuid[]; begin
  gone := array(
    select c.id from circles_case c left join circles_origin o on o.case_id = c.id
     where c.created_at < access_now() - interval '2 years' and (c.state in ('refused', 'withdrawn') or c.state = 'handled' and c.told_after_on is not null)
       and not exists (select from keeping_case k
                        where k.scope_id = o.course_id and keeping_is_held(k.id)));
  delete from circles_origin where case_id = any (gone);
  delete from circles_case where id = any (gone);
  return cardinality(gone);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_figures(wanted uuid)
 RETURNS TABLE(unit_id uuid, courses integer, late integer, waits integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with units as (
    select distinct s.unit_id from circles_seat s join circles_circle c on c.id = s.circle_id
     where s.circle_id = wanted and s.ended_at is null and c.kind = 'board'
       and wanted = any ((select circles_mine())::uuid[])
  ), staff as (
    select distinct e.unit_id, e.person_id from people_employment e join units u using (unit_id)
     where e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())
  ), counted as (
    select u.unit_id,
      (select count(*) from course_course c where c.unit_id = u.unit_id
          and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')) as courses,
      (select count(*) from plan_agreement a join staff s on s.person_id = a.maker_id
        where s.unit_id = u.unit_id and a.state in ('accepted', 'started')
          and a.due_on < access_today()) as late,
      (select count(*) from plan_decision_ask d join staff s on s.person_id = d.decider_id
        where s.unit_id = u.unit_id and d.answered_at is null
          and d.withdrawn_at is null) as waits
      from units u
  )
  select c.unit_id, circles_as_told(c.courses),
    circles_as_told(c.late),
    circles_as_told(c.waits)
    from counted c
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_has_page(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from course_course c join course_citizen z on z.id = c.citizen_id
                 where c.id = wanted and login_has_own(z.person_id)
                   and (c.id = any ((select access_my_scopes('whole', 'read'))::uuid[])
                     or exists (select from access_my_posts_reach r
                                 where r.scope_id = c.id and r.topic = 'whole')))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_invite_of(key text)
 RETURNS TABLE(address text, sequence integer, state text, starts_at timestamp with time zone, is_at_the_table boolean, heard_stamp timestamp with time zone, answers integer, minutes_long integer, place text, leader text, phone text, reply text, reply_reason text, written_word text, substitute_name text, proposed_at timestamp with time zone, has_login boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i.address, i.sequence,
         case when s.state = 'planned' and c.ended_at is null then 'called'
              when s.state = 'held' then 'held' else 'cancelled' end,
         s.starts_at, exists (select from circles_seat a
           where a.circle_id = i.circle_id and a.person_id = i.person_id and a.ended_at is null), greatest(i.heard_stamp, i.replied_at), i.answers::int,
         s.minutes_long::int, s.place, l.name, l.phone, i.reply, i.reply_reason, '', '',
         i.proposed_at, true
    from circles_invite i join circles_sitting s on s.id = i.sitting_id
    join circles_circle c on c.id = i.circle_id join people_person l on l.id = c.leader_id
   where i.uid = key
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_is_mine(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from circles_case where id = wanted and raised_by_id = access_actor())
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_kept()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(c.id), '{}') from circles_circle c
   where (c.unit_id::text || ':leader' = any ((select access_my_posts())::text[]) or c.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[]))
      or c.leader_id = (select access_actor()) and c.id = any ((select circles_mine())::uuid[])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_late_cases(raised_before timestamp with time zone, held_before timestamp with time zone)
 RETURNS TABLE(what text, since timestamp with time zone, circle_id uuid, circle text, raised_by text, phone text, unit text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with late as (
    select 'on_the_list' as what, k.created_at as since, k.circle_id, k.raised_by_id,
           k.raised_from_id
      from circles_case k
     where k.state = 'waiting' and k.created_at < raised_before
    union all
    select 'untold', s.starts_at, k.circle_id, k.raised_by_id, k.raised_from_id
      from circles_case k join circles_sitting s on s.id = k.sitting_id
     where k.state = 'handled' and k.told_after_on is null and s.starts_at < held_before)
  select k.what, k.since, c.id, c.name::text, p.name::text, p.phone::text, u.name::text
    from late k join circles_circle c on c.id = k.circle_id
    join people_person p on p.id = k.raised_by_id join people_unit u on u.id = k.raised_from_id
   where k.circle_id = any ((select circles_kept())::uuid[]) or (k.raised_from_id::text || ':leader' = any ((select access_my_posts())::text[]) or k.raised_from_id::text || ':daily_leader' = any ((select access_my_posts())::text[]))
   order by k.since, c.name, p.name
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_letter_failed(wanted uuid, why text, again timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  said circles_invite;
begin
  update circles_invite i
     set tries = i.tries + 1, failure = why, next_try_at = coalesce(again, i.next_try_at),
         given_up_at = case when again is null then access_now() end
   where session_user = 'landfast_jobs' and i.id = wanted
  returning * into said;
  if found and again is null then
    insert into access_event
    (id, at, kind, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'circle.letter_failed', 'whole', 'circles_invite', said.id,
          jsonb_strip_nulls(jsonb_build_object('circle', said.circle_id, 'why', why, 'to', (select c.leader_id from circles_circle c where c.id = said.circle_id))));
  end if;
  return again is null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_letter_later(wanted uuid, again timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update circles_invite set next_try_at = again where session_user = 'landfast_jobs' and id = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_letter_take(wanted uuid)
 RETURNS TABLE(invite_id uuid, letter text, person_id uuid, address text, uid text, sequence integer, starts_at timestamp with time zone, minutes_long integer, place text, tries integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from circles_invite i where session_user = 'landfast_jobs' and i.id = wanted for update skip locked;
  if found then
    return query select * from circles_letters() l where l.invite_id = wanted;
  end if;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_letter_told(wanted uuid, what text, to_address text, version integer, when_at timestamp with time zone, lasts integer, at_place text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update circles_invite i
     set address = to_address, sequence = version, told_at = access_now(), tries = 0, failure = '',
         next_try_at = access_now(), told_starts_at = when_at, told_minutes_long = lasts,
         told_place = at_place, told = case what when 'cancel' then 'cancelled' else 'asked' end
   where session_user = 'landfast_jobs' and i.id = wanted;
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_letters()
 RETURNS TABLE(invite_id uuid, letter text, person_id uuid, address text, uid text, sequence integer, starts_at timestamp with time zone, minutes_long integer, place text, tries integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from (
    select i.id, case
        when s.state = 'planned' and s.starts_at > access_now() and c.ended_at is null and exists (select from circles_seat a
           where a.circle_id = i.circle_id and a.person_id = i.person_id and a.ended_at is null) then case
          when i.told <> 'asked' then 'ask'
          when (i.told_starts_at, i.told_minutes_long, i.told_place)
            is distinct from (s.starts_at, s.minutes_long, s.place) then 'change' end
        when i.told = 'asked' and i.told_starts_at > access_now() and s.state <> 'held'
          then 'cancel' end as letter,
      i.person_id, i.address, i.uid, i.sequence, s.starts_at, s.minutes_long::int, s.place,
      i.tries::int
      from circles_invite i join circles_sitting s on s.id = i.sitting_id
      join circles_circle c on c.id = i.circle_id
     where session_user = 'landfast_jobs' and i.given_up_at is null and i.next_try_at <= access_now()
       and (s.starts_at > access_now() or i.told_starts_at > access_now())) l
   where letter is not null
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_mine()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct s.circle_id), '{}') from circles_seat s
   where s.person_id = (select access_actor()) and s.ended_at is null
     and s.unit_id::text || ':any' = any ((select access_my_posts())::text[])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_my_part(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case
    when o.course_id = any (access_scopes_as(array['citizen']))
     and o.course_id = any (access_my_scopes('whole', 'write')) then 'hers'
    when access_my_roles(o.course_id) && array['coordinator', 'cover', 'deputy', 'second'] then 'holds' end
    from circles_origin o where o.case_id = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_near()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct s.circle_id), '{}') from circles_seat s
   where s.ended_at is null
     and s.unit_id = any (select split_part(post, ':', 1)::uuid
                            from unnest((select access_my_posts())::text[]) post)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_propose_by_key(key text, version integer, stamp timestamp with time zone, way text, when_at timestamp with time zone, lasts integer, words text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine circles_invite;
begin
  update circles_invite i
     set answers = i.answers + 1, heard_stamp = stamp, proposed_at = when_at,
         proposed_words = words
   where i.uid = key and (version is null or i.sequence = version) and i.answers < 50 and exists (select from circles_seat a
           where a.circle_id = i.circle_id and a.person_id = i.person_id and a.ended_at is null)
     and way in ('mail', 'link')
     and exists (select from circles_sitting s join circles_circle c on c.id = s.circle_id
                  where s.id = i.sitting_id and s.state = 'planned' and s.starts_at > access_now() and c.ended_at is null) and when_at > access_now()
  returning * into mine;
  if not found then return false; end if;
  insert into access_event
    (id, at, kind, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'circle.time_proposed', 'whole', 'circles_invite', mine.id,
          jsonb_strip_nulls(jsonb_build_object('circle', mine.circle_id, 'to', (select c.leader_id from circles_circle c where c.id = mine.circle_id))));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_taken(wanted uuid, from_at timestamp with time zone, until_at timestamp with time zone)
 RETURNS TABLE(person uuid, starts timestamp with time zone, ends timestamp with time zone, room uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as (
    select distinct a.person_id from circles_seat a
     where a.circle_id = wanted and a.ended_at is null and a.circle_id = any ((select circles_kept())::uuid[]))
  select a.person_id, m.starts_at, m.starts_at + make_interval(mins => m.minutes_long), m.room_id
    from meetings_meeting m join asked a on m.leader_id = a.person_id
      or exists (select from meetings_participant o
                  where o.meeting_id = m.id and o.person_id = a.person_id and o.reply <> 'declined')
   where m.state in ('preparing', 'called', 'running') and m.starts_at < until_at
       and m.starts_at + make_interval(mins => m.minutes_long) > from_at
  union all
  select a.person_id, b.starts_at, b.ends_at, null::uuid
    from people_busy b join asked a on b.person_id = a.person_id
   where b.starts_at < until_at and b.ends_at > from_at
  union all
  select t.person, t.starts, t.ends, null::uuid
    from circles_taken_of(array(select person_id from asked), wanted, from_at, until_at) t
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_taken_of(people uuid[], but uuid, from_at timestamp with time zone, until_at timestamp with time zone)
 RETURNS TABLE(person uuid, starts timestamp with time zone, ends timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.person_id, s.starts_at, s.starts_at + make_interval(mins => s.minutes_long)
    from circles_seat a join circles_circle c on c.id = a.circle_id and c.ended_at is null
    join circles_sitting s on s.circle_id = c.id and s.state = 'planned'
   where a.person_id = any (people) and a.ended_at is null and c.id is distinct from but
     and s.starts_at < until_at and s.starts_at + make_interval(mins => s.minutes_long) > from_at
     and not exists (select from circles_invite i where i.sitting_id = s.id
                      and i.person_id = a.person_id and i.reply = 'declined')
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.circles_theme_by_whose_it_is()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  waits boolean := old.state = 'waiting';
  at_the_table boolean := old.circle_id = any (circles_mine())
    and (waits or old.sitting_id = new.sitting_id) and exists (
      select from circles_sitting s where s.id = new.sitting_id and s.circle_id = old.circle_id
         and s.state = 'planned' and s.starts_at <= access_now());
  takes_back boolean := waits and new.state = 'withdrawn' and old.raised_by_id = access_actor()
    and (new.sitting_id, new.summary) is not distinct from (old.sitting_id, old.summary);
begin
  if current_user = 'landfast_app' and not (
    takes_back or at_the_table and new.state = 'handled')
  then
    raise exception 'landfast: theme % is changed by who raised it or at the table', old.id
      using errcode = 'check_violation', constraint = 'theme_by_whose_it_is';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.circles_try_again(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update circles_invite i
     set given_up_at = null, tries = 0, failure = '', next_try_at = access_now()
   where i.id = wanted and i.given_up_at is not null and i.circle_id = any ((select circles_kept())::uuid[]);
  return found;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.circles_waits_for_holder(me uuid, today date)
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'case', null::uuid, c.id, c.follow_up_on, null::uuid, '', '', '{}'::text[],
         c.created_at, null::uuid
    from circles_case c
   where c.raised_by_id = me and c.state = 'handled'
     and (c.told_after_on is null or c.follow_up_on <= today and c.came_of_it = '')
$function$;

-- On circles_agreement

CREATE POLICY add ON circles_agreement FOR insert TO landfast_app
  WITH CHECK (proposed_by_id = (( SELECT access_actor() AS access_actor)) AND (circle_id = ANY ((( SELECT circles_mine() AS circles_mine))::uuid[])) AND (state::text = 'proposed'::text AND answered_by_id IS NULL OR state::text = 'agreed'::text AND answered_by_id = (( SELECT access_actor() AS access_actor)) AND ((owner_unit_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))) AND words::text = ''::text AND closed_at IS NULL);

CREATE POLICY change ON circles_agreement FOR update TO landfast_app
  USING (((owner_unit_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((owner_unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((owner_unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])))
  WITH CHECK (((owner_unit_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((owner_unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((owner_unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE POLICY helper_select ON circles_agreement FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON circles_agreement FOR select TO landfast_app
  USING ((circle_id = ANY ((( SELECT circles_near() AS circles_near))::uuid[])) OR (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[])) OR ((owner_unit_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((owner_unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((owner_unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE TRIGGER agreement_lives BEFORE UPDATE ON circles_agreement
  FOR EACH ROW EXECUTE FUNCTION circles_agreement_lives();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_agreement
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On circles_case

CREATE POLICY add ON circles_case FOR insert TO landfast_app
  WITH CHECK (raised_by_id = (( SELECT access_actor() AS access_actor)) AND ((raised_from_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) AND (circle_id = ANY ((( SELECT circles_near() AS circles_near))::uuid[])) AND state::text = 'waiting'::text AND her_words::text = ''::text AND comes::text = ''::text AND sitting_id IS NULL AND told_after_on IS NULL AND told_words = ''::text AND came_of_it = ''::text);

CREATE POLICY change ON circles_case FOR update TO landfast_app
  USING ((circle_id = ANY ((( SELECT circles_mine() AS circles_mine))::uuid[])) OR raised_by_id = (( SELECT access_actor() AS access_actor)) AND ((raised_from_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR (circles_my_part(id) = ANY (ARRAY['hers'::text, 'holds'::text])))
  WITH CHECK ((circle_id = ANY ((( SELECT circles_mine() AS circles_mine))::uuid[])) OR raised_by_id = (( SELECT access_actor() AS access_actor)) AND ((raised_from_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR (circles_my_part(id) = ANY (ARRAY['hers'::text, 'holds'::text])));

CREATE POLICY helper_delete ON circles_case FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON circles_case FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON circles_case FOR select TO landfast_app
  USING ((circle_id = ANY ((( SELECT circles_mine() AS circles_mine))::uuid[])) OR raised_by_id = (( SELECT access_actor() AS access_actor)) AND ((raised_from_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR (EXISTS ( SELECT
   FROM circles_origin o
  WHERE o.case_id = circles_case.id)));

CREATE TRIGGER each_writes_her_own BEFORE UPDATE ON circles_case
  FOR EACH ROW EXECUTE FUNCTION circles_each_writes_her_own();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_case
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On circles_circle

CREATE POLICY add ON circles_circle FOR insert TO landfast_app
  WITH CHECK (((unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE POLICY change ON circles_circle FOR update TO landfast_app
  USING (id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[]))
  WITH CHECK (id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[]));

CREATE POLICY helper_select ON circles_circle FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON circles_circle FOR select TO landfast_app
  USING ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_circle
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On circles_invite

CREATE POLICY change ON circles_invite FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_insert ON circles_invite FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON circles_invite FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON circles_invite FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON circles_invite FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_invite
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On circles_origin

CREATE POLICY add ON circles_origin FOR insert TO landfast_app
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = circles_origin.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND circles_is_mine(case_id));

CREATE POLICY erase ON circles_origin FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON circles_origin FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON circles_origin AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON circles_origin FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = circles_origin.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER case_goes_along AFTER DELETE ON circles_origin
  FOR EACH ROW EXECUTE FUNCTION circles_case_goes_along();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_origin
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On circles_seat

CREATE POLICY add ON circles_seat FOR insert TO landfast_app
  WITH CHECK (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[]));

CREATE POLICY change ON circles_seat FOR update TO landfast_app
  USING ((circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[])) OR person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK ((circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[])) OR person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_select ON circles_seat FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON circles_seat FOR select TO landfast_app
  USING ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_seat
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On circles_sitting

CREATE POLICY add ON circles_sitting FOR insert TO landfast_app
  WITH CHECK (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[]));

CREATE POLICY change ON circles_sitting FOR update TO landfast_app
  USING (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[]))
  WITH CHECK (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[]));

CREATE POLICY helper_select ON circles_sitting FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON circles_sitting FOR select TO landfast_app
  USING ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_sitting
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On circles_theme

CREATE POLICY add ON circles_theme FOR insert TO landfast_app
  WITH CHECK (raised_by_id = (( SELECT access_actor() AS access_actor)) AND ((raised_from_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) AND (circle_id = ANY ((( SELECT circles_near() AS circles_near))::uuid[])) AND state::text = 'waiting'::text AND sitting_id IS NULL AND summary = '{}'::jsonb);

CREATE POLICY change ON circles_theme FOR update TO landfast_app
  USING ((circle_id = ANY ((( SELECT circles_mine() AS circles_mine))::uuid[])) OR (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[])) OR raised_by_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK ((circle_id = ANY ((( SELECT circles_mine() AS circles_mine))::uuid[])) OR (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[])) OR raised_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_select ON circles_theme FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON circles_theme FOR select TO landfast_app
  USING ((circle_id = ANY ((( SELECT circles_near() AS circles_near))::uuid[])) OR (circle_id = ANY ((( SELECT circles_kept() AS circles_kept))::uuid[])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON circles_theme
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER theme_by_whose_it_is BEFORE UPDATE ON circles_theme
  FOR EACH ROW EXECUTE FUNCTION circles_theme_by_whose_it_is();
