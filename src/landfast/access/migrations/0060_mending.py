"""Two records that are joined keep the later of their fresh starts; apart again, all is as before.

A grant is never made longer by anybody who acts. The function that takes a mistake back gives a grant
the end it had, row for row; the words on it point to it still.
"""

from django.db import migrations

from landfast.access.protect import helper_may

SHRINKS = """
create or replace function access_grant_only_shrinks() returns trigger language plpgsql as $$
begin
  if {who}(new.ends_at is null or new.ends_at > old.ends_at) then
    raise exception 'landfast: a grant is never made longer';
  end if;
  return new;
end $$;
"""


class Migration(migrations.Migration):
    """What the helper may write."""

    dependencies = (("access", "0052_whole_functions"),)

    operations = (
        helper_may("access_fresh_start", "insert, update"),
        migrations.RunSQL(
            SHRINKS.format(who="current_user <> 'landfast_helper' and "), SHRINKS.format(who="")
        ),
    )
