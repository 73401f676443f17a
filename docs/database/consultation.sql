-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `consultation`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consultation_course_of(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.course_id from consultation_origin o
   where o.question_id = wanted
     and (o.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
       or exists (select from access_my_posts_reach r
                   where r.scope_id = o.course_id and r.topic = 'whole'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consultation_expire()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare gone uuid[]; begin
  gone := array(select id from consultation_question
                 where created_at < access_now() - interval '2 years');
  delete from consultation_origin where question_id = any (gone);
  delete from consultation_answer where question_id = any (gone);
  delete from consultation_question where id = any (gone);
  return cardinality(gone);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.consultation_is_mine(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from consultation_question where id = wanted and asker_id = access_actor())
$function$;

-- On consultation_answer

CREATE POLICY add ON consultation_answer FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)) AND (EXISTS ( SELECT
   FROM consultation_question q
  WHERE q.id = consultation_answer.question_id AND q.closed_at IS NULL AND (q.asker_id = (( SELECT access_actor() AS access_actor)) OR ((q.unit_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))))));

CREATE POLICY helper_delete ON consultation_answer FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON consultation_answer FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON consultation_answer FOR select TO landfast_app
  USING ((EXISTS ( SELECT
   FROM consultation_question q
  WHERE q.id = consultation_answer.question_id)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consultation_answer
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consultation_forum

CREATE POLICY add ON consultation_forum FOR insert TO landfast_app
  WITH CHECK (((unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE POLICY change ON consultation_forum FOR update TO landfast_app
  USING (((unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])))
  WITH CHECK (((unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR ((unit_id::text || ':daily_leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE POLICY helper_select ON consultation_forum FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON consultation_forum FOR select TO landfast_app
  USING ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consultation_forum
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consultation_origin

CREATE POLICY add ON consultation_origin FOR insert TO landfast_app
  WITH CHECK (((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'write'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consultation_origin.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'write'::character varying]::text[]))
 LIMIT 1)) AND consultation_is_mine(question_id));

CREATE POLICY erase ON consultation_origin FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON consultation_origin FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON consultation_origin FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON consultation_origin FOR select TO landfast_helper
  USING (true);

CREATE POLICY logged ON consultation_origin AS RESTRICTIVE FOR select TO landfast_app
  USING (( SELECT access_acts() AS access_acts) OR (course_id = ANY ((( SELECT access_opened() AS access_opened))::uuid[])));

CREATE POLICY see ON consultation_origin FOR select TO landfast_app
  USING ((course_id = ANY ((( SELECT access_my_scopes('whole'::text, 'read'::text) AS access_my_scopes))::uuid[])) OR ( SELECT true
   FROM access_my_posts_reach r
  WHERE r.scope_id = consultation_origin.course_id AND (r.topic::text = ANY (ARRAY['whole'::character varying, 'whole'::character varying]::text[])) AND (r.level::text = ANY (ARRAY['write'::character varying, 'read'::character varying]::text[]))
 LIMIT 1));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consultation_origin
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On consultation_question

CREATE POLICY add ON consultation_question FOR insert TO landfast_app
  WITH CHECK (asker_id = (( SELECT access_actor() AS access_actor)) AND ((asked_from_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])));

CREATE POLICY change ON consultation_question FOR update TO landfast_app
  USING (asker_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (asker_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_delete ON consultation_question FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON consultation_question FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON consultation_question FOR select TO landfast_app
  USING (asker_id = (( SELECT access_actor() AS access_actor)) OR ((unit_id::text || ':any'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[])) OR (EXISTS ( SELECT
   FROM consultation_origin o
  WHERE o.question_id = consultation_question.id)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON consultation_question
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
