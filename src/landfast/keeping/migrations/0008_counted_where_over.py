"""Whether a course is kept is asked of those that are over: only these are blocked (0002).

Asked of each course of a leader's units it took half of what the count takes.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

LIFE = import_module("landfast.keeping.migrations.0002_life")
BEFORE = import_module("landfast.keeping.migrations.0004_out_of_sight")

COUNTED = whole(
    "course_count",
    "units uuid[]",
    f"""returns table (state text, person_id uuid, courses int, as_cover int, age interval)
  language sql stable as $$
  select c.state, h.person_id, count(*)::int, (count(*) filter (where h.kind = 'cover'))::int,
         sum(access_now() - c.state_since)
    from course_course c
    left join lateral (select person_id, kind from course_coordinatorship
                        where course_id = c.id and ended_at is null limit 1) h on true
   where (c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or not {BEFORE.APART})
     and c.unit_id = any (units)
     and c.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
     and (c.state not in {LIFE.OVER} or not keeping_is_kept(c.id))
   group by c.state, h.person_id
$$""",
)


class Migration(migrations.Migration):
    """A function, written anew: it answers what it answered."""

    dependencies = (("keeping", "0007_with_the_way_out"),)

    operations = (migrations.RunSQL(COUNTED.sql, BEFORE.COUNTED.sql),)
