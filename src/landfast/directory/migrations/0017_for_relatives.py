"""What a unit offers those who are close to a citizen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column that may be empty."""

    dependencies = (("directory", "0016_record_box"),)

    operations = (
        migrations.AddField(
            "unitprofile",
            "for_relatives",
            models.CharField(max_length=600, blank=True, db_default=""),
        ),
    )
