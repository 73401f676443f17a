-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `consent`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_emergency_looks(wanted uuid)
 RETURNS TABLE(what text, times integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.what::text, count(*)::int
    from consent_emergency e
    join access_look l on l.scope_id = e.course_id and l.person_id = e.person_id
                      and l.ground = 'emergency' and l.at >= e.opened_at and l.at <= e.ends_at
   where e.id = wanted and consent_may_review_emergency(e.unit_id, e.course_unit_id)
   group by l.what order by min(l.at)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_end_emergency(wanted uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  mine record;
begin
  select grant_id, course_id into mine from consent_emergency
   where id = wanted and person_id = access_actor() and ends_at > access_now() for update;
  if not found then return null; end if;
  update access_grant set ends_at = greatest(starts_at, access_now()) where id = mine.grant_id;
  update consent_emergency set ends_at = greatest(opened_at, access_now()) where id = wanted;
  return mine.course_id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_keeps_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from consent_topic t
              where t.course_id = new.scope_id and t.topic = new.topic and t.ended_at is null
                and t.word in ('myself', 'closed')) then
    raise exception 'landfast: the citizen keeps this topic back';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_may_review_emergency(own_unit uuid, of_course uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select own_unit = any (access_overseen_units()) or of_course = any (access_overseen_units())
    or of_course::text || ':leader' = any (access_my_posts())
    or of_course::text || ':daily_leader' = any (access_my_posts())
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_meets_a_no(source uuid, target uuid)
 RETURNS TABLE(place text, id uuid, grants uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with said as (
    select distinct on (recipient_id) recipient_id, state from consent_consent
     where course_id = source order by recipient_id, said_at desc, id desc),
  shared as (
    select distinct on (coalesce(person_id, unit_id, organisation_id))
           coalesce(person_id, unit_id, organisation_id) as recipient, state from consent_share
     where course_id = source
     order by coalesce(person_id, unit_id, organisation_id), said_at desc, id desc),
  closed as (
    select topic from consent_topic
     where course_id = source and ended_at is null and word in ('myself', 'closed'))
  select 'consent_consent', c.id, array(select g.id from access_grant g
            where g.scope_id = target and g.person_id = c.recipient_id and g.role = 'professional')
    from consent_consent c join said s on s.recipient_id = c.recipient_id
   where c.course_id = target and c.ended_at is null and c.state = 'given'
     and s.state in ('refused', 'withdrawn') and course_may_mend(source, target)
  union all
  select 'consent_share', h.id, array(select jsonb_array_elements_text(h.grants)::uuid)
    from consent_share h
   where h.course_id = target and h.state = 'given' and h.ends_at > access_now()
     and course_may_mend(source, target)
     and (exists (select from shared s where s.recipient = coalesce(h.person_id, h.unit_id, h.organisation_id)
                     and s.state in ('refused', 'withdrawn'))
       or h.topics ?| array(select topic::text from closed))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_open_emergency(marks text[], as_basis text, why text, hours integer, tells boolean)
 RETURNS TABLE(said text, scope uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  here uuid;
  held record;
  given uuid := uuidv7();
  made uuid := uuidv7();
  units uuid[];
begin
  select unit_id into here from people_employment
   where person_id = me and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) order by starts_on desc limit 1;
  if here is null then return query select 'nobody', null::uuid; return; end if;
  -- two tries at once are counted one after the other
  perform pg_advisory_xact_lock(hashtextextended('emergency:' || me, 0));
  if (select count(*) filter (where opened_at > moment - interval '1 hour') >= 5
          or count(*) >= 20
        from consent_emergency
       where person_id = me and course_id is null and opened_at > moment - interval '1 day')
  then return query select 'wait', null::uuid; return; end if;
  select k.id, k.unit_id, c.person_id into held
    from course_citizen c join course_course k on k.citizen_id = c.id
   where c.cpr_mark <> '' and c.cpr_mark = any (marks) and not access_is_apart(k.id) and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   limit 1;
  if not found then
    insert into consent_emergency (id, created_at, person_id, unit_id, basis, reason, opened_at,
      ends_at, decision, words) values (made, moment, me, here, as_basis, why, moment, moment, '', '');
    return query select 'nobody', null::uuid; return;
  end if;
  if held.id = any (access_my_scopes('whole', 'read')) or exists (
      select from access_my_posts_reach r where r.scope_id = held.id and r.topic = 'whole') then
    return query select 'reads', null::uuid; return;
  end if;
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation)
  values (given, moment, held.id, me, '', 'emergency', 'emergency', 'whole', 'read', moment,
    moment + make_interval(hours => least(hours, 24)), me, why, 'always');
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed,
    kind)
  values (uuidv7(), moment, held.id, me, here, 'emergency', 'emergency', 'Nødadgang', true, 'read');
  insert into consent_emergency (id, created_at, course_id, course_unit_id, person_id, unit_id,
    grant_id, basis, reason, opened_at, ends_at, told_at, decision, words)
  values (made, moment, held.id, held.unit_id, me, here, given, as_basis, why, moment,
    moment + make_interval(hours => least(hours, 24)),
    case when tells then moment end, '', '');
  units := array[held.unit_id, here];
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), moment, 'emergency.opened', held.id, 'frame', me, 'consent_emergency', made,
    jsonb_build_object('basis', as_basis,
      'to', coalesce((select jsonb_agg(person_id) from (
  select e.person_id from people_employment e join people_unit u on u.id = e.unit_id
   where e.role = 'dpo' and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     and u.organisation_id in (select organisation_id from people_unit where id = any (units))
  union
  select e.person_id from people_employment e
   where e.role = any (access_posts_that('courses_oversee')) and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()) and e.unit_id in (
     with recursive up as (
       select id, parent_id from people_unit where id = units[1]
       union select u.id, u.parent_id from people_unit u join up on up.parent_id = u.id)
     select id from up)) told), '[]'),
      'tells', case when tells then held.person_id end));
  return query select 'opened', held.id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_private_person(wanted uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  made uuid := uuidv7();
begin
  if not access_may_give(wanted, 'proxy', made) then return null; end if;
  insert into people_person (id, created_at, kind, name, sort_key, profession, phone)
  values (made, access_now(), 'citizen', '', '', '', '');
  return made;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_proxy_has_come_in(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(bool_or(access_has_come_in(person_id)), true) from consent_proxy
   where id = wanted and access_may_give(course_id, 'proxy', person_id)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_remind_of_ending(seen_at timestamp with time zone, within integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with soon as (
    select s.id, s.course_id from consent_share s
     where s.state = 'given' and s.ends_at > access_now()
       and s.ends_at <= access_now() + make_interval(days => within)
       and not exists (select from access_event e
                        where e.scope_id = s.course_id and e.kind = 'consent.share_ends_soon'
                          and e.object_id = s.id)
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), seen_at, 'consent.share_ends_soon', course_id, 'whole', 'consent_share', id,
           '{}' from soon
    returning 1)
  select count(*)::int from told
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.consent_share_keeps_a_no()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  said record;
begin
  if new.how = 'self' then
    if not 'citizen' = any (access_my_roles(new.course_id)) then
      raise exception 'landfast: only the citizen says it herself';
    end if;
    return new;
  end if;
  if new.state = 'given' and new.how = 'orally' and btrim(new.waived_because) = ''
    and new.topics ?| array['health', 'psychiatry', 'substance'] then
    raise exception 'landfast: by word of mouth about health says why it is not in writing';
  end if;
  select max(round) as round, bool_or(never_again) as never_again into said from consent_share
   where course_id = new.course_id and state = 'refused' and ended_at is null
     and coalesce(person_id, unit_id, organisation_id)
           = coalesce(new.person_id, new.unit_id, new.organisation_id);
  if said.round is null or new.state = 'given' and new.how = 'on_paper' then return new; end if;
  if said.never_again or said.round > 1 or new.changed = '' then
    raise exception 'landfast: the citizen has said no and is not asked again';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_step_back(wanted uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended uuid;
begin
  update consent_proxy set ended_at = access_now()
   where id = (select p.id from consent_proxy p
                where p.course_id = wanted and p.person_id = (select access_actor())
                  and p.kind = 'chosen' and p.ended_at is null and p.ends_at > access_now() limit 1)
  returning id into ended;
  if ended is null then return null; end if;
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = wanted and person_id = (select access_actor()) and role = 'proxy'
     and (ends_at is null or ends_at > access_now());
  return ended;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.consent_stricter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  one record;
  held uuid;
begin
  for one in select * from consent_meets_a_no(new.source_id, new.target_id) loop
    perform course_mend_set(new.id, one.place, one.id, 'state', to_jsonb('withdrawn'::text));
    perform course_mend_set(new.id, one.place, one.id, 'ended_at', to_jsonb(access_now()));
    foreach held in array one.grants loop
      perform course_mend_set(new.id, 'access_grant', held, 'ends_at',
        to_jsonb(greatest(g.starts_at, access_now())))
        from access_grant g where g.id = held and (g.ends_at is null or g.ends_at > access_now());
    end loop;
  end loop;
  -- her no and what she keeps back go along; the word of the side that stays gives way if it is milder
  for one in select t.id, t.topic, t.word from consent_topic t
              where t.course_id = new.source_id and t.ended_at is null and t.word <> 'known'
              order by t.id loop
    if not exists (select from consent_topic s where s.course_id = new.target_id
                      and s.topic = one.topic and s.ended_at is null
                      and (s.word = 'closed' or s.word = one.word)) then
      for held in select s.id from consent_topic s where s.course_id = new.target_id
                     and s.topic = one.topic and s.ended_at is null loop
        perform course_mend_set(new.id, 'consent_topic', held, 'ended_at', to_jsonb(access_now()));
      end loop;
      perform course_mend_set(new.id, 'consent_topic', one.id, 'course_id', to_jsonb(new.target_id));
    end if;
  end loop;
  for held in select id from consent_share where course_id = new.source_id and state = 'refused'
                 and ended_at is null order by id loop
    perform course_mend_move(new.id, 'consent_share', held, new.target_id);
  end loop;
  -- what she gave on the side that goes ends with its access
  for one in select 'consent_share' as place, id from consent_share
              where course_id = new.source_id and state = 'given' and ended_at is null
             union all
             select 'consent_consent', id from consent_consent
              where course_id = new.source_id and state = 'given' and ended_at is null loop
    perform course_mend_set(new.id, one.place, one.id, 'state', to_jsonb('ended'::text));
    perform course_mend_set(new.id, one.place, one.id, 'ended_at', to_jsonb(access_now()));
  end loop;
  return null;
end $function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.consent_team_keeps_a_no()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  said record;
begin
  if new.how = 'self' then
    if not 'citizen' = any (access_my_roles(new.course_id)) then
      raise exception 'landfast: only the citizen says it herself';
    end if;
    return new;
  end if;
  select state, round, never_again into said from consent_consent
   where course_id = new.course_id and recipient_id = new.recipient_id
   order by said_at desc, id desc limit 1;
  if not found or said.state <> 'refused' or new.state = 'given' and new.how = 'on_paper' then
    return new;
  end if;
  if said.never_again or said.round > 1 or new.changed = '' then
    raise exception 'landfast: the citizen has said no and is not asked again';
  end if;
  return new;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_tell_of_emergencies()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with over as (
    update consent_emergency set told_at = access_now()
     where told_at is null and course_id is not null and ends_at <= access_now()
    returning id, course_id
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), access_now(), 'emergency.told', course_id, 'whole', 'consent_emergency', id,
           '{}' from over
    returning 1)
  select count(*)::int from told
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consent_told_by_herself(wanted uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(topic::text order by topic), '{}') from consent_topic
   where course_id = wanted and ended_at is null and word = 'myself'
     and 'recipient' = any (access_my_roles(wanted))
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.consent_waits_for_holder(me uuid, looked uuid[])
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'emergency', e.course_id, e.id, null::date, e.person_id, '', '', '{}'::text[],
         e.opened_at, null::uuid
    from consent_emergency e
   where e.course_id = any (looked) and e.person_id <> me
     and e.opened_at > access_now() - interval '7 days'
$function$;

-- On consent_by_law

CREATE POLICY add ON consent_by_law FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_by_law.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON consent_by_law FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_by_law.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_by_law.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON consent_by_law FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON consent_by_law FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON consent_by_law AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON consent_by_law FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_by_law.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consent_by_law
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consent_consent

CREATE POLICY add ON consent_consent FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_consent.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON consent_consent FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_consent.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_consent.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON consent_consent FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON consent_consent FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON consent_consent AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY mends ON consent_consent FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY mends_see ON consent_consent FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON consent_consent FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_consent.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER keeps_a_no BEFORE INSERT ON consent_consent
  FOR EACH ROW EXECUTE FUNCTION consent_team_keeps_a_no();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consent_consent
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consent_emergency

CREATE POLICY change ON consent_emergency FOR update TO landfast_app
  USING (decision::text = ''::text AND course_id IS NOT NULL AND NOT person_id = (( SELECT access_actor() AS access_actor)) AND consent_may_review_emergency(unit_id, course_unit_id))
  WITH CHECK (decision::text <> ''::text AND decided_by_id = (( SELECT access_actor() AS access_actor)) AND NOT person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON consent_emergency FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON consent_emergency FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON consent_emergency FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON consent_emergency FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON consent_emergency FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY kept ON consent_emergency AS RESTRICTIVE FOR select TO landfast_app
  USING (course_id IS NULL OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY see ON consent_emergency FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR consent_may_review_emergency(unit_id, course_unit_id) OR course_id IS NOT NULL AND ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consent_emergency
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consent_proxy

CREATE POLICY add ON consent_proxy FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_proxy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON consent_proxy FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_proxy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_proxy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON consent_proxy FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON consent_proxy FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON consent_proxy FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON consent_proxy FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY kept ON consent_proxy AS RESTRICTIVE FOR select TO landfast_app
  USING (person_id IS DISTINCT FROM (( SELECT access_actor() AS access_actor)) OR NOT keeping_is_kept(course_id) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY logged ON consent_proxy AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])) OR person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON consent_proxy FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_proxy.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1) OR person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consent_proxy
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consent_share

CREATE POLICY add ON consent_share FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_share.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON consent_share FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_share.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_share.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON consent_share FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON consent_share FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON consent_share FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON consent_share AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY mends ON consent_share FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON consent_share FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_share.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER keeps_a_no BEFORE INSERT ON consent_share
  FOR EACH ROW EXECUTE FUNCTION consent_share_keeps_a_no();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consent_share
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consent_topic

CREATE POLICY add ON consent_topic FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_topic.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON consent_topic FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_topic.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_topic.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON consent_topic FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON consent_topic FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON consent_topic FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON consent_topic AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY mends ON consent_topic FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON consent_topic FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consent_topic.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consent_topic
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
