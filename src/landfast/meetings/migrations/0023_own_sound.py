"""Her own word to a meeting may be spoken in."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One key."""

    dependencies = (
        ("meetings", "0021_guests"),
        ("files", "0002_guards"),
    )

    operations = (
        migrations.AddField(
            "meeting",
            "own_sound",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="files.file",
            ),
        ),
    )
