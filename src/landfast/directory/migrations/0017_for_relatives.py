"""What a unit offers those who are close to a citizen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column that may be empty; who keeps the unit writes it."""

    dependencies = (("directory", "0016_record_box"),)

    operations = (
        migrations.AddField(
            "unitprofile",
            "for_relatives",
            models.CharField(max_length=600, blank=True, db_default=""),
        ),
        migrations.RunSQL(
            "grant update (for_relatives) on directory_unit_profile to landfast_app;",
            "revoke update (for_relatives) on directory_unit_profile from landfast_app;",
        ),
    )
