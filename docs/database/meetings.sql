-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `meetings`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_answer_by_key(key text, version integer, stamp timestamp with time zone, way text, said text, why_not text, my_words text, instead text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine meetings_invite;
begin
  if way not in ('mail', 'link') or said not in ('comes', 'by_phone', 'writes', 'declined', 'maybe')
  then return false; end if;
  update meetings_invite i set answers = i.answers + 1, heard_stamp = stamp
   where i.uid = key and (version is null or i.sequence = version) and i.answers < 50
     and exists (select from meetings_meeting m where m.id = i.meeting_id
                  and m.state = 'called' and m.starts_at > access_now()) and i.participant_id is not null
  returning * into mine;
  if not found then return false; end if;
  update meetings_participant
     set reply = said, reply_reason = case when said = 'declined' then why_not else '' end,
         written_word = case when said = 'writes' then my_words else '' end,
         substitute_name = case when said = 'declined' then instead else '' end,
         replied_at = access_now(), reply_through = way
   where id = mine.participant_id;
  insert into access_event
    (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'meeting.answered', mine.course_id, 'whole', null, 'meetings_participant', mine.participant_id, jsonb_build_object('meeting', mine.meeting_id, 'reply', said, 'through', way));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_answer_for(wanted uuid, takes_part text, said text, sends text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update meetings_meeting
     set own_word = case when said = '' then own_word else said end
   where id = wanted and state in ('preparing', 'called', 'running')
     and course_id = any (access_scopes_as(array['proxy']))
     and course_id = any (access_my_scopes('meetings', 'write'));
  if not found then return false; end if;
  insert into meetings_coming (id, created_at, meeting_id, course_id, attends, represented_by)
  select uuidv7(), access_now(), id, course_id, takes_part, sends from meetings_meeting where id = wanted
  on conflict (meeting_id) do update set attends = takes_part, represented_by = sends;
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_ask_who_instead(wanted uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as (
    update meetings_participant p set substitute_owed_at = access_now()
     where session_user = 'landfast_jobs' and p.id = wanted and p.substitute_owed_at is null
    returning p.id, p.course_id, p.meeting_id, p.person_id)
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), 'meeting.substitute_owed', a.course_id, 'whole', null,
         'meetings_participant', a.id,
         jsonb_build_object('meeting', a.meeting_id, 'to', a.person_id)
    from asked a
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_asked_to(wanted uuid)
 RETURNS TABLE(meeting_id uuid, starts_at timestamp with time zone, place text, leader text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.id, m.starts_at, m.place::text, l.name::text
    from meetings_meeting m
    join meetings_participant p on p.meeting_id = m.id
    join people_person l on l.id = m.leader_id
   where m.course_id = wanted and m.state in ('called', 'running')
     and p.relation_id in (select network_my_places(wanted))
   order by m.starts_at, m.id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_close_left_open()
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update meetings_meeting
     set state = 'held', ended = 'itself', no_next = true,
         held_at = coalesce(touched_at, starts_at)
   where state = 'running'
     and (coalesce(touched_at, starts_at) at time zone 'Europe/Copenhagen')::date < access_today()
     and coalesce(touched_at, starts_at) < access_now() - interval '4 hours'
  returning id
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.meetings_done_for_holder(hers access_event[], today date)
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'cancelled', e.scope_id, e.object_id,
         (m.starts_at at time zone 'Europe/Copenhagen')::date, null::uuid, '', '', '{}'::text[],
         e.at, e.id
    from unnest(hers) e join meetings_meeting m on m.id = e.object_id
   where e.kind = 'meeting.cancelled' and m.state = 'cancelled' and m.ended = ''
  union all
  select case h.attends when 'not_today' then 'cannot_come' else 'otherwise' end, e.scope_id,
         e.object_id, (m.starts_at at time zone 'Europe/Copenhagen')::date, null, '',
         h.attends::text,
         case h.attends when 'not_today' then array(
           select q.name::text from meetings_participant x
             join people_person q on q.id = x.person_id
            where x.meeting_id = m.id and x.reply = 'declined' and q.kind = 'staff'
            order by q.sort_key, q.id) else '{}' end, e.at, e.id
    from unnest(hers) e join meetings_meeting m on m.id = e.object_id
    join meetings_coming h on h.meeting_id = m.id
   where e.kind = 'meeting.citizen_attends' and h.attends <> 'in_person'
     and m.state in ('preparing', 'called')
     and (m.starts_at is null or (m.starts_at at time zone 'Europe/Copenhagen')::date >= today)
  union all
  select 'no_guest', e.scope_id, e.object_id, null, (e.facts->>'person')::uuid, '', '', '{}',
         e.at, e.id
    from unnest(hers) e
   where e.kind = 'meeting.participant_removed' and not exists (
     select from meetings_participant x
      where x.meeting_id = e.object_id and (x.person_id = (e.facts->>'person')::uuid
         or x.relation_id = (e.facts->>'relation')::uuid))
  union all
  select 'corrected', e.scope_id, p.meeting_id, null, null, '', '', '{}', e.at, e.id
    from unnest(hers) e join meetings_minutes p on p.id = e.object_id
   where e.kind = 'minutes.seen' and p.state = 'seen' and p.citizen_note <> ''
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_feed(key text)
 RETURNS TABLE(uid text, starts_at timestamp with time zone, minutes_long integer, is_cancelled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select encode(sha256(convert_to(m.id::text || key, 'UTF8')), 'hex'), t.starts_at,
         t.minutes_long, m.state = 'cancelled'
    from notices_feed_person(key) who, meetings_meeting m, meetings_told_to_guest(m.id) t
   where who is not null and t.starts_at > access_now() - interval '30 days'
     and m.starts_at > access_now() - interval '30 days'
     and m.state in ('called', 'running', 'held', 'cancelled')
     and (m.leader_id = who
       or exists (select from meetings_participant p
                   where p.meeting_id = m.id and p.person_id = who and p.reply <> 'declined')
       or exists (select from access_grant g
                   where g.scope_id = m.course_id and g.person_id = who and g.role = 'citizen'
                     and g.starts_at <= access_now()
                     and (g.ends_at is null or g.ends_at > access_now())))
   order by t.starts_at, m.id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_feed_opens(key text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select notices_feed_person(key) is not null
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_forget_turns()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (
    delete from meetings_turn t
     where not exists (
       select 1 from meetings_turn later
        where later.meeting_id = t.meeting_id and later.at > access_now() - interval '30 days')
    returning t.id),
  acts as (
    delete from meetings_act t
     where not exists (
       select 1 from meetings_act later
        where later.meeting_id = t.meeting_id
          and later.created_at > access_now() - interval '30 days')
    returning t.id)
  select (select count(*) from gone)::int + 0 * (select count(*) from acts)::int
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.meetings_guest_has_her_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'landfast_app' and old.is_guest and old.person_id = access_actor()
    and not access_my_roles(old.course_id) && array['citizen', 'coordinator', 'cover', 'deputy', 'second']
    and (new.course_id, new.meeting_id, new.person_id, new.role, new.part, new.is_guest,
         new.was_there)
      is distinct from (old.course_id, old.meeting_id, old.person_id, old.role, old.part,
         old.is_guest, old.was_there)
  then
    raise exception 'landfast: the part of % is chosen by who prepares the meeting', old.id
      using errcode = 'check_violation', constraint = 'guest_has_her_part';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_guest_makes_draft(wanted uuid, said text, words jsonb)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  made constant uuid := uuidv7();
begin
  perform from meetings_meeting m where m.id = wanted and m.ended = 'itself' and not exists (select from meetings_minutes n
         where n.meeting_id = m.id and n.state in ('draft', 'published', 'seen', 'shown')) and wanted = any (access_my_things('guest'))
     and meetings_takes_minutes(wanted) for update;
  insert into meetings_minutes (id, created_at, course_id, meeting_id, version, state, citizen_said,
    content, citizen_note, written_by_id, seen_beside, offered, recipients, reason)
  select made, access_now(), m.course_id, m.id,
         1 + (select count(*) from meetings_minutes n where n.meeting_id = m.id), 'draft', said,
         words, '', access_actor(), false, '', '[]', ''
    from meetings_meeting m where m.id = wanted and m.ended = 'itself' and not exists (select from meetings_minutes n
         where n.meeting_id = m.id and n.state in ('draft', 'published', 'seen', 'shown')) and wanted = any (access_my_things('guest'))
     and meetings_takes_minutes(wanted);
  if not found then return null; end if;
  return made;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_guest_reflects(seat uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.id = seat and p.person_id = access_actor() and p.is_guest and p.part = 'reflector'
       and p.was_there and m.state = 'held' and not meetings_minutes_are_out(m.id)
       and m.id = any (access_my_things('guest')))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_invite_of(key text)
 RETURNS TABLE(address text, sequence integer, state text, starts_at timestamp with time zone, is_at_the_table boolean, heard_stamp timestamp with time zone, answers integer, minutes_long integer, place text, leader text, phone text, reply text, reply_reason text, written_word text, substitute_name text, proposed_at timestamp with time zone, has_login boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i.address, i.sequence, m.state, coalesce(t.starts_at, i.told_starts_at, m.starts_at),
         p.id is not null,
         greatest(i.heard_stamp, p.replied_at), i.answers::int, t.minutes_long, t.place,
         l.name, l.phone, coalesce(p.reply, ''), coalesce(p.reply_reason, ''),
         coalesce(p.written_word, ''), coalesce(p.substitute_name, ''), i.proposed_at,
         p.person_id is not null
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join people_person l on l.id = m.leader_id
    left join meetings_participant p on p.id = i.participant_id,
    meetings_told_to_guest(m.id) t
   where i.uid = key
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.meetings_invites_me(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from meetings_participant
                  where meeting_id = wanted and person_id = (select access_actor()));
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_leader_follows(course uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with held as (
    select k.id, h.person_id
      from course_course k
      join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
     where k.id = course
       and (h.person_id = access_actor()
         or k.unit_id = any ((select access_my_units('courses_oversee'))::uuid[]))),
  led as (
    update meetings_meeting m set leader_id = held.person_id
      from held
     where m.course_id = held.id and m.leader_id <> held.person_id
       and m.state in ('called', 'preparing')
    returning m.id, m.course_id, held.person_id),
  told as (
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    select uuidv7(), access_now(), 'meeting.leader_changed', l.course_id, 'whole', access_actor(),
           'meetings_meeting', l.id, jsonb_build_object('leader', l.person_id)
      from led l returning id)
  select count(*)::int from told
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_letter_failed(wanted uuid, why text, again timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  said meetings_invite;
begin
  update meetings_invite i
     set tries = i.tries + 1, failure = why, next_try_at = coalesce(again, i.next_try_at),
         given_up_at = case when again is null then access_now() end
   where session_user = 'landfast_jobs' and i.id = wanted
  returning * into said;
  if found and again is null then
    insert into access_event
    (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'meeting.letter_failed', said.course_id, 'whole', null, 'meetings_invite', said.id, jsonb_build_object('meeting', said.meeting_id, 'why', why));
  end if;
  return again is null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_letter_later(wanted uuid, again timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update meetings_invite set next_try_at = again where session_user = 'landfast_jobs' and id = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_letter_take(wanted uuid)
 RETURNS TABLE(invite_id uuid, letter text, person_id uuid, address text, uid text, sequence integer, starts_at timestamp with time zone, minutes_long integer, place text, tries integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from meetings_invite i where session_user = 'landfast_jobs' and i.id = wanted for update skip locked;
  if found then
    return query select * from meetings_letters() l where l.invite_id = wanted;
  end if;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_letter_told(wanted uuid, what text, to_address text, version integer, when_at timestamp with time zone, lasts integer, at_place text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  said meetings_invite;
begin
  update meetings_invite i
     set address = to_address, sequence = version, told_at = access_now(), tries = 0, failure = '',
         next_try_at = access_now(), keeps_time = false,
         told = case when what in ('cancel', 'off') then 'cancelled' else 'asked' end,
         told_starts_at = when_at, told_minutes_long = lasts, told_place = at_place,
         reminded_for = (select m.reminded_for from meetings_meeting m where m.id = i.meeting_id),
         pulse_asked_at = case what when 'pulse' then access_now() else i.pulse_asked_at end
   where session_user = 'landfast_jobs' and i.id = wanted
  returning * into said;
  if not found then return false; end if;
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'meeting.letter_sent', said.course_id, 'whole', null,
          'meetings_invite', said.id, jsonb_build_object('meeting', said.meeting_id, 'letter', what));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_letters()
 RETURNS TABLE(invite_id uuid, letter text, person_id uuid, address text, uid text, sequence integer, starts_at timestamp with time zone, minutes_long integer, place text, tries integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with near as (
    select m.id from meetings_meeting m
     where session_user = 'landfast_jobs' and m.state = 'called' and m.starts_at > access_now()
    union
    select i.meeting_id from meetings_invite i
     where session_user = 'landfast_jobs' and i.told = 'asked' and i.told_starts_at > access_now()
    union
    select m.id from meetings_meeting m
     where session_user = 'landfast_jobs' and m.state = 'held' and m.held_at > access_now() - interval '3 days'),
  waits as (
    select i.id, i.told_starts_at, i.told_minutes_long, i.told_place, case
        when m.state = 'called' and m.starts_at > access_now() and i.participant_id is not null then
          case
            when not (m.frame_agreed_at is not null or f.citizen <> 'leads') then null
            when i.told <> 'asked' then 'ask'
            when (i.told_starts_at, i.told_minutes_long, i.told_place)
                  is distinct from (m.starts_at, m.minutes_long, m.place) then 'change'
            when i.keeps_time then 'keep'
            when p.person_id is null and p.reply <> 'declined' and m.reminded_for = m.starts_at
              and i.reminded_for is distinct from m.starts_at then 'remind'
          end
        when m.state = 'held' then
          case
            when k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and m.ended <> 'with_course' and p.was_there
              and p.person_id is null and i.told = 'asked' and i.pulse_asked_at is null
              and not exists (select from meetings_pulse l where l.participant_id = p.id)
            then 'pulse'
          end
        when i.told = 'asked' and i.told_starts_at > access_now() then
          case when m.state = 'cancelled' then 'cancel'
               when i.participant_id is null then 'off' end
      end as letter,
      p.person_id, i.address, i.uid, i.sequence, m.starts_at, m.minutes_long, m.place, i.tries
      from near n join meetings_meeting m on m.id = n.id
      join course_course k on k.id = m.course_id
      join meetings_format f on f.id = m.format_id
      join meetings_invite i on i.meeting_id = m.id
      left join meetings_participant p on p.id = i.participant_id
     where i.given_up_at is null and i.next_try_at <= access_now()
       and (p.person_id is not null or i.address <> ''))
  select w.id, w.letter, w.person_id, w.address, w.uid, w.sequence,
         case when w.letter in ('cancel', 'off') then w.told_starts_at else w.starts_at end,
         case when w.letter in ('cancel', 'off') then w.told_minutes_long
              else w.minutes_long end::int,
         case when w.letter in ('cancel', 'off') then w.told_place else w.place end, w.tries::int
    from waits w where w.letter is not null
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_lines_for_guest(wanted uuid)
 RETURNS TABLE(name text, role text, own_task text, own_limit text, can_promise text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if wanted <> all (access_my_things('guest')) then return; end if;
  return query
  select w.name::text, p.role::text, p.own_task::text, p.own_limit::text, p.can_promise::text
    from meetings_participant p join people_person w on w.id = p.person_id
   where p.meeting_id = wanted and p.own_task <> ''
     and p.person_id <> (select access_actor())
     and (access_acts() or p.course_id = any (access_opened()))
   order by p.position, p.id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_log_for_guest(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'own', m.own_word, 'closing', m.closing_words, 'leader', l.name,
    'themes', (select coalesce(jsonb_agg(jsonb_build_array(t.id, t.words, t.ended) order by t.position), '[]')
      from meetings_theme t where t.meeting_id = m.id),
    'lines', (select coalesce(jsonb_agg(jsonb_build_array(t.theme_id, t.kind, t.text,
        coalesce(p.name, r.name, '')) order by t.seq), '[]')
      from meetings_turn t
      left join meetings_participant s on s.id = t.speaker_id
      left join people_person p on p.id = s.person_id
      left join network_relation r on r.id = s.relation_id
     where t.meeting_id = m.id),
    'since', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'what', a.text,
        'who', p.name, 'state', a.state, 'because', a.report) order by a.reported_at, a.id), '[]')
      from plan_agreement a join people_person p on p.id = a.maker_id
     where a.course_id = m.course_id
       and a.reported_at between m.started_at and m.held_at
       and (a.told_at is not null or a.maker_id = m.leader_id
         and a.reported_at <= m.touched_at + interval '1 minute')))
    from meetings_meeting m join people_person l on l.id = m.leader_id
   where m.id = wanted and m.ended = 'itself' and not exists (select from meetings_minutes n
         where n.meeting_id = m.id and n.state in ('draft', 'published', 'seen', 'shown')) and wanted = any (access_my_things('guest'))
     and meetings_takes_minutes(wanted)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_mark_reflection(wanted uuid, by_passage uuid, said text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update meetings_reflection set text = said
   where id = wanted and (course_id = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[])
  or (select true from access_my_posts_reach r where r.scope_id = meetings_reflection.course_id
        and r.role in ('coordinator', 'cover', 'deputy', 'second') limit 1)
  or (select true from access_my_posts_parts r where r.scope_id = meetings_reflection.course_id
        and r.role in ('coordinator', 'cover', 'deputy', 'second') limit 1)) and exists (
     select from meetings_passage p
      where p.id = by_passage and p.meeting_id = meetings_reflection.meeting_id
        and replace(said, '[udeladt ' || p.number || ']', p.words)
          = replace(text, '[udeladt ' || p.number || ']', p.words));
  if not found then
    raise insufficient_privilege;
  end if;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_minutes_are_out(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from meetings_minutes where meeting_id = wanted and state = 'published')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_minutes_since_mine(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select n.state::text from meetings_minutes n
   where n.meeting_id = wanted
     and n.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
     and exists (select from meetings_minutes had
                  where had.meeting_id = wanted and had.published_at is not null
                    and had.recipients ? access_actor()::text)
   order by n.version desc limit 1
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_my_pulse_key(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i.uid from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join meetings_participant p on p.id = i.participant_id and p.was_there
    join course_course k on k.id = m.course_id and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   where p.meeting_id = wanted and m.state = 'held' and m.ended <> 'with_course' and i.answers < 100
     and m.held_at > access_now() - interval '30 days'
     and p.person_id = access_actor() and p.is_guest
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_near(held uuid[], morning timestamp with time zone, soon timestamp with time zone)
 RETURNS TABLE(what text, id uuid, course_id uuid, starts_at timestamp with time zone, place text, minutes text, failed integer, proposed integer, comes text)
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
begin
  return query
  select 'held', m.id, m.course_id, m.starts_at, '', (select p.state::text from meetings_minutes p
           where p.meeting_id = m.id and p.state in ('draft', 'shown', 'seen', 'published', 'recalled')
             and (p.course_id = any (known)
  or not access_left_behind(p.course_id, p.created_at))
           order by p.version desc limit 1), 0, 0, ''
    from unnest(mine) c(id) cross join lateral (
      select h.id, h.course_id, h.starts_at from meetings_meeting h
       where h.course_id = c.id and h.state = 'held'
       order by h.held_at desc, h.id desc limit 1) m
  union all
  select 'ahead', m.id, m.course_id, m.starts_at,
         case when m.starts_at < soon then m.place::text else '' end, null, 0, 0,
         coalesce((select k.attends::text from meetings_coming k where k.meeting_id = m.id), '')
    from unnest(mine) c(id) cross join lateral (
      select h.id, h.course_id, h.starts_at, h.place from meetings_meeting h
       where h.course_id = c.id and (h.state = 'called' and h.starts_at >= morning
          or h.state = 'running')
       order by h.starts_at, h.id limit 1) m
  union all
  select 'asks', i.meeting_id, i.course_id, m.starts_at, '', null, count(i.given_up_at)::int,
         count(i.proposed_at)::int, ''
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
   where (i.given_up_at is not null or i.proposed_at is not null)
     and i.course_id = any ((select access_scopes_as(
           array['coordinator', 'cover', 'deputy', 'second']))::uuid[])
     and m.state = 'called' and m.starts_at > moment
   group by i.meeting_id, i.course_id, m.starts_at
  union all
  select w.what, w.id, w.course_id, w.starts_at, '', w.minutes, 0, 0, '' from meetings_to_write() w
  order by 4, 2;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_noes_alone()
 RETURNS TABLE(participant_id uuid, person_id uuid, leader_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, p.person_id, m.leader_id
    from meetings_meeting m join meetings_participant p on p.meeting_id = m.id
   where session_user = 'landfast_jobs' and p.reply = 'declined' and p.substitute_id is null and p.person_id is not null
     and m.state = 'called' and m.starts_at > access_now() and p.reply_through in ('mail', 'link')
     and p.substitute_owed_at is null
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_not_to_tell(invites uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i.id from meetings_invite i
    join meetings_participant p on p.id = i.participant_id
    left join network_member m on m.course_id = p.course_id and m.person_id = p.person_id
      and m.until is null
    left join network_relation r on r.id = p.relation_id
   where session_user = 'landfast_jobs' and i.id = any (invites)
     and (coalesce(m.is_untold, false) or coalesce(r.is_untold, false))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_note_plan(run uuid, plan jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  told int;
begin
  if not access_is_system() then return null; end if;
  update meetings_meeting set plan_run_id = null where plan_run_id = run;
  update meetings_meeting m
     set plan_run_id = run, plan_at = (f->>'at')::timestamptz, plan_place = f->>'place',
         plan_room_id = (f->>'room')::uuid, plan_cost = f->'cost',
         plan_seats = f->'seats', plan_why = f->>'why'
    from jsonb_array_elements(plan) f where m.id = (f->>'id')::uuid and m.state = 'preparing';
  get diagnostics told = row_count;
  return told;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_plan_facts(run uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with wanted as (
    select m.*, c.unit_id from meetings_plan_run r join course_course c on r.units ? c.unit_id::text
  join meetings_meeting m on m.course_id = c.id where r.id = run and access_is_system() and (m.state = 'preparing' or m.state = 'called' and m.starts_at is not null)
   and (m.starts_at is null or m.starts_at > access_now()
        and (m.starts_at at time zone 'Europe/Copenhagen')::date between r.first_on and r.last_on)),
  table_of as (
    select w.id, w.leader_id as person_id from wanted w
    union select p.meeting_id, p.person_id from meetings_participant p
      join wanted w on w.id = p.meeting_id where p.person_id is not null),
  asked as (select distinct person_id from table_of),
  others as (
    select m.id, m.leader_id, m.starts_at, m.room_id,
           m.starts_at + make_interval(mins => m.minutes_long) as ends_at
      from meetings_meeting m
     where m.state in ('preparing', 'called', 'running') and m.starts_at > access_now()
       and not exists (select from wanted w where w.id = m.id))
  select jsonb_build_object(
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', w.id, 'course', w.course_id, 'unit', w.unit_id, 'leader', w.leader_id,
        'minutes', w.minutes_long, 'state', w.state, 'starts', w.starts_at, 'place', w.place,
        'room', w.room_id, 'first', w.search_from, 'last', w.search_until, 'parts', w.day_parts,
        'weekdays', w.weekdays, 'avoids', w.avoids, 'must', f.must_attend, 'notice', f.notice_days,
        'reflects', f.reflects, 'parts_of', f.parts,
        'guests', (select coalesce(jsonb_agg(jsonb_build_object(
            'person', p.person_id, 'role', p.role, 'part', p.part) order by p.position, p.id), '[]')
          from meetings_participant p where p.meeting_id = w.id)) order by w.id), '[]')
      from wanted w join meetings_format f on f.id = w.format_id),
    'taken', (select coalesce(jsonb_agg(jsonb_build_array(t.person_id, t.starts_at, t.ends_at)), '[]')
      from (select a.person_id, b.starts_at, b.ends_at from asked a join people_busy b
              on b.person_id = a.person_id
            union all
            select a.person_id, o.starts_at, o.ends_at from asked a join others o
              on o.leader_id = a.person_id or exists (select from meetings_participant p
                where p.meeting_id = o.id and p.person_id = a.person_id and p.reply <> 'declined')
            union all
            select t.person, t.starts, t.ends from circles_taken_of(
              array(select person_id from asked), null, access_now(), 'infinity') t) t),
    'rooms', (select coalesce(jsonb_agg(jsonb_build_array(o.room_id, o.starts_at, o.ends_at)), '[]')
      from others o where o.room_id is not null))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_propose_by_key(key text, version integer, stamp timestamp with time zone, way text, when_at timestamp with time zone, lasts integer, words text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine meetings_invite;
begin
  update meetings_invite i
     set answers = i.answers + 1, heard_stamp = stamp, proposed_at = when_at,
         proposed_minutes = lasts, proposed_words = words, keeps_time = false
   where i.uid = key and (version is null or i.sequence = version) and i.answers < 50
     and exists (select from meetings_meeting m where m.id = i.meeting_id
                  and m.state = 'called' and m.starts_at > access_now()) and i.participant_id is not null and way in ('mail', 'link')
     and when_at > access_now()
  returning * into mine;
  if not found then return false; end if;
  insert into access_event
    (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'meeting.time_proposed', mine.course_id, 'whole', null, 'meetings_invite', mine.id, jsonb_build_object('meeting', mine.meeting_id, 'through', way));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_pulse_by_key(key text, was_heard integer, was_useful integer, is_clear integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine record;
  given uuid;
begin
  select i.id, i.course_id, i.meeting_id, p.person_id,
         case when p.person_id is null then p.id end as seat into mine
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join meetings_participant p on p.id = i.participant_id and p.was_there
    join course_course k on k.id = m.course_id and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   where i.uid = key and m.state = 'held' and m.ended <> 'with_course' and i.answers < 100
     and m.held_at > access_now() - interval '30 days' for update of i;
  if not found then return false; end if;
  update meetings_invite set answers = answers + 1 where id = mine.id;
  update meetings_pulse set heard = was_heard, useful = was_useful, clear = is_clear
   where meeting_id = mine.meeting_id
     and (person_id = mine.person_id or participant_id = mine.seat)
  returning id into given;
  if given is null then
    insert into meetings_pulse (id, created_at, course_id, meeting_id, person_id, participant_id,
        is_citizen, heard, useful, clear)
    values (uuidv7(), access_now(), mine.course_id, mine.meeting_id, mine.person_id, mine.seat,
        false, was_heard, was_useful, is_clear)
    returning id into given;
  end if;
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'meeting.pulse_given', mine.course_id, 'whole', null,
          'meetings_pulse', given, jsonb_build_object('meeting', mine.meeting_id));
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_pulse_of(wanted uuid)
 RETURNS TABLE(meeting_id uuid, is_citizen boolean, many integer, heard double precision, useful double precision, clear double precision)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.meeting_id, p.is_citizen, count(*)::int,
         avg(p.heard)::float, avg(p.useful)::float, avg(p.clear)::float
    from meetings_pulse p
   where p.course_id = wanted
     and access_my_roles(wanted) && array['citizen', 'coordinator', 'cover', 'deputy', 'second',
                                          'professional']
   group by p.meeting_id, p.is_citizen
  having p.is_citizen or count(*) >= 3
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_pulse_of_key(key text)
 RETURNS TABLE(heard integer, useful integer, clear integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (l).heard::int, (l).useful::int, (l).clear::int
    from (select (select l from meetings_pulse l
                   where l.participant_id = p.id
                      or l.meeting_id = m.id and l.person_id = p.person_id) as l
            from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join meetings_participant p on p.id = i.participant_id and p.was_there
    join course_course k on k.id = m.course_id and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   where i.uid = key and m.state = 'held' and m.ended <> 'with_course' and i.answers < 100
     and m.held_at > access_now() - interval '30 days') asked
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_remind(until timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with near as (
    update meetings_meeting m set reminded_for = m.starts_at from meetings_format f
     where session_user = 'landfast_jobs' and f.id = m.format_id and (m.frame_agreed_at is not null or f.citizen <> 'leads')
       and m.state = 'called' and m.starts_at > access_now() and m.starts_at <= until
       and m.reminded_for is distinct from m.starts_at
    returning m.id, m.course_id, m.leader_id, m.starts_at, f.citizen),
  told as (
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    select uuidv7(), access_now(), 'meeting.near', n.course_id, 'whole', null, 'meetings_meeting',
           n.id, jsonb_build_object('starts_at', n.starts_at, 'without_her', n.citizen = 'absent',
             'to', to_jsonb(array_append(array(
             select p.person_id from meetings_participant p
              where p.meeting_id = n.id and p.person_id is not null and p.reply <> 'declined'
                and p.person_id <> n.leader_id), n.leader_id)))
      from near n returning id)
  select count(*)::int from told
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_room_mark(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select md5(concat_ws('|', m.state, m.stage, m.touched_at, m.hand_up_at, h.attends, m.answers,
    (select sum(a.version) from meetings_agreement g join plan_agreement a on a.id = g.agreement_id
      where g.meeting_id = m.id),
    (select count(*) from meetings_act t
      where t.meeting_id = m.id and t.clash <> '' and t.settled_at is null)))
    from meetings_meeting m left join meetings_coming h on h.meeting_id = m.id
   where m.id = wanted and access_my_roles(m.course_id) && array['citizen', 'coordinator',
     'cover', 'deputy', 'second', 'professional']
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_rooms_taken(wanted uuid, from_at timestamp with time zone, until_at timestamp with time zone)
 RETURNS TABLE(room uuid, starts timestamp with time zone, ends timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.room_id, m.starts_at, m.starts_at + make_interval(mins => m.minutes_long)
    from meetings_meeting m
   where m.room_id is not null and m.id <> wanted and m.state in ('preparing', 'called', 'running') and m.starts_at < until_at
       and m.starts_at + make_interval(mins => m.minutes_long) > from_at
     and exists (select from people_person p where p.id = (select access_actor())
                  and p.kind in ('staff', 'citizen'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_see_plan(run uuid)
 RETURNS TABLE(course uuid, meeting uuid, leader uuid, stands timestamp with time zone, at timestamp with time zone, room uuid, cost jsonb, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.course_id, m.id, m.leader_id, m.starts_at, m.plan_at, m.plan_room_id, m.plan_cost,
         m.plan_why
    from meetings_plan_run r join meetings_meeting m on m.plan_run_id = r.id
   where r.id = run and (select coalesce(array_agg(u::uuid), '{}') from jsonb_array_elements_text(r.units) u)
   <@ (select access_my_units('courses_oversee'))::uuid[] order by m.plan_at nulls first, m.id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_settle_invites()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with made as (
    insert into meetings_invite (id, created_at, course_id, meeting_id, participant_id, uid,
        address, sequence, told, told_place, tries, next_try_at, failure, answers, proposed_words,
        keeps_time)
    select uuidv7(), access_now(), m.course_id, m.id, p.id,
           replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
           '', 0, 'nothing', '', 0, access_now(), '', 0, '', false
      from meetings_meeting m join meetings_participant p on p.meeting_id = m.id
     where session_user = 'landfast_jobs' and m.state = 'called' and m.starts_at > access_now()
       and p.person_id is not null and p.person_id <> m.leader_id
       and not exists (select from meetings_invite i where i.participant_id = p.id)
    returning id)
  select count(*)::int from made
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_sits_at(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.meeting_id = wanted and p.person_id = access_actor()
       and (p.was_there or m.state in ('preparing', 'called', 'running') and p.reply <> 'declined'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_sound_goes_along()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update files_file set scope_id = new.course_id
   where id = new.own_sound_id and scope_id = old.course_id
     and exists (select from course_mend m
                  where m.kind = 'merge' and (m.source_id, m.target_id) in
                    ((old.course_id, new.course_id), (new.course_id, old.course_id)));
  return null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_take_plan(run uuid)
 RETURNS TABLE(course uuid, meeting uuid, moved boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from meetings_plan_run r where r.id = run and (select coalesce(array_agg(u::uuid), '{}') from jsonb_array_elements_text(r.units) u)
   <@ (select access_my_units('courses_oversee'))::uuid[] and r.state = 'done') then return; end if;
  perform pg_advisory_xact_lock(hashtext('meetings_meeting.room'));
  update meetings_plan_run r set state = 'taken' where r.id = run;
  return query
  with before as (
    select m.id, m.starts_at, m.plan_seats,
           m.state = 'preparing' and m.plan_at > access_now() and m.starts_at = m.plan_at
           and m.room_id is not distinct from m.plan_room_id as stays
      from meetings_meeting m where m.plan_run_id = run),
  put as (update meetings_meeting m
     set starts_at = m.plan_at, place = m.plan_place, room_id = m.plan_room_id,
         frame_agreed_at = null, frame_agreed_by_id = null
    from before
   where before.id = m.id and m.state = 'preparing' and m.plan_at > access_now()
     and (m.starts_at is distinct from m.plan_at or m.room_id is distinct from m.plan_room_id)
     and not exists (select from meetings_meeting o
       where o.id <> m.id and o.plan_run_id is distinct from run and o.state in ('preparing', 'called')
         and o.starts_at < m.plan_at + make_interval(mins => m.minutes_long)
         and o.starts_at + make_interval(mins => o.minutes_long) > m.plan_at
         and (o.leader_id = m.leader_id or o.room_id = m.plan_room_id))
     and not exists (select from circles_taken_of(array[m.leader_id], null, m.plan_at,
       m.plan_at + make_interval(mins => m.minutes_long)))
  returning m.course_id, m.id, before.starts_at is not null as had_one),
  given as (update meetings_participant p set part = s.part
    from before b cross join jsonb_each(b.plan_seats) s(part, people)
   where (b.stays or b.id in (select put.id from put)) and p.meeting_id = b.id
     and p.part = '' and s.people ? p.person_id::text)
  select put.course_id, put.id, put.had_one from put;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_taken(wanted uuid, from_at timestamp with time zone, until_at timestamp with time zone)
 RETURNS TABLE(person uuid, starts timestamp with time zone, ends timestamp with time zone, room uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with about as (
    select id, leader_id from meetings_meeting
     where id = wanted and access_my_roles(course_id) && array['citizen', 'coordinator', 'cover', 'deputy', 'second']),
  asked as (
    select leader_id as person_id from about
    union
    select p.person_id from meetings_participant p join about a on a.id = p.meeting_id
     where p.person_id is not null)
  select a.person_id, m.starts_at, m.starts_at + make_interval(mins => m.minutes_long), m.room_id
    from meetings_meeting m join asked a on m.leader_id = a.person_id
      or exists (select from meetings_participant o
                  where o.meeting_id = m.id and o.person_id = a.person_id and o.reply <> 'declined')
   where m.state in ('preparing', 'called', 'running') and m.starts_at < until_at
       and m.starts_at + make_interval(mins => m.minutes_long) > from_at and m.id <> wanted
  union all
  select a.person_id, b.starts_at, b.ends_at, null::uuid
    from people_busy b join asked a on b.person_id = a.person_id
   where b.starts_at < until_at and b.ends_at > from_at
  union all
  select t.person, t.starts, t.ends, null::uuid
    from circles_taken_of(array(select person_id from asked), null, from_at, until_at) t
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_taken_off()
 RETURNS TABLE(starts_at timestamp with time zone, leader text, phone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(i.told_starts_at, m.agreed_starts_at, m.starts_at), l.name::text, l.phone::text
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join people_person l on l.id = m.leader_id
   where i.taken_off_id = (select access_actor()) and m.state = 'called'
     and coalesce(i.told_starts_at, m.agreed_starts_at, m.starts_at) > access_now()
     and not exists (select from meetings_participant p
                      where p.meeting_id = m.id and p.person_id = i.taken_off_id)
   order by 1, m.id
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.meetings_taker_writes_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'landfast_app' and not access_my_roles(old.course_id) && array['citizen', 'coordinator', 'cover', 'deputy', 'second']
    and (
      (new.id, new.course_id, new.meeting_id, new.version, new.citizen_note, new.seen_beside,
       new.offered, new.recipients, new.published_at, new.written_by_id, new.reason)
      is distinct from
      (old.id, old.course_id, old.meeting_id, old.version, old.citizen_note, old.seen_beside,
       old.offered, old.recipients, old.published_at, old.written_by_id, old.reason)
      or new.state not in (old.state, 'shown')
      or new.seen_at is not null and new.seen_at is distinct from old.seen_at)
  then
    raise exception 'landfast: minutes % are changed in their words only', old.id
      using errcode = 'check_violation', constraint = 'taker_writes_words';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_takes_minutes(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (
    select from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.meeting_id = wanted and p.person_id = (select access_actor())
       and p.part = 'minute_taker' and p.was_there and m.state = 'held'
       and case when p.is_guest then wanted = any (access_my_things('guest'))
             and not exists (select from meetings_minutes n
               where n.meeting_id = wanted and n.published_at is not null)
           else p.course_id = any ((select access_my_scopes('whole', 'write'))::uuid[]) end);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_to_write()
 RETURNS TABLE(what text, id uuid, course_id uuid, starts_at timestamp with time zone, minutes text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  reached constant uuid[] := access_my_scopes('whole', 'write');
begin
  return query
  select w.what, w.id, w.course_id, w.starts_at, w.minutes from (
    select case p.part when 'reflector' then 'reflects' else 'writes' end as what,
           m.id, m.course_id, m.starts_at, (select p.state::text from meetings_minutes p
           where p.meeting_id = m.id and p.state in ('draft', 'shown', 'seen', 'published', 'recalled')
             and (p.course_id = any ((select access_known_scopes())::uuid[])
  or not access_left_behind(p.course_id, p.created_at))
           order by p.version desc limit 1) as minutes, p.id as seat
      from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.person_id = (select access_actor()) and p.part in ('minute_taker', 'reflector')
       and p.was_there and not p.is_guest
       and m.state = 'held' and m.held_at > access_now() - interval '30 days'
       and m.course_id = any (reached)) w
   where case w.what
     when 'writes' then coalesce(w.minutes, 'draft') = 'draft'
     else w.minutes is distinct from 'published'
      and not exists (select from meetings_reflection r where r.participant_id = w.seat) end
  union all
  select 'names', m.id, m.course_id, m.starts_at, null
    from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
   where p.person_id = (select access_actor()) and p.substitute_owed_at is not null and p.reply = 'declined' and p.substitute_id is null and p.person_id is not null
     and m.state = 'called' and m.starts_at > access_now()
     and m.course_id = any (reached)
   order by 4, 2;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_to_write_as_guest()
 RETURNS TABLE(what text, id uuid, course_id uuid, starts_at timestamp with time zone, minutes text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case p.part when 'reflector' then 'reflects' else 'writes' end, m.id, m.course_id,
         m.starts_at, (select n.state::text from meetings_minutes n
           where n.meeting_id = m.id and n.state in ('draft', 'shown', 'seen', 'published'))
    from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
   where p.person_id = access_actor() and p.is_guest and p.was_there and m.state = 'held'
     and m.id = any (access_my_things('guest')) and not meetings_minutes_are_out(m.id)
     and (p.part = 'minute_taker' and (m.ended = 'itself' and not exists (select from meetings_minutes n
         where n.meeting_id = m.id and n.state in ('draft', 'published', 'seen', 'shown')) or exists (select from meetings_minutes n
            where n.meeting_id = m.id and n.state = 'draft'))
       or p.part = 'reflector'
        and not exists (select from meetings_reflection r where r.participant_id = p.id))
   order by m.starts_at, m.id
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.meetings_told_to_guest(wanted uuid)
 RETURNS TABLE(starts_at timestamp with time zone, minutes_long integer, place text)
 LANGUAGE sql
 STABLE
AS $function$
  select case when w.waits then m.agreed_starts_at else m.starts_at end,
         case when w.waits then coalesce(m.agreed_minutes, m.minutes_long)
              else m.minutes_long end::int,
         case when w.waits then m.agreed_place else m.place end
    from meetings_meeting m
    join meetings_format f on f.id = m.format_id,
    lateral (select m.state = 'called' and f.citizen = 'leads' and m.frame_agreed_at is null
                    and m.starts_at > access_now() as waits) w
   where m.id = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.meetings_topics(wanted uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when count(*) = 0 or bool_or(need = '') then '{}'::text[]
              else access_topics(array_agg(distinct need::text)) end
    from meetings_theme where meeting_id = wanted
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.meetings_waits_for_holder(mine uuid[], known uuid[], moment timestamp with time zone)
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'fallen', m.course_id, m.id, (m.starts_at at time zone 'Europe/Copenhagen')::date,
         null::uuid, '', '', '{}'::text[], c.state_since, null::uuid
    from meetings_meeting m join course_course c on c.id = m.course_id
   where m.course_id = any (mine) and m.state = 'cancelled' and m.ended = 'with_course'
     and (m.starts_at is null or m.starts_at > moment)
     and (m.course_id = any (known) or not access_left_behind(m.course_id, m.created_at))
  union all
  select 'paper', d.course_id, d.meeting_id, null, null, '', '', '{}', d.published_at, null
    from meetings_minutes d
   where d.course_id = any (mine) and d.state = 'published'
     and d.published_at > moment - interval '14 days'
     and (d.course_id = any (known) or not access_left_behind(d.course_id, d.published_at))
     and exists (
       select from meetings_participant p left join meetings_invite i on i.participant_id = p.id
        where p.meeting_id = d.meeting_id and d.recipients ? p.relation_id::text
          and coalesce(i.address, '') = ''
          and not exists (
            select from access_event e
             where e.scope_id = d.course_id and e.kind = 'minutes.given' and e.object_id = d.id
               and e.facts->>'relation' = p.relation_id::text))
$function$;

-- On meetings_act

CREATE POLICY add ON meetings_act FOR insert TO landfast_app
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_act.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON meetings_act FOR update TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_act.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_act.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_act.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)))
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_act.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_act.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_act.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)));

CREATE POLICY erase ON meetings_act FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_act FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON meetings_act AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_act FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_act FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON meetings_act FOR delete TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_act.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_act.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_act.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)));

CREATE POLICY see ON meetings_act FOR select TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text)) AND (by_id = (( SELECT access_actor() AS access_actor)) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR access_plays(course_id, ARRAY['citizen'::character varying::text, 'coordinator'::character varying::text, 'cover'::character varying::text, 'deputy'::character varying::text, 'second'::character varying::text])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_act
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_agreement

CREATE POLICY add ON meetings_agreement FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_agreement.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON meetings_agreement FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_agreement.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_agreement.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON meetings_agreement FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_agreement FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON meetings_agreement AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_agreement FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_agreement FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON meetings_agreement FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_agreement
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_coming

CREATE POLICY add ON meetings_coming FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_coming.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON meetings_coming FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_coming.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_coming.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON meetings_coming FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_coming FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON meetings_coming FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_update ON meetings_coming FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON meetings_coming AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR meetings_invites_me(meeting_id));

CREATE POLICY moves ON meetings_coming FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_coming FOR select TO landfast_helper
  USING (true);

CREATE POLICY never_for_income ON meetings_coming AS RESTRICTIVE FOR select TO landfast_app
  USING (NOT true OR NOT ( SELECT access_decides_income() AS access_decides_income) OR access_holds(course_id) OR meetings_sits_at(meeting_id));

CREATE POLICY see ON meetings_coming FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_coming.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY select_by_guest ON meetings_coming FOR select TO landfast_app
  USING (meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[]));

CREATE POLICY select_by_proxy ON meetings_coming FOR select TO landfast_app
  USING (course_id = ANY ((( SELECT access_my_scopes('meetings'::text, 'read'::text) AS access_my_scopes))::uuid[]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_coming
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_format

CREATE POLICY add ON meetings_format FOR insert TO landfast_app
  WITH CHECK (access_is_system() OR (organisation_id = ANY ((( SELECT access_my_organisations('formats_keep'::text) AS access_my_organisations))::uuid[])));

CREATE POLICY change ON meetings_format FOR update TO landfast_app
  USING (access_is_system() OR (organisation_id = ANY ((( SELECT access_my_organisations('formats_keep'::text) AS access_my_organisations))::uuid[])))
  WITH CHECK (access_is_system() OR (organisation_id = ANY ((( SELECT access_my_organisations('formats_keep'::text) AS access_my_organisations))::uuid[])));

CREATE POLICY helper_select ON meetings_format FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON meetings_format FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_format
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_invite

CREATE POLICY add ON meetings_invite FOR insert TO landfast_app
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_invite.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND access_my_roles(course_id) && ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text, 'former_coordinator'::text]);

CREATE POLICY change ON meetings_invite FOR update TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_invite.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND access_my_roles(course_id) && ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text, 'former_coordinator'::text])
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_invite.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND access_my_roles(course_id) && ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text, 'former_coordinator'::text]);

CREATE POLICY erase ON meetings_invite FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_invite FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON meetings_invite FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON meetings_invite FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON meetings_invite FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON meetings_invite AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_invite FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_invite FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON meetings_invite FOR select TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text)) AND access_my_roles(course_id) && ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text, 'former_coordinator'::text]);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_invite
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_meeting

CREATE POLICY add ON meetings_meeting FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_meeting.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON meetings_meeting FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_meeting.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_meeting.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON meetings_meeting FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_meeting FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON meetings_meeting FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON meetings_meeting FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON meetings_meeting AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR meetings_invites_me(id));

CREATE POLICY moves ON meetings_meeting FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_meeting FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON meetings_meeting FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE POLICY select_by_guest ON meetings_meeting FOR select TO landfast_app
  USING (id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[]));

CREATE POLICY select_by_proxy ON meetings_meeting FOR select TO landfast_app
  USING (course_id = ANY ((( SELECT access_my_scopes('meetings'::text, 'read'::text) AS access_my_scopes))::uuid[]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_meeting
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER sound_goes_along AFTER UPDATE OF course_id ON meetings_meeting
  FOR EACH ROW WHEN (old.course_id IS DISTINCT FROM new.course_id) EXECUTE FUNCTION meetings_sound_goes_along();

-- On meetings_minutes

CREATE POLICY add ON meetings_minutes FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON meetings_minutes FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY citizen_first ON meetings_minutes AS RESTRICTIVE FOR all TO landfast_app
  USING ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR state::text = 'published'::text AND recipients ? ((( SELECT access_actor() AS access_actor))::text) OR state::text = 'published'::text AND access_reads_topics(course_id, meetings_topics(meeting_id)) OR state::text = 'published'::text AND (course_id = ANY ((( SELECT access_my_scopes('meetings'::text, 'read'::text) AS access_my_scopes))::uuid[])) AND (course_id = ANY ((( SELECT access_scopes_as(ARRAY['proxy'::text]) AS access_scopes_as))::uuid[])) OR meetings_takes_minutes(meeting_id))
  WITH CHECK ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR (state::text = ANY (ARRAY['draft'::character varying, 'shown'::character varying, 'seen'::character varying]::text[])) AND meetings_takes_minutes(meeting_id));

CREATE POLICY erase ON meetings_minutes FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_minutes FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON meetings_minutes FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY left_behind ON meetings_minutes AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON meetings_minutes AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_minutes FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_minutes FOR select TO landfast_helper
  USING (true);

CREATE POLICY not_out ON meetings_minutes AS RESTRICTIVE FOR update TO landfast_app
  USING ((state::text = ANY (ARRAY['draft'::character varying, 'shown'::character varying, 'seen'::character varying]::text[])) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((state::text = ANY (ARRAY['draft'::character varying, 'shown'::character varying, 'seen'::character varying]::text[])) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_minutes.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY see ON meetings_minutes FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text) OR access_shares(course_id,
CASE
    WHEN state::text = 'published'::text THEN meetings_topics(meeting_id)
    ELSE '{}'::text[]
END));

CREATE POLICY select_by_guest ON meetings_minutes FOR select TO landfast_app
  USING (state::text = 'published'::text AND (meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])));

CREATE POLICY select_by_guest_taker ON meetings_minutes FOR select TO landfast_app
  USING ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND (state::text = ANY (ARRAY['draft'::character varying, 'shown'::character varying, 'seen'::character varying]::text[])) AND meetings_takes_minutes(meeting_id));

CREATE POLICY select_by_proxy ON meetings_minutes FOR select TO landfast_app
  USING (state::text = 'published'::text AND (course_id = ANY ((( SELECT access_my_scopes('meetings'::text, 'read'::text) AS access_my_scopes))::uuid[])) AND (course_id = ANY ((( SELECT access_scopes_as(ARRAY['proxy'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY shown_first ON meetings_minutes AS RESTRICTIVE FOR select TO landfast_app
  USING (state::text <> 'draft'::text OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR access_plays(course_id, ARRAY['coordinator'::character varying::text, 'cover'::character varying::text, 'deputy'::character varying::text, 'second'::character varying::text]) OR meetings_takes_minutes(meeting_id));

CREATE POLICY update_by_guest_taker ON meetings_minutes FOR update TO landfast_app
  USING ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND (state::text = ANY (ARRAY['draft'::character varying, 'shown'::character varying, 'seen'::character varying]::text[])) AND meetings_takes_minutes(meeting_id))
  WITH CHECK ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND (state::text = ANY (ARRAY['draft'::character varying, 'shown'::character varying, 'seen'::character varying]::text[])) AND meetings_takes_minutes(meeting_id));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_minutes
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER taker_writes_words BEFORE UPDATE ON meetings_minutes
  FOR EACH ROW EXECUTE FUNCTION meetings_taker_writes_words();

-- On meetings_participant

CREATE POLICY add ON meetings_participant FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_participant.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON meetings_participant FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_participant.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_participant.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON meetings_participant FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_participant FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON meetings_participant AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY moves ON meetings_participant FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_participant FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON meetings_participant FOR delete TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_participant.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY see ON meetings_participant FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE POLICY select_by_guest ON meetings_participant FOR select TO landfast_app
  USING ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY update_by_guest ON meetings_participant FOR update TO landfast_app
  USING ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER guest_has_her_part BEFORE UPDATE ON meetings_participant
  FOR EACH ROW EXECUTE FUNCTION meetings_guest_has_her_part();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_participant
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_passage

CREATE POLICY add ON meetings_passage FOR insert TO landfast_app
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_passage.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND covered_by_id = (( SELECT access_actor() AS access_actor)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_passage.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_passage.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)));

CREATE POLICY change ON meetings_passage FOR update TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_passage.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_passage.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_passage.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)))
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_passage.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_passage.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_passage.course_id AND (r.role::text = ANY (ARRAY['coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1)));

CREATE POLICY erase ON meetings_passage FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_passage FOR select TO landfast_helper
  USING (true);

CREATE POLICY left_behind ON meetings_passage AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON meetings_passage AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_passage FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_passage FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON meetings_passage FOR select TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text)) AND (kind::text = 'covered'::text AND ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR access_plays(course_id, ARRAY['citizen'::character varying::text, 'coordinator'::character varying::text, 'cover'::character varying::text, 'deputy'::character varying::text, 'second'::character varying::text]) OR readers ? ((( SELECT access_actor() AS access_actor))::text)) OR covered_by_id = (( SELECT access_actor() AS access_actor)) OR meeting_id IS NULL));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_passage
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_plan_run

CREATE POLICY add ON meetings_plan_run FOR insert TO landfast_app
  WITH CHECK (asked_by_id = (( SELECT access_actor() AS access_actor)) AND (( SELECT COALESCE(array_agg(u.value::uuid), '{}'::uuid[]) AS "coalesce"
   FROM jsonb_array_elements_text(meetings_plan_run.units) u(value))) <@ (( SELECT access_my_units('courses_oversee'::text) AS access_my_units)));

CREATE POLICY change ON meetings_plan_run FOR update TO landfast_app
  USING (( SELECT access_is_system() AS access_is_system))
  WITH CHECK (( SELECT access_is_system() AS access_is_system));

CREATE POLICY helper_select ON meetings_plan_run FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON meetings_plan_run FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON meetings_plan_run FOR select TO landfast_app
  USING (( SELECT access_is_system() AS access_is_system) OR (( SELECT COALESCE(array_agg(u.value::uuid), '{}'::uuid[]) AS "coalesce"
   FROM jsonb_array_elements_text(meetings_plan_run.units) u(value))) <@ (( SELECT access_my_units('courses_oversee'::text) AS access_my_units)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_plan_run
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_pulse

CREATE POLICY add ON meetings_pulse FOR insert TO landfast_app
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_pulse.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON meetings_pulse FOR update TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_pulse.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_pulse.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON meetings_pulse FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_pulse FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON meetings_pulse FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_update ON meetings_pulse FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY logged ON meetings_pulse AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_pulse FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_pulse FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON meetings_pulse FOR select TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text)) AND person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_pulse
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_reflection

CREATE POLICY add ON meetings_reflection FOR insert TO landfast_app
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_reflection.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1)) AND written_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON meetings_reflection FOR update TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_reflection.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1)) AND written_by_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_reflection.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1)) AND written_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON meetings_reflection FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_reflection FOR select TO landfast_helper
  USING (true);

CREATE POLICY insert_by_guest ON meetings_reflection FOR insert TO landfast_app
  WITH CHECK ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND written_by_id = (( SELECT access_actor() AS access_actor)) AND meetings_guest_reflects(participant_id));

CREATE POLICY logged ON meetings_reflection AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_reflection FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_reflection FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON meetings_reflection FOR select TO landfast_app
  USING (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text)) AND (written_by_id = (( SELECT access_actor() AS access_actor)) OR access_my_roles(course_id) && ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]));

CREATE POLICY select_by_guest ON meetings_reflection FOR select TO landfast_app
  USING ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND written_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY update_by_guest ON meetings_reflection FOR update TO landfast_app
  USING ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND written_by_id = (( SELECT access_actor() AS access_actor)) AND meetings_guest_reflects(participant_id))
  WITH CHECK ((meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[])) AND written_by_id = (( SELECT access_actor() AS access_actor)) AND meetings_guest_reflects(participant_id));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_reflection
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_theme

CREATE POLICY add ON meetings_theme FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_theme.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON meetings_theme FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_theme.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_theme.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON meetings_theme FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_theme FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON meetings_theme FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON meetings_theme AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_theme FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_theme FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON meetings_theme FOR delete TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_theme.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY see ON meetings_theme FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE POLICY select_by_guest ON meetings_theme FOR select TO landfast_app
  USING (meeting_id = ANY ((( SELECT access_my_things('guest'::text) AS access_my_things))::uuid[]));

CREATE POLICY select_by_proxy ON meetings_theme FOR select TO landfast_app
  USING (course_id = ANY ((( SELECT access_my_scopes('meetings'::text, 'read'::text) AS access_my_scopes))::uuid[]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_theme
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On meetings_turn

CREATE POLICY add ON meetings_turn FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_turn.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON meetings_turn FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_turn.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_turn.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON meetings_turn FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON meetings_turn FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON meetings_turn FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON meetings_turn FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON meetings_turn AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON meetings_turn FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON meetings_turn FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON meetings_turn FOR delete TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_turn.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY see ON meetings_turn FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE POLICY table_only ON meetings_turn AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR access_plays(course_id, ARRAY['citizen'::character varying::text, 'coordinator'::character varying::text, 'cover'::character varying::text, 'deputy'::character varying::text, 'second'::character varying::text]) OR meetings_takes_minutes(meeting_id));

CREATE POLICY table_only_add ON meetings_turn AS RESTRICTIVE FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_turn.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_turn.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY table_only_change ON meetings_turn AS RESTRICTIVE FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_turn.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_turn.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY table_only_remove ON meetings_turn AS RESTRICTIVE FOR delete TO landfast_app
  USING ((course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text, 'coordinator'::text, 'cover'::text, 'deputy'::text, 'second'::text]) AS access_scopes_as))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = meetings_turn.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = meetings_turn.course_id AND (r.role::text = ANY (ARRAY['citizen'::character varying, 'coordinator'::character varying, 'cover'::character varying, 'deputy'::character varying, 'second'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON meetings_turn
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
