-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `files`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.files_erase()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare gone uuid[]; begin
  gone := array(select f.id from files_file f
                 where f.removed_at < access_now() - interval '30 days' and f.erased_at is null);
  delete from files_content where file_id = any (gone);
  update files_file set erased_at = access_now() where id = any (gone);
  delete from files_face f
   where not exists (select from people_employment e where e.person_id = f.person_id
                        and (e.ends_on is null or e.ends_on >= access_today()));
  return cardinality(gone);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.files_fetched()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct about), '{}') from access_look
   where person_id = (select access_actor()) and at >= (select access_began())
     and allowed and scope_id is not null and about = any (
       string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[])
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.files_open(wanted uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into access_look
    (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, about)
  select uuidv7(), access_now(), held.scope_id, (select access_actor()),
    (select unit_id from people_employment where person_id = (select access_actor())
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held.role, held.ground,
    case held.kind when 'evidence' then 'Fil: underskrevet papir'
                   when 'word' then 'Fil: eget ord til mødet' else 'Fil: papir' end,
    true, wanted
  from (
    select f.scope_id, f.kind, g.role, g.ground, g.topic
      from files_file f join (
        select scope_id, role, ground, topic from access_grant
         where person_id = (select access_actor()) and starts_at <= access_now() and (ends_at is null or ends_at > access_now()) and (ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))
        union all
        select scope_id, role, ground, topic from access_my_posts_reach
        union all
        select scope_id, role, ground, topic from access_my_posts_parts
      ) g on g.scope_id = f.scope_id
     where f.id = wanted
     order by (g.topic = 'whole') desc, (g.topic = f.topic) desc limit 1
  ) held;
  if found then
    perform set_config('landfast.opened',
      coalesce(nullif(current_setting('landfast.opened', true), '') || ',', '') || wanted, true);
  end if;
end $function$;

-- On files_content

CREATE POLICY add ON files_content FOR insert TO landfast_app
  WITH CHECK ((EXISTS ( SELECT
   FROM files_file f
  WHERE f.id = files_content.file_id AND f.added_by_id = (( SELECT access_actor() AS access_actor)))));

CREATE POLICY erase ON files_content FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON files_content FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON files_content FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON files_content FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON files_content FOR select TO landfast_app
  USING ((file_id = ANY ((( SELECT files_fetched() AS files_fetched))::uuid[])) AND (EXISTS ( SELECT
   FROM files_file f
  WHERE f.id = files_content.file_id)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON files_content
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On files_document

CREATE POLICY add ON files_document FOR insert TO landfast_app
  WITH CHECK ((organisation_id = ANY ((( SELECT access_my_organisations('rules_keep'::text) AS access_my_organisations))::uuid[])) AND added_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_select ON files_document FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON files_document FOR select TO landfast_app
  USING ((organisation_id = ANY ((( SELECT access_my_organisations('rules_keep'::text) AS access_my_organisations))::uuid[])) OR (organisation_id = ANY ((( SELECT access_oversees() AS access_oversees))::uuid[])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON files_document
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On files_face

CREATE POLICY add ON files_face FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)) AND (EXISTS ( SELECT
   FROM people_employment e
  WHERE e.person_id = files_face.person_id AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))));

CREATE POLICY helper_delete ON files_face FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON files_face FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON files_face FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON files_face FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR (( SELECT access_actor() AS access_actor)) IS NOT NULL AND (EXISTS ( SELECT
   FROM people_employment e
  WHERE e.person_id = files_face.person_id AND e.starts_on <= access_today() AND (e.ends_on IS NULL OR e.ends_on >= access_today()))));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON files_face
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On files_file

CREATE POLICY add ON files_file FOR insert TO landfast_app
  WITH CHECK (added_by_id = (( SELECT access_actor() AS access_actor)) AND ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = files_file.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)));

CREATE POLICY change ON files_file FOR update TO landfast_app
  USING (added_by_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (added_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON files_file FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON files_file FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON files_file FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON files_file FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY hers ON files_file AS RESTRICTIVE FOR select TO landfast_app
  USING (added_by_id = (( SELECT access_actor() AS access_actor)) OR readers::text = 'team'::text AND removed_at IS NULL);

CREATE POLICY left_behind ON files_file AS RESTRICTIVE FOR select TO landfast_app
  USING ((scope_id = ANY ((( SELECT access_known_scopes() AS access_known_scopes))::uuid[])) OR NOT access_left_behind(scope_id, created_at) OR added_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY logged ON files_file AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (scope_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY remove ON files_file FOR delete TO landfast_app
  USING (added_by_id = (( SELECT access_actor() AS access_actor)) AND readers::text = 'own'::text);

CREATE POLICY see ON files_file FOR select TO landfast_app
  USING ((scope_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = files_file.scope_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1) OR ((scope_id = ANY ((( SELECT access_my_part_scopes() AS access_my_part_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_parts r
  WHERE r.scope_id = files_file.scope_id
 LIMIT 1)) AND access_reads_topics(scope_id,
CASE
    WHEN topic::text = ''::text OR readers::text <> 'team'::text THEN '{}'::text[]
    ELSE ARRAY[topic::text]
END));

CREATE POLICY shown_stays_shown ON files_file AS RESTRICTIVE FOR update TO landfast_app
  USING (true)
  WITH CHECK (readers::text = 'team'::text);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON files_file
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
