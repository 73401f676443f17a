"""A way back for who has lost the password or the telephone: an administrator asks, another gives.

Neither alone makes themselves somebody else (decisions/0012): who asks never sees the start
password, who gives it never asked. Passkey, app and recovery codes go only when they are said to be
lost. The rows are written by three functions only.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import landfast.kernel.clock
import landfast.kernel.ids

RUN = "(select access_my_units('organisation_run'))::uuid[]"
LEAD = "(select access_my_units('courses_oversee'))::uuid[]"
MINE = f"""exists (select from people_employment e where e.id = people_way_back.employment_id
    and (e.unit_id = any ({RUN}) or e.unit_id = any ({LEAD})))"""
RUNS = "e.starts_on is not null and (e.ends_on is null or e.ends_on >= access_today())"
OPEN = "w.ended_at is null and w.created_at > access_now() - interval '3 days'"
FUNCTIONS = {
    "people_ask_way_back": f"""
create function people_ask_way_back(wanted uuid, why text, removes boolean) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update people_way_back w set ended_at = access_now()
   where w.employment_id = wanted and w.ended_at is null and not ({OPEN});
  insert into people_way_back (id, employment_id, asked_by_id, reason, removes_steps, created_at)
  select uuidv7(), e.id, (select access_actor()), why, removes, access_now()
    from people_employment e join people_account a on a.person_id = e.person_id
   where e.id = wanted and {RUNS} and e.unit_id = any ({RUN}) and access_may_employ(e.person_id)
  on conflict do nothing;
  return found;
end $$;""",
    # who works in two houses is let in by neither alone
    "people_give_way_back": f"""
create function people_give_way_back(wanted uuid, sealed_as text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  who uuid;
  loses boolean;
begin
  if sealed_as not like 'argon2$argon2id$%' then return false; end if;
  update people_way_back w set ended_at = access_now(), given_by_id = (select access_actor())
    from people_employment e
   where w.id = wanted and {OPEN} and e.id = w.employment_id and {RUNS}
     and w.asked_by_id <> (select access_actor()) and e.person_id <> (select access_actor())
     and (e.unit_id = any ({RUN}) or e.unit_id = any ({LEAD}))
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
end $$;""",
    "people_decline_way_back": f"""
create function people_decline_way_back(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update people_way_back w set ended_at = access_now() from people_employment e
   where w.id = wanted and w.ended_at is null and e.id = w.employment_id
     and (e.unit_id = any ({RUN}) or e.unit_id = any ({LEAD}));
  return found;
end $$;""",
}
OWNED = """
alter function {0} owner to landfast_helper;
revoke execute on function {0} from public;
grant execute on function {0} to landfast_app, landfast_owner;
"""
# people lies below access, whose operations write the same
SEEN = f"""
alter table people_way_back enable row level security;
grant select on people_way_back to landfast_app;
create policy see on people_way_back for select to landfast_app using ({MINE});
create trigger refuse_write_while_reading before insert or update or delete on people_way_back
  for each statement execute function access_refuse_write_while_reading();
grant select, insert, update on people_way_back to landfast_helper;
create policy helper_select on people_way_back for select to landfast_helper using (true);
create policy helper_insert on people_way_back for insert to landfast_helper with check (true);
create policy helper_update on people_way_back for update to landfast_helper
  using (true) with check (true);
"""
SEEN_OFF = """
drop policy helper_update on people_way_back;
drop policy helper_insert on people_way_back;
drop policy helper_select on people_way_back;
revoke all on people_way_back from landfast_helper;
drop trigger refuse_write_while_reading on people_way_back;
drop policy see on people_way_back;
revoke all on people_way_back from landfast_app;
alter table people_way_back disable row level security;
"""
STEPS = ("login_passkey", "login_one_time_code", "login_recovery_code")
LOSES = "\n".join(
    f"grant delete on {table} to landfast_helper;\n"
    f"create policy helper_delete on {table} for delete to landfast_helper using (true);"
    for table in STEPS
)
LOSES_OFF = "\n".join(
    f"drop policy helper_delete on {table}; revoke delete on {table} from landfast_helper;"
    for table in STEPS
)


def person(**more: object) -> models.ForeignKey:
    """Who asked, who gave it."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person", **more
    )


class Migration(migrations.Migration):
    """The table, who sees it, and its three writers."""

    dependencies = (("people", "0040_second_yes"), ("login", "0002_guards"))

    operations = (
        migrations.CreateModel(
            name="WayBack",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id, editable=False, primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("reason", models.CharField(max_length=300)),
                ("removes_steps", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(null=True)),
                ("asked_by", person()),
                (
                    "employment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="people.employment",
                    ),
                ),
                ("given_by", person(null=True)),
            ],
            options={"db_table": "people_way_back"},
        ),
        migrations.AddConstraint(
            "wayback",
            models.UniqueConstraint(
                fields=("employment",), condition=Q(ended_at=None), name="one_way_back_at_a_time"
            ),
        ),
        migrations.RunSQL(SEEN, SEEN_OFF),
        migrations.RunSQL(
            "grant select on login_recovery_code to landfast_helper;"
            " create policy helper_select on login_recovery_code for select to landfast_helper"
            " using (true);",
            "drop policy helper_select on login_recovery_code;"
            " revoke select on login_recovery_code from landfast_helper;",
        ),
        migrations.RunSQL(LOSES, LOSES_OFF),
        *(
            migrations.RunSQL(body + OWNED.format(name), f"drop function {name};")
            for name, body in FUNCTIONS.items()
        ),
    )  # fmt: skip
