"""A standing meeting keeps the guests who were there too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column whose empty value is the database's own: the code before writes none."""

    dependencies = (("circles", "0016_a_quarter_gives_notice"),)

    operations = (
        migrations.AddField(
            "sitting",
            "guests",
            models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
    )
