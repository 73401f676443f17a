"""What was left to somebody after a stop is seen on a page that has logged a look at the course."""

from django.db import migrations

from landfast.access.protect import definer, helper_may, logged
from landfast.access.sql import EMPLOYED, listed
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


class Migration(migrations.Migration):
    """Two functions, one gate."""

    dependencies = (("plan", "0030_movable"), ("access", "0050_kinds_of_looks"))

    operations = (helper_may("plan_task"), TASKS, MINE, logged("plan_task"))
