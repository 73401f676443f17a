"""A standing meeting keeps who was there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column with a default: no row is written anew."""

    dependencies = (("circles", "0013_waits"),)

    operations = (migrations.AddField("sitting", "was_there", models.JSONField(default=list)),)
