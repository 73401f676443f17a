"""Not to be told: a mark on somebody, and what the outbox asks before it tells (G2)."""

from django.db import migrations, models

from landfast.access.protect import definer

UNTOLD = definer(
    "network_untold",
    "events uuid[]",
    """returns table (event_id uuid, persons uuid[]) language sql stable as $$
  select e.id, array_agg(m.person_id)
    from access_event e
    join network_member m on m.course_id = e.scope_id and m.is_untold and m.until is null
   where session_user = 'landfast_jobs' and e.id = any (events)
   group by e.id
$$""",
)


class Migration(migrations.Migration):
    """Two columns with a default, and one function."""

    dependencies = (("network", "0025_beside_her"),)

    operations = (
        migrations.AddField(
            "member", "is_untold", models.BooleanField(default=False, db_default=False)
        ),
        migrations.AddField(
            "relation", "is_untold", models.BooleanField(default=False, db_default=False)
        ),
        UNTOLD,
    )
