"""A look stands at the time when it was made, not at one that its maker says.

The functions that write looks took the time from the application. Whoever could send SQL as the
application could write a look six years back, and the chore that forgets old looks would have
erased it: a look that nobody finds.
"""

from django.db import migrations

OWN_TIME = r"""
do $own_time$
declare
  f record;
begin
  for f in select oid from pg_proc where proname in (
      'access_open', 'access_refused', 'access_look_at') loop
    execute regexp_replace(pg_get_functiondef(f.oid), 'seen_at(?! timestamp)', 'access_now()', 'g');
  end loop;
end $own_time$;
"""


class Migration(migrations.Migration):
    """The same functions with the database's own clock; going back changes nothing."""

    dependencies = (("access", "0013_any_is_where_one_works"),)

    operations = (migrations.RunSQL(OWN_TIME, migrations.RunSQL.noop),)
