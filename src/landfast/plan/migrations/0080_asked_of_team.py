"""What the whole team is asked for stands with each of them, not on the citizen's plan alone."""

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.roles import COURSE_ROLES
from landfast.access.rules import Permission
from landfast.access.sql import EMPLOYED, listed
from landfast.plan.rules import life

ANSWERS = sorted(
    role.value for role, said in COURSE_ROLES.items() if Permission.AGREEMENT_ANSWER in said.may
)
ASKED = definer(
    "plan_asked_of_my_teams",
    "",
    f"""returns table (id uuid, course_id uuid) language sql stable as $$
  select a.id, a.course_id from plan_agreement a
   where a.state = 'proposed' and a.maker_id is null and a.outside_name = ''
     and a.for_unit_id is null and a.offered_at is null
     and a.proposed_by_id <> (select access_actor())
     and a.course_id = any ((select access_scopes_as(array[{listed(ANSWERS)}]))::uuid[])
     and exists (select from people_employment
                  where person_id = (select access_actor()) and {EMPLOYED})
$$""",
)
BODY = """
create or replace function plan_list_mine(since timestamptz, page text) returns int
  language sql volatile as $$
  select access_list(array(
    select course_id from plan_agreement
     where maker_id = (select access_actor())
       and (state in ({open}) or reported_at >= since)
    union select unnest(plan_courses_of_my_tasks()){also}), page, '{{}}', '')
$$;
"""
OPEN = listed(sorted(life.OPEN))
MINE = migrations.RunSQL(
    BODY.format(open=OPEN, also="\n    union select course_id from plan_asked_of_my_teams()"),
    BODY.format(open=OPEN, also=""),
)


class Migration(migrations.Migration):
    """One function, and the list of Mine aftaler with it."""

    dependencies = (("plan", "0079_done_on"),)

    operations = (ASKED, MINE)
