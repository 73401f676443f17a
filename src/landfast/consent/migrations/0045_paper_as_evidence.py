"""A yes on paper points at the paper itself."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One key."""

    dependencies = (
        ("consent", "0040_proxy"),
        ("files", "0002_guards"),
    )

    operations = (
        migrations.AddField(
            "share",
            "evidence_file",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="files.file",
            ),
        ),
    )
