"""A hand that is raised while somebody speaks waits until they have ended."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column with a constant default: no row is written anew."""

    dependencies = (("meetings", "0115_told_time"),)

    operations = (
        migrations.AddField(
            "meeting", "hand_waits", models.BooleanField(default=False, db_default=False)
        ),
    )
