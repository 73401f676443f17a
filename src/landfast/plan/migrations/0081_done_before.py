"""The day of what is done already, from the history of that step."""

from django.db import migrations

FROM_HISTORY = """
update plan_own_step s set done_on = last.day
  from plan_own_step d cross join lateral (
    select (max(e.at) at time zone 'Europe/Copenhagen')::date as day from access_event e
     where e.scope_id = d.course_id and e.object_id = d.id and e.kind = 'plan.step_set') last
 where d.state = 'done' and s.id = d.id and s.done_on is null;
"""


class Migration(migrations.Migration):
    """Of each course only its own events are read; the rows that are done are held, and no table."""

    dependencies = (("plan", "0080_asked_of_team"),)

    operations = (migrations.RunSQL(FROM_HISTORY, migrations.RunSQL.noop),)
