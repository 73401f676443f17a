"""What was left to somebody after a stop is seen on a page that has logged a look at the course.

Whose agreements a leader counts is asked of the posts by what they may (`access_my_units`).
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, logged, whole
from landfast.access.sql import EMPLOYED, listed, reached
from landfast.plan.rules import life

TASKS = definer(
    "plan_courses_of_my_tasks",
    "",
    f"""returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct course_id), '{{}}') from plan_task
   where maker_id = (select access_actor()) and done_at is null
     and exists (select from people_employment
                  where person_id = (select access_actor()) and {EMPLOYED})
$$""",
)

# the citizens of Mine aftaler, found and logged in one step; of agreements, those the asker reads
MINE = migrations.RunSQL(
    f"""
create function plan_list_mine(since timestamptz, page text) returns int
  language sql volatile as $$
  select access_list(array(
    select course_id from plan_agreement
     where maker_id = (select access_actor())
       and (state in ({listed(sorted(life.OPEN))}) or reported_at >= since)
    union select unnest(plan_courses_of_my_tasks())), page, '{{}}', '')
$$;
""",
    "drop function plan_list_mine;",
)


LED = "any ((select access_my_units('courses_oversee'))::uuid[])"

OVERDUE = whole(
    "plan_overdue_by_unit",
    "day date, leader_day date",
    f"""returns table (unit_id uuid, overdue int, at_leader int) language sql stable as $$
  select e.unit_id, count(*)::int, (count(*) filter (where a.due_on <= leader_day))::int
    from (select distinct held.unit_id, held.person_id from people_employment held
           where {EMPLOYED} and held.unit_id = {LED}) e
    join plan_agreement a on a.maker_id = e.person_id
   where a.state in ('accepted', 'started') and a.due_on < day
   group by e.unit_id
$$""",
)

COURSES = whole(
    "plan_overdue_courses",
    "wanted_unit uuid, day date",
    f"""returns table (course_id uuid, overdue int, oldest date) language sql stable as $$
  select a.course_id, count(*)::int, min(a.due_on) from plan_agreement a
   where a.state in ('accepted', 'started') and a.due_on < day
     and a.maker_id in (select person_id from people_employment
          where unit_id = wanted_unit and {EMPLOYED})
     and wanted_unit = {LED} and {reached("a.course_id")}
   group by a.course_id order by min(a.due_on), a.course_id
$$""",
)


class Migration(migrations.Migration):
    """Four functions, one gate."""

    dependencies = (("plan", "0030_movable"), ("access", "0050_kinds_of_looks"))

    operations = (helper_may("plan_task"), TASKS, MINE, logged("plan_task"), OVERDUE, COURSES)
