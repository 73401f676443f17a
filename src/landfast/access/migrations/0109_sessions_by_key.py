"""A session of the browser is reached by its key, which the cookie alone has, and in no other way.

The application lists, changes and ends no row of the table: whoever sends SQL in its name would
have to know the key. What stands in the table is a digest of it (decisions/0022).
"""

from django.db import migrations

from landfast.access.protect import definer

DIGEST = "left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 40)"

READ = definer(
    "django_session_read",
    "key text, moment timestamptz",
    f"""returns text language sql stable as $$
  select session_data from django_session
   where session_key = {DIGEST} and expire_date > moment
$$""",
)
KEEP = definer(
    "django_session_keep",
    "key text, data text, until timestamptz, is_new boolean",
    f"""returns boolean language plpgsql volatile as $$
begin
  if is_new then
    insert into django_session (session_key, session_data, expire_date)
    values ({DIGEST}, data, until) on conflict do nothing;
  else
    update django_session set session_data = data, expire_date = until
     where session_key = {DIGEST};
  end if;
  return found;
end $$""",
)
IS_THERE = definer(
    "django_session_is_there",
    "key text",
    f"""returns boolean language sql stable as $$
  select exists (select from django_session where session_key = {DIGEST})
$$""",
)
END = definer(
    "django_session_end",
    "key text",
    f"""returns void language sql volatile as $$
  delete from django_session where session_key = {DIGEST}
$$""",
)
FORGET = definer(
    "django_session_forget",
    "moment timestamptz",
    """returns int language plpgsql volatile as $$
declare
  gone int;
begin
  delete from django_session where expire_date < least(moment, access_now());
  get diagnostics gone = row_count;
  return gone;
end $$""",
)


class Migration(migrations.Migration):
    """Five ways to the table; the straight one closes."""

    dependencies = (("access", "0108_known_by_post"), ("sessions", "0001_initial"))

    operations = (
        migrations.RunSQL(
            "grant select, insert, update, delete on django_session to landfast_helper;",
            "revoke all on django_session from landfast_helper;",
        ),
        READ,
        KEEP,
        IS_THERE,
        END,
        FORGET,
        migrations.RunSQL(
            "revoke all on django_session from landfast_app;",
            "grant select, insert, update, delete on django_session to landfast_app;",
        ),
    )
