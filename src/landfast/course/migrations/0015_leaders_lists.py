"""A leader's courses are counted once, and a citizen is looked up through her own courses.

Two functions read the same rows one after the other: now one counts by phase and holder, and what
needs a coordinator is the rules' word. Who sees one of a citizen's courses sees the citizen: the
policy asked that of all courses of the actor, and, since the view of what posts reach is a barrier,
of all grants there are, for each citizen of a leader's list (docs/performance.md).
"""

from django.db import migrations

from landfast.access.protect import definer

OVERSEEN = """c.unit_id = any (units) and c.unit_id = any (array(
      select split_part(post, ':', 1)::uuid from unnest(access_my_posts()) post
       where split_part(post, ':', 2) in ('daily_leader', 'leader')))"""

# one holder a course, looked up by the index; joined, the holders of all courses were read
COUNTED = definer(
    "course_count",
    "units uuid[]",
    f"""returns table (state text, person_id uuid, courses int, as_cover int, age interval)
  language sql stable as $$
  select c.state, h.person_id, count(*)::int, (count(*) filter (where h.kind = 'cover'))::int,
         sum(access_now() - c.state_since)
    from course_course c
    left join lateral (select person_id, kind from course_coordinatorship
                        where course_id = c.id and ended_at is null limit 1) h on true
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


# the policy of course_course stands: it shows the courses whose frame the actor reaches
SEEN = "select true from course_course c where c.citizen_id = course_citizen.id"
BY_POST = """(select true from access_my_posts_reach r
         where r.scope_id = c.id and r.level = 'write' limit 1)"""
CITIZENS = f"""
alter policy see on course_citizen using (
  person_id = (select access_actor()) or ({SEEN} limit 1));
alter policy change on course_citizen using ({{change}}) with check ({{change}});
""".format(
    change=f"""person_id = (select access_actor())
  or id = any ((select course_my_citizens('write'))::uuid[]) or ({SEEN} and {BY_POST} limit 1)"""
)


def _citizens_before() -> str:
    joined = """(select true from course_course c join access_my_posts_reach r on r.scope_id = c.id
        where c.citizen_id = course_citizen.id and r.level in ('write', '{0}') limit 1)"""
    of = "person_id = (select access_actor()) or id = any ((select course_my_citizens('{0}'))::uuid[])"
    see, change = (f"{of} or {joined}".format(level) for level in ("read", "write"))
    return f"""
alter policy see on course_citizen using ({see});
alter policy change on course_citizen using ({change}) with check ({change});
"""


class Migration(migrations.Migration):
    """One function for two, and two policies."""

    dependencies = (("course", "0014_no_log_no_read"),)

    operations = (
        migrations.RunSQL(CITIZENS, _citizens_before()),
        COUNTED,
        *(migrations.RunSQL(old.reverse_sql, old.sql) for old in (BY_STATE, CARRIED)),
    )
