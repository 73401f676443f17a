"""Who is let in to a part of a course knows its unit too: what it offers those close to her."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer

BEFORE = import_module("landfast.course.migrations.0040_part_whose")
WHOSE = definer(
    "course_part_whose",
    "held_as text",
    """returns table (course_id uuid, name text, coordinator text, phone text, unit_id uuid)
  language sql stable as $$
  select c.id, z.name, coalesce(p.name, ''), coalesce(p.phone, ''), c.unit_id
    from (select distinct scope_id from access_my_parts(held_as)) s
    join course_course c on c.id = s.scope_id
    join course_citizen z on z.id = c.citizen_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
    left join people_person p on p.id = h.person_id
$$""",
)


class Migration(migrations.Migration):
    """One function anew: it answers one thing more."""

    dependencies = (("course", "0108_signals_by_ground"),)

    operations = (
        migrations.RunSQL("drop function course_part_whose;", BEFORE.WHOSE.sql),
        WHOSE,
    )
