-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `learning`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.learning_board(wanted uuid)
 RETURNS TABLE(title text, lines jsonb, kind text, is_closed boolean, name text, themes text, challenge text, meets_it text, answers jsonb, marks jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.title::text, s.lines, w.kind::text, w.closed_at is not null, g.name::text,
         g.themes::text, g.challenge::text, g.meets_it::text, g.answers,
         coalesce((select jsonb_agg(jsonb_build_array(m.id, m.line, m.colour, m.words)
                                    order by m.line, m.id)
                     from learning_mark m where m.group_id = g.id), '[]')
    from learning_group g join learning_workshop w on w.id = g.workshop_id
    join learning_study s on s.id = w.study_id
   where g.id = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.learning_expire()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone uuid[] := array(select s.id from learning_study s
                        where s.created_at < access_now() - interval '365 days');
begin
  delete from learning_mark m using learning_group g, learning_workshop w
   where m.group_id = g.id and g.workshop_id = w.id and w.study_id = any (gone);
  delete from learning_group g using learning_workshop w
   where g.workshop_id = w.id and w.study_id = any (gone);
  delete from learning_workshop w where w.study_id = any (gone);
  delete from learning_study s where s.id = any (gone);
  return cardinality(gone);
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.learning_join(said text, called text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  there uuid;
  found uuid;
begin
  select w.id into there from learning_workshop w where w.code = said and w.closed_at is null
     for update;
  if there is null then return null; end if;
  select g.id into found from learning_group g where g.workshop_id = there and g.name = called;
  if found is not null then return found; end if;
  if (select count(*) from learning_group g where g.workshop_id = there) >= 30 then
    return null;
  end if;
  insert into learning_group
    (id, created_at, workshop_id, name, themes, challenge, meets_it, answers)
  values (uuidv7(), access_now(), there, called, '', '', '', '{}') returning id into found;
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.learning_put_mark(wanted uuid, place integer, coloured text, said text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  most int;
begin
  select jsonb_array_length(s.lines) into most
    from learning_group g join learning_workshop w on w.id = g.workshop_id
    join learning_study s on s.id = w.study_id where g.id = wanted and w.closed_at is null for update of g;
  if most is null then return 'closed'; end if;
  if place < 1 or place > most or coloured not in ('red', 'green') then return 'unknown'; end if;
  if (select count(*) from learning_mark m where m.group_id = wanted) >= 200 then
    return 'full';
  end if;
  insert into learning_mark (id, created_at, group_id, line, colour, words)
  values (uuidv7(), access_now(), wanted, place, coloured, said);
  return '';
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.learning_say(wanted uuid, named text, chosen text, met text, said jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update learning_group t set themes = named, challenge = chosen, meets_it = met, answers = said
    from learning_group g join learning_workshop w on w.id = g.workshop_id
   where t.id = g.id and g.id = wanted and w.closed_at is null;
  return case when found then '' else 'closed' end;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.learning_take_mark(wanted uuid, gone uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from learning_group g join learning_workshop w on w.id = g.workshop_id
                  where g.id = wanted and w.closed_at is null) then return 'closed'; end if;
  delete from learning_mark m where m.id = gone and m.group_id = wanted;
  return '';
end $function$;

-- On learning_group

CREATE POLICY helper_delete ON learning_group FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON learning_group FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON learning_group FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON learning_group FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON learning_group FOR select TO landfast_app
  USING ((workshop_id IN ( SELECT w.id
   FROM learning_workshop w
  WHERE w.led_by_id = (( SELECT access_actor() AS access_actor)))));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON learning_group
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On learning_mark

CREATE POLICY helper_delete ON learning_mark FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON learning_mark FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON learning_mark FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON learning_mark FOR select TO landfast_app
  USING ((group_id IN ( SELECT g.id
   FROM learning_group g
     JOIN learning_workshop w ON w.id = g.workshop_id
  WHERE w.led_by_id = (( SELECT access_actor() AS access_actor)))));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON learning_mark
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On learning_study

CREATE POLICY add ON learning_study FOR insert TO landfast_app
  WITH CHECK (made_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_delete ON learning_study FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON learning_study FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON learning_study FOR select TO landfast_app
  USING (made_by_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON learning_study
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On learning_workshop

CREATE POLICY add ON learning_workshop FOR insert TO landfast_app
  WITH CHECK (led_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON learning_workshop FOR update TO landfast_app
  USING (led_by_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (led_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_delete ON learning_workshop FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON learning_workshop FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON learning_workshop FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON learning_workshop FOR select TO landfast_app
  USING (led_by_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON learning_workshop
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
