"""When a meeting began: what is told between then and its end was told at the table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One field."""

    dependencies = (("meetings", "0005_drafts_are_the_writers"),)

    operations = (
        migrations.AddField(
            "meeting", "started_at", models.DateTimeField(null=True, blank=True)
        ),
    )  # fmt: skip
