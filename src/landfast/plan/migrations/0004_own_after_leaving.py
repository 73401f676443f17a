"""Who has left the team still sees the agreements they made, and leaders the list behind a count.

A narrow ground: the maker, and only while the agreement runs. Writing stays the team's.
"""

from django.db import migrations

from landfast.access.protect import definer, reach
from landfast.access.rules import Level, Topic

READS = reach("plan_agreement", "course_id", Topic.WHOLE, Level.READ)
MADE_IT = "maker_id = (select access_actor()) and state in ('accepted', 'started')"

# For whom, in the least words, and whom to call: first name and coordinator, nothing else.
LEFT = definer(
    "plan_agreements_left",
    "",
    """returns table (agreement_id uuid, called text, coordinator text, phone text)
  language sql stable as $$
  select a.id, coalesce(nullif(c.called, ''), split_part(c.name, ' ', 1)), coalesce(p.name, ''), coalesce(p.phone, '')
    from plan_agreement a
    join course_course k on k.id = a.course_id
    join course_citizen c on c.id = k.citizen_id
    left join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
    left join people_person p on p.id = h.person_id
   where a.maker_id = (select access_actor()) and a.state in ('accepted', 'started')
     and not a.course_id = any (access_my_scopes('whole', 'read'))
$$""",
)

# Whose maker no longer reaches the course: the coordinator agrees anew with somebody.
WITHOUT_MAKER = definer(
    "plan_without_maker",
    "wanted uuid[]",
    """returns table (id uuid, course_id uuid, text text, due_on date) language sql stable as $$
  select a.id, a.course_id, a.text, a.due_on from plan_agreement a
   where a.course_id = any (wanted) and a.state in ('accepted', 'started')
     and a.course_id = any (access_my_scopes('whole', 'read'))
     and not exists (select from access_grant g
       where g.scope_id = a.course_id and g.person_id = a.maker_id and g.level = 'write'
         and g.topic = 'whole' and g.starts_at <= access_now()
         and (g.ends_at is null or g.ends_at > access_now()))
   order by a.due_on, a.id
$$""",
)

# The courses behind a leader's count, as far as the leader reaches their frame: no text, no maker.
OVERDUE_COURSES = definer(
    "plan_overdue_courses",
    "wanted_unit uuid, day date",
    """returns table (course_id uuid, overdue int, oldest date) language sql stable as $$
  select a.course_id, count(*)::int, min(a.due_on) from plan_agreement a
   where a.state in ('accepted', 'started') and a.due_on < day
     and a.maker_id in (select e.person_id from people_employment e
          where e.unit_id = wanted_unit and e.starts_on <= access_today()
            and (e.ends_on is null or e.ends_on >= access_today()))
     and (wanted_unit::text || ':daily_leader' = any ((select access_my_posts())::text[])
       or wanted_unit::text || ':leader' = any ((select access_my_posts())::text[]))
     and (a.course_id = any ((select access_my_scopes('frame', 'read'))::uuid[])
       or exists (select from access_my_posts_reach r where r.scope_id = a.course_id))
   group by a.course_id order by min(a.due_on), a.course_id
$$""",
)


class Migration(migrations.Migration):
    """One policy, three functions."""

    dependencies = (("plan", "0003_life"), ("course", "0008_change_cover_looks"))

    operations = (
        migrations.RunSQL(
            f"alter policy see on plan_agreement using ({READS} or ({MADE_IT}));",
            f"alter policy see on plan_agreement using ({READS});",
        ),
        LEFT,
        WITHOUT_MAKER,
        OVERDUE_COURSES,
    )
