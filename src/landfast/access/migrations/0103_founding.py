"""An organisation is begun by who runs Landfast, in one step: a house, its unit, its first keeper.

Until now background work only could write it. The system's administrator may too, and nothing else
of it: by one function, which makes an employment that runs at once, since nobody is there yet to say
the second yes. Who the system's administrator is, is said by Landfast itself only (a command).
"""

from django.db import migrations

from landfast.access.protect import definer

RUNS_SYSTEM = definer(
    "access_runs_system",
    "",
    """returns boolean language sql stable as $$
  select access_is_system() or exists (
    select from people_employment
     where person_id = (select access_actor()) and role = 'system_admin'
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today()))
$$""",
)

APPOINTED = migrations.RunSQL(
    """
create policy appointed on people_employment as restrictive for insert to landfast_app
  with check (role <> 'system_admin' or (select access_is_system()));
""",
    "drop policy appointed on people_employment;",
)

FOUND = definer(
    "people_found",
    "house text, house_key text, house_kind text, unit text, unit_key text, keeper text,"
    " keeper_key text, title text, login text, sealed_as text",
    """returns uuid language plpgsql volatile as $$
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
end $$""",
)

WRITES = ("people_organisation", "people_unit", "people_employment")
MAY_WRITE = migrations.RunSQL(
    "\n".join(
        f"grant insert on {table} to landfast_helper;\n"
        f"create policy helper_insert on {table} for insert to landfast_helper with check (true);"
        for table in WRITES
    ),
    "\n".join(
        f"drop policy helper_insert on {table}; revoke insert on {table} from landfast_helper;"
        for table in WRITES
    ),
)


class Migration(migrations.Migration):
    """Who, and the one way."""

    dependencies = (
        ("access", "0102_frames"),
        ("people", "0041_way_back"),
    )

    operations = (
        MAY_WRITE,
        RUNS_SYSTEM,
        APPOINTED,
        FOUND,
    )
