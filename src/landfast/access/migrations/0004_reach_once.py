"""What time it is, and whether it may be moved, is asked once per statement, not per grant.

The view is probed for every row of a leader's list; `access_now()` looks up who is logged
in each time. As a scalar sub-select it costs a quarter of the probe less (docs/performance.md).
"""

from django.db import migrations

VIEW = """
create or replace view access_my_posts_reach as
  select scope_id, topic, level, role, ground, unit_id from access_grant
   where unit_id is not null
     and (unit_id::text || ':' || post) = any ((select access_my_posts())::text[])
     and starts_at <= {now} and (ends_at is null or ends_at > {now});
"""


class Migration(migrations.Migration):
    """The view of what posts reach."""

    dependencies = (("access", "0003_refused_look"),)

    operations = (
        migrations.RunSQL(
            VIEW.format(now="(select access_now())"), VIEW.format(now="access_now()")
        ),
    )
