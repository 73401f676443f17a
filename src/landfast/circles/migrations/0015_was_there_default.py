"""A sitting is written by a process of the code before too, which knows no `was_there`."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The column's value, when none is said, is the database's own."""

    dependencies = (("circles", "0014_was_there"),)

    operations = (
        migrations.AlterField(
            "sitting", "was_there", models.JSONField(default=list, db_default=[])
        ),
    )
