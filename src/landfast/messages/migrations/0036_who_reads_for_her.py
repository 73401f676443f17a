"""Who reads for a citizen is told of what is new in the part that they read."""

from django.db import migrations

from landfast.access.protect import definer

READERS = definer(
    "notices_readers",
    "events uuid[]",
    """returns table (event_id uuid, person_id uuid, topic text) language sql stable as $$
  select distinct e.id, g.person_id, g.topic
    from access_event e join access_grant g on g.scope_id = e.scope_id
   where session_user = 'landfast_jobs' and e.id = any (events)
     and g.role = 'proxy' and g.person_id is not null
     and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
$$""",
)


class Migration(migrations.Migration):
    """One question, for the jobs alone."""

    dependencies = (("notices", "0035_by_digital_post"),)

    operations = (READERS,)
