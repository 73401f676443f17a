"""The day of an own step that is done, so that her picture over time shows her own share."""

from django.db import migrations, models

FROM_HISTORY = """
update plan_own_step s set done_on = (last.at at time zone 'Europe/Copenhagen')::date
  from (select object_id, max(at) as at from access_event
         where kind = 'plan.step_set' group by object_id) last
 where s.state = 'done' and last.object_id = s.id;
"""


class Migration(migrations.Migration):
    """One day, taken from the history where the step is done already."""

    dependencies = (("plan", "0078_beside"),)

    operations = (
        migrations.AddField("ownstep", "done_on", models.DateField(null=True, blank=True)),
        migrations.RunSQL(FROM_HISTORY, migrations.RunSQL.noop),
    )
