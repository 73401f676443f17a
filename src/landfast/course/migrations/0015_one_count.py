"""A leader's courses are counted once: by phase and by who holds them in the same answer.

Two functions read the same rows one after the other. What needs a coordinator is the rules' word;
the database counts every phase.
"""

from django.db import migrations

from landfast.access.protect import definer

OVERSEEN = """c.unit_id = any (units) and c.unit_id = any (array(
      select split_part(post, ':', 1)::uuid from unnest(access_my_posts()) post
       where split_part(post, ':', 2) in ('daily_leader', 'leader')))"""

COUNTED = definer(
    "course_count",
    "units uuid[]",
    f"""returns table (state text, person_id uuid, courses int, as_cover int, age interval)
  language sql stable as $$
  select c.state, h.person_id, count(*)::int, (count(*) filter (where h.kind = 'cover'))::int,
         sum(access_now() - c.state_since)
    from course_course c
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
   where {OVERSEEN}
   group by c.state, h.person_id
$$""",
)

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
    """One function for two."""

    dependencies = (("course", "0013_cpr_sealed"),)

    operations = (
        COUNTED,
        *(migrations.RunSQL(old.reverse_sql, old.sql) for old in (BY_STATE, CARRIED)),
    )
