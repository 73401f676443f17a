"""An answer to an empty seat that somebody wrote down for her says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column with a default of the database's: no row is written anew."""

    dependencies = (("network", "0035_leaving"),)

    operations = (
        migrations.AddField(
            "seat", "by_another", models.BooleanField(db_default=False, default=False)
        ),
    )
