"""A refused look has neither role nor ground: the columns take the empty word, not null."""

from django.db import migrations

SQL = """
create or replace function access_refused(wanted uuid, page text, seen_at timestamptz)
  returns void language sql volatile
  security definer set search_path = public, pg_temp as $$
  insert into access_look (id, at, scope_id, person_id, role, ground, what, allowed)
  select uuidv7(), seen_at, (select id from access_scope where id = wanted), access_actor(),
    '', '', page, false
   where access_actor() is not null
$$;
"""


class Migration(migrations.Migration):
    """The function of the log."""

    dependencies = (("access", "0002_guards"),)

    operations = (migrations.RunSQL(SQL, migrations.RunSQL.noop),)
