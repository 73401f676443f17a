"""Who was of a course's intake until a colleague decided is told so, not that there is no page.

Not who has been more to her than intake: their access has ended otherwise.
"""

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import MY_POSTS

IS_OVER = definer(
    "access_intake_is_over",
    "wanted uuid",
    f"""returns boolean language sql stable as $$
  select exists (select from access_grant g
     where g.scope_id = wanted and g.role = 'intake' and g.starts_at < g.ends_at
       and g.ends_at <= access_now() and g.ends_at > access_now() - interval '1 day'
       and (g.person_id = (select access_actor())
         or g.unit_id::text || ':' || g.post = {MY_POSTS}))
   and not exists (select from access_grant o
     where o.scope_id = wanted and o.person_id = (select access_actor()) and o.role <> 'intake')
   and not exists (select from access_apart a where a.scope_id = wanted and a.lifted_at is null)
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("access", "0119_names_are_answered"),)

    operations = (IS_OVER,)
