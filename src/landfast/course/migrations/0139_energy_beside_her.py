"""Whether her energy was written down by somebody beside her: her page says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column, with what a row of before has: her own touch."""

    dependencies = (("course", "0138_found_to_fit"),)

    operations = (
        migrations.AddField(
            "energy", "by_another", models.BooleanField(default=False, db_default=False)
        ),
    )
