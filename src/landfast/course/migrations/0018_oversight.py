"""Whose course it is, for the data protection officer of the area: a name, and nothing else."""

from django.db import migrations

from landfast.access.protect import definer

NAMES = definer(
    "course_oversight_names",
    "wanted uuid[]",
    """returns table (course uuid, name text) language sql stable as $$
  select c.id, z.name::text from course_course c join course_citizen z on z.id = c.citizen_id
   where c.id = any (wanted) and (select access_oversees()) <> '{}' and access_in_area(c.id)
$$""",
)

FIND = definer(
    "course_oversight_find",
    "words text",
    """returns table (course uuid, name text) language sql stable as $$
  select c.id, z.name::text from course_course c join course_citizen z on z.id = c.citizen_id
   where (select access_oversees()) <> '{}' and length(words) > 2
     and position(lower(words) in lower(z.name)) > 0 and access_in_area(c.id)
   order by z.sort_key limit 20
$$""",
)


class Migration(migrations.Migration):
    """Two functions."""

    dependencies = (("course", "0016_by_topic"), ("access", "0021_oversight"))

    operations = (NAMES, FIND)
