-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `directory`.

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.directory_chain(wanted uuid, of_person uuid)
 RETURNS TABLE(person uuid, named text, phone text, is_there boolean, deputy uuid, deputy_named text, deputy_phone text, deputy_is_there boolean, hours integer, unit uuid, unit_name text)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive first as (
    select coalesce(wanted, (
      select unit_id from people_employment where person_id = of_person and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
       order by starts_on, id limit 1)) as id
  ), way as (
    select u.id, u.parent_id, 0 as step from people_unit u join first f on f.id = u.id
    union
    select u.id, u.parent_id, w.step + 1 from people_unit u join way w on u.id = w.parent_id
     where w.step < 20
  ), chain as (
    select w.step, 0 as post, d.position as place, '' as sort_key, d.id, d.person_id, d.deputy_id,
           d.hours
      from way w join directory_decider d on d.unit_id = w.id
    union all
    select w.step, array_position(array['daily_leader', 'leader'], e.role::text), 0, p.sort_key::text,
           e.id, e.person_id, null, 16
      from way w join people_employment e on e.unit_id = w.id
      join people_person p on p.id = e.person_id
     where e.role in ('daily_leader', 'leader') and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
  ), once as (
    select distinct on (person_id) * from chain
     order by person_id, step, post, place, sort_key, id
  )
  select o.person_id, p.name, p.phone, (exists (select from people_employment where person_id = o.person_id and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
    and not exists (select from people_leave l where l.person_id = o.person_id
                     and l.starts_on <= access_today()
                     and (l.ends_on is null or l.ends_on >= access_today()))), o.deputy_id,
         coalesce(q.name, ''), coalesce(q.phone, ''), (exists (select from people_employment where person_id = o.deputy_id and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
    and not exists (select from people_leave l where l.person_id = o.deputy_id
                     and l.starts_on <= access_today()
                     and (l.ends_on is null or l.ends_on >= access_today()))), o.hours,
         u.id, u.name
    from once o join people_person p on p.id = o.person_id
    left join people_person q on q.id = o.deputy_id
    join first f on true join people_unit u on u.id = f.id
   order by o.step, o.post, o.place, o.sort_key, o.id
$function$;

-- On directory_answer_line

CREATE POLICY add ON directory_answer_line FOR insert TO landfast_app
  WITH CHECK ((organisation_id = ANY ((( SELECT access_my_organisations('courses_oversee'::text) AS access_my_organisations))::uuid[])) AND (unit_id IS NULL OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]))) OR unit_id IS NULL AND (organisation_id = ANY ((( SELECT people_my_organisations() AS people_my_organisations))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND (organisation_id = ANY ((( SELECT access_my_organisations('organisation_run'::text) AS access_my_organisations))::uuid[])));

CREATE POLICY remove ON directory_answer_line FOR delete TO landfast_app
  USING ((organisation_id = ANY ((( SELECT access_my_organisations('courses_oversee'::text) AS access_my_organisations))::uuid[])) AND (unit_id IS NULL OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]))) OR unit_id IS NULL AND (organisation_id = ANY ((( SELECT people_my_organisations() AS people_my_organisations))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND (organisation_id = ANY ((( SELECT access_my_organisations('organisation_run'::text) AS access_my_organisations))::uuid[])));

CREATE POLICY see ON directory_answer_line FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_answer_line
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On directory_decider

CREATE POLICY add ON directory_decider FOR insert TO landfast_app
  WITH CHECK (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]));

CREATE POLICY helper_select ON directory_decider FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON directory_decider FOR delete TO landfast_app
  USING (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]));

CREATE POLICY see ON directory_decider FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_decider
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On directory_mandate

CREATE POLICY add ON directory_mandate FOR insert TO landfast_app
  WITH CHECK (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]));

CREATE POLICY change ON directory_mandate FOR update TO landfast_app
  USING (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]))
  WITH CHECK (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]));

CREATE POLICY helper_select ON directory_mandate FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON directory_mandate FOR delete TO landfast_app
  USING (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]));

CREATE POLICY see ON directory_mandate FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_mandate
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On directory_meeting_day

CREATE POLICY add ON directory_meeting_day FOR insert TO landfast_app
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY remove ON directory_meeting_day FOR delete TO landfast_app
  USING ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY see ON directory_meeting_day FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_meeting_day
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On directory_offer

CREATE POLICY add ON directory_offer FOR insert TO landfast_app
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY change ON directory_offer FOR update TO landfast_app
  USING ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])))
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY see ON directory_offer FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_offer
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On directory_record_box

CREATE POLICY add ON directory_record_box FOR insert TO landfast_app
  WITH CHECK (unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[]));

CREATE POLICY change ON directory_record_box FOR update TO landfast_app
  USING ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR SESSION_USER = 'landfast_jobs'::name)
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR SESSION_USER = 'landfast_jobs'::name);

CREATE POLICY see ON directory_record_box FOR select TO landfast_app
  USING ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR SESSION_USER = 'landfast_jobs'::name);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_record_box
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On directory_room

CREATE POLICY add ON directory_room FOR insert TO landfast_app
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY change ON directory_room FOR update TO landfast_app
  USING ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])))
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY see ON directory_room FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_room
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On directory_unit_profile

CREATE POLICY add ON directory_unit_profile FOR insert TO landfast_app
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY change ON directory_unit_profile FOR update TO landfast_app
  USING ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])))
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE POLICY see ON directory_unit_profile FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON directory_unit_profile
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
