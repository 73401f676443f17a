-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `redthread`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_chosen(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'chosen', (select coalesce(jsonb_object_agg(s.name, s.value), '{}') from (
        select distinct on (name) name, value from redthread_setting
         where organisation_id = u.organisation_id order by name, created_at desc, id desc) s),
    'signs', exists (select from redthread_signs_ground g
        where g.organisation_id = u.organisation_id and g.withdrawn_at is null))
    from course_course c join people_unit u on u.id = c.unit_id where c.id = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_claim(today date, most integer)
 RETURNS TABLE(course_id uuid, told jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if session_user <> 'landfast_jobs' then return; end if;
  return query with due as (
    select k.course_id as id from redthread_check k join course_course c on c.id = k.course_id
     where k.woken_at is not null
        or ((k.checked_on is null or k.checked_on < today) and c.state in
            ('OPSTART', 'AKTIV', 'BERO', 'AFSLUTNING', 'GENÅBNET', 'VENTELISTE'))
     order by k.woken_at nulls last, k.checked_on nulls first limit most
     for update of k skip locked
  ), taken as (
    update redthread_check k set woken_at = null, checked_at = access_now(), checked_on = today,
           failed_at = null
      from due where k.course_id = due.id returning k.course_id as id)
  select taken.id, redthread_told(taken.id, today) || redthread_chosen(taken.id)
      || redthread_signals(taken.id, today) || redthread_stays(taken.id) from taken;
end
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_contest(wanted uuid, said text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update redthread_finding
     set contest = said, contested_at = access_now(), snoozed_until = null, dismissed_at = null,
         because = '', settled_as = '', settled_on = '[]', settled_by_id = null
   where id = wanted and closed_at is null
     and course_id = any (access_scopes_as(array['citizen']));
  return found;
end
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_counted(units uuid[], since timestamp with time zone)
 RETURNS TABLE(unit_id uuid, rule text, open integer, came integer, ended integer, days double precision, courses integer, holders integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.unit_id, case when f.rule like 'MA-%' and f.rule not in ('MA-MANDATE', 'MA-RELATIVE')
                         then 'MA-NEED' else f.rule end,
         (count(*) filter (where f.closed_at is null))::int,
         (count(*) filter (where f.created_at >= since))::int,
         (count(*) filter (where f.closed_at >= since))::int,
         percentile_cont(0.5) within group (
           order by extract(epoch from f.closed_at - f.created_at) / 86400)
           filter (where f.closed_at >= since),
         count(distinct f.course_id)::int, count(distinct h.person_id)::int
    from redthread_finding f join course_course c on c.id = f.course_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
   where c.unit_id = any (units)
     and c.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
     and (f.rule like 'RT-%' or f.rule like 'MA-%')
     and (f.closed_at is null or f.closed_at >= since)
   group by 1, 2
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_failed(wanted uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update redthread_check set failed_at = access_now() where course_id = wanted and session_user = 'landfast_jobs'
$function$;

-- Runs as who calls it; for everybody, landfast_app, landfast_helper.
CREATE OR REPLACE FUNCTION public.redthread_is_worth(heavy text, code text, contested timestamp with time zone, snoozed date, dismissed timestamp with time zone, today date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select dismissed is null and (snoozed is null or snoozed <= today)
     and (contested is not null or heavy <> 'info' and code <> 'RT-10')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_keep(wanted uuid, seen jsonb, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if session_user <> 'landfast_jobs' then return; end if;
  update redthread_finding f set closed_at = access_now()
   where f.course_id = wanted and f.closed_at is null and not exists (
     select from jsonb_array_elements(seen) n
      where n->>'rule' = f.rule and n->>'object' = f.object);
  update redthread_finding f
     set snoozed_until = null, dismissed_at = null, because = '', settled_as = '',
         settled_on = '[]', settled_by_id = null
    from jsonb_array_elements(seen) n
   where f.course_id = wanted and f.closed_at is null
     and n->>'rule' = f.rule and n->>'object' = f.object and f.settled_as <> ''
     and (n->'wakes' ? f.settled_as or not n->'mark' <@ f.settled_on);
  insert into redthread_finding as f (id, created_at, course_id, rule, object, severity, says,
      values, facts, rests_from, updated_at, because, contest)
  select uuidv7(), access_now(), wanted, n->>'rule', n->>'object', n->>'severity', n->>'says',
      n->'values', n->'facts', (n->>'rests_from')::timestamptz, access_now(), '', ''
    from jsonb_array_elements(seen) n
  on conflict (course_id, rule, object) where closed_at is null do update
     set severity = excluded.severity, says = excluded.says, values = excluded.values,
         facts = excluded.facts, rests_from = excluded.rests_from, updated_at = access_now()
   where (f.severity, f.says, f.values, f.facts)
      is distinct from (excluded.severity, excluded.says, excluded.values, excluded.facts);
end
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_signals(wanted uuid, today date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object('signals', coalesce(jsonb_agg(jsonb_build_object(
    'id', 'signal:' || s.id, 'day', s.seen_on, 'kind', s.kind, 'at', s.created_at)
    order by s.seen_on, s.created_at, s.id), '[]'))
    from course_signal s where s.course_id = wanted and s.expires_on > today
     and session_user = 'landfast_jobs'
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_signs_kept(house uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when count(*) between 1 and 4 then -1 else count(*) end
    from course_signal s join course_course c on c.id = s.course_id
    join people_unit u on u.id = c.unit_id
   where u.organisation_id = house and s.expires_on > access_today()
     and house = any (access_my_organisations('rules_keep')::uuid[])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_stays(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object('stays', coalesce(jsonb_agg(jsonb_build_object(
    'id', 'situation:' || s.id, 'day', ((s.starts_at) at time zone 'Europe/Copenhagen')::date,
    'until', ((s.ends_at) at time zone 'Europe/Copenhagen')::date, 'at', s.created_at) order by s.starts_at, s.id), '[]'))
    from access_situation s where s.scope_id = wanted and s.kind = 'admitted'
     and session_user = 'landfast_jobs'
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_told(wanted uuid, today date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'state', c.state, 'state_since', ((c.state_since) at time zone 'Europe/Copenhagen')::date,
    'phase_id', 'phase:' || c.id, 'opened_at', c.created_at,
    'review_on', c.review_on, 'programme', p.code,
    'model_allows', p.coordination_model in ('case_worker', 'intake_office'),
    'largest', (select f.largest_meeting from course_profile f where f.course_id = wanted),
    'children', coalesce((select f.children from course_profile f where f.course_id = wanted), 0),
    'way_back', (select k.way_back from course_closing k where k.course_id = wanted
                  order by k.created_at desc limit 1),
    'team', (select coalesce(jsonb_agg(jsonb_build_object('id', 'member:' || m.id, 'role', m.role,
        'person', m.person_id, 'since', m.since, 'until', m.until)
        order by m.since, m.id), '[]') from network_member m where m.course_id = wanted),
    'wishes', (select coalesce(jsonb_agg(jsonb_build_object('id', 'wish:' || w.id, 'area', w.area,
        'day', ((w.created_at) at time zone 'Europe/Copenhagen')::date) order by w.created_at, w.id), '[]')
      from plan_wish w where w.course_id = wanted and w.standing <> 'aside'),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', 'seat:' || s.id, 'need', s.need,
        'day', ((s.answered_at) at time zone 'Europe/Copenhagen')::date) order by s.answered_at, s.id), '[]')
      from network_seat s where s.course_id = wanted and s.answer in ('not_now', 'never')),
    'is_covered', exists (select from access_grant g where g.scope_id = wanted
    and g.role in ('deputy', 'second') and g.person_id is not null
    and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
    and not exists (select from people_leave l where l.person_id = g.person_id
      and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today))),
    'holders', (select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'holder:' || h.id, 'day', ((h.starts_at) at time zone 'Europe/Copenhagen')::date, 'until', h.ended_at, 'kind', h.kind,
    'cover_until', h.cover_until,
    'away_from', (select max(l.starts_on) from people_leave l where l.person_id = h.person_id
       and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today)),
    'role', (select e.role from people_employment e where e.person_id = h.person_id
       and e.starts_on <= today and (e.ends_on is null or e.ends_on >= today)
       order by e.role = 'coordinator' desc, e.starts_on desc limit 1))
    order by h.starts_at, h.id), '[]')
  from course_coordinatorship h where h.course_id = wanted),
    'agreements', (select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'agreement:' || a.id, 'day', ((a.proposed_at) at time zone 'Europe/Copenhagen')::date, 'state', a.state,
    'owner', coalesce(nullif(a.maker_role, ''), nullif(a.outside_relation, ''),
      case when a.maker_id is not null or a.for_unit_id is not null or a.outside_name <> ''
           then 'professional' end),
    'due', a.due_on, 'wish', a.wish_id, 'replaces', 'agreement:' || a.replaces_id,
    'has_followup', a.follow_up_on is not null or a.follow_up_how <> '',
    'needs', a.needs || case when w.area is null then '[]'::jsonb else jsonb_build_array(w.area) end
  ) order by a.proposed_at, a.id), '[]')
  from plan_agreement a left join plan_wish w on w.id = a.wish_id
 where a.course_id = wanted and a.state in ('noted', 'proposed', 'accepted', 'started')),
    'steps', (select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'step:' || s.id, 'day', ((s.created_at) at time zone 'Europe/Copenhagen')::date, 'wish', s.wish_id,
    'owner', case when r.sphere = 'family' then 'relative' else 'private_network' end
  ) order by s.created_at, s.id), '[]')
  from plan_own_step s join network_relation r on r.id = s.relation_id
 where s.course_id = wanted and s.state in ('want', 'tried')
   and r.kind = 'person' and not r.only_mine and r.removed_on is null),
    'decisions', (select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'decision:' || d.id, 'agreement', 'agreement:' || d.agreement_id,
    'day', ((coalesce(d.answered_at, d.asked_at)) at time zone 'Europe/Copenhagen')::date, 'wish', a.wish_id,
    'role', a.maker_role,
    'needs', a.needs || case when w.area is null then '[]'::jsonb else jsonb_build_array(w.area) end,
    'outcome', case when d.answered_at is null then 'pending'
                    when d.answer = 'no' then 'refused' else 'granted' end,
    'has_interim', a.interim_support <> '' or exists (select from plan_agreement i
       where i.id = d.interim_id and i.state in ('noted', 'proposed', 'accepted', 'started'))
  ) order by d.asked_at, d.id), '[]')
  from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
  left join plan_wish w on w.id = a.wish_id
 where d.course_id = wanted and d.withdrawn_at is null and d.about = 'grant'
   and (d.answer = 'no' or a.state in ('noted', 'proposed', 'accepted', 'started'))),
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'meeting:' || m.id, 'day', ((coalesce(m.held_at, m.starts_at, m.created_at)) at time zone 'Europe/Copenhagen')::date,
    'state', m.state, 'format', f.code, 'reference', m.reference, 'attends', h.attends,
    'own_word', m.own_word <> '' or h.represented_by <> '' or m.own_sound_id is not null,
    'largest', m.largest, 'is_agreed', m.frame_agreed_at is not null,
    'needs_next', f.needs_next_date, 'has_next', m.next_on is not null or m.no_next,
    'decides', exists (select from meetings_agreement p where p.meeting_id = m.id),
    'people', (select coalesce(jsonb_agg(jsonb_build_object(
        'role', coalesce(nullif(p.role, ''), case when p.relation_id is not null then 'relative' else 'professional' end),
        'person', p.person_id, 'reply', p.reply, 'was_there', p.was_there) order by p.position, p.id), '[]')
      from meetings_participant p where p.meeting_id = m.id),
    'themes', (select coalesce(jsonb_agg(jsonb_build_object('need', t.need, 'ended', t.ended)
        order by t.position, t.id), '[]') from meetings_theme t where t.meeting_id = m.id)
  ) order by coalesce(m.held_at, m.starts_at, m.created_at), m.id), '[]')
  from meetings_meeting m join meetings_format f on f.id = m.format_id left join meetings_coming h on h.meeting_id = m.id
 where m.course_id = wanted and m.state <> 'cancelled'),
    'observed', (select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'observation:' || o.id, 'day', o.happened_on, 'at', o.happened_at, 'kind', o.kind,
    'precision', o.precision, 'roles', o.roles, 'sectors', o.sectors, 'needs', o.needs,
    'facts', o.facts, 'reference', o.reference) order by o.happened_on, o.created_at, o.id), '[]')
  from course_observation o where o.course_id = wanted),
    'written', (select coalesce(jsonb_object_agg(key, at), '{}') from (
    select 'observation:' || id as key, created_at as at from course_observation where course_id = wanted
    union all select 'agreement:' || id, created_at from plan_agreement where course_id = wanted
    union all select 'meeting:' || id, created_at from meetings_meeting where course_id = wanted
    union all select 'member:' || id, created_at from network_member where course_id = wanted
    union all select 'step:' || id, created_at from plan_own_step where course_id = wanted
    union all select 'decision:' || id, created_at from plan_decision_ask where course_id = wanted
    union all select 'wish:' || id, created_at from plan_wish where course_id = wanted) facts))
    from course_course c join programmes_programme p on p.id = c.programme_id
   where c.id = wanted and session_user = 'landfast_jobs'
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_waits_for_holder(holds uuid[], held uuid[], still date, today date)
 RETURNS TABLE(what text, course_id uuid, about uuid, day date, who uuid, named text, need text, answer text, there text[], since timestamp with time zone, event uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  known constant uuid[] := access_known_scopes();
  written constant uuid[] := access_my_scopes('whole', 'write');
  looked constant uuid[] := array(select unnest(held) intersect select unnest(written));
  mine uuid[] := access_threads(holds);
  done access_event[];
  hers access_event[];
begin
  return query select w.what, w.course_id, w.about, w.day, w.who, coalesce((
           select p.name from people_person p where p.id = w.who and p.kind = 'staff'), '')::text,
         w.need, w.answer, w.there, w.since, w.event
    from (
    select * from course_waits_for_holder(me, mine, today)
    union all select * from network_waits_for_holder(mine, looked, today)
    union all select * from plan_waits_for_holder(me, mine, known, today, moment, still)
    union all select * from circles_waits_for_holder(me, today)
    union all select * from consent_waits_for_holder(me, looked)
    union all select * from meetings_waits_for_holder(mine, known, moment)
    union all select 'mail', u.course_id, u.course_id, null, null, '', '', '{}', u.since, null
    from notices_unreached_courses() u
    union all select 'worth', f.course_id, f.id, null::date, null::uuid, f.severity::text,
         f.rule::text, '{}'::text[], f.created_at, null::uuid
    from redthread_finding f
   where f.course_id = any (looked) and f.closed_at is null
     and redthread_is_worth(
       f.severity, f.rule, f.contested_at, f.snoozed_until, f.dismissed_at, today)
     and (f.course_id = any (known) or not access_left_behind(f.course_id, f.rests_from))) w
   order by w.since, w.about;
  if not exists (select from access_event e where e.scope_id = any (held) and e.at > access_now() - interval '14 days'
     and e.kind in ('course.moved.paused', 'course.went_on', 'meeting.cancelled', 'meeting.citizen_attends', 'meeting.participant_removed', 'network.seat_answered', 'network.member_ended', 'consent.refused', 'consent.withdrawn', 'plan.agreement_decline', 'coordinator.appointed', 'plan.agreement_hers_no', 'minutes.seen', 'plan.wish_added', 'plan.wish_reworded', 'plan.wish_stands', 'consent.share_stopped', 'coordinator.lost') and (e.actor_id <> me or e.kind = 'coordinator.lost')) then
    return;
  end if;
  mine := access_threads(held);
  done := array(select e from access_event e
   where e.scope_id = any (mine) and e.at > access_now() - interval '14 days'
     and e.kind in ('course.moved.paused', 'course.went_on', 'meeting.cancelled', 'meeting.citizen_attends', 'meeting.participant_removed', 'network.seat_answered', 'network.member_ended', 'consent.refused', 'consent.withdrawn', 'plan.agreement_decline', 'coordinator.appointed', 'plan.agreement_hers_no', 'minutes.seen', 'plan.wish_added', 'plan.wish_reworded', 'plan.wish_stands', 'consent.share_stopped', 'coordinator.lost') and (e.actor_id <> me or e.kind = 'coordinator.lost')
     and (e.scope_id = any (known) or not access_left_behind(e.scope_id, e.at))
     and not exists (
       select from access_event s
        where s.scope_id = e.scope_id and s.at > e.at and s.actor_id = me
          and s.kind <> 'course.heard'
          and (s.object_id = e.object_id and e.kind <> 'coordinator.lost'
               or e.kind = 'coordinator.appointed'
               or e.kind = 'coordinator.lost' and s.at > e.at + interval '1 minute'
               or e.kind = 'meeting.cancelled' and s.kind = 'meeting.opened')));
  hers := array(select e from unnest(done) e join course_course c on c.id = e.scope_id
    join course_citizen z on z.id = c.citizen_id and z.person_id = e.actor_id);
  return query select w.what, w.course_id, w.about, w.day, w.who, coalesce((
           select p.name from people_person p where p.id = w.who and p.kind = 'staff'), '')::text,
         w.need, w.answer, w.there, w.since, w.event
    from (
    select distinct on (d.what, d.about, d.who) d.* from (
      select * from course_done_for_holder(me, hers, done)
      union all select * from network_done_for_holder(hers)
      union all select * from plan_done_for_holder(done)
      union all select * from meetings_done_for_holder(hers, today)) d
    order by d.what, d.about, d.who, d.since desc) w
   where not exists (
     select from access_event s
      where s.scope_id = w.course_id and s.at > w.since and s.actor_id = me
        and s.kind = 'course.heard' and s.facts->>'about' = w.event::text)
   order by w.since, w.about;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_wake()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into redthread_check (course_id, woken_at)
  select c.id, access_now() from course_course c where c.id = new.scope_id
  on conflict (course_id) do update set woken_at = excluded.woken_at;
  return null;
end
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_wake_ours()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update redthread_check set woken_at = access_now()
   where course_id in (select c.id from course_course c join people_unit u on u.id = c.unit_id
     where u.organisation_id = new.organisation_id);
  if tg_op = 'UPDATE' then
    update redthread_finding f set closed_at = access_now()
     where f.closed_at is null and f.rule like 'ED-%' and f.course_id in (select c.id from course_course c join people_unit u on u.id = c.unit_id
     where u.organisation_id = new.organisation_id);
    update course_signal set expires_on = access_today()
     where expires_on > access_today() and course_id in (select c.id from course_course c join people_unit u on u.id = c.unit_id
     where u.organisation_id = new.organisation_id);
  end if;
  return null;
end
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.redthread_wake_theirs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare who uuid := coalesce(new.person_id, old.person_id);
begin
  update redthread_check set woken_at = access_now() where course_id in (
    select course_id from course_coordinatorship where person_id = who and ended_at is null
    union select scope_id from access_grant
     where person_id = who and role in ('deputy', 'second')
       and (ends_at is null or ends_at > access_now()));
  return null;
end
$function$;

-- On redthread_check

CREATE POLICY erase ON redthread_check FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON redthread_check FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON redthread_check FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_update ON redthread_check FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

-- On redthread_finding

CREATE POLICY change ON redthread_finding FOR update TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = redthread_finding.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = redthread_finding.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = redthread_finding.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)))
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = redthread_finding.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = redthread_finding.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = redthread_finding.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)));

CREATE POLICY erase ON redthread_finding FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON redthread_finding FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON redthread_finding FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_update ON redthread_finding FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY left_behind ON redthread_finding AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, rests_from));

CREATE POLICY logged ON redthread_finding AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY never_for_income ON redthread_finding AS RESTRICTIVE FOR select TO landfast_app
  USING (NOT true OR NOT ( SELECT access_decides_income() AS access_decides_income) OR access_holds(course_id));

CREATE POLICY see ON redthread_finding FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON redthread_finding
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On redthread_setting

CREATE POLICY add ON redthread_setting FOR insert TO landfast_app
  WITH CHECK ((organisation_id = ANY ((( SELECT access_my_organisations('rules_keep'::text) AS access_my_organisations))::uuid[])) AND set_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_select ON redthread_setting FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON redthread_setting FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON redthread_setting
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER wake_ours AFTER INSERT ON redthread_setting
  FOR EACH ROW EXECUTE FUNCTION redthread_wake_ours();

-- On redthread_signs_ground

CREATE POLICY add ON redthread_signs_ground FOR insert TO landfast_app
  WITH CHECK ((organisation_id = ANY ((( SELECT access_my_organisations('rules_keep'::text) AS access_my_organisations))::uuid[])) AND withdrawn_at IS NULL AND recorded_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON redthread_signs_ground FOR update TO landfast_app
  USING ((organisation_id = ANY ((( SELECT access_my_organisations('rules_keep'::text) AS access_my_organisations))::uuid[])) AND withdrawn_at IS NULL)
  WITH CHECK ((organisation_id = ANY ((( SELECT access_my_organisations('rules_keep'::text) AS access_my_organisations))::uuid[])) AND withdrawn_at IS NOT NULL AND withdrawn_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_select ON redthread_signs_ground FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON redthread_signs_ground FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON redthread_signs_ground
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER wake_ours AFTER INSERT OR UPDATE ON redthread_signs_ground
  FOR EACH ROW EXECUTE FUNCTION redthread_wake_ours();
