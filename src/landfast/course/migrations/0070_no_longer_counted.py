"""Courses past their years have a room of their own now: the function that counted them goes."""

from django.db import migrations

from landfast.access.protect import definer

PAST_KEEP = definer(
    "course_past_keep",
    "",
    """returns int language sql stable as $$
  select count(*)::int from course_course
   where state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
     and state_since < access_now() - interval '5 years'
$$""",
)


class Migration(migrations.Migration):
    """One function less."""

    dependencies = (("course", "0062_joining"),)

    operations = (migrations.RunSQL(PAST_KEEP.reverse_sql, PAST_KEEP.sql),)
