"""Her words in the minutes have room for all of a long meeting; the column holds them already."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A longer limit of the form's."""

    dependencies = (("meetings", "0117_on_paper"),)

    operations = (
        migrations.AlterField(
            "minutes", "citizen_said", models.TextField(blank=True, max_length=60_000)
        ),
    )
