-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `people`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_account_of(wanted uuid)
 RETURNS TABLE(username text, is_active boolean, start_until timestamp with time zone, is_ours boolean, has_come_in boolean, has_second_step boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(a.username, ''), coalesce(a.is_active, false), a.start_until, access_may_employ(wanted),
         (access_has_come_in(wanted) or exists (
    select from people_password h where h.account_id = wanted and not h.is_start)), (exists (select from login_passkey k where k.person_id = wanted)
    or exists (select from login_one_time_code c where c.person_id = wanted and c.last_step > 0))
    from people_person p left join people_account a on a.person_id = p.id
   where p.id = wanted and wanted is distinct from (select access_actor()) and exists (
    select from people_employment e
     where e.person_id = wanted and (e.ends_on is null or e.ends_on >= access_today())
       and e.unit_id = any ((select access_my_units('organisation_run'))::uuid[]))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_agree_employment(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update people_employment
     set starts_on = greatest(asked_from, access_today()), agreed_by_id = (select access_actor())
   where id = wanted and starts_on is null and declined_by_id is null
     and (ends_on is null or ends_on >= access_today()) and (ends_on is null or ends_on >= asked_from)
     and asked_by_id <> (select access_actor()) and person_id <> (select access_actor())
     and ((select access_is_system()) or unit_id = any ((select access_my_units('organisation_run'))::uuid[])
       or unit_id = any ((select access_my_units('courses_oversee'))::uuid[]));
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_ask_way_back(wanted uuid, why text, removes boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update people_way_back w set ended_at = access_now()
   where w.employment_id = wanted and w.ended_at is null and not (w.ended_at is null and w.created_at > access_now() - interval '3 days');
  insert into people_way_back (id, employment_id, asked_by_id, reason, removes_steps, created_at)
  select uuidv7(), e.id, (select access_actor()), why, removes, access_now()
    from people_employment e join people_account a on a.person_id = e.person_id
   where e.id = wanted and e.starts_on is not null and (e.ends_on is null or e.ends_on >= access_today()) and e.unit_id = any ((select access_my_units('organisation_run'))::uuid[]) and access_may_employ(e.person_id)
  on conflict do nothing;
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_close_account(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update people_account set is_active = false
   where person_id = wanted and is_active and wanted is distinct from (select access_actor()) and exists (
    select from people_employment e
     where e.person_id = wanted and (e.ends_on is null or e.ends_on >= access_today())
       and e.unit_id = any ((select access_my_units('organisation_run'))::uuid[])) and access_may_employ(wanted);
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_decline_employment(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update people_employment set declined_by_id = (select access_actor())
   where id = wanted and starts_on is null and declined_by_id is null
     and (ends_on is null or ends_on >= access_today()) and person_id <> (select access_actor())
     and ((select access_is_system()) or unit_id = any ((select access_my_units('organisation_run'))::uuid[])
       or unit_id = any ((select access_my_units('courses_oversee'))::uuid[]));
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_decline_way_back(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update people_way_back w set ended_at = access_now() from people_employment e
   where w.id = wanted and w.ended_at is null and e.id = w.employment_id
     and (e.unit_id = any ((select access_my_units('organisation_run'))::uuid[]) or e.unit_id = any ((select access_my_units('courses_oversee'))::uuid[]));
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_found(house text, house_key text, house_kind text, unit text, unit_key text, keeper text, keeper_key text, title text, login text, sealed_as text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  house_id uuid := uuidv7();
  unit_id uuid := uuidv7();
  keeper_id uuid := uuidv7();
begin
  if not access_runs_system() or (login <> '' and sealed_as not like 'argon2$argon2id$%')
  then return null; end if;
  insert into people_organisation (id, created_at, name, sort_key, kind, phone, cvr)
  values (house_id, access_now(), house, house_key, house_kind, '', '');
  insert into people_unit
    (id, created_at, organisation_id, name, sort_key, phone, coordinates_courses)
  values (unit_id, access_now(), house_id, unit, unit_key, '', false);
  insert into people_person (id, created_at, kind, name, sort_key, profession, phone)
  values (keeper_id, access_now(), 'staff', keeper, keeper_key, title, '');
  insert into people_employment (id, created_at, person_id, unit_id, role, title, starts_on)
  values (uuidv7(), access_now(), keeper_id, unit_id, 'org_admin', '', access_today());
  if login <> '' then
    insert into people_account (person_id, username, is_active, created_at, stamp)
    values (keeper_id, login, true, access_now(), gen_random_uuid());
    insert into people_password (account_id, sealed, is_start, set_at)
    values (keeper_id, sealed_as, true, access_now());
  end if;
  return keeper_id;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_give_account(wanted uuid, login text, sealed_as text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if sealed_as not like 'argon2$argon2id$%'
    or not coalesce(wanted is distinct from (select access_actor()) and exists (
    select from people_employment e
     where e.person_id = wanted and (e.ends_on is null or e.ends_on >= access_today())
       and e.unit_id = any ((select access_my_units('organisation_run'))::uuid[])) and access_may_employ(wanted) and (not (access_has_come_in(wanted) or exists (
    select from people_password h where h.account_id = wanted and not h.is_start)) or (exists (select from login_passkey k where k.person_id = wanted)
    or exists (select from login_one_time_code c where c.person_id = wanted and c.last_step > 0))), false)
  then return false; end if;
  update people_account set stamp = gen_random_uuid(), is_active = true where person_id = wanted;
  if not found then
    insert into people_account (person_id, username, is_active, created_at, stamp)
    values (wanted, login, true, access_now(), gen_random_uuid());
  end if;
  insert into people_password (account_id, sealed, is_start, set_at)
  values (wanted, sealed_as, true, access_now())
  on conflict (account_id) do update
     set sealed = excluded.sealed, is_start = excluded.is_start, set_at = excluded.set_at;
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_give_way_back(wanted uuid, sealed_as text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who uuid;
  loses boolean;
begin
  if sealed_as not like 'argon2$argon2id$%' then return false; end if;
  update people_way_back w set ended_at = access_now(), given_by_id = (select access_actor())
    from people_employment e
   where w.id = wanted and w.ended_at is null and w.created_at > access_now() - interval '3 days' and e.id = w.employment_id and e.starts_on is not null and (e.ends_on is null or e.ends_on >= access_today())
     and w.asked_by_id <> (select access_actor()) and e.person_id <> (select access_actor())
     and (e.unit_id = any ((select access_my_units('organisation_run'))::uuid[]) or e.unit_id = any ((select access_my_units('courses_oversee'))::uuid[]))
     and 1 = (select count(distinct u.organisation_id) from people_employment o
                join people_unit u on u.id = o.unit_id where o.person_id = e.person_id)
  returning e.person_id, w.removes_steps into who, loses;
  if not found then return false; end if;
  if loses then
    delete from login_passkey where person_id = who;
    delete from login_one_time_code where person_id = who;
    delete from login_recovery_code where person_id = who;
  end if;
  update people_account set stamp = gen_random_uuid(), is_active = true where person_id = who;
  insert into people_password (account_id, sealed, is_start, set_at)
  values (who, sealed_as, true, access_now())
  on conflict (account_id) do update
     set sealed = excluded.sealed, is_start = excluded.is_start, set_at = excluded.set_at;
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_may_lie_under(moved uuid, above uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive below as (
    select moved as id union select u.id from people_unit u join below b on u.parent_id = b.id)
  select above is not distinct from (select parent_id from people_unit where id = moved)
      or (above = any ((select access_my_units('organisation_run'))::uuid[])
          and above not in (select id from below)
          and (select organisation_id from people_unit where id = above)
            = (select organisation_id from people_unit where id = moved))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_my_organisations()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct organisation_id), '{}') from people_unit
   where parent_id is null and id = any ((select access_my_units('organisation_run'))::uuid[])
$function$;

-- Runs as who calls it; for everybody.
CREATE OR REPLACE FUNCTION public.people_note_start()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update people_account
     set start_until = case when new.is_start then new.set_at + interval '7 days' end
   where person_id = new.account_id;
  return null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_password_fits(wanted text, proof text, tried text)
 RETURNS TABLE(person_id uuid, kind text, name text, profession text, phone text, stamp uuid, is_start boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.id, r.kind, r.name, r.profession, r.phone, a.stamp, p.is_start
    from people_account a
    join people_password p on p.account_id = a.person_id
    join people_person r on r.id = a.person_id
   where a.username = wanted and a.is_active and access_signed('sign-in|' || wanted, proof)
     and sha256(convert_to(p.sealed, 'UTF8')) = sha256(convert_to(tried, 'UTF8'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_password_told(wanted text, proof text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select regexp_replace(p.sealed, '[^$]+$',
                        repeat('A', length(substring(p.sealed from '[^$]+$'))))
    from people_account a join people_password p on p.account_id = a.person_id
   where a.username = wanted and a.is_active
     and (a.person_id = (select access_actor()) or access_signed('sign-in|' || wanted, proof))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.people_set_password(who uuid, present text, wanted text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held people_password%rowtype;
  is_first boolean;
  is_mine boolean := coalesce(who = access_actor(), false);
begin
  if wanted not like 'argon2$argon2id$%' then return false; end if;
  select * into held from people_password where account_id = who for update;
  is_first := not found;
  if not coalesce(access_is_system()
    or is_mine and (is_first or
       sha256(convert_to(held.sealed, 'UTF8')) = sha256(convert_to(present, 'UTF8')))
    or (is_first or held.is_start) and access_may_start_account(who), false)
  then return false; end if;
  update people_account set stamp = gen_random_uuid() where person_id = who;
  if not found then return false; end if;
  insert into people_password (account_id, sealed, is_start, set_at)
  values (who, wanted, not is_mine, access_now())
  on conflict (account_id) do update
     set sealed = excluded.sealed, is_start = excluded.is_start, set_at = excluded.set_at;
  return true;
end $function$;

-- On people_account

CREATE POLICY add ON people_account FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system) OR person_id = (( SELECT access_actor() AS access_actor)) OR access_may_start_account(person_id));

CREATE POLICY erase ON people_account FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON people_account FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON people_account FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON people_account FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON people_account FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON people_account FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER sessions_end AFTER UPDATE OF stamp, is_active ON people_account
  FOR EACH ROW WHEN (old.is_active AND NOT new.is_active OR old.stamp IS DISTINCT FROM new.stamp) EXECUTE FUNCTION login_ends_with_its_account();

-- On people_busy

CREATE POLICY add ON people_busy FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system) AND (EXISTS ( SELECT
   FROM people_calendar c
  WHERE c.id = people_busy.calendar_id AND c.person_id = people_busy.person_id)));

CREATE POLICY helper_select ON people_busy FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON people_busy FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR ( SELECT access_is_system() AS access_is_system));

CREATE POLICY see ON people_busy FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR ( SELECT access_is_system() AS access_is_system));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_busy
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On people_calendar

CREATE POLICY add ON people_calendar FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)) AND (EXISTS ( SELECT
   FROM people_person p
  WHERE p.id = people_calendar.person_id AND p.kind::text = 'staff'::text)));

CREATE POLICY change ON people_calendar FOR update TO landfast_app
  USING (( SELECT access_is_system() AS access_is_system))
  WITH CHECK (( SELECT access_is_system() AS access_is_system));

CREATE POLICY helper_select ON people_calendar FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON people_calendar FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR ( SELECT access_is_system() AS access_is_system));

CREATE POLICY see ON people_calendar FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) OR ( SELECT access_is_system() AS access_is_system));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_calendar
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On people_employment

CREATE POLICY add ON people_employment FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system) AND (EXISTS ( SELECT
   FROM people_person p
  WHERE p.id = people_employment.person_id AND p.kind::text = 'staff'::text)) OR (unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND access_may_employ(person_id) AND starts_on IS NULL AND agreed_by_id IS NULL AND declined_by_id IS NULL AND asked_by_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY appointed ON people_employment AS RESTRICTIVE FOR insert TO landfast_app
  WITH CHECK (role::text <> 'system_admin'::text OR ( SELECT access_is_system() AS access_is_system));

CREATE POLICY change ON people_employment FOR update TO landfast_app
  USING (( SELECT access_is_system() AS access_is_system) OR person_id <> (( SELECT access_actor() AS access_actor)) AND (unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND (ends_on IS NULL OR ends_on >= access_today()) OR role::text = 'coordinator'::text AND (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])))
  WITH CHECK (( SELECT access_is_system() AS access_is_system) OR person_id <> (( SELECT access_actor() AS access_actor)) AND (unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR role::text = 'coordinator'::text AND (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])) AND access_ends_earlier(id, ends_on));

CREATE POLICY helper_insert ON people_employment FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON people_employment FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON people_employment FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON people_employment FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_employment
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER wake_theirs AFTER INSERT OR UPDATE ON people_employment
  FOR EACH ROW EXECUTE FUNCTION redthread_wake_theirs();

-- On people_leave

CREATE POLICY add ON people_leave FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system) OR access_may_note_leave(person_id));

CREATE POLICY app_update ON people_leave FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)) AND starts_on <= access_today() AND (ends_on IS NULL OR ends_on >= access_today()))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)) AND ends_on = (access_today() - 1));

CREATE POLICY helper_select ON people_leave FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON people_leave FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_leave
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

CREATE TRIGGER wake_theirs AFTER INSERT OR DELETE OR UPDATE ON people_leave
  FOR EACH ROW EXECUTE FUNCTION redthread_wake_theirs();

-- On people_organisation

CREATE POLICY add ON people_organisation FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system));

CREATE POLICY change ON people_organisation FOR update TO landfast_app
  USING (id = ANY ((( SELECT people_my_organisations() AS people_my_organisations))::uuid[]))
  WITH CHECK (id = ANY ((( SELECT people_my_organisations() AS people_my_organisations))::uuid[]));

CREATE POLICY helper_insert ON people_organisation FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON people_organisation FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON people_organisation FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_organisation
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On people_password

CREATE POLICY erase ON people_password FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON people_password FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON people_password FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON people_password FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON people_password FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE TRIGGER note_start AFTER INSERT OR UPDATE ON people_password
  FOR EACH ROW EXECUTE FUNCTION people_note_start();

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_password
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On people_person

CREATE POLICY add ON people_person FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system) OR kind::text = 'staff'::text AND (( SELECT access_my_units('organisation_run'::text) AS access_my_units)) <> '{}'::uuid[] OR kind::text = 'citizen'::text AND (( SELECT access_my_units('intake_decide'::text) AS access_my_units)) <> '{}'::uuid[]);

CREATE POLICY change ON people_person FOR update TO landfast_app
  USING (kind::text = 'staff'::text AND (EXISTS ( SELECT
   FROM people_employment e
  WHERE e.person_id = people_person.id AND (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND (e.ends_on IS NULL OR e.ends_on >= access_today()))))
  WITH CHECK (kind::text = 'staff'::text AND (EXISTS ( SELECT
   FROM people_employment e
  WHERE e.person_id = people_person.id AND (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND (e.ends_on IS NULL OR e.ends_on >= access_today()))));

CREATE POLICY erase ON people_person FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON people_person FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON people_person FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON people_person FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON people_person FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_person
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On people_unit

CREATE POLICY add ON people_unit FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system) OR (parent_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND organisation_id = (( SELECT p.organisation_id
   FROM people_unit p
  WHERE p.id = people_unit.parent_id)));

CREATE POLICY change ON people_unit FOR update TO landfast_app
  USING (id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[]))
  WITH CHECK ((id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND people_may_lie_under(id, parent_id));

CREATE POLICY helper_insert ON people_unit FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON people_unit FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON people_unit FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_unit
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On people_way_back

CREATE POLICY helper_insert ON people_way_back FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON people_way_back FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON people_way_back FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON people_way_back FOR select TO landfast_app
  USING ((EXISTS ( SELECT
   FROM people_employment e
  WHERE e.id = people_way_back.employment_id AND ((e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (e.unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]))))));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_way_back
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On people_working_hours

CREATE POLICY add ON people_working_hours FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system) OR (EXISTS ( SELECT
   FROM people_employment e
  WHERE e.id = people_working_hours.employment_id AND (e.person_id = (( SELECT access_actor() AS access_actor)) OR (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[]))))));

CREATE POLICY remove ON people_working_hours FOR delete TO landfast_app
  USING (( SELECT access_is_system() AS access_is_system) OR (EXISTS ( SELECT
   FROM people_employment e
  WHERE e.id = people_working_hours.employment_id AND (e.person_id = (( SELECT access_actor() AS access_actor)) OR (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[]))))));

CREATE POLICY see ON people_working_hours FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON people_working_hours
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
