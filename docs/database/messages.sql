-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `messages`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_arrived_since(who uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from notices_delivery
                  where person_id = who and state = 'sent' and ended_at > moment)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_claim(most integer)
 RETURNS TABLE(event_id uuid, kind text, happened_at timestamp with time zone, actor_id uuid, facts jsonb, citizen uuid, holders uuid[])
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with claimed as (
    update access_event set handled_at = access_now()
     where session_user = 'landfast_jobs' and id in (
       select id from access_event where handled_at is null
        order by id limit most for update skip locked)
    returning id, access_event.kind, at, access_event.actor_id, access_event.facts, scope_id)
  select c.id, c.kind, c.at, c.actor_id, c.facts,
    (select g.person_id from access_grant g
      where g.scope_id = c.scope_id and g.role = 'citizen' and g.person_id is not null
        and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
      limit 1),
    array(select distinct g.person_id from access_grant g
      where g.scope_id = c.scope_id and g.role in ('coordinator', 'cover', 'deputy')
        and g.person_id is not null
        and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now()))
    from claimed c
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_end_by_word()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare gone int; taken int;
begin
  if session_user <> 'landfast_jobs' then return 0; end if;
  delete from notices_delivery where state = 'by_word' and ended_at is null
     and login_has_own(person_id);
  get diagnostics gone = row_count;
  update notices_delivery d set state = 'taken_back', ended_at = access_now()
    from access_event e
   where d.state = 'by_word' and d.ended_at is null and e.id = d.event_id
     and (exists (select from course_course c where c.id = e.scope_id
                   and c.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))
       or e.kind in ('meeting.called', 'meeting.frame_set', 'meeting.near')
          and (((e.facts->>'starts_at')::timestamptz at time zone 'Europe/Copenhagen')::date < access_today() or exists (select from access_event l where l.scope_id = e.scope_id and l.at >= e.at
             and l.object_id = e.object_id and l.kind in ('meeting.started', 'meeting.held')))
       or e.kind = 'meeting.near' and (e.facts->>'starts_at')::timestamptz < access_now()
       or e.kind = 'minutes.shown'
          and exists (select from access_event l where l.scope_id = e.scope_id and l.at >= e.at
             and l.object_id = e.object_id and l.kind in ('minutes.seen', 'minutes.published', 'minutes.recalled'))
       or not exists (select from access_grant g
                       where g.scope_id = e.scope_id and g.person_id = d.person_id
                         and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now()) and g.role in ('citizen', 'proxy')));
  get diagnostics taken = row_count;
  return gone + taken;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_feed_person(key text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.person_id from notices_channel c
   where c.feed_digest = encode(sha256(convert_to(key, 'UTF8')), 'hex') and c.feed_digest <> ''
     and login_has_one(c.person_id)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_forget()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (
    delete from notices_delivery d
     where d.ended_at < access_now() - interval '90 days' and not (d.state = 'dead' and not login_has_own(d.person_id)
       and not notices_arrived_since(d.person_id, d.ended_at)
       and exists (select from access_grant g join course_course c on c.id = g.scope_id
                    where g.person_id = d.person_id and g.role = 'citizen' and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
                      and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))) returning id)
  select count(*)::int from gone
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_has_number()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from course_citizen c
                  where c.person_id = (select access_actor()) and c.cpr <> '')
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_number_of(who uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.cpr from course_citizen c
   where c.person_id = who and session_user = 'landfast_jobs'
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_readers(events uuid[])
 RETURNS TABLE(event_id uuid, person_id uuid, topic text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct e.id, g.person_id, g.topic
    from access_event e join access_grant g on g.scope_id = e.scope_id
   where session_user = 'landfast_jobs' and e.id = any (events)
     and g.role = 'proxy' and g.person_id is not null
     and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_retry_course(course uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update notices_delivery
     set state = 'waiting', tries = 0, ended_at = null, next_try_at = access_now(), failure = ''
   where state = 'dead' and course = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[]) and person_id in (
     select g.person_id from access_grant g where g.scope_id = course and g.role = 'citizen' and g.starts_at <= access_now()
    and (g.ends_at is null or g.ends_at > access_now()));
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_retry_staff(who uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update notices_delivery
     set state = 'waiting', tries = 0, ended_at = null, next_try_at = access_now(), failure = ''
   where person_id = who and state = 'dead' and exists (
     select from people_employment e where e.person_id = who and (e.ends_on is null or e.ends_on >= access_today())
       and (e.unit_id = any ((select access_my_units('organisation_run'))::uuid[]) or e.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])));
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_said(course uuid, batch uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select max(d.handed_at) from notices_delivery d
   where d.sent_as = batch and d.state = 'told' and course = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[])
     and exists (select from access_grant g
                  where g.scope_id = course and g.person_id = d.person_id and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
                    and g.role in ('citizen', 'proxy'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_say(course uuid, who uuid, until timestamp with time zone, batch uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with said as (
    update notices_delivery set state = 'told', said_by_id = access_actor(), sent_as = batch,
           handed_at = access_now(), ended_at = coalesce(ended_at, access_now())
     where created_at <= until and id in (
       select d.id from access_grant g join notices_delivery d on d.person_id = g.person_id
    left join access_event e on e.id = d.event_id
   where g.scope_id = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[]) and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
     and (d.state = 'dead' and g.role = 'citizen'
          and not notices_arrived_since(d.person_id, d.ended_at)
       or d.state = 'by_word' and g.role in ('citizen', 'proxy') and e.scope_id = g.scope_id
          and (g.scope_id = any ((select access_known_scopes())::uuid[])
            or not access_left_behind(g.scope_id, e.at))) and g.scope_id = course and d.person_id = who)
    returning id)
  select count(*)::int from said
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_screen_off()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from notices_device where sitting = old.id;
  return null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_taken_back(who uuid, events uuid[], moment timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.id from access_event e
   where access_may_be_system() and e.id = any (events) and e.scope_id is not null
     and exists (
       with recursive held as (
         select m.unit_id, u.organisation_id, post from people_employment m
           join people_unit u on u.id = m.unit_id, unnest(array[m.role, 'any']) post
          where m.person_id = who and m.starts_on <= (e.at at time zone 'Europe/Copenhagen')::date
            and (m.ends_on is null or m.ends_on >= (e.at at time zone 'Europe/Copenhagen')::date)
       ), down as (
         select unit_id, post from held
         union select u.id, d.post from people_unit u join down d on u.parent_id = d.unit_id
          and d.post <> 'any'
       )
       select from access_grant g
        where g.scope_id = e.scope_id and g.starts_at <= e.at and (g.ends_at is null or g.ends_at > e.at)
          and (g.person_id = who
            or (g.unit_id, g.post) in (select unit_id, post from down)
            or g.organisation_id in (select organisation_id from held)))
     and not exists (
       with recursive held as (
         select m.unit_id, u.organisation_id, post from people_employment m
           join people_unit u on u.id = m.unit_id, unnest(array[m.role, 'any']) post
          where m.person_id = who and m.starts_on <= (moment at time zone 'Europe/Copenhagen')::date
            and (m.ends_on is null or m.ends_on >= (moment at time zone 'Europe/Copenhagen')::date)
       ), down as (
         select unit_id, post from held
         union select u.id, d.post from people_unit u join down d on u.parent_id = d.unit_id
          and d.post <> 'any'
       )
       select from access_grant g
        where g.scope_id = e.scope_id and g.starts_at <= moment and (g.ends_at is null or g.ends_at > moment)
          and (g.person_id = who
            or (g.unit_id, g.post) in (select unit_id, post from down)
            or g.organisation_id in (select organisation_id from held)))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_to_say(courses uuid[])
 RETURNS TABLE(course_id uuid, person_id uuid, name text, event_id uuid, made_at timestamp with time zone, failed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct g.scope_id, d.person_id,
         coalesce((select p.name::text from consent_proxy p
                    where p.course_id = g.scope_id and p.person_id = d.person_id
                      and g.role = 'proxy' order by p.given_at desc limit 1), ''),
         case when d.state = 'by_word' or not login_has_own(d.person_id)
              then d.event_id end,
         d.created_at, case d.state when 'dead' then d.ended_at end
    from access_grant g join notices_delivery d on d.person_id = g.person_id
    left join access_event e on e.id = d.event_id
   where g.scope_id = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[]) and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
     and (d.state = 'dead' and g.role = 'citizen'
          and not notices_arrived_since(d.person_id, d.ended_at)
       or d.state = 'by_word' and g.role in ('citizen', 'proxy') and e.scope_id = g.scope_id
          and (g.scope_id = any ((select access_known_scopes())::uuid[])
            or not access_left_behind(g.scope_id, e.at))) and g.scope_id = any (courses)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_unreached_courses()
 RETURNS TABLE(course_id uuid, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select g.scope_id, min(case d.state when 'by_word' then d.created_at else d.ended_at end)
    from access_grant g join notices_delivery d on d.person_id = g.person_id
    left join access_event e on e.id = d.event_id
   where g.scope_id = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[]) and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
     and (d.state = 'dead' and g.role = 'citizen'
          and not notices_arrived_since(d.person_id, d.ended_at)
       or d.state = 'by_word' and g.role in ('citizen', 'proxy') and e.scope_id = g.scope_id
          and (g.scope_id = any ((select access_known_scopes())::uuid[])
            or not access_left_behind(g.scope_id, e.at)))
   group by g.scope_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_unsay(course uuid, batch uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with unsaid as (
    update notices_delivery d set state = case d.failure when '' then 'by_word' else 'dead' end,
           said_by_id = null, sent_as = null, handed_at = null,
           ended_at = case d.failure when '' then null else d.ended_at end
     where d.sent_as = batch and d.state = 'told' and course = any ((select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[])
       and exists (select from access_grant g
                    where g.scope_id = course and g.person_id = d.person_id and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
                      and g.role in ('citizen', 'proxy'))
    returning d.id)
  select count(*)::int from unsaid
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.notices_without_page(people uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id from people_person p
   where session_user = 'landfast_jobs' and p.id = any (people) and p.kind = 'citizen'
     and not login_has_own(p.id)
$function$;

-- On notices_channel

CREATE POLICY add ON notices_channel FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON notices_channel FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR SESSION_USER = 'landfast_jobs'::name)
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)) OR SESSION_USER = 'landfast_jobs'::name);

CREATE POLICY erase ON notices_channel FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON notices_channel FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON notices_channel FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR SESSION_USER = 'landfast_jobs'::name);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON notices_channel
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On notices_delivery

CREATE POLICY add ON notices_delivery FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)) OR SESSION_USER = 'landfast_jobs'::name);

CREATE POLICY change ON notices_delivery FOR update TO landfast_app
  USING (SESSION_USER = 'landfast_jobs'::name)
  WITH CHECK (SESSION_USER = 'landfast_jobs'::name);

CREATE POLICY erase ON notices_delivery FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON notices_delivery FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON notices_delivery FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON notices_delivery FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON notices_delivery FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON notices_delivery FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR SESSION_USER = 'landfast_jobs'::name OR state::text = 'dead'::text AND (EXISTS ( SELECT
   FROM people_employment e
  WHERE e.person_id = notices_delivery.person_id AND (e.ends_on IS NULL OR e.ends_on >= access_today()) AND ((e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (e.unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]))))) AND NOT notices_arrived_since(person_id, ended_at));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON notices_delivery
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On notices_device

CREATE POLICY add ON notices_device FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON notices_device FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_delete ON notices_device FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON notices_device FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON notices_device FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR SESSION_USER = 'landfast_jobs'::name);

CREATE POLICY see ON notices_device FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR SESSION_USER = 'landfast_jobs'::name);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON notices_device
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
