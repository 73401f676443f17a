-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `login`.

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_agree_key(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update login_machine_key set agreed_by_id = access_actor()
   where id = wanted and agreed_by_id is null and ended_at is null
     and made_by_id <> access_actor() and (unit_id = any ((select access_my_units('organisation_run'))::uuid[]) or unit_id = any ((select access_my_units('courses_oversee'))::uuid[]));
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_ask_reset(wanted text, must_have_second boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into login_reset (id, created_at, digest, person_id)
  select uuidv7(), access_now(), '', (
    select a.person_id from people_account a
      join people_password h on h.account_id = a.person_id
      join people_person p on p.id = a.person_id
     where a.username = wanted and a.is_active and not h.is_start
       and (p.kind <> 'staff' or not must_have_second or (exists (select from login_passkey k where k.person_id = a.person_id)
    or exists (select from login_one_time_code c where c.person_id = a.person_id and c.last_step > 0)))
       and not exists (select from login_reset r where r.person_id = a.person_id
                        and r.created_at > access_now() - interval '5 minutes')
       and (select count(*) from login_reset r where r.person_id = a.person_id
             and r.created_at > access_now() - interval '1 day') < 3)
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_end_all(wanted uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  if not (access_is_system() or wanted is distinct from (select access_actor()) and exists (
    select from people_employment e
     where e.person_id = wanted and (e.ends_on is null or e.ends_on >= access_today())
       and e.unit_id = any ((select access_my_units('organisation_run'))::uuid[])))
  then return 0; end if;
  update login_sitting set ended_at = access_now()
   where (person_id = wanted or wanted is null) and ended_at is null;
  get diagnostics gone = row_count;
  return gone;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_ends_with_its_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.is_active and coalesce(new.person_id = access_actor(), false) then return null; end if;
  update login_sitting set ended_at = access_now()
   where person_id = new.person_id and ended_at is null
     and (identity_id is null or not new.is_active);
  return null;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_forget()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from login_used_token where until < access_now() - interval '1 day';
  delete from login_invitation where expires_at < access_now() - interval '30 days';
  delete from login_sitting
   where greatest(seen_at, coalesce(ended_at, seen_at)) < access_now() - interval '30 days';
  get diagnostics gone = row_count;
  return gone;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_forget_resets()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from login_reset where created_at < access_now() - interval '1 day';
  get diagnostics gone = row_count;
  return gone;
end $function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.login_has_one(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not exists (select from people_account a where a.person_id = who and not a.is_active) and (exists (select from login_identity i where i.person_id = who and i.ended_at is null) or exists (select from people_account a where a.person_id = who))
$function$;

-- Runs as who calls it; for landfast_helper.
CREATE OR REPLACE FUNCTION public.login_has_own(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not exists (select from people_account a where a.person_id = who and not a.is_active) and (exists (select from login_identity i where i.person_id = who and i.ended_at is null)
    or exists (select from people_password h where h.account_id = who and not h.is_start)
    or exists (select from login_passkey k where k.person_id = who)
    or exists (select from login_sitting s
                where s.person_id = who and s.ended_at is null
                  and s.seen_at > access_now() - interval '1 day'))
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_invited(wanted text, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select person_id from login_invitation
   where code = wanted and used_at is null and expires_at > at
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_logged_out(from_issuer text, heard text, heard_until timestamp with time zone, wanted_sid text, wanted_subject text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into login_used_token (id, token, until) values (uuidv7(), heard, heard_until)
    on conflict (token) do nothing;
  if not found then return false; end if;
  update login_sitting s set ended_at = at from login_identity i
   where i.id = s.identity_id and i.issuer = from_issuer and s.ended_at is null
     and (wanted_sid = '' or s.sid = wanted_sid)
     and (wanted_subject = '' or i.subject = wanted_subject)
     and wanted_sid || wanted_subject <> '';
  return true;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_machine_asks(shown text, named text)
 RETURNS TABLE(said text, person uuid, called text, key uuid, jobs uuid[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  moment constant timestamptz := access_now();
  mine record;
begin
  select * into mine from login_machine_key k
   where k.digest = shown and k.agreed_by_id is not null and k.ended_at is null
     and k.last_day >= access_today() for update;
  if not found then
    return query select 'no_key', null::uuid, '', null::uuid, null::uuid[]; return;
  end if;
  if mine.hour_at is null or mine.hour_at <= moment - interval '1 hour' then
    mine.hour_at := moment;
    mine.asked := 0;
  end if;
  if mine.asked >= 240 then
    return query select 'wait', null::uuid, '', mine.id, null::uuid[]; return;
  end if;
  update login_machine_key k set used_at = moment, hour_at = mine.hour_at, asked = mine.asked + 1
   where k.id = mine.id;
  return query
  with recursive below as (
    select mine.unit_id as id
    union select u.id from people_unit u join below b on u.parent_id = b.id)
  select 'known', p.id, p.name::text, mine.id, array(
      select j.id from people_employment j join below w on w.id = j.unit_id
       where j.person_id = p.id and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
    from login_known_as n
    join people_employment e on e.id = n.employment_id and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
    join below b on b.id = e.unit_id
    join people_person p on p.id = e.person_id and p.kind = 'staff'
   where n.known_as = named
     and not exists (select from people_account a where a.person_id = p.id and not a.is_active);
  if not found then
    return query select 'nobody', null::uuid, '', mine.id, null::uuid[];
  end if;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_make_reset(who uuid, digest_of text, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not access_may_be_system() then return false; end if;
  update login_reset set digest = '' where person_id = who and digest <> '';
  update login_reset set digest = digest_of, expires_at = until
   where id = (select id from login_reset
                where person_id = who and told_at is not null and used_at is null
                order by id desc limit 1);
  return found;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_passkey_owner(wanted bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select person_id from login_passkey where credential = wanted
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_reset_owner(shown text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.person_id from login_reset r join people_account a on a.person_id = r.person_id
   where r.digest = encode(sha256(convert_to(shown, 'UTF8')), 'hex') and used_at is null and r.expires_at > access_now() and a.is_active
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_reset_wishes()
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update login_reset set told_at = access_now()
   where access_may_be_system() and person_id is not null and told_at is null
     and created_at > access_now() - interval '1 hour'
  returning person_id
$function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_use_reset(shown text, sealed_as text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who uuid;
begin
  if sealed_as not like 'argon2$argon2id$%' then return null; end if;
  update login_reset set used_at = access_now()
   where digest = encode(sha256(convert_to(shown, 'UTF8')), 'hex') and used_at is null and expires_at > access_now()
     and exists (select from people_account a
                  where a.person_id = login_reset.person_id and a.is_active)
  returning person_id into who;
  if who is null then return null; end if;
  update people_account set stamp = gen_random_uuid() where person_id = who;
  update people_password set sealed = sealed_as, is_start = false, set_at = access_now()
   where account_id = who;
  update login_sitting set ended_at = access_now() where person_id = who and ended_at is null;
  return who;
end $function$;

-- Runs as landfast_helper; for landfast_app, landfast_owner.
CREATE OR REPLACE FUNCTION public.login_who(wanted_issuer text, wanted_subject text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select person_id from login_identity
   where issuer = wanted_issuer and subject = wanted_subject and ended_at is null
$function$;

-- On login_identity

CREATE POLICY add ON login_identity FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON login_identity FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON login_identity FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON login_identity FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON login_identity FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON login_identity FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_identity
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On login_invitation

CREATE POLICY add ON login_invitation FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON login_invitation FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON login_invitation FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON login_invitation FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON login_invitation FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON login_invitation FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON login_invitation FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_invitation
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On login_known_as

CREATE POLICY add ON login_known_as FOR insert TO landfast_app
  WITH CHECK ((EXISTS ( SELECT
   FROM people_employment e
     JOIN people_unit u ON u.id = e.unit_id
  WHERE e.id = login_known_as.employment_id AND u.organisation_id = login_known_as.organisation_id AND (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])))));

CREATE POLICY change ON login_known_as FOR update TO landfast_app
  USING ((EXISTS ( SELECT
   FROM people_employment e
     JOIN people_unit u ON u.id = e.unit_id
  WHERE e.id = login_known_as.employment_id AND u.organisation_id = login_known_as.organisation_id AND (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])))))
  WITH CHECK ((EXISTS ( SELECT
   FROM people_employment e
     JOIN people_unit u ON u.id = e.unit_id
  WHERE e.id = login_known_as.employment_id AND u.organisation_id = login_known_as.organisation_id AND (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])))));

CREATE POLICY helper_select ON login_known_as FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON login_known_as FOR delete TO landfast_app
  USING ((EXISTS ( SELECT
   FROM people_employment e
     JOIN people_unit u ON u.id = e.unit_id
  WHERE e.id = login_known_as.employment_id AND u.organisation_id = login_known_as.organisation_id AND (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])))));

CREATE POLICY see ON login_known_as FOR select TO landfast_app
  USING ((EXISTS ( SELECT
   FROM people_employment e
     JOIN people_unit u ON u.id = e.unit_id
  WHERE e.id = login_known_as.employment_id AND u.organisation_id = login_known_as.organisation_id AND (e.unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])))));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_known_as
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On login_machine_key

CREATE POLICY add ON login_machine_key FOR insert TO landfast_app
  WITH CHECK ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) AND made_by_id = (( SELECT access_actor() AS access_actor)) AND agreed_by_id IS NULL AND ended_at IS NULL AND used_at IS NULL);

CREATE POLICY change ON login_machine_key FOR update TO landfast_app
  USING (ended_at IS NULL AND ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]))))
  WITH CHECK (ended_at IS NOT NULL AND ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[]))));

CREATE POLICY helper_select ON login_machine_key FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON login_machine_key FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON login_machine_key FOR select TO landfast_app
  USING ((unit_id = ANY ((( SELECT access_my_units('organisation_run'::text) AS access_my_units))::uuid[])) OR (unit_id = ANY ((( SELECT access_my_units('courses_oversee'::text) AS access_my_units))::uuid[])));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_machine_key
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On login_one_time_code

CREATE POLICY add ON login_one_time_code FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON login_one_time_code FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON login_one_time_code FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON login_one_time_code FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON login_one_time_code FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON login_one_time_code FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON login_one_time_code FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON login_one_time_code FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_one_time_code
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On login_passkey

CREATE POLICY add ON login_passkey FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON login_passkey FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON login_passkey FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON login_passkey FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON login_passkey FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON login_passkey FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON login_passkey FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON login_passkey FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_passkey
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On login_recovery_code

CREATE POLICY add ON login_recovery_code FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON login_recovery_code FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON login_recovery_code FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON login_recovery_code FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON login_recovery_code FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON login_recovery_code FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON login_recovery_code FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON login_recovery_code FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_recovery_code
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On login_reset

CREATE POLICY helper_delete ON login_reset FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON login_reset FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON login_reset FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON login_reset FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON login_reset FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

-- On login_sitting

CREATE POLICY add ON login_sitting FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON login_sitting FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY erase ON login_sitting FOR delete TO landfast_helper
  USING (true);

CREATE POLICY erase_see ON login_sitting FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_delete ON login_sitting FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON login_sitting FOR select TO landfast_helper
  USING (true);

CREATE POLICY helper_update ON login_sitting FOR update TO landfast_helper
  USING (true)
  WITH CHECK (true);

CREATE POLICY see ON login_sitting FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER screen_off_when_ended AFTER UPDATE OF ended_at ON login_sitting
  FOR EACH ROW WHEN (old.ended_at IS NULL AND new.ended_at IS NOT NULL) EXECUTE FUNCTION notices_screen_off();

CREATE TRIGGER screen_off_when_forgotten AFTER DELETE ON login_sitting
  FOR EACH ROW EXECUTE FUNCTION notices_screen_off();

-- On login_used_token

CREATE POLICY helper_delete ON login_used_token FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_insert ON login_used_token FOR insert TO landfast_helper
  WITH CHECK (true);

CREATE POLICY helper_select ON login_used_token FOR select TO landfast_helper
  USING (true);

-- On login_way_out

CREATE POLICY add ON login_way_out FOR insert TO landfast_app
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY change ON login_way_out FOR update TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)))
  WITH CHECK (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY helper_delete ON login_way_out FOR delete TO landfast_helper
  USING (true);

CREATE POLICY helper_select ON login_way_out FOR select TO landfast_helper
  USING (true);

CREATE POLICY remove ON login_way_out FOR delete TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE POLICY see ON login_way_out FOR select TO landfast_app
  USING (person_id = (( SELECT access_actor() AS access_actor)));

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON login_way_out
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
