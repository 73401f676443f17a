"""Who keeps the staff of a unit opens, resets and closes their logins; nobody keeps their own.

Accounts are their owners' in the database. An administrator reaches them by three questions only:
how does it stand, make it open with this start password, close it. Each asks whether the person
works in a unit that the actor keeps, and in none that they do not (decisions/0012). Who has come in
before is given a new start password only while a second step stays that the administrator does not
have: a password alone never makes an administrator somebody else.
"""

from django.db import migrations, models

KEPT = """wanted is distinct from (select access_actor()) and exists (
    select from people_employment e
     where e.person_id = wanted and (e.ends_on is null or e.ends_on >= access_today())
       and e.unit_id = any ((select access_my_units('organisation_run'))::uuid[]))"""
SECOND = """(exists (select from login_passkey k where k.person_id = wanted)
    or exists (select from login_one_time_code c where c.person_id = wanted and c.last_step > 0))"""
OURS = "access_may_employ(wanted)"
# sessions are forgotten after a month; that somebody chose their own password is not
CAME_IN = """(access_has_come_in(wanted) or exists (
    select from people_password h where h.account_id = wanted and not h.is_start))"""

FUNCTIONS = {
    "people_account_of(uuid)": f"""
create function people_account_of(wanted uuid)
  returns table (username text, is_active boolean, start_until timestamptz, is_ours boolean,
                 has_come_in boolean, has_second_step boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(a.username, ''), coalesce(a.is_active, false), a.start_until, {OURS},
         {CAME_IN}, {SECOND}
    from people_person p left join people_account a on a.person_id = p.id
   where p.id = wanted and {KEPT}
$$;""",
    # the name of a login that is there already stays
    "people_give_account(uuid, text, text)": f"""
create function people_give_account(wanted uuid, login text, sealed_as text)
  returns boolean language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
begin
  if sealed_as not like 'argon2$argon2id$%'
    or not coalesce({KEPT} and {OURS} and (not {CAME_IN} or {SECOND}), false)
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
end $$;""",
    "people_close_account(uuid)": f"""
create function people_close_account(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update people_account set is_active = false
   where person_id = wanted and is_active and {KEPT} and {OURS};
  return found;
end $$;""",
}

HELPER = """
grant insert on people_account to landfast_helper;
create policy helper_insert on people_account for insert to landfast_helper with check (true);
grant select on login_one_time_code to landfast_helper;
create policy helper_select on login_one_time_code for select to landfast_helper using (true);
"""
HELPER_OFF = """
drop policy helper_select on login_one_time_code;
revoke select on login_one_time_code from landfast_helper;
drop policy helper_insert on people_account;
revoke insert on people_account from landfast_helper;
"""

# whoever sets a password: what a start password is good for is told where its owner can read it
NOTE_START = """
create function people_note_start() returns trigger language plpgsql as $$
begin
  update people_account
     set start_until = case when new.is_start then new.set_at + interval '7 days' end
   where person_id = new.account_id;
  return null;
end $$;
create trigger note_start after insert or update on people_password
  for each row execute function people_note_start();
update people_account a set start_until = access_now() + interval '7 days'
  from people_password p where p.account_id = a.person_id and p.is_start;
"""

OWNED = """
alter function {0} owner to landfast_helper;
revoke execute on function {0} from public;
grant execute on function {0} to landfast_app, landfast_owner;
"""


class Migration(migrations.Migration):
    """One column, kept by a trigger, and three questions."""

    dependencies = (
        ("people", "0003_no_password_in_accounts"),
        ("access", "0017_passwords"),
        ("login", "0002_guards"),
    )

    operations = (
        migrations.AddField("account", "start_until", models.DateTimeField(null=True)),
        migrations.RunSQL(
            NOTE_START,
            "drop trigger note_start on people_password; drop function people_note_start;",
        ),
        migrations.RunSQL(HELPER, HELPER_OFF),
        *(
            migrations.RunSQL(body + OWNED.format(name), f"drop function {name};")
            for name, body in FUNCTIONS.items()
        ),
    )
