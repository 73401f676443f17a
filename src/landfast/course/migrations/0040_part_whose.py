"""Who is let in to a part of a course sees whose it is and whom to ring, and nothing more."""

from django.db import migrations

from landfast.access.protect import definer

WHOSE = definer(
    "course_part_whose",
    "held_as text",
    """returns table (course_id uuid, name text, coordinator text, phone text)
  language sql stable as $$
  select c.id, z.name, coalesce(p.name, ''), coalesce(p.phone, '')
    from (select distinct scope_id from access_my_parts(held_as)) s
    join course_course c on c.id = s.scope_id
    join course_citizen z on z.id = c.citizen_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
    left join people_person p on p.id = h.person_id
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0035_correction"), ("access", "0040_parts"))

    operations = (WHOSE,)
