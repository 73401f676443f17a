-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `course`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_answer_read(wanted uuid[])
 RETURNS TABLE(course_id uuid, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, (select min(l.at) from access_look l join course_citizen z on z.id = c.citizen_id
          where l.scope_id = c.id and l.person_id = z.person_id and l.allowed
            and l.at >= d.confirmed_at and l.what = 'Mit forløb') from course_course c join course_decision d on d.course_id = c.id
   where c.id = any (wanted) and access_my_roles(c.id) <> '{}' and d.confirmed_at is not null and d.returned_at is null
     and (c.state <> 'VISITATION' or d.proposed_at >= c.state_since)
     and not exists (select from course_decision n where n.course_id = d.course_id
                      and n.confirmed_at > d.confirmed_at)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_asked_to_take(wanted uuid[])
 RETURNS TABLE(person_id uuid, asked bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select h.taker_id, count(*) from course_handover h
   where h.taker_id = any (wanted) and h.state = 'offered' group by h.taker_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_card_opened(wanted uuid)
 RETURNS TABLE(unit uuid, place integer, who uuid, name text, phone text, covers boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  moment constant timestamptz := access_now();
  held record;
begin
  select k.id, k.unit_id, c.person_id into held
    from course_profile p join course_course k on k.id = p.course_id
    join course_citizen c on c.id = k.citizen_id
   where p.card_code = wanted and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   for update of p;
  if not found then return; end if;
  insert into access_look (id, at, scope_id, person_id, role, ground, what, allowed, kind)
  values (uuidv7(), moment, held.id, held.person_id, 'card', '', 'Koden på dit kort', true, 'search');
  if not exists (select from access_event e where e.scope_id = held.id and e.kind = 'card.opened'
                  and e.at > moment - interval '3600 seconds') then
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), moment, 'card.opened', held.id, 'whole', null, 'course_course', held.id, '{}');
  end if;
  return query
  select held.unit_id, h.place, p.id, p.name::text, p.phone::text, h.kind = 'cover' from (
      select 1 as place, o.person_id, o.kind from course_coordinatorship o
       where o.course_id = held.id and o.ended_at is null
      union all (select 2, d.person_id, '' from course_deputyship d
       where d.course_id = held.id and access_today() between d.starts_on and d.ends_on
       order by d.created_at desc limit 1)
      union all select 3, s.person_id, '' from course_second s
       where s.course_id = held.id and s.ended_at is null) h
    join people_person p on p.id = h.person_id order by h.place;
  if not found then
    return query select held.unit_id, 0, null::uuid, '', '', false;
  end if;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_carry_out_merge(wanted uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  m course_mend;
  goes course_citizen;
  stays course_citizen;
  clashes text[];
  one record;
  made uuid;
  me constant uuid := access_actor();
begin
  select * into m from course_mend
   where id = wanted and kind = 'merge' and state = 'proposed' for update;
  if not found then return 'gone'; end if;
  if not course_may_mend(m.source_id, m.target_id) then return 'not_yours'; end if;
  if m.proposed_by_id = me then return 'two_pairs_of_eyes'; end if;
  -- nobody moves either course meanwhile
  perform from course_course where id in (m.source_id, m.target_id) order by id for update;
  clashes := course_mend_clashes(m.source_id, m.target_id);
  if clashes <> '{}' then return clashes[1]; end if;
  select c.* into goes from course_citizen c join course_course k on k.citizen_id = c.id
   where k.id = m.source_id;
  select c.* into stays from course_citizen c join course_course k on k.citizen_id = c.id
   where k.id = m.target_id;
  -- the rooms above hold their own to the stricter word when they see that it is done
  update course_mend set state = 'done', done_by_id = me, done_at = access_now() where id = wanted;
  if exists (select from course_course where id = m.source_id and state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')) then
    perform course_join_rows(wanted, m.source_id, m.target_id);
    perform course_leave_shell(wanted, m.source_id, m.target_id);
  end if;
  perform course_join_citizens(wanted, goes, stays);
  insert into course_mend_note (id, created_at, course_id, mend_id, side, thing, read_by,
    by_other_citizen)
  values (uuidv7(), access_now(), m.target_id, wanted, 'joined', '', '[]', false),
    (uuidv7(), access_now(), m.source_id, wanted, 'joined', '', '[]', false);
  perform course_mend_say('mistake.joined', m.target_id, 'frame', wanted, '{}');
  perform course_mend_say('mistake.joined', m.source_id, 'frame', wanted, '{}');
  return '';
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_carry_out_move(wanted uuid, chosen uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  m course_mend;
  target uuid;
  born timestamptz;
  along record;
  field text;
  tables jsonb := course_movable();
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
      for field in select jsonb_array_elements_text(tables -> along.place -> 'names') loop
        perform course_mend_set(wanted, along.place, along.id, field,
          (select to_jsonb(c.name) from course_citizen c join course_course k on k.citizen_id = c.id
            where k.id = target));
      end loop;
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_caseload(wanted uuid[])
 RETURNS TABLE(person_id uuid, held bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.person_id, count(*) from course_coordinatorship c
   where c.person_id = any (wanted) and c.ended_at is null group by c.person_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_citizen_of_referral(wanted uuid, marks text[])
 RETURNS TABLE(citizen uuid, person uuid, running uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  given course_referral;
  known text[] := '{}';
  one text;
begin
  select r.* into given from course_referral r
   where r.id = wanted and r.state in ('new', 'taken') and ((r.unit_id::text || ':coordinator' = any ((select access_my_posts())::text[]) or r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])) and (not (r.apart <> '' or course_mark_is_apart(r.citizen_cpr_mark)) or r.known_to_id = (select access_actor()) or (r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[]))));
  if not found then return; end if;
  if given.citizen_cpr_mark <> '' and given.citizen_cpr_mark = any (marks) then
    known := marks;
  end if;
  for one in select k from unnest(known || case when known = '{}' then array[given.id::text]
                                                else '{}' end) k order by k loop
    perform pg_advisory_xact_lock(hashtextextended('citizen:' || one, 0));
  end loop;
  return query
    select c.id, c.person_id,
           (select k.id from course_course k where k.citizen_id = c.id
               and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') limit 1)
      from course_citizen c
     where (c.cpr_mark <> '' and c.cpr_mark = any (known))
        or (given.by_citizen and c.person_id = given.referred_by_id)
     limit 1;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_copy_stands(sitting uuid, course uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from login_sitting s
     join course_citizen c on c.person_id = s.person_id
     join course_course k on k.citizen_id = c.id
    where s.id = sitting and s.ended_at is null and k.id = course and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_count(units uuid[])
 RETURNS TABLE(state text, person_id uuid, courses integer, as_cover integer, age interval)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  moment constant timestamptz := access_now();
  led constant uuid[] := array(
    select unnest(units) intersect select unnest(access_my_units('courses_oversee')));
  hidden constant uuid[] := array(
    select a.scope_id from access_apart a join course_course c on c.id = a.scope_id
     where a.lifted_at is null and c.unit_id = any (led)
    except select unnest(access_my_scopes('frame', 'read')));
begin
  return query
  select c.state::text, h.person_id, count(*)::int,
         (count(*) filter (where h.kind = 'cover'))::int, sum(moment - c.state_since)
    from course_course c
    left join lateral (select person_id, kind from course_coordinatorship
                        where course_id = c.id and ended_at is null limit 1) h on true
   where c.unit_id = any (led) and c.id <> all (hidden)
     and (c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') or not exists (
       select from keeping_case k
        where k.scope_id = c.id and k.state in ('blocked', 'delivered')))
   group by c.state, h.person_id;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_cover(wanted uuid, who uuid, until date, because text, told_by uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into course_coordinatorship (id, created_at, course_id, person_id, kind, starts_at,
    cover_until, reason, override, appointed_by_id)
  values (uuidv7(), access_now(), wanted, who, 'cover', access_now(), until, because, '',
    access_actor());
  select course_give(wanted, who, 'cover', 'whole', because, told_by)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_cover_unseen(gone uuid, until date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  longest_cover constant int := 14;  -- five business days, with two weekends and Easter
  one record;
  covered uuid[] := '{}';
begin
  if until not between access_today() and access_today() + longest_cover
  then return covered; end if;
  for one in
    select h.id, h.course_id, coalesce(
        (select e.person_id from people_employment e
          where e.person_id = a.leader_id and e.person_id <> gone and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())
          limit 1),
        (select s.person_id from course_second s join people_employment e using (person_id)
          where s.course_id = h.course_id and s.ended_at is null and s.person_id <> gone
            and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today()) limit 1),
        access_actor()) as holds
      from course_coordinatorship h
      join course_course k on k.id = h.course_id
      join access_apart a on a.scope_id = h.course_id and a.lifted_at is null
     where h.person_id = gone and h.ended_at is null
       and k.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
       and (exists (select from people_leave l where l.person_id = gone
                       and l.starts_on <= access_today()
                       and (l.ends_on is null or l.ends_on >= access_today()))
         or not exists (select from people_employment e where e.person_id = gone
                           and e.unit_id = k.unit_id and e.role = 'coordinator'
                           and (e.ends_on is null or e.ends_on > access_today())))
     order by h.course_id for update of h
  loop
    if one.holds = gone then continue; end if;
    update course_coordinatorship set ended_at = access_now() where id = one.id;
    perform course_take_away(one.course_id, gone, array['coordinator', 'cover']);
    update course_second set ended_at = access_now()
     where course_id = one.course_id and person_id = one.holds and ended_at is null;
    if found then perform course_take_away(one.course_id, one.holds, array['second']); end if;
    perform course_cover(one.course_id, one.holds, until, 'Koordinatoren er væk uden varsel', null);
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'coordinator.lost', one.course_id, 'frame', null,
      'course_course', one.course_id,
      jsonb_build_object('person', gone, 'cover', one.holds, 'until', until));
    covered := covered || one.course_id;
  end loop;
  return covered;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_done_for_holder(me uuid, hers access_event[], done access_event[])
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'paused', e.scope_id, e.object_id, c.review_on, null::uuid, '', '', '{}'::text[],
         e.at, e.id
    from unnest(hers) e join course_course c on c.id = e.scope_id
   where e.kind = 'course.moved.paused' and c.state = 'BERO'
  union all
  select 'resumed', e.scope_id, e.object_id, null, null, '', '', '{}', e.at, e.id
    from unnest(hers) e join course_course c on c.id = e.scope_id
   where e.kind = 'course.went_on' and c.state <> 'BERO'
  union all
  select 'appointed', e.scope_id, e.object_id, null, null, '', '', '{}', e.at, e.id
    from unnest(done) e
   where e.kind = 'coordinator.appointed' and e.facts->>'person' = me::text
  union all
  select 'covering', e.scope_id, e.object_id, h.cover_until, (e.facts->>'person')::uuid, '', '',
         '{}', e.at, e.id
    from unnest(done) e join course_coordinatorship h on h.course_id = e.scope_id
     and h.person_id = me and h.ended_at is null
   where e.kind = 'coordinator.lost' and e.facts->>'cover' = me::text
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_empty_referrals()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with emptied as (
    update course_referral r
       set citizen_name = '', citizen_cpr = '', citizen_phone = '', seen = '', says_words = '',
           needs = case when exists (
             select from course_course c where c.id = r.course_id
                and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))
             then needs else '[]' end
     where r.state in ('answered', 'withdrawn') and r.citizen_name <> ''
       and coalesce(r.answered_at, r.received_at) < access_now() - interval '1 year'
     returning r.id)
  select count(*)::int from emptied
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_ended_keys()
 RETURNS TABLE(course_id uuid, ended_at timestamp with time zone, ending text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 3
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  return query
  select c.id, max(h.ended_at), c.ending::text
    from (select b.course_id, b.starts_at, b.ended_at from course_coordinatorship b
           where b.person_id = me
          union all
          select g.scope_id, g.starts_at, g.ends_at from access_grant g
           where g.person_id = me and g.role in ('second', 'deputy')) h
    join course_course c on c.id = h.course_id
    join people_unit u on u.id = c.unit_id
   where h.ended_at > moment - interval '183 days' and h.ended_at <= moment
     and c.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and h.ended_at >= c.state_since
     and h.starts_at <= c.state_since and c.ending not in ('', 'joined')
     and not exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)
     and exists (select from people_employment e join people_unit w on w.id = e.unit_id
                  where e.person_id = me and starts_on <= today and (ends_on is null or ends_on >= today)
                    and w.organisation_id = u.organisation_id)
   group by c.id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_ended_mine(wanted uuid[], page text)
 RETURNS TABLE(course_id uuid, citizen text, ended_at timestamp with time zone, ending text, unit text, leads text[], phones text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  return query
  with ended as materialized (
    select * from course_ended_keys() k where wanted is null or k.course_id = any (wanted)),
  told as (
    insert into access_look
      (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
    select uuidv7(), moment, k.course_id, me, (select unit_id from people_employment
     where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today) order by starts_on desc limit 1),
           case when exists (select from course_coordinatorship b
                              where b.course_id = k.course_id and b.person_id = me
                                and b.ended_at = k.ended_at)
                then 'former_coordinator'
                else (select g.role from access_grant g
                       where g.scope_id = k.course_id and g.person_id = me
                         and g.role in ('second', 'deputy') and g.ends_at = k.ended_at
                       order by g.role desc limit 1) end,
           '', page, true, 'list'
      from ended k)
  select k.course_id, z.name::text, k.ended_at, k.ending, u.name::text,
         array_agg(p.name::text order by p.sort_key, p.id) filter (where p.id is not null),
         array_agg(p.phone::text order by p.sort_key, p.id) filter (where p.id is not null)
    from ended k join course_course c on c.id = k.course_id
    join course_citizen z on z.id = c.citizen_id join people_unit u on u.id = c.unit_id
    left join people_employment e on e.unit_id = u.id and e.role = 'daily_leader'
         and starts_on <= today and (ends_on is null or ends_on >= today)
    left join people_person p on p.id = e.person_id
   group by k.course_id, z.name, k.ended_at, k.ending, u.name
   order by k.ended_at desc, k.course_id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_expire_callbacks()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (delete from course_callback where expires_on <= access_today() returning id)
  select count(*)::int from gone
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_expire_referrals()
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update course_referral
     set state = 'expired', citizen_name = '', citizen_cpr = '', citizen_phone = '', seen = '',
         says_words = '', needs = '[]'
   where state = 'waits_for_yes' and expires_on <= access_today()
   returning id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_expire_signals()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (delete from course_signal where expires_on <= access_today() returning id)
  select count(*)::int from gone
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_find_coordinator(marks text[], as_ground text, jobs uuid[] DEFAULT NULL::uuid[])
 RETURNS TABLE(said text, unit uuid, holder uuid, covers boolean, deputy uuid, second uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  here uuid;
  asks_for uuid;
  held record;
begin
  select unit_id into here from people_employment
   where person_id = me and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) and (jobs is null or id = any(jobs))
   order by starts_on desc limit 1;
  if here is null then
    return query select 'nobody', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  select e.unit_id into asks_for from people_employment e
    join people_unit u on u.id = e.unit_id join people_organisation o on o.id = u.organisation_id
   where e.person_id = me and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) and (jobs is null or e.id = any(jobs))
     and course_gives_lookup(as_ground, o.kind, e.role)
   order by e.starts_on desc limit 1;
  -- two tries at once are counted one after the other
  perform pg_advisory_xact_lock(hashtextextended('lookup:' || me, 0));
  if (select count(*) filter (where at > moment - interval '1 hour') >= 10
          or count(*) >= 40
        from access_look
       where person_id = me and at > moment - interval '1 day' and what = 'Hvem er koordinator?')
  then
    return query select 'wait', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  select k.id, k.unit_id, h.person_id, h.kind into held
    from course_citizen c
    join course_course k on k.citizen_id = c.id
    join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
   where asks_for is not null and c.cpr_mark <> '' and c.cpr_mark = any (marks)
     and not access_is_apart(k.id)
     and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   order by h.starts_at desc limit 1;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
  values (uuidv7(), moment, held.id, me, coalesce(asks_for, here), '',
    case when held.id is null then '' else 'law' end,
    'Hvem er koordinator?', held.id is not null, case when held.id is null then 'refused' else 'search' end);
  if held.id is null then
    return query select 'nobody', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), moment, 'coordinator.looked_up', held.id, 'whole', me, 'course_course', held.id,
    jsonb_build_object('ground', as_ground, 'unit', asks_for));
  return query
  select 'found', held.unit_id, held.person_id, held.kind = 'cover',
    (select d.person_id from course_deputyship d
      where d.course_id = held.id and access_today() between d.starts_on and d.ends_on
      order by d.created_at desc limit 1),
    (select s.person_id from course_second s
      where s.course_id = held.id and s.ended_at is null limit 1);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_former_coordinators(wanted uuid)
 RETURNS TABLE(person_id uuid, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select h.person_id, min(h.starts_at) from course_coordinatorship h
    join course_course k on k.id = h.course_id
   where h.kind = 'coordinator' and (h.course_id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = h.course_id)) and (wanted = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = wanted))
     and k.citizen_id = (select citizen_id from course_course where id = wanted)
   group by h.person_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_found_to_fit(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when exists (select from course_referral where course_id = wanted)
                or exists (select from course_decision where course_id = wanted)
    then exists (select from course_decision d
                  where d.course_id = wanted and d.outcome = 'offered'
                    and d.confirmed_at is not null
                    and (k.state <> 'VISITATION' or d.proposed_at >= k.state_since)) end
    from course_course k where k.id = wanted and access_my_roles(wanted) <> '{}'
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_frame(wanted uuid[])
 RETURNS TABLE(scope_id uuid, citizen_person_id uuid, name text, called text, phone text, state text, state_since timestamp with time zone, holder_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
  select c.id, z.person_id, z.name::text, z.called::text, z.phone::text, c.state::text,
         c.state_since, h.person_id
    from course_course c
    join course_citizen z on z.id = c.citizen_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
   where c.id = any (access_frames(wanted))
   order by z.sort_key, c.id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_frame_of(wanted uuid)
 RETURNS TABLE(scope_id uuid, citizen_person_id uuid, name text, called text, phone text, state text, state_since timestamp with time zone, holder_id uuid, roles text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query select f.*, access_my_roles(wanted) from course_frame(array[wanted]) f;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_give(wanted uuid, who uuid, as_role text, as_topic text, because text, told_by uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  with given as (
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
      starts_at, given_by_id, reason, situation)
    values (uuidv7(), access_now(), wanted, who, '', as_role, 'team', as_topic, 'write',
      access_now(), access_actor(), because, 'always')
    returning id)
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), 'access.granted', wanted, 'frame', told_by, 'access_grant',
         id, jsonb_build_object('person', who, 'unit', null, 'post', '', 'organisation', null,
           'role', as_role, 'until', null)
    from given
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_gives_lookup(as_ground text, house text, post text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select (as_ground, house, post) in (('admitted', 'region', 'psych_emergency'), ('admitted', 'region', 'psychiatrist'), ('admitted', 'region', 'social_nurse'), ('admitted', 'region', 'somatic_hospital'), ('admitted', 'region', 'ward_staff'), ('acute', 'region', 'emergency_mobile'), ('acute', 'region', 'psych_emergency'), ('acute', 'region', 'psychiatrist'), ('acute', 'region', 'social_nurse'), ('acute', 'region', 'somatic_hospital'), ('acute', 'region', 'ward_staff'), ('acute', 'practice', 'gp'), ('acute', 'municipality', 'emergency_mobile'), ('probation', 'state', 'probation')) $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_gone_on(days integer)
 RETURNS TABLE(person uuid, name text, profession text, phone text, covers integer, holds integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with me as (
    select access_actor() as id, least(access_today() - days, coalesce((
      select min(l.starts_on) from people_leave l
       where l.person_id = access_actor() and l.starts_on <= access_today()
         and (l.ends_on is null or l.ends_on >= access_today() - days)), access_today())) as since
  ), lost as (
    select distinct b.course_id from me join course_coordinatorship b on b.person_id = me.id
     where b.ended_at is not null and not access_is_apart(b.course_id) and exists (
       select from access_event e
        where e.scope_id = b.course_id and e.kind = 'coordinator.lost'
          and e.facts->>'person' = me.id::text
          and (e.at at time zone 'Europe/Copenhagen')::date >= me.since))
  select p.id, p.name::text, p.profession::text, p.phone::text,
         (count(*) filter (where h.kind = 'cover'))::int,
         (count(*) filter (where h.kind <> 'cover'))::int
    from lost join course_coordinatorship h on h.course_id = lost.course_id and h.ended_at is null
    join people_person p on p.id = h.person_id
   where p.id <> access_actor()
   group by p.id order by p.sort_key, p.id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_heard_of_mine(wanted uuid[])
 RETURNS TABLE(referral_id uuid, outcome text, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from (
    select r.id, d.outcome::text, least(d.told_at, (select min(l.at) from access_look l join course_citizen z on z.id = c.citizen_id
          where l.scope_id = c.id and l.person_id = z.person_id and l.allowed
            and l.at >= d.confirmed_at and l.what = 'Mit forløb')) as at
      from course_referral r join course_course c on c.id = r.course_id
      join course_decision d on d.course_id = c.id
     where r.id = any (wanted) and r.referred_by_id = (select access_actor())
       and r.state = 'answered' and not r.by_citizen and r.apart = '' and d.confirmed_at is not null and d.returned_at is null
     and (c.state <> 'VISITATION' or d.proposed_at >= c.state_since)
     and not exists (select from course_decision n where n.course_id = d.course_id
                      and n.confirmed_at > d.confirmed_at)
       and not exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)
  ) answered where at is not null
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_is_held_by(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from course_coordinatorship
                  where person_id = wanted and (ended_at is null or ended_at > access_now()))
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_join_citizens(wanted uuid, goes course_citizen, stays course_citizen)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  one record;
  made uuid;
begin
  for one in select id from course_course where citizen_id = goes.id order by id loop
    perform course_mend_set(wanted, 'course_course', one.id, 'citizen_id', to_jsonb(stays.id));
    made := uuidv7();
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
      starts_at, given_by_id, reason, situation)
    values (made, access_now(), one.id, stays.person_id, '', 'citizen', 'citizen', 'whole', 'read',
      access_now(), access_actor(), 'Borgeren selv', 'always');
    perform course_mend_trace(wanted, 'access_grant', made, '', null, null);
  end loop;
  if goes.cpr <> '' then
    perform course_swap_numbers(goes.id, stays.id);
    perform course_mend_trace(wanted, 'course_citizen', goes.id, '', null, to_jsonb(stays.id));
  end if;
  if goes.phone <> '' and stays.phone = '' then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'phone', to_jsonb(goes.phone));
  end if;
  if goes.born_on is not null and stays.born_on is null then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'born_on', to_jsonb(goes.born_on));
  end if;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_join_rows(wanted uuid, source uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  at_place text;
  one uuid;
begin
  for at_place in select k from jsonb_object_keys(course_movable()) k order by k loop
    for one in execute format('select id from %I where course_id = $1 order by id', at_place)
      using source
    loop
      perform course_mend_move(wanted, at_place, one, target);
    end loop;
  end loop;
  if exists (select from course_profile where course_id = source) then
    perform course_mend_move(wanted, 'course_profile', source, target);
  end if;
  if not course_mend_cohere(wanted, false) then
    raise exception 'landfast: what was joined points back';
  end if;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_joined_to(wanted uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive joined as (
    select source_id from course_mend where target_id = wanted and kind = 'merge' and state = 'done'
    union select m.source_id from course_mend m join joined j on m.target_id = j.source_id
     where m.kind = 'merge' and m.state = 'done')
  select coalesce(array_agg(source_id), '{}') from joined
   where 'citizen' = any (access_my_roles(source_id))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_keep_referral_apart(wanted uuid, because text, named uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if named is not null and not exists (
    select from people_employment p join course_referral r on r.unit_id = p.unit_id
     where r.id = wanted and p.person_id = named and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
       and p.role = any (access_posts_that('intake_decide')))
  then return false; end if;
  update course_referral r set apart = because, known_to_id = named
   where r.id = wanted and r.course_id is null and r.state in ('waits_for_yes', 'new')
     and (((r.unit_id::text || ':coordinator' = any ((select access_my_posts())::text[]) or r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])) and (not (r.apart <> '' or course_mark_is_apart(r.citizen_cpr_mark)) or r.known_to_id = (select access_actor()) or (r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])))) or because <> '' and exists (select from people_employment where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())) and (r.referred_by_id = (select access_actor()) or r.who_asks_id = (select access_actor())));
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_leave_callback(to_unit uuid, own_number text, what_area text, is_about_self boolean, own_name text, from_source text, suspicion integer, seen_at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  code text;
  value int := -greatest(suspicion, 0);
  hour_count int;
  day_count int;
begin
  if not exists (select from people_unit where id = to_unit and coordinates_courses) then
    raise exception 'landfast: unit % does not call back', to_unit
      using errcode = 'check_violation', constraint = 'a_unit_that_calls_back';
  end if;
  perform pg_advisory_xact_lock(4712, hashtext(from_source) % 512);

  -- the same person presses twice: the same receipt, no second row
  select c.receipt into code from course_callback c
   where c.source = from_source and c.phone = own_number and c.about_self = is_about_self
     and c.area = what_area and c.created_at > seen_at - interval '10 minutes' limit 1;
  if found then return code; end if;

  -- only a trusted row can make another one a duplicate, so nobody is pushed down by junk
  -- that was sent with her number first
  if exists (select from course_callback c
              where c.phone = own_number and c.called_at is null and c.trust >= 0) then
    value := value - 10;
  end if;

  -- rows that are junk on their own signs do not count against those who share the address
  select count(*) filter (where c.created_at > seen_at - interval '1 hour'), count(*)
    into hour_count, day_count
    from course_callback c where c.source = from_source and c.trust > -20;
  if hour_count >= 10 or day_count >= 30 then
    value := value - 10;
    update course_callback c set trust = c.trust - 10
     where c.source = from_source and c.trust > -10;
  end if;

  -- a hard ceiling: the least credible make room. Counted one time in twenty, for the speed
  if random() < 0.05 and (select count(*) from course_callback) >= 20000 then
    delete from course_callback where id in (
      select c.id from course_callback c where c.called_at is null
       order by c.trust, c.created_at desc limit 1000);
  end if;

  loop
    code := (select string_agg(substr('BCDFGHJKLMNPRSTVXZ23456789', 1 + floor(random() * 26)::int, 1), '')
               from generate_series(1, 7));
    code := substr(code, 1, 3) || '-' || substr(code, 4);
    insert into course_callback (id, created_at, unit_id, phone, area, about_self, name, receipt,
        source, trust, expires_on, tries, outcome)
      values (uuidv7(), seen_at, to_unit, own_number, what_area, is_about_self,
        case when is_about_self then own_name else '' end, code, from_source,
        greatest(value, -1000), (seen_at at time zone 'Europe/Copenhagen')::date + 14, 0, '')
      on conflict (receipt) do nothing;
    exit when found;
  end loop;
  return code;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_leave_shell(wanted uuid, source uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  one record;
  line timestamptz;
  made uuid := uuidv7();
begin
  for one in select id from course_coordinatorship where course_id = source and ended_at is null loop
    perform course_mend_set(wanted, 'course_coordinatorship', one.id, 'ended_at',
      to_jsonb(greatest(access_now(), (select starts_at from course_coordinatorship c
                                        where c.id = one.id))));
  end loop;
  insert into course_state_change (id, created_at, course_id, before, after, at, actor_id, reason,
    facts)
  select uuidv7(), access_now(), source, state, 'AFSLUTTET', access_now(), access_actor(),
         'Ført sammen med borgerens andet forløb', '{}' from course_course where id = source;
  perform course_mend_set(wanted, 'course_course', source, 'state', to_jsonb('AFSLUTTET'::text));
  perform course_mend_set(wanted, 'course_course', source, 'state_since', to_jsonb(access_now()));
  perform course_mend_set(wanted, 'course_course', source, 'ending', to_jsonb('joined'::text));
  for one in select id, starts_at from access_grant
              where scope_id = source and role <> 'citizen'
                and (ends_at is null or ends_at > access_now()) loop
    perform course_mend_set(wanted, 'access_grant', one.id, 'ends_at',
      to_jsonb(greatest(one.starts_at, access_now())));
  end loop;
  -- the later of two fresh starts stands: what she left behind on one side stays behind
  select since into line from access_fresh_start where scope_id = source and lifted_at is null;
  if line is not null and not exists (select from access_fresh_start
       where scope_id = target and lifted_at is null and since >= line) then
    for one in select id from access_fresh_start where scope_id = target and lifted_at is null loop
      perform course_mend_set(wanted, 'access_fresh_start', one.id, 'lifted_at',
        to_jsonb(access_now()));
    end loop;
    insert into access_fresh_start (id, created_at, scope_id, since, set_by_id)
    select made, access_now(), target, since, set_by_id from access_fresh_start
     where scope_id = source and lifted_at is null;
    perform course_mend_trace(wanted, 'access_fresh_start', made, '', null, null);
  end if;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_list_alike(one uuid, words text, known text[], most integer, page text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_list(array(select c.id from course_course c join course_citizen z on z.id = c.citizen_id,
      (select y.* from course_course k join course_citizen y on y.id = k.citizen_id
        where k.id = one) own
     where z.id <> own.id and (c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = c.id))
       and case when words <> '' then position(lower(words) in lower(z.name)) > 0
                  or z.cpr_mark <> '' and z.cpr_mark = any (known)
                else z.sort_key = own.sort_key or own.phone <> '' and z.phone = own.phone end
     order by z.sort_key, c.id limit most), page, '{}', '')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_list_ended(units uuid[], most integer, page text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_list(array(select c.id from course_course c
     where c.unit_id = any (units) and c.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
       and c.ending <> '' and (c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = c.id))
     order by c.state_since desc, c.id limit most), page, '{}', '')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_list_held(who uuid, only_in uuid[], page text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_list(array(select h.course_id from course_coordinatorship h
     where h.person_id = who and h.ended_at is null
       and (only_in is null or h.course_id = any (only_in)) and (h.course_id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = h.course_id))), page, '{}', '')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_list_inbox(units uuid[], declined_since timestamp with time zone, page text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_list(array(select c.id from course_course c
     where c.unit_id = any (units) and (c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = c.id))
       and (c.state in ('VISITATION', 'VENTELISTE')
         or c.state = 'AFSLAG' and c.state_since >= declined_since)), page, array(select r.id from course_referral r
     where r.unit_id = any (units) and r.state in ('new', 'waits_for_yes') and ((r.unit_id::text || ':coordinator' = any ((select access_my_posts())::text[]) or r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])) and (not (r.apart <> '' or course_mark_is_apart(r.citizen_cpr_mark)) or r.known_to_id = (select access_actor()) or (r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[]))))), 'intake')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_list_led(units uuid[], since date, most integer, page text)
 RETURNS TABLE(unheld boolean, changes boolean, answers boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  waits constant uuid[] := array(
    select c.id from course_course c
     where c.unit_id = any (units) and c.state in ('VENTELISTE', 'GENÅBNET'));
  covered constant uuid[] := array(
    select c.id from course_course c join course_coordinatorship h on h.course_id = c.id
     where c.unit_id = any (units) and h.ended_at is null and h.kind = 'cover'
       and h.cover_until is not null);
  uncovered constant uuid[] := array(
    select u.course_id from course_uncovered(units) u order by u.since, u.course_id limit most);
  another constant uuid[] := array(
    select w.course_id from course_change_wish w join course_course c on c.id = w.course_id
     where c.unit_id = any (units) and w.state = 'asked');
  me constant uuid := access_actor();
  answered constant uuid[] := array(
    select h.course_id from course_handover h
     where h.offered_by_id = me and h.state in ('accepted', 'refused')
       and (h.answered_at at time zone 'Europe/Copenhagen')::date >= since);
  reached constant uuid[] := access_reached(waits || covered || another || answered);
begin
  perform access_list(array(
    select id from (
      select c.id, c.state_since as waited from course_course c
       where c.id = any (waits) and c.id = any (reached)
      union all
      select h.course_id, h.starts_at from course_coordinatorship h
       where h.course_id = any (covered) and h.course_id = any (reached)
         and h.ended_at is null and h.kind = 'cover' and h.cover_until is not null
      order by waited, id limit most) nobodys
    union select one from unnest(uncovered) one
    union select one from unnest(another) one where one = any (reached)
    union (select h.course_id from course_handover h
     where h.offered_by_id = me and h.course_id = any (answered) and h.course_id = any (reached)
       and h.state in ('accepted', 'refused')
       and (h.answered_at at time zone 'Europe/Copenhagen')::date >= since
     order by h.answered_at desc, h.id desc limit 20)), page, '{}', '');
  return query select waits || covered || uncovered <> '{}', another <> '{}', answered <> '{}';
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_list_mine(since date, page text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_list(array(select unnest(access_scopes_as(array['coordinator', 'cover', 'deputy', 'second', 'professional', 'former_coordinator']))
    union select h.course_id from course_handover h
     where h.taker_id = (select access_actor()) and h.state = 'offered'
       and h.course_id = any (access_scopes_as(array['taker']))
    union (select h.course_id from course_handover h
     where h.offered_by_id = (select access_actor()) and h.state in ('accepted', 'refused')
       and (h.answered_at at time zone 'Europe/Copenhagen')::date >= since
       and (h.course_id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = h.course_id))
     order by h.answered_at desc, h.id desc limit 20)), page, '{}', '')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_list_to_ask(page text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_list(array(select null::uuid where false), page, array(select r.id from course_referral r
     where r.who_asks_id = (select access_actor()) and r.state = 'waits_for_yes'
       and r.referred_by_id <> (select access_actor())), '')
$function$;

-- Runs as landfast_helper; for everybody.
CREATE OR REPLACE FUNCTION public.course_looks_follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update access_look set scope_id = new.course_id where about = new.id and scope_id is null;
  return null;
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.course_mark_goes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.citizen_cpr_mark := '';
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_mark_is_apart(mark text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select mark <> '' and exists (
    select from course_citizen z join course_course c on c.citizen_id = z.id
      join access_apart a on a.scope_id = c.id and a.lifted_at is null
     where z.cpr_mark = mark)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_may_mend(one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case
    when access_my_roles(one) && array['coordinator', 'cover', 'deputy', 'second', 'intake', 'lead']
    then other is null or access_my_roles(other) && array['coordinator', 'cover', 'deputy', 'second', 'intake', 'lead'] or 'professional' = any (access_my_roles(other))
    else other is not null and access_my_roles(other) && array['coordinator', 'cover', 'deputy', 'second', 'intake', 'lead'] and 'professional' = any (access_my_roles(one)) end
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_may_move(source uuid, target uuid, thing text, one uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own jsonb := course_movable() -> thing;
  mine boolean;
begin
  if own is null or own ->> 'author' is null then return false; end if;
  if course_may_mend(source, null) and (target is null or course_may_mend(target, null)) then return true; end if;
  if own ->> 'author' = '' then return false; end if;
  execute format('select %I = access_actor() from %I where id = $1 and course_id = $2',
    own ->> 'author', thing) into mine using one, source;
  return coalesce(mine, false) and 'professional' = any (access_my_roles(source))
    and (target is null or access_my_roles(target) && array['professional', 'coordinator', 'cover',
      'deputy', 'second']);
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_along(thing text, one uuid, source uuid)
 RETURNS TABLE(place text, id uuid)
 LANGUAGE plpgsql
AS $function$
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_mend_clashes(source uuid, target uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  goes record;
  stays record;
  found text[] := '{}';
begin
  if not course_may_mend(source, target) then return array['not_yours']; end if;
  select k.state, k.citizen_id, c.cpr_mark, c.person_id,
         login_has_one(c.person_id) as comes
    into goes from course_course k join course_citizen c on c.id = k.citizen_id where k.id = source;
  select k.state, k.citizen_id, c.cpr_mark, c.person_id,
         login_has_one(c.person_id) as comes
    into stays from course_course k join course_citizen c on c.id = k.citizen_id where k.id = target;
  if goes.citizen_id = stays.citizen_id then return array['same_citizen']; end if;
  if goes.comes and stays.comes then found := found || 'both_log_in'::text;
  elsif goes.comes then found := found || 'login_goes'::text; end if;
  if goes.cpr_mark <> '' and stays.cpr_mark <> '' then found := found || 'numbers_differ'::text; end if;
  if access_is_apart(source) and not access_is_apart(target) then
    found := found || 'apart_goes'::text;
  end if;
  if exists (select from course_handover where course_id = source and state = 'offered') then
    found := found || 'offer_waits'::text;
  end if;
  if exists (select from access_grant where scope_id = source and role = 'emergency' and starts_at <= access_now() and (ends_at is null or ends_at > access_now())) then
    found := found || 'emergency_now'::text;
  end if;
  if stays.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and goes.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') then found := found || 'stays_is_over'::text; end if;
  return found;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_cohere(wanted uuid, may_cut boolean)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
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
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_move(wanted uuid, at_place text, one uuid, target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  perform course_mend_set(wanted, at_place, one, 'course_id', to_jsonb(target));
  return true;
exception when unique_violation then
  return false;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_saw(wanted uuid, source uuid, target uuid, since timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
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
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_say(what text, at_scope uuid, how_far text, wanted uuid, told jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), what, at_scope, how_far, access_actor(), 'course_mend', wanted, told)
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_set(wanted uuid, at_place text, one uuid, at_field text, new jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_trace(wanted uuid, at_place text, one uuid, at_field text, old jsonb, new jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into course_mend_row (id, created_at, mend_id, seq, place, "row", field, was, became)
  select uuidv7(), access_now(), wanted, coalesce(max(seq), 0) + 1, at_place, one, at_field, old, new
    from course_mend_row where mend_id = wanted
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_mend_unmake(step course_mend_row)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_mend_weighs(one uuid, other uuid)
 RETURNS TABLE(place text, here integer, there integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  at_place text;
begin
  if not course_may_mend(one, other) then return; end if;
  for at_place in select t.key from jsonb_each(course_movable()) t
                   where not t.value ? 'uncounted' order by t.key loop
    return query execute format('select %1$L::text, (select count(*)::int from %1$I where course_id = $1),'
      ' (select count(*)::int from %1$I where course_id = $2)', at_place) using one, other;
  end loop;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_mine_lately()
 RETURNS TABLE(course_id uuid, roles text[], state text, since timestamp with time zone, last_at timestamp with time zone, holder_away boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  return query
  with mine as materialized (
    select scope_id, array_agg(distinct role::text) as held, bool_or(topic = 'whole') as whole
      from access_grant
     where person_id = me and (situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days)) and starts_at <= moment and (ends_at is null or ends_at > moment) and (ground in ('citizen', 'proxy') or (select exists (
        select from people_employment
         where person_id = me and starts_on <= today and (ends_on is null or ends_on >= today))))
       and role in ('coordinator', 'cover', 'deputy', 'second', 'taker')
     group by scope_id),
  told as materialized (
    select m.*, m.held && array['coordinator', 'cover', 'deputy'] as holds,
           'second' = any (m.held) and exists (
           select from course_coordinatorship h join people_leave l on l.person_id = h.person_id
            where h.course_id = m.scope_id and h.ended_at is null
              and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today)) as stands_in
      from mine m)
  select c.id, t.held, c.state::text, c.state_since,
         case when t.holds or t.stands_in then (
           select e.at from access_event e
            where e.scope_id = c.id and (t.whole or e.topic = 'frame')
              and e.kind <> 'course.heard'
            order by e.at desc limit 1) end,
         t.stands_in
    from told t join course_course c on c.id = t.scope_id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_movable()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(jsonb_object_agg(c.relname, obj_description(p.oid, 'pg_policy')::jsonb), '{}')
    from pg_policy p join pg_class c on c.oid = p.polrelid
   where p.polname = 'moves'
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_my_citizens(wanted_level text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct citizen_id), '{}') from course_course
   where id = any (access_my_scopes('frame', wanted_level))
$function$;

-- Runs as landfast_helper; for everybody.
CREATE OR REPLACE FUNCTION public.course_one_coordinator()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  wanted uuid := case when tg_table_name = 'course_course' then to_jsonb(new)->>'id'
                      else coalesce(to_jsonb(new), to_jsonb(old))->>'course_id' end;
  needed boolean;
  held int;
begin
  select state in ('OPSTART', 'AKTIV', 'BERO', 'AFSLUTNING') into needed
    from course_course where id = wanted;
  select count(*) into held from course_coordinatorship
   where course_id = wanted and ended_at is null;
  if needed and held <> 1 then
    raise exception 'landfast: course % has % coordinators, it must have exactly one', wanted, held
      using errcode = 'check_violation', constraint = 'exactly_one_coordinator';
  elsif not needed and held <> 0 then
    raise exception 'landfast: course % is not running and must not have a coordinator', wanted
      using errcode = 'check_violation', constraint = 'no_coordinator_outside_a_course';
  end if;
  return null;
end $function$;

-- Runs as landfast_helper; for everybody.
CREATE OR REPLACE FUNCTION public.course_one_each()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  over text[] := array['AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'];
begin
  if new.state = any (over) or (tg_op = 'UPDATE' and old.state <> all (over)) then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('course of:' || new.citizen_id, 0));
  if exists (select from course_course c where c.citizen_id = new.citizen_id and c.id <> new.id
              and c.state <> all (over)) then
    raise exception 'landfast: the citizen of % has a course that goes on', new.id
      using errcode = 'unique_violation', constraint = 'one_course_each';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_oversight_find(words text)
 RETURNS TABLE(course uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id, name from (
    select c.id, z.name::text, z.sort_key
      from course_course c join course_citizen z on z.id = c.citizen_id
     where (select access_oversees()) <> '{}' and length(words) > 2
       and position(lower(words) in lower(z.name)) > 0 and access_in_area(c.id) and not exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)
    union all
    select r.id, r.citizen_name::text, lower(r.citizen_name) from course_referral r
     where (select access_oversees()) <> '{}' and length(words) > 2 and r.course_id is null
       and position(lower(words) in lower(r.citizen_name)) > 0 and access_in_area(r.id)
       and not (r.apart <> '' or course_mark_is_apart(r.citizen_cpr_mark))
  ) found order by sort_key limit 20
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_oversight_names(wanted uuid[])
 RETURNS TABLE(course uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, z.name::text from course_course c join course_citizen z on z.id = c.citizen_id
   where c.id = any (wanted) and (select access_oversees()) <> '{}' and access_in_area(c.id)
     and not exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)
  union all
  select r.id, r.citizen_name::text from course_referral r
   where r.id = any (wanted) and r.course_id is null and (select access_oversees()) <> '{}'
     and access_in_area(r.id) and not (r.apart <> '' or course_mark_is_apart(r.citizen_cpr_mark))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_own(day date)
 RETURNS TABLE(scope_id uuid, called text, state text, state_since timestamp with time zone, created_at timestamp with time zone, review_on date, unit text, unit_phone text, unit_id uuid, was_mended boolean, comes boolean, begun_again_at timestamp with time zone, name_answered boolean, former_id uuid, former_name text, kind text, cover_until date, held_since timestamp with time zone, deputy_until date, held text[], deputy text[], second text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  mine constant uuid[] := array(
    select c.id from course_citizen z join course_course c on c.citizen_id = z.id
     where z.person_id = access_actor());
begin
  return query
  select c.id, z.called::text, c.state::text, c.state_since, c.created_at, c.review_on,
         u.name::text, u.phone::text, c.unit_id,
         exists (select from course_mend_note n where n.course_id = c.id),
         exists (select from course_handover o
                  where o.course_id = c.id and o.state = 'offered'),
         (select max(g.at) from course_state_change g
           where g.course_id = c.id and g.after = 'GENÅBNET'),
         exists (
           select from access_name_ask q
            where q.scope_id = c.id and q.answered_at > access_now() - interval '31 days'
              and not exists (
                select from access_look l
                 where l.scope_id = c.id and l.person_id = q.asked_by_id
                   and l.what = 'Mit valg' and l.at >= q.answered_at)),
         b.person_id, b.name::text, h.kind::text, h.cover_until, h.starts_at, d.ends_on,
         (select array[p.id::text, p.name, p.profession, p.phone,
                   (exists (select from files_face f where f.person_id = p.id
                     and (f.person_id = access_actor() or exists (select from people_employment e
            where e.person_id = f.person_id and e.starts_on <= day
              and (e.ends_on is null or e.ends_on >= day)))))::text, (exists (select from people_leave l where l.person_id = p.id and l.starts_on <= day
     and (l.ends_on is null or l.ends_on >= day)))::text]
              from people_person p where p.id = h.person_id), (select array[p.id::text, p.name, p.profession, p.phone,
                   (exists (select from files_face f where f.person_id = p.id
                     and (f.person_id = access_actor() or exists (select from people_employment e
            where e.person_id = f.person_id and e.starts_on <= day
              and (e.ends_on is null or e.ends_on >= day)))))::text, (exists (select from people_leave l where l.person_id = p.id and l.starts_on <= day
     and (l.ends_on is null or l.ends_on >= day)))::text]
              from people_person p where p.id = d.person_id), (select array[p.id::text, p.name, p.profession, p.phone,
                   (exists (select from files_face f where f.person_id = p.id
                     and (f.person_id = access_actor() or exists (select from people_employment e
            where e.person_id = f.person_id and e.starts_on <= day
              and (e.ends_on is null or e.ends_on >= day)))))::text, (exists (select from people_leave l where l.person_id = p.id and l.starts_on <= day
     and (l.ends_on is null or l.ends_on >= day)))::text]
              from people_person p where p.id = s.person_id)
    from course_course c
    join course_citizen z on z.id = c.citizen_id
    join people_unit u on u.id = c.unit_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
    left join course_second s on s.course_id = c.id and s.ended_at is null
    left join lateral (
      select x.person_id, x.ends_on from course_deputyship x
       where x.course_id = c.id and x.starts_on <= day and x.ends_on >= day
       order by x.created_at desc limit 1) d on true
    left join lateral (
      select x.person_id, p.name from course_coordinatorship x
        join people_person p on p.id = x.person_id
       where x.course_id = c.id and x.kind = 'coordinator' and x.ended_at is not null
       order by x.ended_at desc limit 1) b on true
   where c.id = any (access_frames(mine));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_part_whose(held_as text)
 RETURNS TABLE(course_id uuid, name text, coordinator text, phone text, unit_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, z.name, coalesce(p.name, ''), coalesce(p.phone, ''), c.unit_id
    from (select distinct scope_id from access_my_parts(held_as)) s
    join course_course c on c.id = s.scope_id
    join course_citizen z on z.id = c.citizen_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
    left join people_person p on p.id = h.person_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_pass_on_referral(wanted uuid, marks text[], seen_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  to_course uuid := (select f.running from course_citizen_of_referral(wanted, marks) f);
begin
  if to_course is not null then
    update course_referral
       set state = 'answered', answered_at = seen_at, course_id = to_course
     where id = wanted;
  end if;
  return to_course;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_remind_of_covers(seen_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with late as (
    select h.id, h.course_id, h.person_id, h.cover_until from course_coordinatorship h
     where h.ended_at is null and h.kind = 'cover' and h.cover_until < access_today()
       and not exists (select from access_event e
                        where e.scope_id = h.course_id and e.kind = 'cover.late'
                          and e.object_id = h.id)
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), seen_at, 'cover.late', course_id, 'frame', 'course_coordinatorship', id,
           jsonb_build_object('cover', person_id, 'until', cover_until)
      from late returning 1)
  select count(*)::int from told
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_shared_whose(wanted uuid[])
 RETURNS TABLE(course_id uuid, name text, coordinator text, phone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, z.name, coalesce(p.name, ''), coalesce(p.phone, '')
    from access_shared_with_me() s
    join course_course c on c.id = s.scope_id and c.id = any (wanted)
    join course_citizen z on z.id = c.citizen_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
    left join people_person p on p.id = h.person_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_signal_topics(kind text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case kind when 'suicide' then array['psychiatry'] when 'possible_psychosis' then array['psychiatry'] when 'turned_away' then array['psychiatry'] when 'medication_stop' then array['psychiatry'] when 'substance' then array['substance'] when 'self_neglect' then array['living'] when 'eviction_notice' then array['housing'] when 'homelessness' then array['housing'] when 'benefit' then array['economy'] when 'dropout' then array['work'] when 'long_sick_leave' then array['work'] when 'child_contact_decline' then array['family'] when 'loss_of_carer' then array['network'] when 'relative_concern' then array['network'] when 'emergency_contact' then array['crime'] else '{}'::text[] end
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_step_out_who_left()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
  gone integer := 0;
begin
  for one in
    select s.course_id, s.person_id from (
        select course_id, person_id from course_second where ended_at is null
        union select course_id, person_id from course_deputyship where ends_on >= access_today()) s
     where not exists (select from people_employment e where e.person_id = s.person_id
       and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())) order by 1, 2
  loop
    update course_second set ended_at = access_now()
     where course_id = one.course_id and person_id = one.person_id and ended_at is null;
    update course_deputyship set ends_on = greatest(starts_on, access_today()) - 1
     where course_id = one.course_id and person_id = one.person_id and ends_on >= access_today();
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = one.course_id and person_id = one.person_id
       and role in ('second', 'deputy', 'former_coordinator')
       and (ends_at is null or ends_at > access_now());
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'team.stepped_out', one.course_id, 'frame', access_actor(),
      'course_course', one.course_id, jsonb_build_object('person', one.person_id));
    gone := gone + 1;
  end loop;
  return gone;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_swap_numbers(source uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_take_away(wanted uuid, who uuid, as_roles text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  with ended as (
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = wanted and person_id = who and role = any (as_roles)
       and (ends_at is null or ends_at > access_now())
    returning id)
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), 'access.ended', wanted, 'frame', null, '', null,
         jsonb_build_object('person', who, 'roles', as_roles,
           'grants', coalesce(jsonb_agg(id), '[]'))
    from ended
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_take_up(wanted uuid, lead uuid, former uuid, until date)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  longest_cover constant int := 14;  -- five business days, with two weekends and Easter
  holds uuid := lead;
  apart uuid := (select leader_id from access_apart where scope_id = wanted and lifted_at is null);
begin
  if not exists (select from unnest(access_my_roles(wanted)) mine where mine in ('citizen', 'lead'))
     or not exists (select from course_course where id = wanted and state = 'GENÅBNET')
     or not exists (select from course_state_change where course_id = wanted
          and after = 'AFVIST_AF_BORGER'
          and (at at time zone 'Europe/Copenhagen')::date >= access_today() - 30)
     or until not between access_today() and access_today() + longest_cover
  then return null; end if;
  if apart is not null then
    holds := apart;
  elsif not exists (select from people_employment e join course_course c on c.unit_id = e.unit_id
       where c.id = wanted and e.person_id = lead and e.role = 'daily_leader' and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today()))
  then return null; end if;
  perform course_cover(wanted, holds, until, 'Forløbet er begyndt igen efter et stop', access_actor());
  if former <> holds and former = (
       select person_id from course_coordinatorship
        where course_id = wanted and kind = 'coordinator' and ended_at is not null
        order by ended_at desc, id desc limit 1)
  then
    insert into course_handover (id, created_at, course_id, giver_id, taker_id, offered_by_id,
      reason, override, state, answer)
    values (uuidv7(), access_now(), wanted, holds, former, access_actor(), 'Forløbet er begyndt igen efter et stop. Du havde det før.', '',
      'offered', '');
    perform course_give(wanted, former, 'taker', 'frame', 'Er spurgt', access_actor());
  end if;
  return holds;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_uncovered(units uuid[])
 RETURNS TABLE(course_id uuid, since date, holder uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, (select min(l.starts_on) from people_leave l
                 where l.person_id = p.id and l.starts_on <= access_today()
                   and (l.ends_on is null or l.ends_on >= access_today())), p.id, p.name::text
    from course_course c
    join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
     and h.kind = 'coordinator'
    join people_person p on p.id = h.person_id
   where c.unit_id = any (units) and exists (select from people_leave l where l.person_id = h.person_id and l.starts_on <= access_today()
     and (l.ends_on is null or l.ends_on >= access_today()))
     and not exists (select from course_deputyship d
                      where d.course_id = c.id and d.starts_on <= access_today() and d.ends_on >= access_today()
                        and exists (select from people_employment e where e.person_id = d.person_id and e.starts_on <= access_today()
     and (e.ends_on is null or e.ends_on >= access_today()))
                        and not exists (select from people_leave l where l.person_id = d.person_id and l.starts_on <= access_today()
     and (l.ends_on is null or l.ends_on >= access_today())))
     and not exists (select from course_second s
                      where s.course_id = c.id and s.ended_at is null
                        and exists (select from people_employment e where e.person_id = s.person_id and e.starts_on <= access_today()
     and (e.ends_on is null or e.ends_on >= access_today()))
                        and not exists (select from people_leave l where l.person_id = s.person_id and l.starts_on <= access_today()
     and (l.ends_on is null or l.ends_on >= access_today())))
     and (c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = c.id))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_undo_mend(wanted uuid, because text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_unit_in_use(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from course_course where unit_id = wanted
                  and state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))
    or exists (select from course_referral where unit_id = wanted
                and state in ('waits_for_yes', 'new', 'taken'))
    or exists (select from course_callback where unit_id = wanted
                and called_at is null and expires_on > access_today())
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.course_waiting_position(wanted uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with queue as (
    select c.id, row_number() over (
        partition by c.unit_id
        order by coalesce(min(case r.urgency when 'today' then 0 when 'this_week' then 1 else 2 end), 2),
                 coalesce(min(r.received_at), c.created_at), c.id) as place
      from course_course c left join course_referral r on r.course_id = c.id
     where c.state = 'VENTELISTE'
       and c.unit_id = (select unit_id from course_course where id = wanted)
     group by c.id)
  select place::int from queue where id = wanted
     and (wanted = any (access_my_scopes('frame', 'read'))
       or exists (select from access_my_posts_reach where scope_id = wanted))
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.course_waits_for_holder(me uuid, mine uuid[], today date)
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'offer', o.course_id, o.id, o.begins_on, o.offered_by_id, '', '', '{}'::text[],
         o.created_at, null::uuid
    from course_handover o
   where o.taker_id = me and o.state = 'offered'
     and (o.promised_at is null or o.begins_on <= today)
     and o.course_id = any ((select access_scopes_as(array['taker']))::uuid[])
  union all
  select 'cover_past', h.course_id, h.id, h.cover_until, null, '', '', '{}', h.cover_until, null
    from course_coordinatorship h
   where h.course_id = any (mine) and h.ended_at is null and h.cover_until < today
  union all
  select 'another', w.course_id, w.id, w.answer_by, null, '', '', '{}', w.answer_by, null
    from course_change_wish w
   where w.course_id = any (mine) and w.state = 'asked'
  union all
  select 'correction', k.course_id, k.id, null, null, '', '', '{}', k.created_at, null
    from course_correction k
   where k.course_id = any (mine) and k.state = 'asked'
  union all
  select 'ended', k.course_id, k.course_id, (k.ended_at at time zone 'Europe/Copenhagen')::date,
         null, '', k.ending, '{}', k.ended_at, k.course_id
    from course_ended_keys() k
   where (select exists (select from course_coordinatorship h
                          where h.person_id = me
                            and h.ended_at > access_now() - interval '14 days')
              or exists (select from access_grant g
                          where g.person_id = me and g.role in ('second', 'deputy')
                            and g.ends_at > access_now() - interval '14 days'
                            and g.ends_at <= access_now()))
     and k.ended_at > access_now() - interval '14 days'
     and not exists (
       select from access_event e
        where e.scope_id = k.course_id and e.actor_id = me
          and (e.kind = 'course.heard' and e.at >= k.ended_at
            or e.kind like 'course.ended.%' and e.at > k.ended_at - interval '5 minutes'))
  union all
  select 'second_eyes', d.course_id, d.id, (d.proposed_at at time zone 'Europe/Copenhagen')::date,
         d.proposed_by_id, '', d.outcome::text, '{}', d.proposed_at, null
    from course_decision d
   where d.confirmed_at is null and d.returned_at is null and d.proposed_by_id <> me
     and exists (select from access_my_posts_reach r
                  where r.scope_id = d.course_id and r.role = 'intake')
  union all
  select 'asked_over', o.course_id, o.id, o.begins_on, o.taker_id, '',
         (select p.name::text from people_person p where p.id = o.offered_by_id), '{}',
         o.created_at, o.id
    from course_handover o
   where o.course_id = any (mine) and o.state = 'offered'
     and me not in (o.offered_by_id, o.taker_id) and not exists (
       select from access_event e
        where e.scope_id = o.course_id and e.actor_id = me and e.kind = 'course.heard'
          and e.facts->>'about' = o.id::text)
  union all
  select 'handed', o.course_id, o.id, case when o.giver_id = me then o.overlap_until end,
         o.taker_id, '', '', '{}', o.answered_at, o.id
    from course_handover o
   where o.state = 'accepted' and o.answered_at > access_now() - interval '14 days'
     and (o.giver_id = me
          and o.course_id = any ((select access_scopes_as(array['former_coordinator']))::uuid[])
       or o.course_id = any ((select access_scopes_as(array['second']))::uuid[])
          and o.taker_id <> me and o.giver_id <> me)
     and not exists (
       select from access_event e
        where e.scope_id = o.course_id and e.actor_id = me and e.kind = 'course.heard'
          and e.facts->>'about' = o.id::text)
  union all
  select 'no_second', h.course_id, s.id, null, null, '', '', '{}', s.ended_at, null
    from course_coordinatorship h
    join lateral (select x.id, x.ended_at from course_second x where x.course_id = h.course_id
                   order by x.ended_at desc nulls first limit 1) s on s.ended_at is not null
   where h.course_id = any (mine) and h.person_id = me and h.ended_at is null
     and h.kind = 'coordinator'
$function$;

-- On course_assessment

CREATE POLICY add ON course_assessment FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_assessment.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_assessment FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_assessment.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_assessment.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_assessment FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_assessment FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_assessment AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY not_the_frame ON course_assessment AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ('intake'::text = ANY (access_my_roles(course_id))) OR ('lead'::text = ANY (access_my_roles(course_id))) AND ((( SELECT c.state
   FROM course_course c
  WHERE c.id = course_assessment.course_id))::text) = 'AFSLAG'::text);

CREATE POLICY see ON course_assessment FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_assessment.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_assessment
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_callback

CREATE POLICY change ON course_callback FOR update TO landfast_app
  USING (((unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])))
  WITH CHECK (((unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE POLICY helper_delete ON course_callback FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON course_callback FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON course_callback FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON course_callback FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON course_callback FOR select TO landfast_app
  USING (((unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_callback
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_change_wish

CREATE POLICY add ON course_change_wish FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_change_wish.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_change_wish FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_change_wish.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_change_wish.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_change_wish FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_change_wish FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_change_wish FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_change_wish AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON course_change_wish FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_change_wish.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_change_wish
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_citizen

CREATE POLICY add ON course_citizen FOR insert TO landfast_app
  WITH CHECK ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE POLICY change ON course_citizen FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR (id = ANY ((( SELECT course_my_citizens('write'::text) AS course_my_citizens))::uuid[])) OR ( SELECT true
   FROM course_course c
  WHERE c.citizen_id = course_citizen.id AND ( SELECT true
           FROM access_my_posts_reach r
          WHERE r.scope_id = c.id AND r.level::text = 'write'::text
         LIMIT 1)
 LIMIT 1))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)) OR (id = ANY ((( SELECT course_my_citizens('write'::text) AS course_my_citizens))::uuid[])) OR ( SELECT true
   FROM course_course c
  WHERE c.citizen_id = course_citizen.id AND ( SELECT true
           FROM access_my_posts_reach r
          WHERE r.scope_id = c.id AND r.level::text = 'write'::text
         LIMIT 1)
 LIMIT 1));

CREATE POLICY erase ON course_citizen FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_citizen FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_citizen FOR select TO landfast_helper
  USING (true);

CREATE POLICY mends ON course_citizen FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON course_citizen FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR ( SELECT true
   FROM course_course c
  WHERE c.citizen_id = course_citizen.id
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_citizen
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_closing

CREATE POLICY add ON course_closing FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_closing.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_closing FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_closing FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_closing AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON course_closing FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_closing.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_closing
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_coordinatorship

CREATE POLICY add ON course_coordinatorship FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_coordinatorship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_coordinatorship FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_coordinatorship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_coordinatorship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_coordinatorship FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_coordinatorship FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_coordinatorship FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_coordinatorship AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY mends ON course_coordinatorship FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON course_coordinatorship FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_coordinatorship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY takes_up ON course_coordinatorship FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE CONSTRAINT TRIGGER exactly_one_coordinator AFTER INSERT OR DELETE OR UPDATE ON course_coordinatorship DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION course_one_coordinator();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_coordinatorship
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_correction

CREATE POLICY add ON course_correction FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_correction.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_correction FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_correction.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_correction.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_correction FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_correction FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_correction AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON course_correction FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON course_correction FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON course_correction FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_correction.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_correction
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_course

CREATE POLICY add ON course_course FOR insert TO landfast_app
  WITH CHECK ((id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_course.id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_course FOR update TO landfast_app
  USING ((id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_course.id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_course.id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_course FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_course FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_course FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_course AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR (id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY mends ON course_course FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON course_course FOR select TO landfast_app
  USING ((id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_course.id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE CONSTRAINT TRIGGER exactly_one_coordinator AFTER INSERT OR UPDATE OF state ON course_course DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION course_one_coordinator();

CREATE TRIGGER one_course_each AFTER INSERT OR UPDATE OF state ON course_course
  FOR EACH ROW EXECUTE FUNCTION course_one_each();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_course
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_decision

CREATE POLICY add ON course_decision FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_decision.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_decision FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_decision.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_decision.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_decision FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_decision FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_hears ON course_decision FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_decision AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY not_the_frame ON course_decision AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ('intake'::text = ANY (access_my_roles(course_id))) OR ('lead'::text = ANY (access_my_roles(course_id))) AND ((( SELECT c.state
   FROM course_course c
  WHERE c.id = course_decision.course_id))::text) = 'AFSLAG'::text);

CREATE POLICY see ON course_decision FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_decision.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_decision
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_deputyship

CREATE POLICY add ON course_deputyship FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_deputyship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_deputyship FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_deputyship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_deputyship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_deputyship FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_deputyship FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_deputyship FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON course_deputyship FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON course_deputyship AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY see ON course_deputyship FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_deputyship.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_deputyship
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_energy

CREATE POLICY add ON course_energy FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_energy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_energy FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_energy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_energy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_energy FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_energy FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_energy AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY never_for_income ON course_energy AS RESTRICTIVE FOR select TO landfast_app
  USING (NOT true OR NOT ( SELECT access_decides_income() AS access_decides_income) OR access_holds(course_id));

CREATE POLICY see ON course_energy FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_energy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_energy
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_handover

CREATE POLICY add ON course_handover FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_handover.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_handover FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_handover.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_handover.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_handover FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_handover FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_handover FOR select TO landfast_helper
  USING (true);

CREATE POLICY kept ON course_handover AS RESTRICTIVE FOR select TO landfast_app
  USING (taker_id IS DISTINCT FROM (( SELECT access_actor() AS access_actor)) OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY logged ON course_handover AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR taker_id = (( SELECT access_actor() AS access_actor)) OR offered_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY mends_see ON course_handover FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON course_handover FOR select TO landfast_app
  USING (taker_id = (( SELECT access_actor() AS access_actor)) OR (course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_handover.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY takes_up ON course_handover FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_handover
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_mend

CREATE POLICY add ON course_mend FOR insert TO landfast_app
  WITH CHECK (proposed_by_id = (( SELECT access_actor() AS access_actor)) AND (state::text = ANY (ARRAY['proposed'::character varying, 'handed'::character varying]::text[])) AND done_by_id IS NULL AND
CASE kind
    WHEN 'merge'::text THEN state::text = 'proposed'::text AND course_may_mend(source_id, target_id)
    ELSE course_may_move(source_id, target_id, thing::text, "row")
END);

CREATE POLICY change ON course_mend FOR update TO landfast_app
  USING ((state::text = ANY (ARRAY['proposed'::character varying, 'handed'::character varying]::text[])) AND (proposed_by_id = (( SELECT access_actor() AS access_actor)) OR done_by_id = (( SELECT access_actor() AS access_actor)) OR target_id IS NOT NULL AND course_may_mend(target_id, NULL::uuid) AND (kind::text = 'merge'::text AND state::text = 'done'::text OR course_may_mend(source_id, NULL::uuid)) OR target_id IS NULL AND ('lead'::text = ANY (access_my_roles(source_id))) OR kind::text = 'merge'::text AND target_id IS NOT NULL AND course_may_mend(source_id, target_id)))
  WITH CHECK (state::text = 'dropped'::text);

CREATE POLICY erase ON course_mend FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_mend FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_mend FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON course_mend FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON course_mend FOR select TO landfast_app
  USING (proposed_by_id = (( SELECT access_actor() AS access_actor)) OR done_by_id = (( SELECT access_actor() AS access_actor)) OR target_id IS NOT NULL AND course_may_mend(target_id, NULL::uuid) AND (kind::text = 'merge'::text AND state::text = 'done'::text OR course_may_mend(source_id, NULL::uuid)) OR target_id IS NULL AND ('lead'::text = ANY (access_my_roles(source_id))) OR kind::text = 'merge'::text AND target_id IS NOT NULL AND course_may_mend(source_id, target_id));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_mend
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER the_stricter_word_stands AFTER UPDATE OF state ON course_mend
  FOR EACH ROW WHEN (new.state::text = 'done'::text AND new.kind::text = 'merge'::text AND old.state::text <> 'done'::text) EXECUTE FUNCTION consent_stricter();

-- On course_mend_note

CREATE POLICY erase ON course_mend_note FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_mend_note FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON course_mend_note FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON course_mend_note FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON course_mend_note FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY kept ON course_mend_note AS RESTRICTIVE FOR select TO landfast_app
  USING (false OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY logged ON course_mend_note AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR ( SELECT cardinality(access_oversees()) > 0) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY see ON course_mend_note FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_mend_note.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1) OR access_in_area(course_id));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_mend_note
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_mend_reader

CREATE POLICY change ON course_mend_reader FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_mend_reader.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = course_mend_reader.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR access_in_area(course_id))
  WITH CHECK (told_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON course_mend_reader FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_mend_reader FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON course_mend_reader FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON course_mend_reader FOR select TO landfast_helper
  USING (true);

CREATE POLICY kept ON course_mend_reader AS RESTRICTIVE FOR select TO landfast_app
  USING (false OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY logged ON course_mend_reader AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR ( SELECT cardinality(access_oversees()) > 0));

CREATE POLICY see ON course_mend_reader FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_mend_reader.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = course_mend_reader.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR access_in_area(course_id));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_mend_reader
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_mend_row

CREATE POLICY erase ON course_mend_row FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_mend_row FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON course_mend_row FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON course_mend_row FOR select TO landfast_helper
  USING (true);

-- On course_observation

CREATE POLICY add ON course_observation FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_observation.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY anothers_absence ON course_observation AS RESTRICTIVE FOR select TO landfast_app
  USING (kind::text <> 'no_show'::text OR recorded_by_id = (( SELECT access_actor() AS access_actor)) OR access_holds(course_id));

CREATE POLICY change ON course_observation FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_observation.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_observation.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_observation FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_observation FOR select TO landfast_helper
  USING (true);

CREATE POLICY left_behind ON course_observation AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON course_observation AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON course_observation FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON course_observation FOR select TO landfast_helper
  USING (true);

CREATE POLICY never_for_income ON course_observation AS RESTRICTIVE FOR select TO landfast_app
  USING (NOT (kind::text = ANY (ARRAY['contact_lost'::character varying, 'no_show'::character varying, 'screening'::character varying, 'signal'::character varying]::text[])) OR NOT ( SELECT access_decides_income() AS access_decides_income) OR access_holds(course_id) OR recorded_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON course_observation FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text) OR access_shares(course_id,
CASE
    WHEN kind::text = ANY (ARRAY['contact_lost'::character varying::text, 'no_show'::character varying::text, 'screening'::character varying::text, 'signal'::character varying::text]) THEN '{}'::text[]
    WHEN (kind::text = ANY (ARRAY['admission'::character varying::text, 'admission_refused'::character varying::text, 'discharge'::character varying::text, 'medication_stop'::character varying::text, 'substance_use'::character varying::text])) AND NOT needs ?| ARRAY['somatic'::text, 'psychiatry'::text, 'substance'::text] THEN access_topics(ARRAY( SELECT jsonb_array_elements_text(course_observation.needs) AS jsonb_array_elements_text)) || 'health'::text
    ELSE access_topics(ARRAY( SELECT jsonb_array_elements_text(course_observation.needs) AS jsonb_array_elements_text))
END));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_observation
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_profile

CREATE POLICY add ON course_profile FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_profile.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_profile FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_profile.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_profile.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_profile FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_profile FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_profile AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY mends ON course_profile FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY mends_see ON course_profile FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON course_profile FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_profile.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_profile
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_referral

CREATE POLICY add ON course_referral FOR insert TO landfast_app
  WITH CHECK (referred_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY apart_delete ON course_referral AS RESTRICTIVE FOR delete TO landfast_app
  USING (referred_by_id = (( SELECT access_actor() AS access_actor)) OR who_asks_id = (( SELECT access_actor() AS access_actor)) OR course_id IS NULL AND (known_to_id = (( SELECT access_actor() AS access_actor)) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))) OR (course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR apart::text = ''::text AND NOT course_mark_is_apart(citizen_cpr_mark::text));

CREATE POLICY apart_select ON course_referral AS RESTRICTIVE FOR select TO landfast_app
  USING (referred_by_id = (( SELECT access_actor() AS access_actor)) OR who_asks_id = (( SELECT access_actor() AS access_actor)) OR course_id IS NULL AND (known_to_id = (( SELECT access_actor() AS access_actor)) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))) OR (course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR apart::text = ''::text AND NOT course_mark_is_apart(citizen_cpr_mark::text));

CREATE POLICY apart_update ON course_referral AS RESTRICTIVE FOR update TO landfast_app
  USING (referred_by_id = (( SELECT access_actor() AS access_actor)) OR who_asks_id = (( SELECT access_actor() AS access_actor)) OR course_id IS NULL AND (known_to_id = (( SELECT access_actor() AS access_actor)) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))) OR (course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR apart::text = ''::text AND NOT course_mark_is_apart(citizen_cpr_mark::text));

CREATE POLICY change ON course_referral FOR update TO landfast_app
  USING (referred_by_id = (( SELECT access_actor() AS access_actor)) AND (by_citizen OR ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists")) OR who_asks_id = (( SELECT access_actor() AS access_actor)) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists") OR ((unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])))
  WITH CHECK (referred_by_id = (( SELECT access_actor() AS access_actor)) AND (by_citizen OR ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists")) OR who_asks_id = (( SELECT access_actor() AS access_actor)) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists") OR ((unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE POLICY erase ON course_referral FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_referral FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_referral FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON course_referral FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY kept ON course_referral AS RESTRICTIVE FOR select TO landfast_app
  USING (course_id IS NULL OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY left_behind ON course_referral AS RESTRICTIVE FOR select TO landfast_app
  USING (course_id IS NULL OR referred_by_id = (( SELECT access_actor() AS access_actor)) OR (course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, received_at));

CREATE POLICY logged ON course_referral AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR (id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR referred_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY moves ON course_referral FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON course_referral FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON course_referral FOR delete TO landfast_app
  USING (state::text = 'waits_for_yes'::text AND (referred_by_id = (( SELECT access_actor() AS access_actor)) AND (by_citizen OR ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists")) OR who_asks_id = (( SELECT access_actor() AS access_actor)) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists") OR ((unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))));

CREATE POLICY see ON course_referral FOR select TO landfast_app
  USING (referred_by_id = (( SELECT access_actor() AS access_actor)) AND (by_citizen OR ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists")) OR who_asks_id = (( SELECT access_actor() AS access_actor)) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists") AND (state::text = ANY (ARRAY['waits_for_yes'::character varying, 'new'::character varying]::text[])) OR (((unit_id::text || ':coordinator'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))) AND ((state::text = ANY (ARRAY['waits_for_yes'::character varying, 'new'::character varying, 'taken'::character varying]::text[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_referral.course_id AND r.role::text = 'intake'::text
 LIMIT 1)) OR (course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])));

CREATE TRIGGER looks_follow AFTER UPDATE ON course_referral
  FOR EACH ROW WHEN (new.course_id IS NOT NULL AND old.course_id IS DISTINCT FROM new.course_id) EXECUTE FUNCTION course_looks_follow();

CREATE TRIGGER mark_goes BEFORE UPDATE OF citizen_cpr ON course_referral
  FOR EACH ROW WHEN (new.citizen_cpr = ''::text) EXECUTE FUNCTION course_mark_goes();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_referral
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_second

CREATE POLICY add ON course_second FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_second.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_second FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_second.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_second.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_second FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_second FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON course_second FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON course_second FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON course_second AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY see ON course_second FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_second.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_second
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_signal

CREATE POLICY add ON course_signal FOR insert TO landfast_app
  WITH CHECK (recorded_by_id = (( SELECT access_actor() AS access_actor)) AND expires_on <= (access_today() + 90) AND (seen_as::text = 'team'::text AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text, 'professional'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_signal.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying, 'professional'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = course_signal.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying, 'professional'::character varying]::text[]))
 LIMIT 1)) OR seen_as::text = 'topic'::text AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['recipient'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_signal.course_id AND r.role::text = 'recipient'::text
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = course_signal.course_id AND r.role::text = 'recipient'::text
 LIMIT 1)) AND access_reads_topics(course_id, course_signal_topics(kind::text)) OR seen_as::text = 'meeting'::text AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['guest'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_signal.course_id AND r.role::text = 'guest'::text
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = course_signal.course_id AND r.role::text = 'guest'::text
 LIMIT 1)) OR seen_as::text = 'intake'::text AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['intake'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_signal.course_id AND r.role::text = 'intake'::text
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = course_signal.course_id AND r.role::text = 'intake'::text
 LIMIT 1)) AND (EXISTS ( SELECT
   FROM course_course c
  WHERE c.id = course_signal.course_id AND (c.state::text = ANY (ARRAY['OPSPORET'::character varying, 'VISITATION'::character varying]::text[]))))));

CREATE POLICY erase ON course_signal FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_signal FOR select TO landfast_helper
  USING (true);

CREATE POLICY grounded ON course_signal AS RESTRICTIVE FOR insert TO landfast_app
  WITH CHECK ((redthread_chosen(course_id) ->> 'signs'::text)::boolean);

CREATE POLICY left_behind ON course_signal AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON course_signal AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON course_signal FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON course_signal FOR select TO landfast_helper
  USING (true);

CREATE POLICY never_for_income ON course_signal AS RESTRICTIVE FOR select TO landfast_app
  USING (NOT true OR NOT ( SELECT access_decides_income() AS access_decides_income) OR access_holds(course_id) OR recorded_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON course_signal FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_signal.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_signal
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_state_change

CREATE POLICY add ON course_state_change FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_state_change.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_state_change FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_state_change.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_state_change.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_state_change FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_state_change FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON course_state_change FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON course_state_change FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_state_change AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON course_state_change FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('frame'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_state_change.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'frame'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_state_change
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On course_statutory_role

CREATE POLICY add ON course_statutory_role FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_statutory_role.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON course_statutory_role FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_statutory_role.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_statutory_role.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON course_statutory_role FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON course_statutory_role FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON course_statutory_role AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON course_statutory_role FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON course_statutory_role FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON course_statutory_role FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = course_statutory_role.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON course_statutory_role
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
