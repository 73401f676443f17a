"""That somebody rang about a referral stands at it: when, who, and whether she was reached."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns that are empty until somebody rings."""

    dependencies = (("course", "0128_take_up_bounded"),)

    operations = (
        migrations.AddField("referral", "rung_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddField(
            "referral",
            "rung_by",
            models.ForeignKey(
                "people.Person", django.db.models.deletion.PROTECT, null=True, related_name="+"
            ),
        ),
        migrations.AddField("referral", "reached", models.BooleanField(null=True)),
    )
