"""The last day of a helper, and who comes instead, before it is there (B6)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns that may be empty."""

    dependencies = (("network", "0029_who_holds_is_told"),)

    operations = (
        migrations.AddField("member", "leaves_on", models.DateField(null=True, blank=True)),
        migrations.AddField(
            "member",
            "follower",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="people.person",
            ),
        ),
    )  # fmt: skip
