-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `network`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.network_authority_roles(wanted uuid, candidate uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(role order by role), '{}') from network_member
   where course_id = wanted and person_id = candidate and decides_authority and until is null
     and (wanted = any (access_my_scopes('frame', 'read'))
          or exists (select from access_my_posts_reach r where r.scope_id = wanted))
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.network_done_for_holder(hers access_event[])
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select 'no_seat', e.scope_id, e.object_id, null::date, null::uuid, s.need::text, s.answer::text,
         '{}'::text[], e.at, e.id
    from unnest(hers) e join network_seat s on s.id = e.object_id
   where e.kind = 'network.seat_answered' and s.answer in ('not_now', 'never')
  union all
  select 'left_out', e.scope_id, e.object_id, null,
         coalesce(e.facts->>'person', e.facts->>'recipient')::uuid, '', '', '{}', e.at, e.id
    from unnest(hers) e
   where e.kind in ('network.member_ended', 'consent.refused', 'consent.withdrawn')
     and not exists (select from consent_consent k where k.course_id = e.scope_id
                      and k.recipient_id::text = e.facts->>'recipient'
                      and k.state = 'given' and k.ended_at is null)
     and not exists (select from network_member n where n.course_id = e.scope_id
                      and n.person_id::text = e.facts->>'person' and n.until is null)
  union all
  select 'unshared', e.scope_id, e.object_id, null, s.person_id, '',
         coalesce(u.name, o.name, '')::text, '{}', e.at, e.id
    from unnest(hers) e join consent_share s on s.id = e.object_id
    left join people_unit u on u.id = s.unit_id
    left join people_organisation o on o.id = s.organisation_id
   where e.kind = 'consent.share_stopped'
     and not exists (select from consent_share n
                      where n.course_id = s.course_id and n.state = 'given' and n.ended_at is null
                        and (n.person_id, n.unit_id, n.organisation_id)
                          is not distinct from (s.person_id, s.unit_id, s.organisation_id))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.network_my_places(wanted uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.id from network_relation r
    join consent_proxy p on p.course_id = r.course_id and p.place = r.id
   where r.course_id = wanted and r.removed_on is null and not r.only_mine
     and p.person_id = access_actor() and p.ended_at is null and p.ends_at > access_now()
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.network_untold(events uuid[])
 RETURNS TABLE(event_id uuid, persons uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.id, array_agg(marked.person_id)
    from access_event e
    cross join lateral (
      select m.person_id from network_member m
       where m.course_id = e.scope_id and m.is_untold and m.until is null
         and not exists (select 1 from course_coordinatorship h
           where h.course_id = e.scope_id and h.person_id = m.person_id and h.ended_at is null)
         and not exists (select 1 from course_second s
           where s.course_id = e.scope_id and s.person_id = m.person_id and s.ended_at is null)
         and not exists (select 1 from course_deputyship d
           where d.course_id = e.scope_id and d.person_id = m.person_id
             and access_today() between d.starts_on and d.ends_on)
       union
      select p.person_id from network_relation r
        join consent_proxy p on p.course_id = r.course_id and p.place = r.id
       where r.course_id = e.scope_id and r.is_untold
    ) marked
   where session_user = 'landfast_jobs' and e.id = any (events)
   group by e.id
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.network_waits_for_holder(mine uuid[], held uuid[], today date)
 RETURNS SETOF access_waiting
 LANGUAGE sql
 STABLE
AS $function$
  select case when s.beside = '[]' then 'seat' else 'beside' end, s.course_id, s.id, null::date,
         null::uuid, s.need::text, s.answer::text,
         array(select m.role::text from network_member m
                where m.course_id = s.course_id and m.until is null), s.answered_at, null::uuid
    from network_seat s
   where s.course_id = any (mine)
     and not exists (select from network_member m
                      where m.course_id = s.course_id and m.until is null and s.beside ? m.role)
     and not (s.beside ? 'relative' and exists (
           select from network_relation r
            where r.course_id = s.course_id and r.sphere = 'family' and not r.only_mine
              and r.removed_on is null))
  union all
  select 'left', m.course_id, m.id, m.leaves_on, m.person_id, '',
         case when m.waits_at is null then '' else 'waits' end, '{}',
         (m.leaves_on + 1)::timestamp at time zone 'Europe/Copenhagen', null
    from network_member m
   where m.course_id = any (held) and m.until is null and m.leaves_on < today
$function$;

-- On network_member

CREATE POLICY add ON network_member FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_member.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON network_member FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_member.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_member.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON network_member FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON network_member FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON network_member FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON network_member AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON network_member FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON network_member
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On network_own_note

CREATE POLICY add ON network_own_note FOR insert TO landfast_app
  WITH CHECK (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[]));

CREATE POLICY change ON network_own_note FOR update TO landfast_app
  USING (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[]))
  WITH CHECK (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[]));

CREATE POLICY erase ON network_own_note FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON network_own_note FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON network_own_note AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON network_own_note FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON network_own_note FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON network_own_note FOR delete TO landfast_app
  USING (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[]));

CREATE POLICY see ON network_own_note FOR select TO landfast_app
  USING (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON network_own_note
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On network_relation

CREATE POLICY add ON network_relation FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_relation.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON network_relation FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_relation.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_relation.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON network_relation FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON network_relation FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON network_relation FOR select TO landfast_helper
  USING (true);

CREATE POLICY hers_alone ON network_relation AS RESTRICTIVE FOR all TO landfast_app
  USING (NOT only_mine OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])))
  WITH CHECK (NOT only_mine OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY logged ON network_relation AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON network_relation FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON network_relation FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON network_relation FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON network_relation
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On network_seat

CREATE POLICY add ON network_seat FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_seat.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON network_seat FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_seat.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_seat.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON network_seat FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON network_seat FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON network_seat AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON network_seat FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON network_seat FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON network_seat FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON network_seat
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On network_standing

CREATE POLICY add ON network_standing FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_standing.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY as_seen ON network_standing AS RESTRICTIVE FOR select TO landfast_app
  USING (relation_id IS NULL OR (EXISTS ( SELECT
   FROM network_relation r
  WHERE r.id = network_standing.relation_id)));

CREATE POLICY change ON network_standing FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_standing.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_standing.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON network_standing FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON network_standing FOR select TO landfast_helper
  USING (true);

CREATE POLICY left_behind ON network_standing AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, created_at));

CREATE POLICY logged ON network_standing AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON network_standing FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON network_standing FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON network_standing FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON network_standing
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On network_unwell

CREATE POLICY add ON network_unwell FOR insert TO landfast_app
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_unwell.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY change ON network_unwell FOR update TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_unwell.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1))
  WITH CHECK ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = network_unwell.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1));

CREATE POLICY erase ON network_unwell FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON network_unwell FOR select TO landfast_helper
  USING (true);

CREATE POLICY hers_alone ON network_unwell AS RESTRICTIVE FOR all TO landfast_app
  USING (NOT ((seen_by::text = 'me'::text OR seen_by::text = 'admitted'::text AND NOT access_situation_holds(course_id, 'admitted'::text, NULL::uuid, NULL::integer)) AND helped_by_id IS DISTINCT FROM (( SELECT access_actor() AS access_actor))) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])))
  WITH CHECK (NOT ((seen_by::text = 'me'::text OR seen_by::text = 'admitted'::text AND NOT access_situation_holds(course_id, 'admitted'::text, NULL::uuid, NULL::integer)) AND helped_by_id IS DISTINCT FROM (( SELECT access_actor() AS access_actor))) OR (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY left_behind ON network_unwell AS RESTRICTIVE FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(course_id, updated_at));

CREATE POLICY logged ON network_unwell AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY moves ON network_unwell FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY moves_see ON network_unwell FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON network_unwell FOR delete TO landfast_app
  USING (helped_by_id IS NOT NULL AND (course_id = ANY ((( SELECT access_scopes_as(ARRAY['citizen'::text]) AS access_scopes_as))::uuid[])));

CREATE POLICY see ON network_unwell FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR access_reaches(course_id, 'whole'::text, 'read'::text) OR access_shares(course_id, ARRAY['psychiatry'::text]));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON network_unwell
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
