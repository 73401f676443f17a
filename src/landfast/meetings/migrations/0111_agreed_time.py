"""What she last said yes to is known while a change of the frame waits for her next yes.

A guest reads that time and place until then. What waits when this runs has none to show: its guests
read, as before, that they are told later.
"""

from django.db import migrations, models

AGREED = """
  update meetings_meeting set agreed_starts_at = starts_at, agreed_place = place
   where frame_agreed_at is not null and state in ('preparing', 'called')
"""


class Migration(migrations.Migration):
    """Two columns, empty where nothing was agreed."""

    dependencies = (("meetings", "0110_last_and_next"),)

    operations = (
        migrations.AddField(
            "meeting", "agreed_starts_at", models.DateTimeField(null=True, blank=True)
        ),
        migrations.AddField(
            "meeting", "agreed_place",
            models.CharField(max_length=200, blank=True, default="", db_default=""),
        ),
        migrations.RunSQL(AGREED, migrations.RunSQL.noop),
    )  # fmt: skip
