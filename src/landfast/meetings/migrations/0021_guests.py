"""Somebody at the table may be a guest: not of the team, asked to this meeting only."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = (("meetings", "0020_parts"),)

    operations = (
        migrations.AddField("participant", "is_guest", models.BooleanField(default=False)),
    )
