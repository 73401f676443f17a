"""A leader's courses are counted without those kept apart: the function, patched before, is whole."""

from django.db import migrations

from landfast.access.protect import whole

APART = "exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)"

# one holder a course, looked up by the index; joined, the holders of all courses were read
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
   where (c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or not {APART})
     and c.unit_id = any (units) and c.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
   group by c.state, h.person_id
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0051_referrals_apart"), ("access", "0052_whole_functions"))

    operations = (COUNTED,)
