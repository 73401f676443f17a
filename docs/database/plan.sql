-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `plan`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_agreements_left()
 RETURNS TABLE(agreement_id uuid, called text, coordinator text, phone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, coalesce(nullif(c.called, ''), split_part(c.name, ' ', 1)),
         coalesce(p.name, u.name, '')::text, coalesce(p.phone, u.phone, '')::text
    from plan_agreement a
    join course_course k on k.id = a.course_id
    join course_citizen c on c.id = k.citizen_id
    left join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
    left join people_unit u on u.id = k.unit_id and h.id is not null
    left join lateral (
      select x.name, x.phone from (
        select h.person_id, 1 as turn
        union all (
          select d.person_id, 2 from course_deputyship d
           where d.course_id = k.id and d.starts_on <= access_today() and d.ends_on >= access_today()
           order by d.created_at desc limit 1)
        union all
        select s.person_id, 3 from course_second s where s.course_id = k.id and s.ended_at is null
      ) w join people_person x on x.id = w.person_id
       where not exists (select from people_leave l
                          where l.person_id = x.id and l.starts_on <= access_today()
                            and (l.ends_on is null or l.ends_on >= access_today()))
       order by w.turn limit 1) p on true
   where a.maker_id = (select access_actor()) and a.state in ('accepted', 'started')
     and (select exists (select from people_employment e
    where e.person_id = (select access_actor()) and e.starts_on <= access_today()
      and (e.ends_on is null or e.ends_on >= access_today())))
     and not a.course_id = any (access_my_scopes('whole', 'read'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_asked_of_my_teams()
 RETURNS TABLE(id uuid, course_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.course_id from plan_agreement a
   where a.state = 'proposed' and a.maker_id is null and a.outside_name = ''
     and a.for_unit_id is null and a.offered_at is null
     and a.proposed_by_id <> (select access_actor())
     and a.course_id = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'professional', 'second']))::uuid[])
     and exists (select from people_employment
                  where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
  union all
  select a.id, a.course_id from plan_agreement a
   where a.named_id = (select access_actor()) and a.maker_id <> (select access_actor())
     and a.state in ('accepted', 'started')
     and a.course_id = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'professional', 'second']))::uuid[])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_asks_about_own_bill(ask uuid, course uuid, leader uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
     where d.id = ask and d.course_id = course and d.decider_id = leader and d.about = 'bill'
       and d.asked_by_id = access_actor() and a.maker_id = access_actor()
       and d.answered_at is null and d.withdrawn_at is null)
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.plan_changes_hands_by_a_yes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'landfast_app' and old.accepted_at is not null
     and new.maker_id is distinct from old.maker_id
     and (new.maker_id is distinct from access_actor()
          or old.named_id is distinct from new.maker_id)
  then
    raise exception 'landfast: agreement % changes hands by a yes alone', new.id
      using errcode = 'check_violation', constraint = 'changes_hands_by_a_yes';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_courses_of_my_tasks()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct course_id), '{}') from plan_task
   where maker_id = (select access_actor()) and done_at is null
     and exists (select from people_employment
                  where person_id = (select access_actor()) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_decision_times(units uuid[], since timestamp with time zone)
 RETURNS TABLE(unit_id uuid, asked_at timestamp with time zone, answered_at timestamp with time zone, answer_by timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.unit_id, d.asked_at, d.answered_at, d.answer_by from plan_decision_ask d
   where d.unit_id = any (units) and d.withdrawn_at is null and d.asked_at >= since
     and d.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
   order by d.asked_at
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_decisions_waiting()
 RETURNS TABLE(id uuid, unit_id uuid, decider_id uuid, asked_by_id uuid, level integer, answer_by timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.id, d.unit_id, d.decider_id, d.asked_by_id, d.level::int, d.answer_by
    from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
    join course_course c on c.id = d.course_id
   where session_user = 'landfast_jobs' and d.unit_id is not null and d.answered_at is null and d.withdrawn_at is null
     and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and not plan_question_ends(a.state, d.about)
   order by d.answer_by, d.id
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.plan_done_for_holder(done access_event[])
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'said_no', e.scope_id, e.object_id, null::date, e.actor_id, '', '', '{}'::text[],
         e.at, e.id
    from unnest(done) e join plan_agreement a on a.id = e.object_id
   where e.kind = 'plan.agreement_decline' and a.state = 'declined'
  union all
  select 'not_happened', e.scope_id, e.object_id, null, a.maker_id, '', '', '{}', e.at, e.id
    from unnest(done) e join plan_agreement a on a.id = e.object_id
   where e.kind = 'plan.agreement_hers_no' and a.hers = 'not'
  union all
  select 'wish', e.scope_id, e.scope_id, null, null, '',
         case when e.kind = 'plan.wish_added' then 'new'
              when e.kind = 'plan.wish_stands' then e.facts->>'standing' else '' end,
         '{}', e.at, e.id
    from unnest(done) e join plan_wish w on w.id = e.object_id
    join course_course c on c.id = e.scope_id
    join course_citizen z on z.id = c.citizen_id and z.person_id = e.actor_id
   where e.kind in ('plan.wish_added', 'plan.wish_reworded', 'plan.wish_stands')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_end_interim(ask uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held plan_agreement;
begin
  select a.* into held from plan_decision_ask d join plan_agreement a on a.id = d.interim_id
   where d.id = ask and (d.answered_at is not null or d.withdrawn_at is not null)
     and a.state in ('proposed', 'accepted', 'started') for update of a;
  if not found then return false; end if;
  update plan_agreement set state = 'lapsed', version = held.version + 1 where id = held.id;
  insert into plan_agreement_change (id, created_at, course_id, agreement_id, at, actor_id, act,
    before, after, note, told_aloud, old_text, old_due_on)
  values (uuidv7(), access_now(), held.course_id, held.id, access_now(), access_actor(), 'end',
    held.state, 'lapsed', '', false, '', null);
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'plan.agreement_end', held.course_id, 'whole', access_actor(),
    'plan_agreement', held.id,
    jsonb_build_object('before', held.state, 'decision', ask, 'maker', held.maker_id));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_end_proposals(declined uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held plan_agreement;
  ended int := 0;
begin
  for held in select a.* from plan_agreement a join course_course c on c.id = a.course_id
    where c.id = declined and c.state = 'AFSLAG' and access_reaches(c.id, 'frame', 'read')
      and a.state = 'proposed' order by a.id desc for update of a loop
    update plan_agreement set state = 'lapsed', version = held.version + 1
     where id = held.id and state = 'proposed';
    insert into plan_agreement_change (id, created_at, course_id, agreement_id, at, actor_id, act,
      before, after, note, told_aloud, old_text, old_due_on)
    values (uuidv7(), access_now(), held.course_id, held.id, access_now(), access_actor(), 'leave',
      held.state, 'lapsed', '', false, '', null);
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'plan.agreement_leave', held.course_id, 'whole',
      access_actor(), 'plan_agreement', held.id, jsonb_build_object('before', held.state));
    ended := ended + 1;
  end loop;
  return ended;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.plan_end_questions(agreement uuid, stands text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  q plan_decision_ask;
begin
  for q in select d.* from plan_decision_ask d
    where d.agreement_id = agreement and d.answered_at is null and d.withdrawn_at is null
      and plan_question_ends(stands, d.about) for update loop
    update plan_decision_ask set withdrawn_at = access_now() where id = q.id;
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = q.course_id and person_id = q.decider_id and role = 'decider'
       and about = q.id and (ends_at is null or ends_at > access_now());
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'plan.decision_withdrawn', q.course_id, 'whole',
      access_actor(), 'plan_decision_ask', q.id, jsonb_build_object('decider', q.decider_id));
    perform plan_end_interim(q.id);
  end loop;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_ends_its_questions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform plan_end_questions(new.id, new.state);
  return null;
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.plan_list_mine(since timestamp with time zone, page text)
 RETURNS integer
 LANGUAGE sql
AS $function$
  select access_list(array(
    select course_id from plan_agreement
     where maker_id = (select access_actor())
       and (state in ('accepted', 'proposed', 'started') or reported_at >= since)
    union select unnest(plan_courses_of_my_tasks())
    union select course_id from plan_asked_of_my_teams()), page, '{}', '')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_names_due(day date)
 RETURNS TABLE(unnamed integer, late integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*)::int, (count(*) filter (where a.name_by < day))::int from plan_agreement a
   where a.maker_id = access_actor() and a.state in ('accepted', 'started')
     and a.name_by is not null and a.named_id is null
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.plan_offers(wanted uuid)
 RETURNS TABLE(maker uuid, maker_named text, backup uuid, backup_named text, person uuid, named text, phone text, is_there boolean, deputy uuid, deputy_named text, deputy_phone text, deputy_is_there boolean, hours integer, unit uuid, unit_name text)
 LANGUAGE sql
 STABLE
AS $function$
  select m.id, coalesce(m.name, ''), b.id, coalesce(b.name, ''), c.*
    from plan_agreement a
    left join people_person m on m.id = a.maker_id and m.kind = 'staff' and exists (select from access_grant where scope_id = a.course_id
      and person_id = m.id and level = 'write' and topic = 'whole' and starts_at <= access_now() and (ends_at is null or ends_at > access_now()))
    left join people_person b on b.id = a.backup_id and b.kind = 'staff' and exists (select from access_grant where scope_id = a.course_id
      and person_id = b.id and level = 'write' and topic = 'whole' and starts_at <= access_now() and (ends_at is null or ends_at > access_now()))
    left join lateral directory_chain(null, coalesce(a.maker_id, access_actor())) c on true
   where a.id = wanted
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.plan_only_her_word()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'landfast_app' then
    return new;  -- a mistake is mended, or a promise goes along with its course
  end if;
  if tg_op = 'INSERT' and new.hers = '' and new.hers_words = '' then
    return new;
  end if;
  if tg_op = 'UPDATE'
     and (new.hers, new.hers_words, new.hers_beside)
         is not distinct from (old.hers, old.hers_words, old.hers_beside) then
    return new;
  end if;
  if tg_op = 'UPDATE' and not new.hers_beside
     and new.course_id = any (access_scopes_as(array['citizen'])) then
    return new;
  end if;
  if tg_op = 'UPDATE' and (old.hers = '' or old.hers_beside)
     and (new.hers = '' or new.hers_beside)
     and new.course_id = any (access_scopes_as(array['coordinator', 'cover', 'deputy', 'second'])) then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.state = 'lapsed' and new.state = 'proposed'
     and new.hers = '' and new.hers_words = '' and not new.hers_beside then
    return new;
  end if;
  raise exception 'landfast: how promise % went to her is her own word', new.id
    using errcode = 'check_violation', constraint = 'only_her_word';
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.plan_only_the_maker_accepts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'landfast_app' and new.accepted_at is not null
     and (tg_op = 'INSERT' or old.accepted_at is null)
     and new.maker_id is distinct from access_actor()
     and not coalesce(tg_op = 'UPDATE' and old.offered_at is not null
              and old.maker_id is not distinct from new.maker_id
              and old.outside_name = new.outside_name and old.text = new.text
              and old.due_on = new.due_on, false)
  then
    raise exception 'landfast: only the maker of agreement % can accept it', new.id
      using errcode = 'check_violation', constraint = 'only_the_maker_accepts';
  end if;
  if current_user = 'landfast_app' and new.outside_name <> '' and new.offered_at is not null
     and (tg_op = 'INSERT' or old.offered_at is distinct from new.offered_at)
  then
    raise exception 'landfast: only the maker of agreement % can offer other words', new.id
      using errcode = 'check_violation', constraint = 'only_the_maker_offers';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_outside_answer(wanted uuid, number integer, did text, seen integer, said text, words text, day date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held plan_agreement;
  came text;
  due date;
begin
  select a.* into held from plan_outside o join plan_agreement a on a.id = o.agreement_id
   where o.id = wanted and o.serial = number and o.revoked_at is null
     and o.ends_at > access_now() for update of o, a;
  if not found then return 'closed'; end if;
  if held.version <> seen then return 'changed'; end if;
  came := case
    when did = 'accept' and held.state = 'proposed' and held.offered_at is null
      and held.mandate <> 'refused' then 'accepted'
    when did = 'decline' and held.state = 'proposed' and said <> '' then 'declined'
    when did = 'offer' and held.state = 'proposed' and words <> '' then 'proposed'
    when held.state not in ('accepted', 'started') then null
    when did = 'keep' then 'kept'
    when did = 'keep_partly' and said <> '' then 'partly'
    when did = 'break' and said <> '' then 'broken' end;
  if came is null then return 'moved'; end if;
  due := case when did = 'offer' then day when did = 'accept' then coalesce(held.due_on, day)
         else held.due_on end;
  if did in ('accept', 'offer') and (due is null or due < access_today()) then
    return 'no_day';
  end if;
  if did in ('accept', 'offer') and due < held.starts_on then return 'before_start'; end if;
  update plan_agreement set
    state = came, version = held.version + 1, due_on = due,
    follow_up_on = greatest(held.follow_up_on, due),
    text = case when did = 'offer' then words else held.text end,
    mandate = case when did = 'offer' and held.mandate = 'refused' and held.text <> words
                   then 'application' else held.mandate end,
    accepted_at = case when did = 'accept' then access_now() else held.accepted_at end,
    offered_at = case when did = 'offer' then access_now() else held.offered_at end,
    report = case when came in ('kept', 'partly', 'broken') then said else held.report end,
    reported_at = case when came in ('kept', 'partly', 'broken') then access_now()
                  else held.reported_at end,
    told_at = case when came in ('kept', 'partly', 'broken') then null else held.told_at end
   where id = held.id;
  perform plan_outside_told(held, did, came, said,
    case when held.text <> words and did = 'offer' then held.text else '' end,
    case when held.due_on <> due then held.due_on end);
  if did = 'accept' then
    update plan_outside o set ends_at = greatest(o.ends_at, (due + 15)::timestamptz)
     where o.id = wanted;
    perform plan_outside_replaces(held.replaces_id);
  end if;
  return '';
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_outside_by_code(place text, mark text, most integer)
 RETURNS TABLE(ask_id uuid, number integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held plan_outside;
begin
  select * into held from plan_outside o
   where o.code_place = place and place <> '' and o.code_tries < most
     and case when o.code_meeting is null then o.code_until > access_now()
         else access_situation_holds(o.course_id, 'meeting', o.code_meeting, null) end
     and o.revoked_at is null and o.ends_at > access_now() for update;
  if not found then return; end if;
  if held.code_mark <> mark then
    update plan_outside o set code_tries = o.code_tries + 1 where o.id = held.id;
    return;
  end if;
  update plan_outside o set code_place = '', code_mark = '', code_until = null, code_meeting = null
   where o.id = held.id;
  return query select held.id, held.serial::int;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_outside_mail(moment timestamp with time zone)
 RETURNS TABLE(ask_id uuid, number integer, address text, tries integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id, serial::int, address::text, mail_tries::int from plan_outside
   where session_user = 'landfast_jobs' and mail_state = 'waiting'
     and mail_next_at <= moment and revoked_at is null and ends_at > moment
   order by mail_next_at limit 1 for update skip locked
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_outside_mailed(wanted uuid, came text, tried integer, again timestamp with time zone, why text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update plan_outside set mail_state = came, mail_tries = tried, mail_next_at = again,
    mail_failure = why
   where id = wanted and session_user = 'landfast_jobs'
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_outside_open(wanted uuid, number integer)
 RETURNS TABLE(agreement_id uuid, text text, state text, version integer, offered boolean, due_on date, mandate text, report text, name text, asker text, profession text, phone text, ends_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update plan_outside o
     set opened_at = access_now(), opened_times = least(o.opened_times + 1, 30000)
   where o.id = wanted and o.serial = number and o.revoked_at is null
     and o.ends_at > access_now();
  return query
  select a.id, a.text::text, a.state::text, a.version::int, a.offered_at is not null, a.due_on,
         a.mandate::text, a.report::text, a.outside_name::text,
         coalesce(nullif(p.name, ''), nullif(z.called, ''), split_part(z.name, ' ', 1))::text,
         p.profession::text, p.phone::text, o.ends_at
    from plan_outside o
    join plan_agreement a on a.id = o.agreement_id
    join people_person p on p.id = o.asked_by_id
    join course_course c on c.id = o.course_id
    join course_citizen z on z.id = c.citizen_id
   where o.id = wanted and o.serial = number and o.revoked_at is null
     and o.ends_at > access_now();
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_outside_replaces(gone uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held plan_agreement;
begin
  select * into held from plan_agreement
   where id = gone and state in ('noted', 'accepted', 'started', 'partly', 'broken') for update;
  if not found then return; end if;
  update plan_agreement set state = 'replaced', version = held.version + 1 where id = gone;
  perform plan_outside_told(held, 'replace', 'replaced', '', '', null);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_outside_told(held plan_agreement, did text, came text, said text, old_words text, old_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into plan_agreement_change (id, created_at, course_id, agreement_id, at, actor_id, act,
    before, after, note, told_aloud, old_text, old_due_on)
  values (uuidv7(), access_now(), held.course_id, held.id, access_now(), null, did, held.state,
    came, said, false, old_words, old_day);
  insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'plan.agreement_' || did, held.course_id, 'whole',
    'plan_agreement', held.id, jsonb_build_object('before', held.state, 'outside', true));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_overdue_by_unit(day date, leader_day date)
 RETURNS TABLE(unit_id uuid, overdue integer, at_leader integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.unit_id, count(*)::int, (count(*) filter (where a.due_on <= leader_day))::int
    from (select distinct held.unit_id, held.person_id from people_employment held
           where starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) and held.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])) e
    join plan_agreement a on a.maker_id = e.person_id
   where a.state in ('accepted', 'started') and a.due_on < day
   group by e.unit_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_overdue_courses(wanted_unit uuid, day date)
 RETURNS TABLE(course_id uuid, overdue integer, oldest date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.course_id, count(*)::int, min(a.due_on) from plan_agreement a
   where a.state in ('accepted', 'started') and a.due_on < day
     and a.maker_id in (select person_id from people_employment
          where unit_id = wanted_unit and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
     and wanted_unit = any ((select access_my_units('courses_oversee'))::uuid[]) and (a.course_id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or exists (select from access_my_posts_reach r where r.scope_id = a.course_id))
   group by a.course_id order by min(a.due_on), a.course_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_pass_decision(ask uuid, held uuid, taker uuid, for_whom uuid, stands_at integer, due timestamp with time zone, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  q plan_decision_ask%rowtype;
begin
  if not session_user = 'landfast_jobs' then return false; end if;
  -- whoever answers or takes it back in this second, or ends what it is about, was first
  select d.* into q from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
    join course_course c on c.id = d.course_id
   where d.id = ask and d.decider_id = held and d.answered_at is null and d.withdrawn_at is null
     and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and not plan_question_ends(a.state, d.about)
     for update of d;
  if not found then return false; end if;
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = q.course_id and person_id = held and role = 'decider' and about = ask
     and (ends_at is null or ends_at > access_now());
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation, about)
  values (uuidv7(), access_now(), q.course_id, taker, '', 'decider', 'decision', 'one', 'write',
    access_now(), access_now() + interval '30 days', q.asked_by_id, q.reason, 'always', ask);
  update plan_decision_ask set decider_id = taker, stands_in_for_id = for_whom, level = stands_at,
    answer_by = due, passed_from_id = held, passed_at = access_now(), passed_why = why
   where id = ask;
  insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'plan.decision_passed', q.course_id, 'whole', 'plan_decision_ask',
    ask,
    jsonb_build_object('decider', taker, 'from', held, 'why', why, 'asked_by', q.asked_by_id));
  return true;
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.plan_question_ends(state text, about text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select state in ('replaced', 'declined', 'lapsed') or (state = 'kept' and about <> 'bill')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_refuse_words(ask uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held plan_agreement;
begin
  select a.* into held from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
   where d.id = ask and d.decider_id = access_actor() and d.about = 'grant' and d.answer = 'no'
     and a.state = 'proposed' and a.mandate in ('application', 'awaits_leader')
     and not exists (select from plan_agreement_change c
        where c.agreement_id = a.id and c.at > d.asked_at and c.old_text <> '')
     and not exists (select from plan_cost p where p.agreement_id = a.id and p.set_at > d.asked_at)
     for update of a;
  if not found then return false; end if;
  update plan_agreement set mandate = 'refused', version = held.version + 1 where id = held.id;
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_remind(today date, before_until date, leader_from date, step_from date)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with holders as (
    select g.scope_id, array_agg(distinct g.person_id) as people from access_grant g
     where g.person_id is not null and g.starts_at <= access_now()
       and (g.ends_at is null or g.ends_at > access_now())
       and (g.role in ('coordinator', 'cover', 'deputy')
         or g.role = 'second' and exists (
           select from access_grant o join people_leave l on l.person_id = o.person_id
            where o.scope_id = g.scope_id and o.role in ('coordinator', 'cover')
              and (o.ends_at is null or o.ends_at > access_now())
              and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today)))
     group by g.scope_id
  ), promises as (
    select a.*, (exists (select from people_leave l where l.person_id = a.maker_id and l.starts_on <= today
     and (l.ends_on is null or l.ends_on >= today)) or not exists (select from people_employment e where e.person_id = a.maker_id
     and e.starts_on <= today and (e.ends_on is null or e.ends_on >= today))) as not_there, coalesce(h.people, '{}') as holding,
           (exists (select from access_grant f
                    where f.scope_id = a.course_id and f.person_id = a.follow_up_by_id
                      and f.topic = 'whole' and f.level = 'write' and f.starts_at <= access_now()
                      and (f.ends_at is null or f.ends_at > access_now()))
             and not exists (select from people_leave l
                              where l.person_id = a.follow_up_by_id and l.starts_on <= today
                                and (l.ends_on is null or l.ends_on >= today))) as follows_here,
           case when (exists (select from access_grant f
                    where f.scope_id = a.course_id and f.person_id = a.backup_id
                      and f.topic = 'whole' and f.level = 'write' and f.starts_at <= access_now()
                      and (f.ends_at is null or f.ends_at > access_now()))
             and not exists (select from people_leave l
                              where l.person_id = a.backup_id and l.starts_on <= today
                                and (l.ends_on is null or l.ends_on >= today))) then array[a.backup_id]
                else '{}'::uuid[] end as takes_over
      from plan_agreement a join course_course c on c.id = a.course_id and c.state in ('OPSTART', 'AKTIV', 'AFSLUTNING')
      left join holders h on h.scope_id = a.course_id
     where a.state in ('accepted', 'started') and a.due_on is not null
  ), wanted (kind, course_id, place, id, due, told) as (
    select 'plan.remind_before', course_id, 'plan_agreement', id, due_on,
           case when not_there then holding || takes_over
                else array[maker_id] end
      from promises where due_on >= today and due_on <= before_until
    union all
    select 'plan.remind_after', course_id, 'plan_agreement', id, due_on,
           holding || case when not_there then takes_over
                           else array[maker_id] end
      from promises where due_on < today
    union all
    select 'plan.remind_leader', course_id, 'plan_agreement', id, due_on,
           coalesce((select array[p.leader_id] from access_apart p
              where p.scope_id = promises.course_id and p.lifted_at is null),
            array(select distinct b.person_id from people_employment m
                   join people_employment b on b.unit_id = m.unit_id
                  where m.person_id = promises.maker_id
                    and (m.ends_on is null or m.ends_on >= today)
                    and b.role in ('daily_leader', 'leader') and b.starts_on <= today
                    and (b.ends_on is null or b.ends_on >= today)))
      from promises where due_on <= leader_from
    union all
    select 'plan.remind_follow_up', course_id, 'plan_agreement', id, follow_up_on,
           case when follows_here then array[follow_up_by_id] else holding end
      from promises where follow_up_on <= today and (talked_on is null or talked_on < follow_up_on)
    union all
    select 'plan.remind_name', course_id, 'plan_agreement', id, name_by, holding || maker_id
      from promises where name_by < today
    union all
    select 'plan.remind_step', s.course_id, 'plan_own_step', s.id, s.remind_on,
           array(select g.person_id from access_grant g
                  where g.scope_id = s.course_id and g.role = 'citizen'
                    and g.person_id is not null)
      from plan_own_step s join course_course c on c.id = s.course_id and c.state in ('OPSTART', 'AKTIV', 'AFSLUTNING')
     where s.state in ('want', 'tried') and s.remind_on <= today and s.remind_on >= step_from
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), access_now(), w.kind, w.course_id, 'whole', w.place, w.id,
           jsonb_build_object('to', to_jsonb(w.told), 'day', w.due)
      from wanted w
     where session_user = 'landfast_jobs' and cardinality(w.told) > 0 and not exists (
       select from access_event e
        where e.scope_id = w.course_id and e.kind = w.kind and e.object_id = w.id
          and e.facts->>'day' = w.due::text)
    returning 1)
  select count(*)::int from told
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.plan_sees_agreement(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from plan_agreement where id = wanted);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_topics(wish uuid, needs jsonb)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select access_topics(array(
    select jsonb_array_elements_text(needs) union select area from plan_wish where id = wish))
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.plan_waits_for_holder(me uuid, mine uuid[], known uuid[], today date, moment timestamp with time zone, still date)
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select l.*, null::uuid from (
    select 'still', c.id, c.id, still, null::uuid, '', '', '{}'::text[], c.state_since
      from course_course c
     where c.id = any (mine) and c.state = 'AKTIV' and c.state_since < still
       and not exists (select from plan_agreement_change x
                        where x.course_id = c.id and x.at >= still)
    union all
    select case l.answer when 'yes' then 'granted' else 'refused' end, a.course_id,
           a.id, (l.answered_at at time zone 'Europe/Copenhagen')::date, null, '', '', '{}', l.answered_at
      from (select distinct on (d.agreement_id) d.agreement_id, d.answer, d.answered_at
              from plan_decision_ask d
             where d.course_id = any (mine) and d.about = 'grant' and d.answered_at is not null
             order by d.agreement_id, d.answered_at desc) l
      join plan_agreement a on a.id = l.agreement_id
     where a.state in ('accepted', 'started', 'proposed') and (a.course_id = any (known)
  or not access_left_behind(a.course_id, a.created_at)
  or (a.maker_id = me))
       and case l.answer when 'yes' then a.mandate <> 'clear'
             else a.talked_on is null or a.talked_on < (l.answered_at at time zone 'Europe/Copenhagen')::date end
    union all
    select 'undecided', d.course_id, d.agreement_id, (d.answer_by at time zone 'Europe/Copenhagen')::date, d.decider_id,
           '', '', '{}', d.answer_by
      from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
     where d.course_id = any (mine) and d.answered_at is null and d.withdrawn_at is null
       and d.answer_by < moment and (a.course_id = any (known)
  or not access_left_behind(a.course_id, a.created_at)
  or (a.maker_id = me))
    union all
    select 'away', a.course_id, a.id, a.due_on, a.maker_id, '', '', '{}', a.due_on
      from plan_agreement a join people_leave l on l.person_id = a.maker_id
     where a.course_id = any (mine) and a.state in ('accepted', 'started') and (a.course_id = any (known)
  or not access_left_behind(a.course_id, a.created_at)
  or (a.maker_id = me))
       and l.starts_on <= today and (l.ends_on is null or l.ends_on >= a.due_on)
       and (l.ends_on is null or l.ends_on >= today)
       and (a.talked_on is null or a.talked_on < l.starts_on)) l
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.plan_watch(held uuid[], every uuid[], silent date, waited date)
 RETURNS TABLE(id uuid, course_id uuid, state text, has_other_words boolean, due_on date, follow_up_on date, told_on date, talked_on date, touched_on date, is_held boolean, is_mine boolean, has_maker boolean, i_follow_up boolean, is_at_leader boolean, is_left boolean, stands_for integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
  known constant uuid[] := access_known_scopes();
  mine constant uuid[] := access_threads(held);
  at_leader constant uuid[] := array(
    select d.agreement_id from plan_decision_ask d
     where d.course_id = any (mine) and d.answered_at is null and d.withdrawn_at is null);
begin
  return query
  with seen as (
    select a.id, a.course_id, a.state, a.offered_at, a.due_on, a.follow_up_by_id,
         a.follow_up_on, a.reported_at, a.proposed_at, a.talked_on, a.maker_id, a.outside_name from plan_agreement a
     where a.course_id = any (mine) and a.state in ('accepted', 'started', 'proposed', 'partly', 'broken') and not (a.state = 'proposed' and a.mandate = 'refused') and (a.course_id = any (known)
  or not access_left_behind(a.course_id, a.created_at)
  or (a.maker_id = me))
    union all
    select a.id, a.course_id, a.state, a.offered_at, a.due_on, a.follow_up_by_id,
         a.follow_up_on, a.reported_at, a.proposed_at, a.talked_on, a.maker_id, a.outside_name from plan_agreement a where a.state in ('accepted', 'started', 'proposed', 'partly', 'broken') and not (a.state = 'proposed' and a.mandate = 'refused') and a.maker_id = me and a.course_id <> all (mine)
       and (a.course_id = any ((select access_my_scopes('frame', 'read'))::uuid[])
         or access_reaches(a.course_id, 'frame', 'read'))
       and (a.state in ('accepted', 'started')
         or a.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
         or access_reaches(a.course_id, 'whole', 'read'))),
  looked as materialized (
    select s.*, s.state in ('accepted', 'started') and s.maker_id is not null and not exists (
           select from access_grant g
            where g.scope_id = s.course_id and g.person_id = s.maker_id and g.level = 'write'
              and g.topic = 'whole' and g.starts_at <= moment
              and (g.ends_at is null or g.ends_at > moment)) as is_left, coalesce(s.state in ('accepted', 'started') and s.follow_up_on <= today
             and (s.follow_up_by_id = me or s.course_id = any (mine) and not
               (exists (select from access_grant f
                    where f.scope_id = s.course_id and f.person_id = s.follow_up_by_id
                      and f.topic = 'whole' and f.level = 'write' and f.starts_at <= access_now()
                      and (f.ends_at is null or f.ends_at > access_now()))
             and not exists (select from people_leave l
                              where l.person_id = s.follow_up_by_id and l.starts_on <= today
                                and (l.ends_on is null or l.ends_on >= today)))), false) as follows_now,
           (coalesce((select x.at from plan_agreement_change x
                       where x.agreement_id = s.id order by x.at desc limit 1), s.proposed_at)
             at time zone 'Europe/Copenhagen')::date as touched_on
      from seen s
     where case
       when s.course_id = any (every) then true
       when s.maker_id = me then s.state in ('accepted', 'started') and s.due_on <= today
         or s.state = 'proposed' and s.offered_at is null
       else true end
       and not exists (select from plan_agreement r
                        where r.replaces_id = s.id and r.state not in ('declined', 'lapsed'))),
  asking as (
    select k.*, (coalesce(k.reported_at, k.proposed_at) at time zone 'Europe/Copenhagen')::date as told_on,
           case
       when k.talked_on is not null or k.maker_id is not distinct from me or k.is_left
         or k.course_id <> all (mine) or k.course_id = any (every) then null
       when k.state in ('partly', 'broken') then case when k.id <> all (at_leader) then 1 end
       when k.state = 'proposed' then
         case when k.offered_at is null and (k.maker_id is not null or k.outside_name <> '')
                   and k.touched_on < waited then 4 end
       when k.due_on < today then case when k.id <> all (at_leader) then 2 end
       when k.due_on = today or k.follows_now then null
       when k.touched_on < silent then 5 end as pressing
      from looked k where k.course_id = any (every) or k.maker_id = me
      or case
        when k.state in ('accepted', 'started') then k.due_on <= today or k.touched_on <= silent or k.is_left
          or k.follows_now
        when k.state = 'proposed' then k.offered_at is not null or k.touched_on <= waited
        else true end),
  placed as (
    select k.*, count(*) over (partition by k.course_id, k.pressing is null) as many,
           row_number() over (partition by k.course_id, k.pressing is null order by k.pressing,
             case k.pressing when 1 then k.told_on when 2 then k.due_on else k.touched_on end,
             k.due_on, k.id) as place
      from asking k)
  select k.id, k.course_id, k.state::text, k.offered_at is not null, k.due_on, k.follow_up_on,
         k.told_on, k.talked_on, k.touched_on, k.course_id = any (mine),
         k.maker_id is not distinct from me, k.outside_name <> '' or k.maker_id is not null,
         k.follow_up_by_id is not distinct from me or k.follows_now,
         k.id = any (at_leader), k.is_left, case when k.pressing > 0 then k.many::int - 1 else 0 end
    from placed k
   where k.pressing is null or k.place = 1
   order by k.due_on, k.id;
end $function$;

-- On plan_agreement

CREATE POLICY add ON plan_agreement FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_agreement.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_agreement FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_agreement.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_agreement.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_agreement FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_agreement FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON plan_agreement FOR select TO landfast_helper
  USING (true);

CREATE POLICY kept ON plan_agreement AS RESTRICTIVE FOR select TO landfast_app
  USING (maker_id IS DISTINCT FROM (( SELECT access_actor() AS access_actor)) OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY left_behind ON plan_agreement AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at) OR maker_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY logged ON plan_agreement AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR maker_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY moves ON plan_agreement FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_agreement FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_agreement FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text) OR maker_id = (( SELECT access_actor() AS access_actor)) AND (state::text = ANY (ARRAY['accepted'::character varying::text, 'started'::character varying::text])) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists") OR access_shares(course_id, plan_topics(wish_id, needs)));

CREATE POLICY select_by_guest ON plan_agreement FOR select TO landfast_app
  USING (maker_id = (( SELECT access_actor() AS access_actor)) AND (course_id = ANY ((( SELECT access_scopes_as(ARRAY['guest'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY select_by_proxy ON plan_agreement FOR select TO landfast_app
  USING (course_id = ANY ((( SELECT access_my_scopes('plan'::text, 'read'::text) AS access_my_scopes))::uuid[]));

CREATE TRIGGER changes_hands_by_a_yes BEFORE UPDATE ON plan_agreement
  FOR EACH ROW EXECUTE FUNCTION plan_changes_hands_by_a_yes();

CREATE TRIGGER ends_its_questions AFTER UPDATE ON plan_agreement
  FOR EACH ROW WHEN (old.state::text IS DISTINCT FROM new.state::text) EXECUTE FUNCTION plan_ends_its_questions();

CREATE TRIGGER only_her_word BEFORE INSERT OR UPDATE ON plan_agreement
  FOR EACH ROW EXECUTE FUNCTION plan_only_her_word();

CREATE TRIGGER only_the_maker_accepts BEFORE INSERT OR UPDATE ON plan_agreement
  FOR EACH ROW EXECUTE FUNCTION plan_only_the_maker_accepts();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_agreement
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_agreement_change

CREATE POLICY add ON plan_agreement_change FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_agreement_change.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_agreement_change FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_agreement_change.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_agreement_change.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_agreement_change FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_agreement_change FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON plan_agreement_change FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY left_behind ON plan_agreement_change AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR plan_sees_agreement(agreement_id));

CREATE POLICY logged ON plan_agreement_change AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_agreement_change FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_agreement_change FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_agreement_change FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_agreement_change
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_cost

CREATE POLICY add ON plan_cost FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_cost.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_cost FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_cost.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_cost.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_cost FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_cost FOR select TO landfast_helper
  USING (true);

CREATE POLICY left_behind ON plan_cost AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON plan_cost AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_cost FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_cost FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_cost FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_cost
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_decision_ask

CREATE POLICY add ON plan_decision_ask FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_decision_ask.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_decision_ask FOR update TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_decision_ask.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND answer::text = ''::text OR (id = ANY ((( SELECT access_my_things('decider'::text) AS access_my_things))::uuid[])) AND decider_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_decision_ask.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND answer::text = ''::text OR (id = ANY ((( SELECT access_my_things('decider'::text) AS access_my_things))::uuid[])) AND decider_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON plan_decision_ask FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_decision_ask FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON plan_decision_ask AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR decider_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY moves ON plan_decision_ask FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_decision_ask FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_decision_ask FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text) OR (id = ANY ((( SELECT access_my_things('decider'::text) AS access_my_things))::uuid[])) AND decider_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_decision_ask
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_demand

CREATE POLICY add ON plan_demand FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_demand.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_demand FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_demand.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_demand.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_demand FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_demand FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON plan_demand AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_demand FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_demand FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_demand FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_demand
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_other_plan

CREATE POLICY add ON plan_other_plan FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_other_plan.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_other_plan FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_other_plan.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_other_plan.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_other_plan FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_other_plan FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON plan_other_plan AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_other_plan FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_other_plan FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_other_plan FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_other_plan
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_outside

CREATE POLICY add ON plan_outside FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_outside.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_outside FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_outside.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_outside.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_outside FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_outside FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON plan_outside FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON plan_outside FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON plan_outside AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_outside FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_outside FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_outside FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

-- On plan_own_step

CREATE POLICY add ON plan_own_step FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_own_step.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_own_step FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_own_step.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_own_step.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_own_step FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_own_step FOR select TO landfast_helper
  USING (true);

CREATE POLICY left_behind ON plan_own_step AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON plan_own_step AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_own_step FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_own_step FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_own_step FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE POLICY select_by_proxy ON plan_own_step FOR select TO landfast_app
  USING (course_id = ANY ((( SELECT access_my_scopes('plan'::text, 'read'::text) AS access_my_scopes))::uuid[]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_own_step
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_task

CREATE POLICY add ON plan_task FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_task.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_task FOR update TO landfast_app
  USING (maker_id = (( SELECT access_actor() AS access_actor)) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists"))
  WITH CHECK (maker_id = (( SELECT access_actor() AS access_actor)) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists"));

CREATE POLICY erase ON plan_task FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_task FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON plan_task FOR select TO landfast_helper
  USING (true);

CREATE POLICY kept ON plan_task AS RESTRICTIVE FOR select TO landfast_app
  USING (false OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY logged ON plan_task AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_task FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_task FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_task FOR select TO landfast_app
  USING (maker_id = (( SELECT access_actor() AS access_actor)) AND ( SELECT (EXISTS ( SELECT
           FROM people_employment e
          WHERE e.person_id = (( SELECT access_actor() AS access_actor)) AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))) AS "exists"));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_task
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_wish

CREATE POLICY add ON plan_wish FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_wish.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_wish FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_wish.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_wish.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_wish FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_wish FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON plan_wish FOR select TO landfast_helper
  USING (true);

CREATE POLICY left_behind ON plan_wish AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON plan_wish AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_wish FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_wish FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_wish FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text) OR access_shares(course_id, access_topics(ARRAY[area::text])));

CREATE POLICY select_by_proxy ON plan_wish FOR select TO landfast_app
  USING (course_id = ANY ((( SELECT access_my_scopes('plan'::text, 'read'::text) AS access_my_scopes))::uuid[]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_wish
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On plan_wish_rating

CREATE POLICY add ON plan_wish_rating FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_wish_rating.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON plan_wish_rating FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_wish_rating.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = plan_wish_rating.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON plan_wish_rating FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON plan_wish_rating FOR select TO landfast_helper
  USING (true);

CREATE POLICY left_behind ON plan_wish_rating AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON plan_wish_rating AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON plan_wish_rating FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON plan_wish_rating FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON plan_wish_rating FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON plan_wish_rating
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
