"""Counts of a unit's courses for those who oversee it: numbers leave the function, no citizen does.

Counted as the application, the policy probes the posts course by course; that took three times as
long as the counting (docs/performance.md). Like `plan_overdue_by_unit`, both functions look at the
units whose courses the actor oversees (access.roles.POSTS), whatever else is asked for.
"""

from django.db import migrations

from landfast.access.protect import definer

OVERSEEN = """c.unit_id = any (units) and c.unit_id = any (array(
      select split_part(post, ':', 1)::uuid from unnest(access_my_posts()) post
       where split_part(post, ':', 2) in ('daily_leader', 'leader')))"""

BY_STATE = definer(
    "course_count_by_state",
    "units uuid[]",
    f"""returns table (state text, courses int, age interval) language sql stable as $$
  select c.state, count(*)::int, avg(access_now() - c.state_since)
    from course_course c
   where {OVERSEEN}
   group by c.state
$$""",
)

CARRIED = definer(
    "course_count_carried",
    "units uuid[], states text[]",
    f"""returns table (person_id uuid, held int, as_cover int) language sql stable as $$
  select h.person_id, count(*)::int, (count(*) filter (where h.kind = 'cover'))::int
    from course_course c
    join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
   where {OVERSEEN} and c.state = any (states)
   group by h.person_id
$$""",
)


class Migration(migrations.Migration):
    """Two functions."""

    dependencies = (("course", "0009_holding"), ("access", "0002_guards"))

    operations = (BY_STATE, CARRIED)
