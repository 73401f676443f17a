"""Who is let in by topic sees whose course it is and whom to ring, and nothing more of the frame."""

from django.db import migrations

from landfast.access.protect import definer

SHARED = definer(
    "course_shared_whose",
    "wanted uuid[]",
    """returns table (course_id uuid, name text, coordinator text, phone text)
  language sql stable as $$
  select c.id, z.name, coalesce(p.name, ''), coalesce(p.phone, '')
    from access_shared_with_me() s
    join course_course c on c.id = s.scope_id and c.id = any (wanted)
    join course_citizen z on z.id = c.citizen_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
    left join people_person p on p.id = h.person_id
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0010_counts_for_leaders"), ("access", "0011_topics"))

    operations = (SHARED,)
