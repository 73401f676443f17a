"""Whether an employee is responsible for any course: who ends an employment must know, no more."""

from django.db import migrations

from landfast.access.protect import definer

HOLDS = definer(
    "course_is_held_by",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from course_coordinatorship
                  where person_id = wanted and (ended_at is null or ended_at > access_now()))
$$""",
)


class Migration(migrations.Migration):
    """One question with a yes or a no: it names no course and no citizen."""

    dependencies = (("course", "0008_change_cover_looks"),)

    operations = (HOLDS,)
