"""How long nothing is known of a message counts from when it was handed over."""

from django.db import migrations, models

# what is on its way now was asked for a quarter of an hour before it is asked for next
ON_ITS_WAY = """
update notices_delivery set handed_at = next_try_at - interval '15 minutes' where state = 'handed'
"""


class Migration(migrations.Migration):
    """A column without a default: no row is rewritten but the few on their way."""

    dependencies = (("notices", "0036_who_reads_for_her"),)

    operations = (
        migrations.AddField("delivery", "handed_at", models.DateTimeField(null=True)),
        migrations.RunSQL(ON_ITS_WAY, migrations.RunSQL.noop),
    )
