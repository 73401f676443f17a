"""That a case without a name waits for who raised it: told as a key, read only when there is one."""

from django.db import migrations

from landfast.access.protect import inner

WAITS = inner(
    "circles_waits_for_holder",
    "me uuid, today date",
    """returns setof access_waiting language sql stable as $$
  select 'case', null::uuid, c.id, c.follow_up_on, null::uuid, '', '', '{}'::text[],
         c.created_at, null::uuid
    from circles_case c
   where c.raised_by_id = me and c.state = 'handled'
     and (c.told_after_on is null or c.follow_up_on <= today and c.came_of_it = '')
$$""",
)


class Migration(migrations.Migration):
    """One function more."""

    dependencies = (("circles", "0012_who_reads_only_asks_nobody"), ("access", "0115_waiting"))

    operations = (WAITS,)
