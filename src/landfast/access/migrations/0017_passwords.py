"""A password is compared in the database: no seal leaves it, and no account is open at the door.

`landfast.login` had opened any one account to whoever could send SQL as the application. Now the
door signs its question (access/signing.py), is told with which salt and cost the password was
sealed, and sends back what was typed, sealed the same way. One's own password is changed by who
acts and knows the present one; an administrator chooses one to start with, for a person of their
own house who has never come in.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may

SYSTEM, MINE = "(select access_is_system())", "person_id = (select access_actor())"

# as `access_actor` checks who acts; asked by the helper's own functions only
SIGNED = migrations.RunSQL(
    """
create function access_signed(said text, proof text) returns boolean language sql stable
  security definer set search_path = public, pg_temp as $$
  select exists (
    select from access_actor_key k
     where k.login = session_user and (k.ends_at is null or k.ends_at > statement_timestamp())
       and proof = encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(
             said || '|' || (extract(epoch from now()) * 1000000)::bigint, 'UTF8'))), 'hex'))
$$;
alter function access_signed owner to landfast_helper;
revoke execute on function access_signed from public;
""",
    "drop function access_signed;",
)

# the seal itself is blotted out: what is left says how to seal, and how long it is
TOLD = definer(
    "people_password_told",
    "wanted text, proof text",
    r"""returns text language sql stable as $$
  select regexp_replace(p.sealed, '[^$]+$',
                        repeat('A', length(substring(p.sealed from '[^$]+$'))))
    from people_account a join people_password p on p.account_id = a.person_id
   where a.username = wanted and a.is_active
     and (a.person_id = (select access_actor()) or access_signed('sign-in|' || wanted, proof))
$$""",
)

FITS = definer(
    "people_password_fits",
    "wanted text, proof text, tried text",
    """returns table (person_id uuid, kind text, name text, profession text, phone text,
    stamp uuid, is_start boolean) language sql stable as $$
  select r.id, r.kind, r.name, r.profession, r.phone, a.stamp, p.is_start
    from people_account a
    join people_password p on p.account_id = a.person_id
    join people_person r on r.id = a.person_id
   where a.username = wanted and a.is_active and access_signed('sign-in|' || wanted, proof)
     and sha256(convert_to(p.sealed, 'UTF8')) = sha256(convert_to(tried, 'UTF8'))
$$""",
)

# bound late: these tables lie in a room above; all an upper room says here is "has been here"
HAS_COME_IN = definer(
    "access_has_come_in",
    "who uuid",
    """returns boolean language plpgsql stable as $$
begin
  return exists (select from login_sitting where person_id = who)
      or exists (select from login_identity where person_id = who)
      or exists (select from login_passkey where person_id = who);
end $$""",
)

MAY_START = definer(
    "access_may_start_account",
    "who uuid",
    """returns boolean language sql stable as $$
  select access_may_employ(who) and not access_has_come_in(who)
     and exists (select from people_employment where person_id = who)
$$""",
)

SET = definer(
    "people_set_password",
    "who uuid, present text, wanted text",
    """returns boolean language plpgsql volatile as $$
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
end $$""",
)

OLD_LOGIN = f"{MINE} or username = nullif(current_setting('landfast.login', true), '')"
ACCOUNTS = migrations.RunSQL(
    f"""
drop policy change on people_account;
revoke update on people_account from landfast_app;
alter policy see on people_account using ({MINE});
alter policy add on people_account
  with check ({SYSTEM} or {MINE} or access_may_start_account(person_id));
""",
    f"""
alter policy add on people_account with check ((select access_actor()) is not null);
alter policy see on people_account using ({OLD_LOGIN});
grant update on people_account to landfast_app;
create policy change on people_account for update to landfast_app
  using ({OLD_LOGIN}) with check ({OLD_LOGIN});
""",
)


class Migration(migrations.Migration):
    """The questions of the door, and the gate of accounts."""

    dependencies = (
        ("access", "0016_who_may_employ"),
        ("people", "0003_no_password_in_accounts"),
    )

    operations = (
        helper_may("people_account", "select, update"),
        helper_may("people_password", "select, insert, update"),
        SIGNED,
        TOLD,
        FITS,
        HAS_COME_IN,
        migrations.RunSQL(
            "revoke execute on function access_has_come_in from landfast_app;",
            migrations.RunSQL.noop,
        ),
        MAY_START,
        SET,
        ACCOUNTS,
        migrations.RunSQL(
            "create trigger refuse_write_while_reading before insert or update or delete"
            " on people_password for each statement"
            " execute function access_refuse_write_while_reading();",
            "drop trigger refuse_write_while_reading on people_password;",
        ),
    )
