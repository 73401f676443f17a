"""Who had minutes that are put right or recalled since may know which of the two it is (C6)."""

from django.db import migrations

from landfast.access.protect import definer

SINCE_MINE = definer(
    "meetings_minutes_since_mine",
    "wanted uuid",
    """returns text language sql stable as $$
  select n.state::text from meetings_minutes n
   where n.meeting_id = wanted
     and n.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
     and exists (select from meetings_minutes had
                  where had.meeting_id = wanted and had.published_at is not null
                    and had.recipients ? access_actor()::text)
   order by n.version desc limit 1
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("meetings", "0119_recalled_is_written"),)

    operations = (SINCE_MINE,)
